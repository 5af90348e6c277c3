package campaign

import (
	"slices"

	"github.com/xeploai/xeploai/excel"
)

// history is what was ever taken in, by what it reports: the digests of the
// contents, oldest first, from the journal.
type history map[bookKey][]string

// historyOf reads the history out of the journal. A killed import leaves
// receipts behind that it did not get to note there; they are the newest of
// their key, and missing lists the entries that make up for them.
func historyOf(entries []Entry, receipts []Receipt) (h history, missing []Entry) {
	h = history{}
	for _, e := range entries {
		if e.Did == string(Accepted) || e.Did == string(Replaced) {
			h.add(bookKey{excel.BookKind(e.Kind), e.Org}, e.Digest)
		}
	}
	for _, r := range receipts {
		key := r.key().journaled()
		if slices.Contains(h[key], r.Digest) {
			continue
		}
		h.add(key, r.Digest)
		e := Entry{At: r.At, Did: string(Accepted), Kind: string(r.Kind), Org: key.Org, Digest: r.Digest, Codes: sortedCodes(r.Codes)}
		for _, n := range r.Rows {
			e.Count += n
		}
		missing = append(missing, e)
	}
	return h, missing
}

func (h history) add(key bookKey, digest string) { h[key] = append(h[key], digest) }

// journaled is the key as the journal knows it: rosters are told apart by their
// contents alone.
func (k bookKey) journaled() bookKey {
	if k.Kind == excel.RosterBook {
		k.Org = ""
	}
	return k
}

// superseded tells whether the contents of a file were taken in before and
// others since: they are not what stands now, nor, where nothing stands any
// more, what stood last.
func (h history) superseded(f *Imported, standing string) bool {
	past := h[bookKey{f.Kind, f.Org}.journaled()]
	if !slices.Contains(past, f.digest) || f.digest == standing {
		return false
	}
	return standing != "" || past[len(past)-1] != f.digest
}
