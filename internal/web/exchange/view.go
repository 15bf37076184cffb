package exchange

import (
	"strconv"
	"strings"

	"github.com/a-h/templ"

	"throughline/internal/exchange/crm"
	"throughline/internal/exchange/intake"
	"throughline/internal/web/look"
)

func (v *runView) title() string {
	switch v.run.State {
	case intake.Ready:
		return "What would happen"
	case intake.Done, intake.Failed:
		return "What happened"
	case intake.Back:
		return "Taken back"
	case intake.Looking, intake.Taking:
	}
	return "Import"
}

func (v *runView) about() string {
	if v.run.State == intake.Ready {
		return fileNames(v.run) + ". Nothing is written yet."
	}
	return fileNames(v.run) + ", by " + v.names.Of(v.run.Person) + ", " + v.r.Moment(v.run.BegunAt)
}

func (v *runView) acts() []look.Act {
	if !v.may() {
		return nil
	}
	switch {
	case v.run.State == intake.Ready:
		return []look.Act{v.leave()}
	case v.run.State == intake.Failed:
		return []look.Act{v.goOn("Try again"), {Label: "Import more", Href: "/import"}}
	case v.run.State == intake.Done && len(v.run.Report.Acts) > 0 && v.run.Person == v.r.Person.ID:
		return []look.Act{{Label: "Take the import back", Post: "/import/" + v.run.ID + "/back"}, {Label: "Import more", Href: "/import"}}
	case !v.run.Moving():
		return []look.Act{{Label: "Import more", Href: "/import"}}
	}
	return nil
}

func (v *runView) goOn(label string) look.Act {
	a := look.Act{Label: label, Kind: look.Main, Post: "/import/" + v.run.ID + "/take"}
	if v.run.Strict {
		a.Hidden = []look.Hidden{{Name: "strict", Value: "on"}}
	}
	return a
}

func (v *runView) leave() look.Act {
	return look.Act{Label: "Leave it", Post: "/import/" + v.run.ID + "/leave"}
}

func (v *runView) moving() string {
	if v.run.State == intake.Looking {
		return "Reading the files; nothing is written"
	}
	return "Taking the rows in"
}

// total is at least 1, so that a bar can be drawn before the rows are counted.
func (v *runView) total() int { return max(v.run.Total, v.run.Done, 1) }

func (v *runView) nothingKept() bool {
	return v.run.State == intake.Done && v.run.Strict && v.run.Report.Refused > 0
}

func (v *runView) countsTitle() string {
	if v.run.State == intake.Ready {
		return "What would change"
	}
	return "What changed"
}

func (v *runView) facts() []look.Fact {
	r := v.run.Report
	fact := func(label string, created, updated, same int) look.Fact {
		return look.Fact{Label: label, Value: thousands(created) + " new", Note: thousands(updated) + " changed, " + thousands(same) + " as before"}
	}
	return []look.Fact{
		fact("Accounts", r.Created.Accounts, r.Updated.Accounts, r.Unchanged.Accounts),
		fact("Contacts", r.Created.Contacts, r.Updated.Contacts, r.Unchanged.Contacts),
		fact("Deals", r.Created.Opportunities, r.Updated.Opportunities, r.Unchanged.Opportunities),
		{Label: "Rows refused", Value: thousands(r.Refused), Note: v.warned() + map[bool]string{true: " warning", false: " warnings"}[len(r.Warnings) == 1]},
	}
}

// asked says whether a file leaves something open that a person should answer first.
func (v *runView) asked() bool {
	for _, f := range v.run.Report.Files {
		if len(f.Questions) > 0 || f.Fault != "" && len(f.Header) > 0 {
			return true
		}
	}
	return false
}

// changes says whether taking the run in would write anything.
func (v *runView) changes() bool {
	c, u := v.run.Report.Created, v.run.Report.Updated
	return c != (intake.Counts{}) || u != (intake.Counts{})
}

