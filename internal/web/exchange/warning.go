package exchange

import (
	"strings"

	"github.com/a-h/templ"

	"throughline/internal/exchange/crm"
	"throughline/internal/exchange/intake"
	"throughline/internal/web/look"
)

// examples is how many rows stand for all that one warning is about.
const examples = 3

// warned is how many warnings there are; of very many only the first are kept.
func (v *runView) warned() string {
	n := len(v.run.Report.Warnings)
	if n >= intake.KeptAtMost {
		return thousands(n) + " or more"
	}
	return thousands(n)
}

// done is what has been done to the rows that are counted while an import moves.
func (v *runView) done() string {
	if v.run.State == intake.Taking {
		return "taken in"
	}
	return "read"
}

// warnings says each reason once, with the first rows that it is about and how many more.
func warnings(all []crm.Refusal) look.TableView {
	t := look.TableView{Caption: "Warnings", Columns: []look.Column{{Label: "Why, and what to do", Wide: true}, {Label: "Rows"}}}
	for _, same := range sameReason(all) {
		first := same[0]
		var values, places []string
		for _, e := range same[:min(len(same), examples)] {
			if e.Value != "" {
				values = append(values, "“"+e.Value+"”")
			}
			places = append(places, where(e.File, e.Line))
		}
		at := strings.TrimPrefix(first.Column+": "+strings.Join(values, ", "), ": ")
		cells := []templ.Component{look.Text(strings.Join(places, "; "))}
		if n := about(same) - len(places); n > 0 {
			cells = append(cells, look.Text("and "+thousands(n)+" more"))
		}
		t.Rows = append(t.Rows, look.Row{Cells: []templ.Component{look.Row2(look.Text(onPage(first.Reason)), look.Text(strings.TrimSuffix(at, ": "))), stacked(cells)}})
		if len(t.Rows) == shown {
			break
		}
	}
	return t
}

// sameReason puts warnings of one reason and column together, in the order they came.
func sameReason(all []crm.Refusal) (out [][]crm.Refusal) {
	at := map[[2]string]int{}
	for _, e := range all {
		k := [2]string{e.Column, e.Reason}
		i, ok := at[k]
		if !ok {
			i = len(out)
			at[k], out = i, append(out, nil)
		}
		out[i] = append(out[i], e)
	}
	return out
}

// about is how many rows some warnings are about.
func about(same []crm.Refusal) (n int) {
	for _, e := range same {
		n += max(e.Rows, 1)
	}
	return n
}

func stacked(cells []templ.Component) templ.Component {
	if len(cells) == 1 {
		return cells[0]
	}
	return look.Row2(cells[0], cells[1])
}
