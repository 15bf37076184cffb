package demo

import (
	"context"
	"slices"
	"sort"

	"throughline/internal/account"
	"throughline/internal/clock"
	"throughline/internal/journal"
	"throughline/internal/thread"
)

// Missed is a stakeholder who was not there when something that concerns them was shown.
type Missed struct {
	Contact      string   `json:"contact"`
	Role         string   `json:"role"`
	Decides      bool     `json:"decides"`
	Champion     bool     `json:"champion"`
	Requirements []Unseen `json:"requirements"` // in the order of the thread
	// Planned is the next demo that they are to attend and that shows one of these; empty for none.
	Planned string `json:"planned"`
}

// Unseen is a requirement that was shown without them.
type Unseen struct {
	ID  string `json:"id"`
	Key string `json:"key"`
}

// WhoMissed lists the stakeholders who have not seen what was shown of what concerns them: those
// with the technical decision first, then champions. What concerns everybody is what they raised
// or said themselves; who has the technical decision, and a champion, each must and whatever owes
// to be shown besides. A withdrawn demo showed nothing, and an erased person is nobody to invite.
func WhoMissed(ctx context.Context, src journal.Source, p *thread.Picture) ([]Missed, error) {
	deal := p.Facts.Deal.ID
	holders, err := account.Named(ctx, src, deal)
	if err != nil || len(holders) == 0 {
		return nil, err
	}
	r, err := shownTo(ctx, src, deal)
	if err != nil {
		return nil, err
	}
	quotes, err := journal.List[thread.Quote](ctx, src, deal)
	if err != nil {
		return nil, err
	}
	said := map[string][]string{}
	for _, q := range quotes {
		said[q.Requirement] = append(said[q.Requirement], q.Speaker)
	}
	var out []Missed
	for _, h := range holders {
		m := Missed{Contact: h.Contact, Role: h.Role, Decides: h.Decides, Champion: h.Champion}
		for i := range p.Rows {
			l := &p.Rows[i]
			if l.Requirement.Stands() && concerns(h, l, said[l.Requirement.ID]) && r.without(l.Requirement.ID, h.Contact) {
				m.Requirements = append(m.Requirements, Unseen{l.Requirement.ID, l.Key})
			}
		}
		if m.Requirements != nil {
			m.Planned = r.next(m)
			out = append(out, m)
		}
	}
	sort.SliceStable(out, func(i, j int) bool { return out[i].part() < out[j].part() })
	return out, nil
}

// parts are the parts in a decision, the weightiest first.
var parts = []string{"technical decision", "champion", ""}

func (m Missed) part() int {
	switch {
	case m.Decides:
		return 0
	case m.Champion:
		return 1
	}
	return 2
}

// Part is their part in the decision in words; empty for none.
func (m Missed) Part() string { return parts[m.part()] }

// concerns says whether a requirement concerns a stakeholder.
func concerns(h account.Stakeholder, l *thread.Line, said []string) bool {
	if l.Requirement.RaisedBy == h.Contact || slices.Contains(said, h.Contact) {
		return true
	}
	return (h.Decides || h.Champion) && (l.Requirement.Priority == thread.Must || l.Cells[thread.Shown].Owed)
}

// audience is who saw, and who is to see, each requirement.
type audience struct {
	shown   map[string][]Demo // requirement: the delivered demos that showed it, whole or in part
	planned map[string][]Demo
}

func shownTo(ctx context.Context, src journal.Source, deal string) (a audience, err error) {
	a = audience{map[string][]Demo{}, map[string][]Demo{}}
	demos, err := journal.List[Demo](ctx, src, deal)
	if err != nil {
		return a, err
	}
	segments, err := Segments(ctx, src, deal)
	if err != nil {
		return a, err
	}
	shows, err := thread.Linked(ctx, src, deal, segmentKind.Name, thread.Trace)
	showings := join(demos, segments, nil)
	for requirement, ids := range shows {
		for _, id := range ids {
			switch s, ok := showings[id]; {
			case !ok:
			case s.demo.State == Delivered && s.segment.seen():
				a.shown[requirement] = append(a.shown[requirement], s.demo)
			case s.demo.State == Planned:
				a.planned[requirement] = append(a.planned[requirement], s.demo)
			}
		}
	}
	return a, err
}

// without says whether a requirement was shown, and never with this contact there.
func (a audience) without(requirement, contact string) bool {
	all := a.shown[requirement]
	return len(all) > 0 && !slices.ContainsFunc(all, func(d Demo) bool { return d.attended(contact) })
}

// next is the earliest planned demo that shows one of the things they missed and has them on its
// list.
func (a audience) next(m Missed) (id string) {
	var at clock.Instant
	for _, u := range m.Requirements {
		for _, d := range a.planned[u.ID] {
			if d.attended(m.Contact) && (id == "" || d.HeldAt.Before(at)) {
				id, at = d.ID, d.HeldAt
			}
		}
	}
	return id
}
