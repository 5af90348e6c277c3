package excel

import (
	"bytes"
	"cmp"
	"encoding/binary"
	"io"
	"slices"
)

// surplus says what a zip container holds beside what its table of contents
// lists: programs read one table of several, and nobody sees the rest.
type surplus uint8

const (
	noSurplus surplus = iota
	strayBytes
	hiddenFiles // parts of a zip container that the table does not list
)

// byteSpan is a stretch of a file, its end excluded.
type byteSpan struct{ from, to int64 }

// Sizes and signatures of the zip format (APPNOTE 4.3).
const (
	zipHeader, zipListed, zipEnd         = 0x04034b50, 0x02014b50, 0x06054b50
	zipEnd64, zipLocator                 = 0x06064b50, 0x07064b50
	localSize, entrySize, endSize        = 30, 46, 22
	end64Size, locatorSize               = 56, 20
	longestDescriptor                    = 24
	longestComment                       = 1<<16 - 1
	zip64Mark                     uint32 = 1<<32 - 1
)

// surplusOf looks for bytes that the table of contents of a zip container does
// not account for. A container it cannot follow is for others to refuse.
func surplusOf(src io.ReaderAt, size int64) surplus {
	spans, ok := tableSpans(src, size)
	if !ok {
		return noSurplus
	}
	slices.SortFunc(spans, func(a, b byteSpan) int { return cmp.Compare(a.from, b.from) })
	found, at := noSurplus, int64(0)
	for _, s := range append(spans, byteSpan{size, size}) {
		if s.from > at {
			found = max(found, judgeGap(src, byteSpan{at, s.from}))
		}
		at = max(at, s.to)
	}
	return found
}

// judgeGap tells whether bytes that nothing accounts for begin files.
func judgeGap(src io.ReaderAt, gap byteSpan) surplus {
	buf := make([]byte, min(gap.to-gap.from, 1<<20))
	for at := gap.from; at < gap.to; at += max(int64(len(buf))-3, 1) {
		n, err := src.ReadAt(buf[:min(int64(len(buf)), gap.to-at)], at)
		for _, sign := range []uint32{zipHeader, zipListed, zipEnd} {
			if bytes.Contains(buf[:n], binary.LittleEndian.AppendUint32(nil, sign)) {
				return hiddenFiles
			}
		}
		if err != nil {
			break
		}
	}
	return strayBytes
}

// tableSpans lists the stretches that a container's last table of contents
// accounts for, the table included; false where it cannot be followed.
func tableSpans(src io.ReaderAt, size int64) (spans []byteSpan, ok bool) {
	at, end, ok := findEnd(src, size)
	if !ok {
		return nil, false
	}
	le := binary.LittleEndian
	length, offset := int64(le.Uint32(end[12:])), int64(le.Uint32(end[16:]))
	tail := byteSpan{at, at + endSize}
	comment := byteSpan{tail.to, tail.to + int64(le.Uint16(end[20:]))}
	if judgeGap(src, comment) != hiddenFiles {
		tail.to = comment.to
	}
	if from, length64, offset64, is := findEnd64(src, at); is {
		tail.from, length, offset = from, length64, offset64
	}
	begin := tail.from - length // where the table stands; the offsets count from base on
	base := begin - offset
	if length < 0 || length > size || begin < 0 || base < 0 {
		return nil, false
	}
	table := make([]byte, length)
	if _, err := src.ReadAt(table, begin); err != nil {
		return nil, false
	}
	spans = append(spans, byteSpan{begin, tail.from}, tail)
	for len(table) >= entrySize && le.Uint32(table) == zipListed {
		n := entrySize + int(le.Uint16(table[28:])) + int(le.Uint16(table[30:])) + int(le.Uint16(table[32:]))
		if n > len(table) {
			return nil, false
		}
		span, good := entrySpan(src, table[:n], base)
		if !good {
			return nil, false
		}
		spans, table = append(spans, span), table[n:]
	}
	return spans, len(table) == 0
}

// findEnd finds the record that ends a container.
func findEnd(src io.ReaderAt, size int64) (at int64, end []byte, ok bool) {
	from := max(size-endSize-longestComment, 0)
	buf := make([]byte, size-from)
	if _, err := src.ReadAt(buf, from); err != nil && err != io.EOF {
		return 0, nil, false
	}
	for i := len(buf) - endSize; i >= 0; i-- {
		if binary.LittleEndian.Uint32(buf[i:]) == zipEnd && i+endSize+int(binary.LittleEndian.Uint16(buf[i+20:])) <= len(buf) {
			return from + int64(i), buf[i : i+endSize], true
		}
	}
	return 0, nil, false
}

