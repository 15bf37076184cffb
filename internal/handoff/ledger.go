package handoff

import (
	"fmt"

	"throughline/internal/clock"
	"throughline/internal/content"
	"throughline/internal/thread"
)

// ledger is the promise ledger: every promise, what became of it, and what proves it.
func (p *paper) ledger() content.Document {
	f := &p.thread.Facts
	doc := content.Document{Name: "promise-ledger", Title: "Promise ledger", About: fmt.Sprintf("%s, %s, as of %s", f.Deal.Prefix, f.Deal.Name, f.Today)}
	broken := map[string]bool{}
	for _, l := range p.thread.Rows {
		broken[l.Requirement.ID] = len(l.Breaks) > 0
	}
	risky, surprises := 0, 0
	var rows [][][]content.Span
	for _, pr := range f.Promises {
		state := string(pr.State)
		if pr.AtRisk(f.Today, f.Settings.AtRiskDays, broken[pr.Requirement]) {
			state += ", at risk"
			risky++
		}
		if pr.Surprise {
			state += ", found after the freeze"
			surprises++
		}
		key := fmt.Sprintf("P%d", pr.Number)
		rows = append(rows, [][]content.Span{{{Text: key, Key: key}}, p.about(pr), content.Exact(pr.Words.String()), content.Text(pr.Sort),
			content.Text(said(pr)), content.Text(orNone(string(pr.DueOn()))), content.Text(pr.Contractual), content.Text(state), content.Text(p.became(pr))})
	}
	doc.Blocks = append(doc.Blocks, content.Para(fmt.Sprintf("%d promises, %d at risk, %d found after the freeze.", len(f.Promises), risky, surprises)),
		content.Block{Table: &content.Table{Head: []string{"Promise", "Requirement", "Exact words", "Sort", "Where and when", "Due", "In the contract", "State", "What became of it"}, Rows: rows}})
	return doc
}

// about is the requirement that a promise hangs on.
func (p *paper) about(pr thread.Promise) []content.Span {
	for _, l := range p.thread.Rows {
		if l.Requirement.ID == pr.Requirement {
			return []content.Span{{Text: l.Key, Key: l.Key}}
		}
	}
	return content.Text("none")
}

// became is what happened to a promise, in a sentence.
func (p *paper) became(pr thread.Promise) string {
	day := clock.DateOf(pr.EndedAt.Time())
	switch pr.State {
	case thread.PromiseTaken:
		return fmt.Sprintf("Taken over by %s on %s.", p.names.Of(pr.TakenBy), day)
	case thread.PromiseKept:
		return fmt.Sprintf("Kept on %s: %s", day, pr.Proof)
	case thread.PromiseRenegotiated:
		text := fmt.Sprintf("Renegotiated with %s on %s: %s", pr.With, day, pr.NewWords)
		if pr.WasBroken {
			text = fmt.Sprintf("Broken before: %s %s", pr.Why, text)
		}
		return text
	case thread.PromiseBroken:
		return fmt.Sprintf("Broken on %s: %s", day, pr.Why)
	case thread.PromiseVoid:
		return fmt.Sprintf("Void on %s: %s", day, pr.Proof)
	}
	return ""
}
