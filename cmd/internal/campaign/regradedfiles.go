package campaign

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// A record of grading anew is first written under a name of waiting, then told
// to the journal, then given its own name. The journal decides: what it knows
// stands, whatever it is named, so a crash at any step leaves nothing half said
// and the next run only has to tidy up.

// waitingRecord ends the name of a record that the journal may not know yet.
const waitingRecord = ".json.waiting"

// storeRegraded writes a record under its name of waiting and returns the hash
// of its bytes for the journal, and what gives it its own name.
func (f Folder) storeRegraded(r *Regraded) (sum string, settle func() error, err error) {
	b, err := json.MarshalIndent(r, "", " ")
	if err != nil {
		return "", nil, err
	}
	if err := makeFolder(f.regraded()); err != nil {
		return "", nil, err
	}
	path := filepath.Join(f.regraded(), fmt.Sprintf("%04d-%s%s", r.Seq, shortSum(string(r.Kind)+"/"+r.ID), waitingRecord))
	if err := Save(path, writeBytes(b), nil); err != nil {
		return "", nil, err
	}
	hash := sha256.Sum256(b)
	return hex.EncodeToString(hash[:]), func() error { return settleRecord(path) }, nil
}

func settleRecord(path string) error {
	to := strings.TrimSuffix(path, waitingRecord) + ".json"
	if err := os.Rename(path, to); err != nil {
		return saveFailure(to, err)
	}
	return nil
}

// regradedFiles lists the records that stand: those under their own names, and
// those a crash kept from it after the journal knew them.
func (f Folder) regradedFiles() ([]string, error) {
	paths, err := listFiles(f.regraded(), ".json")
	if err != nil {
		return nil, err
	}
	told, _, err := f.waitingRecords()
	return append(paths, told...), err
}

// waitingRecords lists the records under names of waiting: those the journal
// knows, and those it was never told of.
func (f Folder) waitingRecords() (told, untold []string, err error) {
	paths, err := listFiles(f.regraded(), waitingRecord)
	if err != nil || len(paths) == 0 {
		return nil, nil, err
	}
	known, err := f.regradedKnown()
	if err != nil {
		return nil, nil, err
	}
	for _, path := range paths {
		sum, err := fileSum(path)
		if err != nil {
			return nil, nil, failKept(path, err)
		}
		if known[sum] {
			told = append(told, path)
		} else {
			untold = append(untold, path)
		}
	}
	return told, untold, nil
}

// tidyRegraded ends what a crash left in the middle: records the journal knows
// get their names, those it does not know never came about.
func (f Folder) tidyRegraded() error {
	told, untold, err := f.waitingRecords()
	if err != nil {
		return err
	}
	for _, path := range told {
		if err := settleRecord(path); err != nil {
			return err
		}
	}
	for _, path := range untold {
		if err := os.Remove(path); err != nil {
			return saveFailure(path, err)
		}
	}
	return nil
}

// regradedKnown are the hashes of the records that the journal knows of the
// closing in force.
func (f Folder) regradedKnown() (map[string]bool, error) {
	entries, _, err := f.Journal()
	if err != nil {
		return nil, err
	}
	known := map[string]bool{}
	for _, e := range entries {
		switch e.Did {
		case didClose: // what was graded anew before went with an earlier closing
			clear(known)
		case didRegrade:
			known[e.Digest] = true
		}
	}
	return known, nil
}