func (v *runView) takeForm() look.FormView {
	f := v.r.FormView("take", "/import/"+v.run.ID+"/take", "Import", 0)
	f.Draft, f.Cancel, f.Save.Key = "", "", "I"
	if v.run.Report.Refused > 0 {
		f.Save.Label = "Import the good rows"
	}
	if v.asked() {
		f.Save.Kind = look.Ghost
	}
	return f
}

func (v *runView) sayForm(i int) look.FormView {
	name := "columns-" + strconv.Itoa(i)
	f := v.r.FormView(name, "/import/"+v.run.ID+"/say", "Read it so", 0)
	f.Draft, f.Cancel, f.Wide = "", "", true
	if v.r.Open(name) {
		f.Cancel = "/import/" + v.run.ID
	}
	if len(v.run.Report.Files[i].Questions) == 0 && v.run.Report.Files[i].Fault == "" {
		f.Save.Kind = look.Ghost
	}
	f.Hidden = append(f.Hidden, look.Hidden{Name: "file", Value: strconv.Itoa(i)})
	return f
}

// said is what people said of the file so far.
func (v *runView) said(i int) crm.Map {
	if i < len(v.run.Files) {
		return v.run.Files[i].Map
	}
	return crm.Map{}
}

// asks says whether the form of dates and amounts is shown: where the file leaves something
// open, or a person decided something that they may want to change.
func (v *runView) asks(i int) bool {
	m := v.said(i)
	return v.run.Report.Files[i].Object == crm.Opportunities && (len(v.run.Report.Files[i].Questions) > 0 || m.Dates != "" || m.Amounts != "" || m.Currency != "" || v.columnsOpen(i))
}

// columnsOpen says whether the form of columns is shown: asked for, or needed to read the file.
func (v *runView) columnsOpen(i int) bool {
	f := v.run.Report.Files[i]
	return len(f.Header) > 0 && (f.Fault != "" || v.r.Open("columns-"+strconv.Itoa(i)))
}

func (v *runView) columnsAct(i int) []look.Act {
	if !v.may() || v.columnsOpen(i) || len(v.run.Report.Files[i].Header) == 0 {
		return nil
	}
	return []look.Act{{Label: "How it is read", Href: "/import/" + v.run.ID + "?form=columns-" + strconv.Itoa(i) + "#file-" + strconv.Itoa(i), About: v.run.Report.Files[i].Name}}
}

func (v *runView) linesTitle() string {
	if v.run.State == intake.Ready {
		return "First rows"
	}
	return "Deals and accounts of this import"
}

func (v *runView) lines() look.TableView {
	t := look.TableView{Caption: "What becomes of the first rows", Columns: []look.Column{{Label: "Deal or account", Wide: true}, {Label: "State"}, {Label: "Row"}}}
	for _, l := range v.run.Report.Lines[:min(len(v.run.Report.Lines), shown)] {
		what := look.Text(l.Account)
		if l.Name != "" {
			what = look.Row2(v.dealOf(l), look.Text(l.Account))
		}
		t.Rows = append(t.Rows, look.Row{Cells: []templ.Component{what, changeOf(l), look.Num(where(l.File, l.Line))}})
	}
	return t
}

// dealOf leads to the deal, once there is one.
func (v *runView) dealOf(l intake.Line) templ.Component {
	if l.Key == "" || v.run.State != intake.Done {
		return look.Text(l.Name)
	}
	return look.Link(l.Key+" "+l.Name, "/deals/"+l.Key)
}

func changeOf(l intake.Line) templ.Component {
	tone := map[intake.State]look.Tone{intake.Created: look.Good, intake.Updated: look.Wait}[l.State]
	if len(l.Changes) == 0 {
		return look.Tag(string(l.State), tone)
	}
	return look.Row2(look.Tag(string(l.State), tone), look.Text(strings.Join(l.Changes, "; ")))
}
