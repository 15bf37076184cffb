package discovery

import (
	"fmt"

	"throughline/internal/content"
	"throughline/internal/thread"
)

// brief is the deal on one page, for whoever joins it: dates, who decides, the musts with how
// far they are, what was promised, and what to find out next.
func (d told) brief() content.Document {
	o := d.t.Facts.Deal
	doc := content.Document{Name: "brief", Title: "Brief", About: d.about()}
	facts := content.Table{Head: []string{"", ""}}
	for _, line := range [][2]string{{"Stage", o.Stage}, {"Type", o.Type}, {"Close", string(o.CloseOn)}, {"Go-live as planned", string(o.GoLiveOn)},
		{"SE", d.names.Of(o.SE)}, {"SA", d.names.Of(o.SA)}, {"Account executive", d.names.Of(o.AE)}, {"Technical win", d.t.Win()},
		{"Technical decision", d.decides()}} {
		if line[1] != "" {
			facts.Rows = append(facts.Rows, [][]content.Span{content.Text(line[0]), content.Text(line[1])})
		}
	}
	doc.Blocks = append(doc.Blocks, content.Block{Table: &facts}, content.H(1, "Musts"))
	musts := content.Table{Head: []string{"Requirement", "What they need", "Pre-sale stations reached"}}
	for i, l := range d.t.Rows {
		if r := l.Requirement; r.Stands() && r.Priority == thread.Must {
			done, owed := 0, 0
			for _, c := range l.Cells[:thread.Accepted] {
				if c.Owed && !(c.AnyOf && c.State != thread.Reached && c.Station != thread.Shown) {
					owed++
					if c.State == thread.Reached {
						done++
					}
				}
			}
			musts.Rows = append(musts.Rows, [][]content.Span{{d.key(i)}, content.Exact(r.Statement), content.Text(fmt.Sprintf("%d of %d", done, owed))})
		}
	}
	if len(musts.Rows) == 0 {
		doc.Blocks = append(doc.Blocks, missing("No must is recorded yet."))
	} else {
		doc.Blocks = append(doc.Blocks, content.Block{Table: &musts})
	}
	doc.Blocks = append(doc.Blocks, d.promised()...)
	if len(d.meddpicc.Next) > 0 {
		doc.Blocks = append(doc.Blocks, content.H(1, "Find out next"))
		list := content.List{Numbered: true}
		for _, s := range d.meddpicc.Next[:min(3, len(d.meddpicc.Next))] {
			list.Items = append(list.Items, content.Text(s.Part.Question))
		}
		doc.Blocks = append(doc.Blocks, content.Block{List: &list})
	}
	return doc
}

// decides names the stakeholders who have the technical decision.
func (d told) decides() string {
	out := ""
	for _, s := range d.people {
		if s.Decides {
			if out != "" {
				out += ", "
			}
			out += d.names.Of(s.Contact)
		}
	}
	return out
}

func (d told) promised() []content.Block {
	var items [][]content.Span
	for _, p := range d.t.Facts.Promises {
		if p.Pending() {
			line := []content.Span{{Text: fmt.Sprintf("P%d ", p.Number)}, {Text: p.Words.String(), Exact: true}}
			if due := p.DueOn(); due != "" {
				line = append(line, content.Span{Text: ", due " + due.Words()})
			}
			items = append(items, line)
		}
	}
	if len(items) == 0 {
		return nil
	}
	return []content.Block{content.H(1, "Promised"), {List: &content.List{Items: items}}}
}
