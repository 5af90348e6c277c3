package campaign

import (
	"cmp"
	"slices"
)

// Mail calls many files alike: the report of one organization may come to lie where
// that of another lay, which stands all the same. What is said of a cell then has to
// say in whose report.

// reportLabels are the labels of what was taken in, by what it reports: its path, with a
// word on whose it is where another report has come to lie there since.
func reportLabels(receipts []Receipt) map[bookKey]string {
	latest, out := map[string]*Receipt{}, map[bookKey]string{}
	for i := range receipts {
		r := &receipts[i]
		if other := latest[r.Path]; other == nil || cmp.Or(other.At.Compare(r.At), compareStrings(other.Org, r.Org, string(other.Kind), string(r.Kind))) < 0 {
			latest[r.Path] = r
		}
	}
	for i := range receipts {
		r := &receipts[i]
		out[r.key()] = r.Path
		if l := latest[r.Path]; l != r && l.Org != r.Org && r.Org != "" {
			out[r.key()] = r.Path + wordReportOf(r.Org)
		}
	}
	return out
}

// tellReportsApart names the cells of a report by whose it is where another has come to
// lie in its place.
func tellReportsApart(books []*kept) {
	receipts := make([]Receipt, len(books))
	for i, b := range books {
		receipts[i] = b.Receipt
	}
	labels := reportLabels(receipts)
	for _, b := range books {
		label := labels[b.Receipt.key()]
		if label == b.Receipt.Path {
			continue
		}
		for t := range b.Tables {
			sources := slices.Clone(b.Tables[t].Sources)
			for s := range sources {
				if sources[s].File == b.Receipt.Path {
					sources[s].File = label
				}
			}
			b.Tables[t].Sources = sources
		}
		b.Receipt.Path = label
	}
}
