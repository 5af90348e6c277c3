package evaluate

import "slices"

// What the organization list tells about an organization, besides its code and
// name.
const (
	FactOrgLevel    FactID = "org_level"
	FactFoundedOn   FactID = "founded_on"
	FactPredecessor FactID = "has_predecessor"
	FactBodySize    FactID = "body_size" // of a collective: how many members it has
)

// checkCollected finds a rule that asks for what nobody can tell before the
// grade: no column of any workbook would ever fill it.
func (c *compiler) checkCollected(at Origin, s *Schema, fact int) {
	f := &s.Facts[fact]
	if why := uncollected(s, f); why != "" {
		p := problemUncollected(at, string(f.ID), why)
		c.fail(withRelated(p, f.At, "dữ kiện khai báo ở đây"))
	}
}

// uncollected says why no template holds a fact, "" when one does.
func uncollected(s *Schema, f *FactDef) string {
	listed := f.Role == RoleBranchCode || f.Role == RoleName || slices.Contains([]FactID{FactOrgLevel, FactFoundedOn, FactPredecessor, FactBodySize}, f.ID)
	switch {
	case f.Supplier == SupplyAuthority:
		return "chỉ được ghi vào tệp kết quả, sau khi đã xếp loại"
	case f.Supplier == SupplyTree && !listed:
		return "danh sách tổ chức không có cột này"
	case f.Supplier == SupplyDerived && f.Derived == nil:
		return "chưa nói tính từ đâu"
	case f.Derived == nil:
		return ""
	}
	for _, id := range f.Derived.Of {
		if i, ok := s.Index(id); ok && s.Facts[i].Derived == nil {
			if why := uncollected(s, &s.Facts[i]); why != "" {
				return "tính từ " + string(id) + ", mà " + why
			}
		}
	}
	return ""
}
