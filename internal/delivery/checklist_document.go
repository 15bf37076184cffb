package delivery

import (
	"fmt"

	"throughline/internal/clock"
	"throughline/internal/content"
	"throughline/internal/thread"
)

// checklist is the go-live checklist: gates with what stands in their way, every check with
// its latest value, and the promises that are open.
func (p *paper) checklist() content.Document {
	d := content.Document{Name: "go-live-checklist", Title: "Go-live checklist", About: p.about()}
	for _, g := range p.gates {
		d.Blocks = append(d.Blocks, p.gate(g)...)
	}
	var rows [][][]content.Span
	for _, l := range p.thread.Rows {
		if !l.Requirement.Stands() || !l.Requirement.PostOwed() {
			continue
		}
		checks := p.checksOf[l.Requirement.ID]
		if len(checks) == 0 {
			rows = append(rows, [][]content.Span{keyed(l.Key), content.Exact(l.Requirement.Statement), cell("no check"), cell(""), cell("missing")})
		}
		for _, k := range checks {
			rows = append(rows, [][]content.Span{keyed(l.Key), content.Exact(l.Requirement.Statement), cell(k.asks()), cell(p.latest(k)), cell(p.verdict(k))})
		}
	}
	if rows != nil {
		d.Blocks = append(d.Blocks, content.H(1, "Checks"), tabled("", []string{"Requirement", "What the customer needs", "Check", "Latest result", "Verdict"}, rows))
	}
	var open [][]content.Span
	for _, pr := range p.thread.Facts.Promises {
		if pr.Pending() {
			key := fmt.Sprintf("P%d", pr.Number)
			open = append(open, []content.Span{{Text: key, Key: key}, {Text: fmt.Sprintf(" (%s, due %s): ", pr.State, day(pr.DueOn()))}, {Text: pr.Words.String(), Exact: true}})
		}
	}
	if open != nil {
		d.Blocks = append(d.Blocks, content.H(1, "Promises that bind"), listing(open))
	}
	return d
}

// gate is one gate of the checklist.
func (p *paper) gate(g Gate) []content.Block {
	findings := Judge(g, &p.thread.Picture)
	state := "closed"
	if Passed(findings) {
		state = "open: every criterion holds"
	}
	var rows [][][]content.Span
	for _, f := range findings {
		holds := "holds"
		if !f.Holds {
			holds = "does not hold"
		}
		rows = append(rows, [][]content.Span{cell(f.Says), cell(holds), keys(f.Missing)})
	}
	out := []content.Block{content.H(1, "Gate: "+g.Name), content.Para(fmt.Sprintf("The gate is %s. Due: %s.", state, day(g.DueOn))),
		tabled("", []string{"Criterion", "Verdict", "In the way"}, rows)}
	for _, s := range g.Signatures {
		out = append(out, content.Para(fmt.Sprintf("Signed for %s by %s on %s.", s.Role, p.names.Of(s.By), clock.DateOf(s.At.Time()))))
	}
	return out
}

// asks is what a check measures, in words.
func (k Check) asks() string {
	if k.Measure == nil {
		return k.Key() + ": " + k.Title
	}
	return k.Key() + ": " + k.Measure.String()
}

func (p *paper) latest(k Check) string {
	all := p.results[k.ID]
	if len(all) == 0 {
		return "none"
	}
	r := all[len(all)-1]
	return fmt.Sprintf("%s, %s, by %s", r.Measured(), clock.DateOf(r.At.Time()), p.names.Of(r.By))
}

func (p *paper) verdict(k Check) string {
	all := p.results[k.ID]
	switch {
	case len(all) == 0:
		return "not measured"
	case all[len(all)-1].Passed:
		return "passed"
	}
	return "failed"
}

// owedAt counts how many of what owes a station has reached it.
func (p *paper) owedAt(s thread.Station) string {
	c := p.thread.Coverage[s]
	return fmt.Sprintf("%d of %d", c.Reached, c.Owed)
}
