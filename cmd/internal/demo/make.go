package demo

import (
	"slices"
	"time"

	"github.com/xeploai/xeploai/cmd/internal/campaign"
	"github.com/xeploai/xeploai/evaluate"
)

// Make makes a campaign folder of the sample office: settings, the organization
// list, and in the inbox the campaign's own templates as the organizations
// would send them back, some of them spoiled on purpose. What was planted is
// returned; nothing else in the files should be found at fault. A folder that
// already holds a campaign is left alone, with the campaign's own error; a period
// without rules leaves no folder behind; the other errors are those of writing.
func Make(dir string, opt Options) (Planted, error) {
	opt = opt.filled()
	o := officeOf(opt.Period)
	l := layOut(o, opt)
	config := campaign.Config{Period: opt.Period.String(), ReferenceDate: opt.Period.Last().String(),
		Office: o.letterhead(), CommentFromMonths: commentFromMonths, Workers: opt.Workers}
	lib, err := library()
	if err != nil {
		return Planted{}, err
	}
	config.Rules = localRules(lib, opt)
	config.Rules.Switches = switchesKnown(lib, opt)
	w, err := newWorld(opt, lib, l)
	if err != nil {
		return Planted{}, err
	}
	config.Kinds = w.namedKinds()
	// Only now is anything written.
	folder := campaign.Folder{Root: dir}
	if err := folder.SeedKey(opt.Seed); err != nil {
		return Planted{}, err
	}
	if _, err := campaign.Init(dir, config, l.orgs, w.bodies, opt.Now); err != nil {
		return Planted{}, err
	}
	if err := writeLocal(folder, config); err != nil {
		return Planted{}, err
	}
	c, err := campaign.Open(folder, config, "demo", func() time.Time { return opt.Now })
	if err != nil {
		return Planted{}, err
	}
	specs, err := c.TemplateSpecs()
	if err != nil {
		return Planted{}, err
	}
	books := w.books(specs)
	if err := w.writeAll(folder, books); err != nil {
		return Planted{}, err
	}
	p := Planted{Config: config, Branches: len(l.branches), Members: len(w.people), Files: len(books), Orgs: len(l.orgs), Units: len(w.bodiesOf(evaluate.Unit)),
		Collectives: len(w.bodiesOf(evaluate.Collective)), Leaders: len(w.posts), Officials: len(w.officials), Scenes: w.cast.scenes}
	if opt.Clean {
		return p, nil
	}
	plant := newPlanter(w, folder, books)
	if err := plant.all(); err != nil {
		return Planted{}, err
	}
	p.Files += plant.extra
	p.Mistakes = plant.sorted()
	return p, nil
}

// commentFromMonths is the setting of the sample campaign.
const commentFromMonths = "6"

// switches are the rules, off unless an office decides otherwise, that the
// sample office has turned on to show what they do.
func switches() []string { return []string{"head_not_above_unit", "unit_floor_blocks_deputies"} }

// switchesKnown are those that some set in force for the office has.
func switchesKnown(lib *evaluate.Library, opt Options) []string {
	var out []string
	for _, s := range switches() {
		for _, k := range gradedKinds(opt) {
			if rs, err := inForce(lib, k, opt); err == nil && slices.Contains(rs.KnownSwitches(), s) && !slices.Contains(out, s) {
				out = append(out, s)
			}
		}
	}
	return out
}
