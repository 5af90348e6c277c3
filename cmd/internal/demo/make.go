package demo

import (
	"io"

	"github.com/xeploai/xeploai/cmd/internal/campaign"
	"github.com/xeploai/xeploai/evaluate"
	"github.com/xeploai/xeploai/excel"
)

// Make writes the office's organization list and filled-in workbooks into a
// campaign folder: the list where the campaign keeps it, the workbooks into its
// inbox, and then spoils some of them on purpose. What it planted is returned;
// nothing else in the files should be found at fault. Existing files of the
// same names are replaced. Errors are those of the rules at hand (none in force
// for the period) and of writing.
func Make(dir string, opt Options) (Planted, error) {
	w, err := newWorld(opt)
	if err != nil {
		return Planted{}, err
	}
	folder := campaign.Folder{Root: dir}
	if err := folder.Make(); err != nil {
		return Planted{}, err
	}
	if err := w.writeOrgList(folder); err != nil {
		return Planted{}, err
	}
	books := w.books()
	if err := w.writeAll(folder, books); err != nil {
		return Planted{}, err
	}
	p := Planted{Office: w.office.excelOffice(), Reference: w.reference(), Orgs: w.layout.orgs,
		Branches: len(w.layout.branches), Members: len(w.people), Files: len(books)}
	return p, nil
}

func (w *world) writeOrgList(folder campaign.Folder) error {
	stamp := excel.Stamp{Version: excel.TemplateVersion, Kind: excel.OrgListBook, Office: w.office.code,
		Period: w.opt.Period.String(), Org: w.office.code}
	return campaign.Save(folder.OrgList(), func(out io.Writer) error {
		return excel.WriteOrgList(out, stamp, w.office.excelOffice(), w.layout.orgs, excel.OrgTypes())
	}, nil)
}

var _ = evaluate.Error
