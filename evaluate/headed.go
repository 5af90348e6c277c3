package evaluate

// headed shows the Party organizations that a post heads, and those of which
// nobody has said whether it does; nil when nothing is known of either.
func (r *relations) headed(s *Subject) []RelatedSubject {
	l := s.Link(HeadedOrg)
	if l == nil {
		return nil
	}
	return r.headedBy(l)
}

// headedBy shows the organizations that a link names.
func (r *relations) headedBy(l *Link) []RelatedSubject {
	out := make([]RelatedSubject, 0, len(l.Rows)+len(l.Perhaps))
	for i, orgs := range [][]int{l.Rows, l.Perhaps} {
		for _, org := range orgs {
			o := r.organization(org)
			o.Perhaps = i > 0
			out = append(out, o)
		}
	}
	return out
}

// organization is one of the tree with its grade: that given here, else what was
// entered of an authority elsewhere, else any.
func (r *relations) organization(org int) RelatedSubject {
	pop, results := r.report.Of(Organization)
	if row := r.orgRow[org]; row >= 0 && len(results) > 0 {
		return r.relatedAs(Organization, pop, results, row)
	}
	if r.in.Ungraded[Organization] {
		return RelatedSubject{ID: r.in.Tree.Orgs[org].Code, NotRated: true}
	}
	if given := r.elsewhere(org); given != nil {
		return given[0]
	}
	scale := StatutoryScale()
	return RelatedSubject{ID: r.in.Tree.Orgs[org].Code, Scale: scale, Possible: upTo(scale.Top()), MayBeNone: true}
}

// rowsOf are the rows of those organizations of the tree that are graded here.
func (r *relations) rowsOf(lists ...[]int) []int {
	var out []int
	for _, orgs := range lists {
		for _, org := range orgs {
			if row := r.orgRow[org]; row >= 0 {
				out = append(out, row)
			}
		}
	}
	return out
}
