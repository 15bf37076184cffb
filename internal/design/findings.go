package design

import (
	"context"
	"fmt"

	"throughline/internal/account"
	"throughline/internal/design/dsl"
	"throughline/internal/journal"
	"throughline/internal/thread"
)

// Finding is something that a review of the design should settle.
type Finding struct {
	Code string `json:"code"` // D-01 …
	Kind string `json:"kind"` // of the thing it is about
	ID   string `json:"id"`
	Name string `json:"name"`
	What string `json:"what"`
	Must bool   `json:"must"` // to be settled before an approval; else worth a look
}

// Findings lists what the design of a deal lacks, by rule: musts first, then what else stands.
func Findings(ctx context.Context, src journal.Source, deal string) ([]Finding, error) {
	m, decisions, err := whole(ctx, src, deal)
	if err != nil {
		return nil, err
	}
	satisfied, err := Satisfied(ctx, src, deal)
	if err != nil {
		return nil, err
	}
	out, err := unsatisfied(ctx, src, deal, satisfied)
	if err != nil {
		return nil, err
	}
	out = append(out, m.serveNothing(satisfied)...)
	out = append(out, m.bareInterfaces()...)
	out = append(out, bareDecisions(decisions)...)
	concerns, err := unadvised(ctx, src, deal)
	return append(out, concerns...), err
}

// unsatisfied: D-01, a requirement that owes designed, or will once the deal is signed, and
// nothing satisfies it.
func unsatisfied(ctx context.Context, src journal.Source, deal string, satisfied map[string][]string) ([]Finding, error) {
	d, err := journal.Load[account.Opportunity](ctx, src, deal)
	if err != nil {
		return nil, err
	}
	all, err := thread.Requirements(ctx, src, deal)
	met := map[string]bool{}
	for _, ids := range satisfied {
		for _, id := range ids {
			met[id] = true
		}
	}
	var musts, others []Finding
	for _, r := range all {
		if owed, _ := thread.Owed(&d, &r, true); !owed[thread.Designed] || met[r.ID] {
			continue
		}
		f := Finding{"D-01", "requirement", r.ID, r.Key(d.Prefix), fmt.Sprintf("No element or decision satisfies %s: %s", r.Key(d.Prefix), r.Statement), r.Priority == thread.Must}
		if f.Must {
			musts = append(musts, f)
		} else {
			others = append(others, f)
		}
	}
	return append(musts, others...), err
}

// serveNothing: D-02, a system, container or component of ours that satisfies no requirement,
// and nothing in it does.
func (m *Model) serveNothing(satisfied map[string][]string) (out []Finding) {
	serves := map[string]bool{}
	for _, e := range m.Elements {
		if len(satisfied[e.ID]) == 0 {
			continue
		}
		for at, ok := e, true; ok && !serves[at.ID]; at, ok = m.Element(at.Parent) {
			serves[at.ID] = true
		}
	}
	for _, e := range m.Elements {
		if e.Kind != dsl.System && e.Kind != dsl.Container && e.Kind != dsl.Component || serves[e.ID] || e.External || m.Top(e.ID).External {
			continue
		}
		out = append(out, Finding{"D-02", "element", e.ID, e.Name, fmt.Sprintf("%s serves no requirement.", m.Name(e.ID)), false})
	}
	return out
}

// bareInterfaces: D-07, a relationship from one system to another without owner or protocol.
func (m *Model) bareInterfaces() (out []Finding) {
	for _, r := range m.Interfaces() {
		var lacks string
		switch {
		case r.Owner == "" && r.Technology == "":
			lacks = "neither owner nor protocol"
		case r.Owner == "":
			lacks = "no owner"
		case r.Technology == "":
			lacks = "no protocol"
		default:
			continue
		}
		name := m.Name(r.From) + " → " + m.Name(r.To)
		out = append(out, Finding{"D-07", "relationship", r.ID, name, fmt.Sprintf("The interface %s (%s) has %s.", name, r.Description, lacks), true})
	}
	return out
}

// bareDecisions: D-26, a decision accepted with fewer than two options.
func bareDecisions(all []Decision) (out []Finding) {
	for _, d := range all {
		if d.Status == Accepted && len(d.Options) < 2 {
			out = append(out, Finding{"D-26", "decision", d.ID, d.Key(), fmt.Sprintf("%s was accepted with %s; name what else was considered.", d.Key(), plural(len(d.Options), "option")), false})
		}
	}
	return out
}
