package rules

import (
	"strings"

	"github.com/xeploai/xeploai/evaluate"
)

// sheetDecoder knows the sheet and group while their lines are read. Citation
// and standing pass down: a line that states none has its group's.
type sheetDecoder struct {
	*decoder
	sheet *evaluate.SheetSpec
	group *evaluate.SheetGroup
}

// decodeSheet reads one score sheet.
func (d *decoder) decodeSheet(root node) *evaluate.SheetSpec {
	f := d.fields(root, "sheets", sheetKeys())
	f.schema()
	out := &evaluate.SheetSpec{At: f.at, ID: f.text("id"), Title: f.text("title"), Cite: d.needCite(f), Standing: d.needStanding(f),
		Note: f.maybe("note"), Defects: f.texts("defects"), Max: f.number("max"), Kind: evaluate.Kind(f.choice("kind", kinds()...)), Prefix: f.maybe("prefix"),
		Supplier: evaluate.Supplier(f.maybeChoice("supplier", suppliers()...)), Step: f.zeroNumber("step"),
		Round: f.zeroNumber("round"), RoundLines: f.zeroNumber("round_lines"),
		Order: convert[evaluate.SheetStage](f.choices("order", words(evaluate.SheetStages())...))}
	if out.Prefix == "" {
		out.Prefix = strings.ReplaceAll(out.ID, "-", "_")
	}
	if out.Supplier == "" {
		out.Supplier = evaluate.SupplyBranch
	}
	if n, ok := f.get("clamp"); ok {
		g := d.fields(n, "clamp", clampKeys())
		out.ClampFrom, out.ClampTo = g.maybeNumber("from"), g.maybeNumber("to")
	}
	for _, n := range f.list("scorers") {
		g := d.fields(n, "scorers", scorerKeys())
		out.Scorers = append(out.Scorers, evaluate.Scorer{ID: g.text("id"), Label: g.text("label"), Decides: g.flag("decides"),
			Supplier: evaluate.Supplier(g.choice("supplier", suppliers()...))})
	}
	f.need("groups")
	sd := sheetDecoder{decoder: d, sheet: out}
	for _, n := range f.list("groups") {
		out.Groups = append(out.Groups, sd.sheetGroup(n))
	}
	return out
}

// zeroNumber reads an optional number, 0 when missing.
func (f fields) zeroNumber(key string) evaluate.Num {
	if x := f.maybeNumber(key); x != nil {
		return *x
	}
	return evaluate.Num{}
}

func (d *sheetDecoder) sheetGroup(n node) evaluate.SheetGroup {
	f := d.fields(n, "groups", sheetGroupKeys())
	out := evaluate.SheetGroup{At: f.at, ID: f.text("id"), Label: f.text("label"), Max: f.number("max"), Clamp: f.flag("clamp"),
		Role:       evaluate.GroupRole(f.maybeChoice("role", words(evaluate.GroupRoles())...)),
		WeightsSum: f.maybeNumber("weights_sum"), Triggers: f.texts("triggers")}
	if out.Role == "" {
		out.Role = evaluate.PointsGroup
	}
	out.Cite, out.Standing = d.inherit(f, d.sheet.Cite, d.sheet.Standing)
	d.group = &out
	for _, p := range f.list("parts") {
		out.Parts = append(out.Parts, d.part(p, out.ID))
	}
	if !f.has("criteria") {
		f.need("lines")
	}
	if f.has("criteria") && f.has("lines") {
		d.fail(problemTwoForms(f.where("lines"), "criteria", "lines"))
	}
	for _, c := range f.list("criteria") {
		out.Criteria = append(out.Criteria, d.criterion(c))
	}
	for _, item := range f.list("lines") {
		out.Criteria = append(out.Criteria, evaluate.SingleCriteria(d.line(item, out.Cite, out.Standing))...)
	}
	return out
}

func (d *sheetDecoder) criterion(n node) evaluate.SheetCriterion {
	f := d.fields(n, "criteria", criterionKeys())
	out := evaluate.SheetCriterion{At: f.at, ID: f.text("id"), Label: f.text("label"), Max: f.number("max"), Clamp: f.flag("clamp"),
		Triggers: f.texts("triggers")}
	cite, standing := d.inherit(f, d.group.Cite, d.group.Standing)
	f.need("lines")
	for _, item := range f.list("lines") {
		out.Lines = append(out.Lines, d.line(item, cite, standing))
	}
	return out
}

// inherit reads citation and standing, or takes those of the part around.
func (d *decoder) inherit(f fields, cite evaluate.Citation, standing evaluate.Standing) (evaluate.Citation, evaluate.Standing) {
	if f.has("cite") {
		cite = d.needCite(f)
	}
	if f.has("standing") {
		standing = d.needStanding(f)
	}
	return cite, standing
}

// needCite is cite for places that no rule set checks.
func (d *decoder) needCite(f fields) evaluate.Citation {
	n, ok := f.need("cite")
	if !ok {
		return evaluate.Citation{}
	}
	g := d.fields(n, "cite", citeKeys())
	return evaluate.Citation{Source: g.text("source"), Place: g.text("place")}
}

func (d *decoder) needStanding(f fields) evaluate.Standing {
	return evaluate.Standing(f.choice("standing", standings()...))
}
