package campaign

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"github.com/xeploai/xeploai/evaluate"
)

// Branches of the office between whose files something is to be asked. Their own
// files may be messy, but none is refused.
const (
	twiceHere, twiceThere     = 20, 21
	movedFrom, movedTo        = 22, 23 // seven months ago, the comment is missing
	cameFrom, cameTo          = 24, 25 // with the comment
	awayFrom, awayAt          = 26, 27 // for a time, the comment is missing
	mergedAway, mergedInto    = 301, 302
	rosterFirst, rosterBranch = 10, 4 // branches whose roster the clerk has
)

func isBetween(org string) bool {
	for _, n := range []int{twiceHere, twiceThere, movedFrom, movedTo, cameFrom, cameTo, awayFrom, awayAt, mergedAway, mergedInto} {
		if org == branchCode(n) {
			return true
		}
	}
	return org >= branchCode(rosterFirst) && org < branchCode(rosterFirst+rosterBranch)
}

func branchCode(n int) string { return fmt.Sprintf("CB%04d", n) }

func byOrg(rs []*messyReturn) map[string]*messyReturn {
	out := map[string]*messyReturn{}
	for _, r := range rs {
		out[r.org()] = r
	}
	return out
}

// between makes people stand in two reports.
func between(rs []*messyReturn) {
	of := byOrg(rs)
	carry := func(from, to int, more map[string]string) {
		one, other := of[branchCode(from)], of[branchCode(to)]
		other.people[1] = maps.Clone(one.people[0])
		maps.Copy(other.people[1], more)
	}
	carry(twiceHere, twiceThere, nil)
	carry(movedFrom, movedTo, map[string]string{"activity_status": "moved_in", "months_at_old_place": "7"})
	carry(cameFrom, cameTo, map[string]string{"activity_status": "moved_in", "months_at_old_place": "3", "other_place_comment": "yes"})
	carry(awayFrom, awayAt, nil)
	of[branchCode(awayFrom)].people[0]["activity_status"] = "temporary_elsewhere"
	for i, m := range of[branchCode(mergedAway)].people {
		of[branchCode(mergedInto)].people[i] = maps.Clone(m)
	}
}

// layRoster lays an export of the national database beside the returns: of four
// branches, with one member's name and number misspelt. Everybody else is right.
func (c *Campaign) layRoster(t testing.TB, rs []*messyReturn) {
	f := excelize.NewFile()
	defer f.Close()
	put := func(row int, values ...any) {
		if err := f.SetSheetRow("Sheet1", fmt.Sprintf("A%d", row), &values); err != nil {
			t.Fatal(err)
		}
	}
	put(1, "DANH SÁCH ĐẢNG VIÊN")
	put(4, "STT", "Họ và tên *", "Tên gọi khác", "Dân tộc *", "Tôn giáo *", "Số định danh cá nhân *", "Tổ chức Đảng sinh hoạt *", "Trạng thái hoạt động *")
	row := 5
	for n := rosterFirst; n < rosterFirst+rosterBranch; n++ {
		r := byOrg(rs)[branchCode(n)]
		for p, m := range r.people {
			name, number := m["full_name"], m["identity_number"]
			if n == rosterFirst && p == 2 {
				name, number = strings.Replace(name, "Mẫu", "Mầu", 1), "998"+number[3:]
			}
			put(row, row-4, name, "", "Kinh", "Không", number, r.spec.OrgName, "Đang hoạt động")
			row++
		}
	}
	b, err := f.WriteToBuffer()
	if err != nil {
		t.Fatal(err)
	}
	c.lay(t, rosterPath, b.Bytes())
}

const rosterPath = "danh sách/danh-sach-dang-vien.xlsx"

// matters are the problems between files: the code and all cells, in order.
func matters(ps []evaluate.Problem) []string {
	var out []string
	for _, p := range ps {
		cells := []string{p.At.String()}
		for _, r := range p.Related {
			cells = append(cells, r.At.String())
		}
		slices.Sort(cells)
		out = append(out, string(p.Code)+" "+strings.Join(cells, " "))
	}
	slices.Sort(out)
	return out
}

// expectedMatters are those the office is to be asked about; taken are the labels
// of the files that were taken in, by organization.
func expectedMatters(rs []*messyReturn, taken map[string]string) []string {
	of := byOrg(rs)
	at := func(n int, fact string, person int) string {
		r := of[branchCode(n)]
		return fmt.Sprintf("%s[%s!%s]", taken[r.org()], messyMembers, r.book.at(fact, person))
	}
	var out []string
	add := func(code string, cells ...string) {
		slices.Sort(cells)
		out = append(out, code+" "+strings.Join(cells, " "))
	}
	name := "full_name"
	add("E342", at(twiceHere, name, 0), at(twiceThere, name, 1))
	add("E343", at(movedFrom, name, 0), at(movedTo, name, 1))
	add("E361", at(movedTo, "other_place_comment", 1), at(movedFrom, name, 0))
	add("E343", at(cameFrom, name, 0), at(cameTo, name, 1))
	add("E343", at(awayFrom, name, 0), at(awayAt, name, 1))
	add("E360", at(awayFrom, "other_place_comment", 0), at(awayAt, name, 1))
	for p := range messyPeople {
		add("E343", at(mergedAway, name, p), at(mergedInto, name, p))
	}
	listed := inboxDir + "/" + rosterPath + "[Sheet1!B7]"
	add("E347", at(rosterFirst, name, 2), listed) // two who are each other's nearest are one question
	slices.Sort(out)
	return out
}