// findEnd64 reads the larger form of the end record that may stand before it.
func findEnd64(src io.ReaderAt, end int64) (at, length, offset int64, is bool) {
	le := binary.LittleEndian
	locator := make([]byte, locatorSize)
	if _, err := src.ReadAt(locator, end-locatorSize); err != nil || le.Uint32(locator) != zipLocator {
		return 0, 0, 0, false
	}
	at = end - locatorSize - end64Size // longer ones are written by nobody
	record := make([]byte, end64Size)
	if _, err := src.ReadAt(record, at); err != nil || le.Uint32(record) != zipEnd64 {
		return 0, 0, 0, false
	}
	return at, int64(le.Uint64(record[40:])), int64(le.Uint64(record[48:])), true
}

// entrySpan is the stretch of one file: its header, its bytes, and the
// description behind them where there is one.
func entrySpan(src io.ReaderAt, entry []byte, base int64) (byteSpan, bool) {
	le := binary.LittleEndian
	packed, from := int64(le.Uint32(entry[20:])), int64(le.Uint32(entry[42:]))
	name := int(le.Uint16(entry[28:]))
	packed, from = wideSizes(entry[entrySize+name:entrySize+name+int(le.Uint16(entry[30:]))], le.Uint32(entry[24:]), packed, from)
	from += base
	local := make([]byte, localSize)
	if _, err := src.ReadAt(local, from); err != nil || le.Uint32(local) != zipHeader {
		return byteSpan{}, false
	}
	to := from + localSize + int64(le.Uint16(local[26:])) + int64(le.Uint16(local[28:])) + packed
	if le.Uint16(local[6:])&8 != 0 {
		to += descriptorSize(src, to)
	}
	return byteSpan{from, to}, packed >= 0
}

// wideSizes reads the sizes and places of large containers, in the order in
// which those stand that do not fit their usual fields.
func wideSizes(extra []byte, plain uint32, packed, from int64) (int64, int64) {
	le := binary.LittleEndian
	for len(extra) >= 4 {
		id, n := le.Uint16(extra), int(le.Uint16(extra[2:]))
		if extra = extra[4:]; n > len(extra) {
			break
		}
		field := extra[:n]
		extra = extra[n:]
		if id != 1 {
			continue
		}
		if plain == zip64Mark && len(field) >= 8 {
			field = field[8:]
		}
		for _, v := range []*int64{&packed, &from} {
			if *v == int64(zip64Mark) && len(field) >= 8 {
				*v, field = int64(le.Uint64(field)), field[8:]
			}
		}
	}
	return packed, from
}

// descriptorSize is how long the description behind a file's bytes is: its four
// forms are told by what follows, another file or the table.
func descriptorSize(src io.ReaderAt, at int64) int64 {
	buf := make([]byte, longestDescriptor+4)
	n, _ := src.ReadAt(buf, at)
	for _, size := range []int{12, 16, 20, longestDescriptor} {
		if size+4 > n {
			break
		}
		switch binary.LittleEndian.Uint32(buf[size:]) {
		case zipHeader, zipListed, zipEnd64:
			return int64(size)
		}
	}
	return 0
}

// isInsideFile tells whether the table of contents that ends a file is that of a
// container stored as one file of another, whose own table is lost: the file was
// cut there.
func isInsideFile(src io.ReaderAt, size int64) bool {
	spans, ok := tableSpans(src, size)
	if !ok {
		return false
	}
	inner := spans[0]
	for _, s := range spans {
		inner.from, inner.to = min(inner.from, s.from), max(inner.to, s.to)
	}
	le := binary.LittleEndian
	local := make([]byte, localSize)
	for at := int64(0); at < inner.from; {
		if _, err := src.ReadAt(local, at); err != nil || le.Uint32(local) != zipHeader {
			return false
		}
		data := at + localSize + int64(le.Uint16(local[26:])) + int64(le.Uint16(local[28:]))
		if le.Uint16(local[6:])&8 != 0 { // written in one go, without its size
			return data <= inner.from && inner.to < size
		}
		if at = data + int64(le.Uint32(local[18:])); data <= inner.from && inner.to <= at {
			return true
		}
	}
	return false
}
