package team

import (
	"context"
	"slices"

	"throughline/internal/account"
	"throughline/internal/answers"
	"throughline/internal/delivery"
	"throughline/internal/demo"
	"throughline/internal/design"
	"throughline/internal/discovery"
	"throughline/internal/evaluation"
	"throughline/internal/handoff"
	"throughline/internal/journal"
	"throughline/internal/people"
)

// each goes through the deal's things of a kind.
func each[T any](ctx context.Context, g *gathering, do func(T)) error {
	all, err := journal.List[T](ctx, g.src, g.deal)
	for _, x := range all {
		do(x)
	}
	return err
}

func (g *gathering) calls(ctx context.Context) error {
	return each(ctx, g, func(c discovery.Call) {
		g.add("call held", "call", c.ID, g.part(c.RecordedBy, c.People...), c.Title, g.day(c.HeldAt), "discovery/"+c.ID, "")
	})
}

func (g *gathering) demos(ctx context.Context) error {
	return each(ctx, g, func(d demo.Demo) {
		if d.State == demo.Delivered {
			g.add("demo delivered", "demo", d.ID, g.part(d.Owner, d.Persons...), d.Title, g.day(d.HeldAt), "demo?at="+d.ID, "")
		}
	})
}

func (g *gathering) evaluations(ctx context.Context) error {
	return each(ctx, g, func(e evaluation.Evaluation) {
		if e.State == evaluation.Closed {
			g.add("evaluation closed", "evaluation", e.ID, g.part(e.Owner), e.Title, g.day(e.ClosedAt), "evaluation?view=evaluations&at="+e.ID, "")
		}
	})
}

func (g *gathering) answers(ctx context.Context) error {
	return each(ctx, g, func(a answers.Answer) {
		struck := ""
		if a.State == answers.Withdrawn {
			struck = "withdrawn"
		}
		if !a.ApprovedAt.IsZero() && a.State != answers.Draft {
			g.add("answer approved", "answer", a.ID, g.part(a.WrittenBy, a.Approver), a.Key(), g.day(a.ApprovedAt), "demo?view=answers&at="+a.ID, struck)
		}
	})
}

func (g *gathering) designs(ctx context.Context) error {
	return each(ctx, g, func(v design.Version) {
		struck := ""
		if v.Withdrawn != "" {
			struck = "approval withdrawn"
		}
		var approvers []string
		for _, a := range v.Approvals {
			approvers = append(approvers, a.Approver)
		}
		g.add("design approved", "version", v.ID, g.part(v.AskedBy, approvers...), v.Title, g.day(v.ApprovedAt), "design?version="+v.ID, struck)
	})
}

func (g *gathering) decisions(ctx context.Context) error {
	return each(ctx, g, func(d design.Decision) {
		if d.Status != design.Accepted && d.Status != design.Superseded {
			return
		}
		part, struck := "", ""
		if slices.Contains(d.Makers, g.person) {
			part = people.Led
		}
		if d.Status == design.Superseded {
			struck = "superseded"
		}
		g.add("decision accepted", "decision", d.ID, part, d.Key()+" "+d.Title, d.Date, "design?at="+d.ID, struck)
	})
}

func (g *gathering) gates(ctx context.Context) error {
	return each(ctx, g, func(x delivery.Gate) {
		for _, s := range x.Signatures {
			if s.By == g.person {
				g.add("gate passed", "gate", x.ID, people.Led, x.Name, g.day(s.At), "delivery?view=gates&at="+x.ID, "")
				return
			}
		}
	})
}

func (g *gathering) goLives(ctx context.Context) error {
	return each(ctx, g, func(l delivery.GoLive) {
		if l.Outcome == delivery.NoGo {
			return
		}
		part := ""
		if slices.Contains(l.Persons, g.person) {
			part = people.Led
		}
		struck := ""
		if l.Withdrawn != "" {
			struck = "withdrawn"
		}
		g.add("go-live", "go-live", l.ID, part, "", g.day(l.At), "delivery?at="+l.ID, struck)
	})
}

func (g *gathering) handoffs(ctx context.Context) error {
	deal, err := journal.Load[account.Opportunity](ctx, g.src, g.deal)
	if err != nil || deal.SE != g.person {
		return err
	}
	items, err := journal.List[handoff.Item](ctx, g.src, g.deal)
	if err != nil {
		return err
	}
	returned := map[string]bool{}
	for _, i := range items {
		returned[i.Handoff] = returned[i.Handoff] || i.Returns > 0
	}
	return each(ctx, g, func(h handoff.Handoff) {
		if !h.CompletedAt.IsZero() && !returned[h.ID] {
			struck := ""
			if h.Withdrawn != "" {
				struck = "signature withdrawn"
			}
			g.add("handoff accepted without return", "handoff", h.ID, people.Led, "", g.day(h.CompletedAt), "handoff", struck)
		}
	})
}

// wins is the deal's technical win, of whoever was its SE: the first sign-off that agreed, by
// somebody who had the technical decision.
func (g *gathering) wins(ctx context.Context) error {
	deal, err := journal.Load[account.Opportunity](ctx, g.src, g.deal)
	if err != nil || deal.SE != g.person {
		return err
	}
	var first *evaluation.SignOff
	if err := each(ctx, g, func(s evaluation.SignOff) {
		if s.Decides && s.Decision != evaluation.Refusal && (first == nil || before(s, *first)) {
			first = &s
		}
	}); err != nil || first == nil {
		return err
	}
	struck := ""
	if !first.WithdrawnAt.IsZero() {
		struck = "sign-off withdrawn"
	}
	g.add("technical win", "sign-off", first.ID, people.Led, "", g.day(first.At), "evaluation?at="+first.ID, struck)
	return nil
}

// before says which of two sign-offs stands for the win: one that holds, then the earlier.
func before(a, b evaluation.SignOff) bool {
	if holds := a.WithdrawnAt.IsZero(); holds != b.WithdrawnAt.IsZero() {
		return holds
	}
	return a.At.Before(b.At)
}
