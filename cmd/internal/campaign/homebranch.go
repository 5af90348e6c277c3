package campaign

import (
	"fmt"
	"slices"

	"github.com/xeploai/xeploai/evaluate"
)

// askHomes asks about rows of leaders and officials that name another branch than
// the one which reports the same person as its member: one of the two is wrong, or
// the number is somebody else's. Nobody waits, for where he is a member his branch
// says. Whoever moved, or whose branch was merged, may still be written where he was.
func (a *assembly) askHomes(pops map[evaluate.Kind]*evaluate.Population) {
	members := pops[evaluate.Member]
	if members == nil {
		return
	}
	homes := map[string]int{} // by person: row, -1 where several rows are about him
	for row := range members.Subjects {
		who := members.Subjects[row].Person
		if _, twice := homes[who]; twice {
			row = -1
		}
		homes[who] = row
	}
	for _, k := range []evaluate.Kind{evaluate.Leader, evaluate.Staff} {
		pop := pops[k]
		if pop == nil {
			continue
		}
		code := pop.Frame.Schema.ByRole(evaluate.RoleBranchCode)
		for row := range pop.Subjects {
			home, member := homes[pop.Subjects[row].Person]
			if !member || home < 0 || code < 0 || pop.Frame.Text(row, code) == "" {
				continue
			}
			if org := members.Subjects[home].Org; org >= 0 && !a.agreesWithHome(members, home, pop.Frame.Text(row, code)) {
				p := problemOtherBranch(pop.Frame.Origin(row, code), pop.Frame.Text(row, code), a.tree.Orgs[org].Code,
					members.Frame.Origin(home, members.Frame.Schema.ByRole(evaluate.RoleName)))
				p.Subject = pop.Subjects[row].ID
				a.tell(p)
			}
		}
	}
}

// agreesWithHome tells whether a text names the branch of a member, one that it
// follows, or an organization above it; or his row says itself that he came in the
// year or is elsewhere for a time.
func (a *assembly) agreesWithHome(members *evaluate.Population, row int, text string) bool {
	if s := codeOf(members.Frame, row, factStatus); s == statusMovedIn || s == statusElsewhere {
		return true
	}
	org := members.Subjects[row].Org
	code := a.tree.Orgs[org].Code
	named := a.branchOf(text)
	if named == code || a.branchNow(named) == code || slices.Contains(a.followers(text), code) {
		return true
	}
	at := a.orgOf(named)
	return at >= 0 && slices.Contains(a.tree.Within(at), org)
}

func problemOtherBranch(at evaluate.Origin, written, home string, member evaluate.Origin) evaluate.Problem {
	return question(codeForeign, at, fmt.Sprintf("mã chi bộ ở dòng này (%s) khác chi bộ báo cáo chính người ấy là đảng viên (%q)", evaluate.QuoteCode(written), home),
		"sửa mã chi bộ ở dòng này cho đúng nơi sinh hoạt, hoặc sửa số định danh, số thẻ nếu là người khác, rồi nhập lại; không ai phải chờ, nơi xếp loại đảng viên theo báo cáo của chi bộ",
		evaluate.Related{At: member, Note: "dòng đảng viên của người ấy ở đây", Org: home})
}
