package evaluation

import (
	"fmt"
	"strings"

	"github.com/a-h/templ"

	core "throughline/internal/evaluation"
	"throughline/internal/thread"
	"throughline/internal/web/look"
)

// of are the trials of one evaluation.
func (v *view) of(e core.Evaluation) (out []core.Trial) {
	for _, t := range v.trials {
		if t.Evaluation.ID == e.ID {
			out = append(out, t)
		}
	}
	return out
}

// changeable says whether an evaluation takes criteria and results.
func changeable(e core.Evaluation) bool { return e.State != core.Withdrawn && e.State != core.Closed }

// counting are the evaluations that are not withdrawn.
func (v *view) counting() (out []core.Evaluation) {
	for _, e := range v.evaluations {
		if e.Counts() {
			out = append(out, e)
		}
	}
	return out
}

func (v *view) criteriaTable(e core.Evaluation) look.TableView {
	t := look.TableView{Caption: "Criteria of " + e.Title, Columns: []look.Column{{Label: "Key"}, {Label: "Criterion", Wide: true}, {Label: "Target"}, {Label: "Measured"},
		{Label: "Outcome"}, {Label: "Weight", Number: true}, {Label: "Who runs it"}, {Label: "Version"}}}
	for _, x := range v.of(e) {
		row := look.Row{ID: "c-" + x.Criterion.Key(), Cells: v.criterionCells(x), Selected: x.Criterion.ID == v.at}
		if x.Outcome == core.Failed && !x.Waived(v.r.Today()) {
			row.Tone = look.Break
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

func (v *view) criterionCells(x core.Trial) []templ.Component {
	c := x.Criterion
	from := look.Soft("of no requirement")
	if l := v.line(c.Requirement); l != nil {
		from = look.Key(l.Key, v.r.DealPath("requirements/"+l.Key))
	}
	about := from
	if c.Must {
		about = join(from, look.Soft("· must"))
	}
	return []templ.Component{look.Key(c.Key(), v.to(criteriaView, c.ID, "")), look.Row2(look.Text(c.Statement), about), look.Num(target(c.Measure)), look.Num(measured(x)),
		outcomeTags(v, x), look.Num(fmt.Sprint(c.Weight)), whole(v.who(c.RunBy)), version(c)}
}

// target writes '≤ 10 min', without what is measured.
func target(m *thread.Measure) string {
	if m == nil {
		return "yes or no"
	}
	return strings.TrimSpace(strings.TrimPrefix(m.String(), m.Metric))
}

// measured is the value of the run that counts.
func measured(x core.Trial) string {
	switch {
	case x.Result == nil:
		return "–"
	case x.Criterion.Measure == nil:
		return map[bool]string{true: "yes", false: "no"}[x.Result.Passed]
	}
	return thread.Quantity(x.Result.Value, x.Result.Unit)
}

func version(c core.Criterion) templ.Component {
	words := "locked"
	if !c.Locked() {
		words = "not locked"
	}
	if c.Version > 1 {
		words = fmt.Sprintf("%d, %s", c.Version, words)
	}
	if c.Locked() {
		return look.Soft(words)
	}
	return look.Tag(words, look.Wait)
}

var outcomeTones = map[core.Outcome]look.Tone{core.Passed: look.Good, core.Failed: look.Break, core.NotRun: look.Quiet}

// picked is the criterion that the address names.
func (v *view) picked() *core.Trial { return v.trial(v.at) }

// criteriaActs are what can be done with the criteria of an evaluation.
func (v *view) criteriaActs(e core.Evaluation) (out []look.Act) {
	if !v.may() || !changeable(e) {
		return nil
	}
	form := func(name string) string { return v.to(criteriaView, e.ID, name) }
	if e.State != core.Readout {
		out = append(out, look.Act{Label: "From requirements", About: e.Title, Key: "C", Href: form("derive")}, look.Act{Label: "Write one", About: e.Title, Href: form("criterion")})
	}
	if v.unlocked(e) > 0 {
		out = append(out, look.Act{Label: "Lock", About: e.Title, Key: "L", Href: form("lock")})
	}
	if len(v.of(e)) > 0 {
		out = append(out, look.Act{Label: "Import results", About: e.Title, Key: "I", Href: form("import")})
	}
	return out
}

func (v *view) unlocked(e core.Evaluation) (n int) {
	for _, x := range v.of(e) {
		if !x.Criterion.Locked() {
			n++
		}
	}
	return n
}

// underived are the requirements that stand and have no criterion in the evaluation yet.
func (v *view) underived(e core.Evaluation) (out []*thread.Line) {
	has := map[string]bool{}
	for _, x := range v.of(e) {
		has[x.Criterion.Requirement] = true
	}
	for i := range v.t.Rows {
		if l := &v.t.Rows[i]; l.Requirement.Stands() && !has[l.Requirement.ID] {
			out = append(out, l)
		}
	}
	return out
}

func derivable(lines []*thread.Line) (out []look.Option) {
	for _, l := range lines {
		o := look.Option{Value: l.Requirement.ID, Label: l.Key + " " + l.Requirement.Statement, Hint: "judged yes or no"}
		if l.Requirement.Measure != nil {
			o.Hint = l.Requirement.Measure.String()
		}
		out = append(out, o)
	}
	return out
}

// derivedFirst are the ones that are chosen to begin with: musts with a measure.
func derivedFirst(lines []*thread.Line) (out []string) {
	for _, l := range lines {
		if l.Requirement.Priority == thread.Must && l.Requirement.Measure != nil {
			out = append(out, l.Requirement.ID)
		}
	}
	return out
}

// pickedActs are what can be done with the picked criterion.
func (v *view) pickedActs(x core.Trial) (out []look.Act) {
	c := x.Criterion
	if !v.may() {
		return nil
	}
	form := func(name string) string { return v.to(criteriaView, c.ID, name) }
	if changeable(x.Evaluation) {
		out = append(out, look.Act{Label: "Record a result", Kind: look.Main, Key: "R", About: c.Key(), Href: form("result")})
		if !c.Locked() {
			out = append(out, look.Act{Label: "Lock it", About: c.Key(), Href: form("lock")})
		}
		out = append(out, look.Act{Label: "Edit", About: c.Key(), Href: form("edit-criterion")})
	}
	if x.Outcome != core.Passed && x.Waiver == nil {
		out = append(out, look.Act{Label: "Record a waiver", Key: "W", About: c.Key(), Href: form("waive")})
	}
	if changeable(x.Evaluation) && !c.Locked() && len(c.Earlier) == 0 && len(x.Runs) == 0 {
		out = append(out, look.Act{Label: "Remove", Kind: look.Ghost, About: c.Key(), Post: v.path("criteria/" + c.ID + "/remove")})
	}
	return out
}
