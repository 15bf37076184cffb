package design

import (
	"fmt"
	"strings"

	"throughline/internal/content"
)

// decisionLog tells each decision in the form of MADR.
func (a *Paper) decisionLog() content.Document {
	d := content.Document{Name: "decision-log", Title: "Decisions of " + a.t.Facts.Deal.Name,
		About: fmt.Sprintf("%s, as of %s, %s", a.t.Facts.Deal.Prefix, a.t.Facts.Today, plural(len(a.decisions), "decision"))}
	for _, x := range a.decisions {
		d.Blocks = append(d.Blocks, a.decision(x)...)
	}
	return d
}

func (a *Paper) decision(d Decision) []content.Block {
	out := []content.Block{content.H(1, d.Key()+" "+d.Title), {Table: a.facts(d)}}
	say := func(heading, words string) {
		if strings.TrimSpace(words) != "" {
			out = append(out, content.H(2, heading), content.Para(words))
		}
	}
	say("Context and problem", d.Context)
	if len(d.Drivers) > 0 {
		list := content.List{}
		for _, w := range d.Drivers {
			list.Items = append(list.Items, content.Text(w))
		}
		out = append(out, content.H(2, "Decision drivers"), content.Block{List: &list})
	}
	if len(d.Options) > 0 {
		t := content.Table{Caption: "Options considered for " + d.Key(), Head: []string{"Option", "Good", "Bad"}}
		for _, o := range d.Options {
			t.Rows = append(t.Rows, [][]content.Span{content.Text(o.Title), content.Text(o.Good), content.Text(o.Bad)})
		}
		out = append(out, content.H(2, "Considered options"), content.Block{Table: &t})
	}
	say("Decision outcome", d.Outcome)
	say("Consequences", d.Consequences)
	say("Confirmation", d.Confirmation)
	return out
}

func (a *Paper) facts(d Decision) *content.Table {
	t := &content.Table{Caption: d.Key() + " at a glance", Head: []string{"Fact", "Value"}}
	add := func(fact string, value []content.Span) {
		if len(value) > 0 && value[0].Text != "" {
			t.Rows = append(t.Rows, [][]content.Span{content.Text(fact), value})
		}
	}
	status := string(d.Status)
	for _, o := range a.decisions {
		if d.SupersededBy == o.ID {
			status += " by " + o.Key()
		}
	}
	var makers []string
	for _, id := range d.Makers {
		makers = append(makers, a.names.Of(id))
	}
	add("Status", content.Text(status))
	add("Date", content.Text(string(d.Date)))
	add("Decision makers", content.Text(strings.Join(makers, ", ")))
	add("Satisfies", a.satisfies(d.ID))
	return t
}
