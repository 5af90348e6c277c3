package excel

import (
	"slices"
	"strconv"
	"strings"

	"github.com/xeploai/xeploai/evaluate"
)

// stamp reads the stamp from its places; one is enough, since other programs
// drop one or the other. found is false when it is in none.
func (r *reader) stamp() (Stamp, bool) {
	pairs := r.vote(r.stampedProps(), r.stampedSheet(), r.stampedRows())
	s := Stamp{Kind: BookKind(pairs["kind"]), Office: pairs["office"], Period: pairs["period"], Org: pairs["org"], Roster: pairs[rosterKey], Decisions: pairs["decisions"],
		Rules: map[evaluate.Kind]string{}}
	for key, value := range pairs {
		if kind, ok := strings.CutPrefix(key, "rules."); ok {
			s.Rules[evaluate.Kind(kind)] = value
		}
	}
	for _, kind := range strings.Fields(pairs["sheets"]) {
		s.Sheets = append(s.Sheets, evaluate.Kind(kind))
	}
	version, has := pairs["version"]
	if n, err := strconv.Atoi(version); err == nil {
		s.Version = n
	}
	switch {
	case has && s.Version > TemplateVersion:
		r.add(problemLaterVersion(r.at, s.Version))
	case has && !readable(s.Version):
		r.add(problemVersion(r.at, version))
	}
	return s, has || s.Kind != ""
}

// readable tells whether a layout is the present one or one we still know.
func readable(version int) bool { return version >= oldestVersion && version <= TemplateVersion }

// isEarlier tells whether the workbook is of an earlier layout.
func (r *reader) isEarlier() bool {
	return r.in.Stamp.Version >= oldestVersion && r.in.Stamp.Version < TemplateVersion
}

// judgeLayout says what an earlier layout means for the workbook.
func (r *reader) judgeLayout() {
	switch {
	case !r.isEarlier():
	case r.in.Lossy:
		r.add(problemVersion(r.at, strconv.Itoa(r.in.Stamp.Version)))
	default:
		r.add(noteEarlierLayout(r.at, r.in.Stamp.Version))
	}
}

// checkStamp compares the stamp with the campaign; false ends the reading,
// because the layout or the purpose is another.
func (r *reader) checkStamp() bool {
	s := r.in.Stamp
	_, known := r.spec.Facts[s.Kind]
	if !known && s.Kind != OrgListBook || s.Kind == RosterBook {
		r.add(r.forPeople(problemWrongBook(r.at, s.Kind), hintNobodyHere))
		return false
	}
	if !readable(s.Version) {
		return false
	}
	if r.spec.Office != "" && s.Office != r.spec.Office {
		r.add(r.ownList(problemOtherOffice(r.at, s.Office, r.spec.Office), hintOwnOffice))
	}
	if want := r.spec.Period.String(); r.spec.Period.Year != 0 && s.Period != want {
		r.add(r.ownList(problemOtherPeriod(r.at, s.Period, want), hintOwnPeriod(want)))
	}
	return true
}

// ownList makes a problem a warning where the workbook is the list of
// organizations: it is the clerk's own file, copied from last year's folder or
// made before the settings were filled in, and nobody sends it.
func (r *reader) ownList(p evaluate.Problem, hint string) evaluate.Problem {
	if r.in.Stamp.Kind == OrgListBook {
		p.Severity, p.Hint = evaluate.Warning, hint
	}
	return p
}

// recognise names an unstamped workbook by its headings: the national roster,
// an organization list, or the book most of its columns belong to. Every row
// must then say which branch it belongs to.
func (r *reader) recognise(sheets []dataSheet) bool {
	for _, s := range sheets {
		if isRoster(s.head) {
			r.in.Stamp.Kind = RosterBook
			return true
		}
		if s.head.schema.Kind == orgListKind {
			r.in.Stamp.Kind = OrgListBook
			r.add(problemUnstamped(s.where, OrgListBook))
			asList(sheets)
			return true
		}
	}
	if !r.spec.People && listsPeople(sheets) {
		r.add(problemPlainList(sheets[0].where))
		return false
	}
	best, most := BranchBook, -1
	for _, k := range []BookKind{BranchBook, BaseBook, OfficeBook} {
		n := 0
		for _, s := range sheets {
			for _, f := range s.head.facts {
				if f >= 0 && slices.Contains(r.spec.Facts[k][s.head.schema.Kind], f) {
					n++
				}
			}
		}
		if n > most {
			best, most = k, n
		}
	}
	ok := true
	for _, s := range sheets {
		if !s.head.has(evaluate.RoleBranchCode) && !(r.spec.People && holdsPost(s.head.schema.Kind)) && !r.isPlaced(s) {
			if said := r.titleSaid(s); !said.at.IsZero() {
				r.add(problemNoOnePlace(said))
			} else {
				r.add(problemNotRecognised(s.where))
			}
			ok = false
		}
	}
	if ok {
		r.in.Stamp.Kind = best
		r.add(problemUnstamped(r.at, best))
	}
	return ok
}

// listsPeople tells whether the headings say who there is and nothing of anybody's year.
func listsPeople(sheets []dataSheet) bool {
	for _, s := range sheets {
		if s.head.schema.Kind != evaluate.Member {
			return false
		}
		for _, f := range s.head.facts {
			if f < 0 {
				continue
			}
			if def := &s.head.schema.Facts[f]; !def.Identity && !def.Lasting && def.Role != evaluate.RoleRemark && def.ID != factActivityStatus {
				return false
			}
		}
	}
	return true
}

// asList looks again at the other sheets of what turned out to be an
// organization list: a sheet of units has headings in common with a template's.
func asList(sheets []dataSheet) {
	indexes := listIndexes()
	for i := range sheets {
		if s := &sheets[i]; !isListKind(s.head.schema.Kind) {
			if head := findHeader(s.rows.rows, s.sheet.scan.merges, indexes, fewestHeadings); head != nil {
				s.head = head
			}
		}
	}
}
