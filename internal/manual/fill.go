package manual

import (
	"fmt"
	"slices"

	"throughline/internal/clock"
	"throughline/internal/content"
	"throughline/internal/delivery"
	"throughline/internal/design"
	"throughline/internal/thread"
)

func (b *book) nodes() []content.Block      { return b.design.Nodes() }
func (b *book) interfaces() []content.Block { return b.design.Interfaces() }
func (b *book) advice() []content.Block     { return b.design.Advice() }
func (b *book) decisions() []content.Block  { return b.design.Strategy() }
func (b *book) parts() []content.Block      { return b.design.Parts() }

// table is a table, or nothing where it has no rows.
func table(caption string, head []string, rows [][][]content.Span) []content.Block {
	if len(rows) == 0 {
		return nil
	}
	return []content.Block{{Table: &content.Table{Caption: caption, Head: head, Rows: rows}}}
}

func key(k string) []content.Span { return []content.Span{{Text: k, Key: k}} }

func or(s, none string) string {
	if s == "" {
		return none
	}
	return s
}

// facts are how things are at the customer today.
func (b *book) facts() []content.Block {
	var rows [][][]content.Span
	for _, f := range b.known {
		if f.ReplacedBy == "" {
			rows = append(rows, [][]content.Span{content.Text(f.Name), content.Text(f.Amount()), content.Text(string(f.Standing(b.t.Facts.Today))), content.Text(or(b.names.Of(f.SaidBy), "ours"))})
		}
	}
	return table("Facts of the environment", []string{"What", "How it is", "How sure", "By"}, rows)
}

// theirTasks are what the customer's people have to do.
func (b *book) theirTasks() []content.Block {
	var rows [][][]content.Span
	for _, t := range b.tasks {
		if t.Party == "customer" {
			rows = append(rows, [][]content.Span{key(t.Key()), content.Text(t.Title), content.Text(or(b.names.Of(t.Owner), "nobody yet")), content.Text(or(string(t.DueOn), "no date")), content.Text(string(t.State))})
		}
	}
	return table("The customer's tasks", []string{"Task", "What", "Owner", "Due", "State"}, rows)
}

// requirements are what the design owes, and how far each is.
func (b *book) requirements() []content.Block {
	var rows [][][]content.Span
	for _, l := range b.t.Rows {
		if r := l.Requirement; r.Stands() && r.PostOwed() {
			rows = append(rows, [][]content.Span{key(l.Key), content.Exact(r.Statement), content.Text(string(r.Priority)), content.Text(l.Cells[thread.Designed].State.String())})
		}
	}
	return table("Requirements", []string{"Key", "Requirement", "Priority", "Designed"}, rows)
}

// security is the advice on it, then each requirement of security and data with what meets it.
func (b *book) security() (out []content.Block) {
	if i := slices.IndexFunc(b.said, func(k design.Concern) bool { return k.Name == "security configuration" }); i >= 0 {
		out = content.Written(or(b.said[i].Advice, b.said[i].NotNeeded))
	}
	var rows [][][]content.Span
	for _, l := range b.t.Rows {
		if r := l.Requirement; r.Stands() && r.PostOwed() && (r.Kind == thread.Security || r.Kind == thread.Data) {
			met := "nothing yet"
			if v := l.Cells[thread.Designed].Verdict; v != nil && len(v.Evidence) > 0 {
				met = v.Evidence[0].Text
			}
			rows = append(rows, [][]content.Span{key(l.Key), content.Exact(r.Statement), content.Text(met)})
		}
	}
	return append(out, table("Requirements of security and data", []string{"Key", "Requirement", "Met by"}, rows)...)
}

// checks say what each expects and what its last run measured.
func (b *book) checks() []content.Block {
	var rows [][][]content.Span
	for _, k := range b.tests {
		if k.Withdrawn != "" {
			continue
		}
		expects := "a person says whether it passed"
		if k.Measure != nil {
			expects = k.Measure.String()
		}
		rows = append(rows, [][]content.Span{key(k.Key()), content.Text(k.Title), content.Text(or(k.Method, "not said")), content.Text(expects), content.Text(b.lastRun(k))})
	}
	return table("Checks", []string{"Check", "What", "How", "Expects", "Last run"}, rows)
}

func (b *book) lastRun(k delivery.Check) string {
	all := b.results[k.ID]
	if len(all) == 0 {
		return "never"
	}
	r := all[len(all)-1]
	how := "failed"
	if r.Passed {
		how = "passed"
	}
	if r.Value != nil {
		how = r.Measured() + ", " + how
	}
	return fmt.Sprintf("%s: %s", clock.DateOf(r.At.Time()), how)
}

// called are who runs it, and the owners of what it talks to.
func (b *book) called() []content.Block {
	d := b.t.Facts.Deal
	var rows [][][]content.Span
	add := func(who, what string) {
		if who != "" {
			rows = append(rows, [][]content.Span{content.Text(b.names.Of(who)), content.Text(what)})
		}
	}
	add(d.Runs, "Runs it")
	add(d.SA, "Designed it")
	for _, r := range b.model.Interfaces() {
		add(r.Owner, fmt.Sprintf("The interface %s → %s", b.model.Name(r.From), b.model.Name(r.To)))
	}
	return table("Who is called", []string{"Who", "For what"}, rows)
}

// weak are checks that failed or never ran, and promises still to be kept.
func (b *book) weak() []content.Block {
	var items [][]content.Span
	for _, k := range b.tests {
		all := b.results[k.ID]
		switch {
		case k.Withdrawn != "":
		case len(all) == 0:
			items = append(items, content.Text(fmt.Sprintf("%s was never run: %s", k.Key(), k.Title)))
		case !all[len(all)-1].Passed:
			items = append(items, content.Text(fmt.Sprintf("%s failed: %s, %s", k.Key(), k.Title, b.lastRun(k))))
		}
	}
	for _, p := range b.t.Facts.Promises {
		if p.Pending() {
			items = append(items, []content.Span{{Text: fmt.Sprintf("Promise P%d, due %s: ", p.Number, or(string(p.DueOn()), "no date"))}, {Text: p.Words.String(), Exact: true}})
		}
	}
	if len(items) == 0 {
		return nil
	}
	return []content.Block{{List: &content.List{Items: items}}}
}
