package evaluation

import (
	"throughline/internal/clock"
	"throughline/internal/thread"
)

// musts gives every must with what speaks for it.
func (f facts) musts() []Must {
	out := []Must{}
	for i := range f.picture.Rows {
		l := &f.picture.Rows[i]
		if r := &l.Requirement; r.Stands() && r.Priority == thread.Must && !r.Change {
			out = append(out, f.must(l))
		}
	}
	for _, t := range f.trials {
		if t.Criterion.Requirement == "" && t.Criterion.Must {
			m := Must{Key: t.Criterion.Key(), Waived: t.Outcome != Passed && t.Waived(f.picture.Facts.Today), Agreed: true}
			if t.Outcome == Passed {
				m.ground("criterion", t.Result.At)
			}
			out = append(out, m)
		}
	}
	return out
}

func (f facts) must(l *thread.Line) Must {
	m := Must{Key: l.Key, Requirement: l.Requirement.ID}
	waived, unwaived := 0, 0
	for _, t := range f.trials {
		switch {
		case t.Criterion.Requirement != m.Requirement:
		case t.Outcome == Passed:
			m.ground("criterion", t.Result.At)
		case t.Waived(f.picture.Facts.Today):
			waived++
		default:
			unwaived++
		}
	}
	m.Waived = waived > 0 && unwaived == 0
	if c := l.Cells[thread.Shown]; c.State == thread.Reached {
		m.ground("shown", c.Verdict.At)
	}
	if c := l.Cells[thread.Answered]; c.State == thread.Reached && !c.Verdict.Partly {
		m.ground("answer", c.Verdict.At)
	}
	for _, g := range f.grounds {
		if g.Requirement == m.Requirement && g.WithdrawnAt.IsZero() {
			m.ground(g.Kind, g.At)
		}
	}
	f.hear(&m)
	return m
}

func (m *Must) ground(kind string, at clock.Instant) {
	for _, g := range m.Grounds {
		if g == kind {
			return
		}
	}
	m.Grounds = append(m.Grounds, kind)
	if m.at.IsZero() || at.Before(m.at) {
		m.at = at
	}
}

// hear adds what who has the technical decision signed about the must.
func (f facts) hear(m *Must) {
	for _, w := range f.signed[m.Requirement] {
		if !w.decides {
			continue
		}
		if !w.signOff.Agrees() {
			m.Refused = true
			continue
		}
		m.Agreed = true
		if p, ok := f.promise(w.item.Caveat); ok && p.DueOn() != "" && (p.Pending() || p.State == thread.PromiseKept) {
			m.Caveat = true
		}
	}
	m.Agreed = m.Agreed && !m.Refused
}

func (f facts) promise(id string) (thread.Promise, bool) {
	for _, p := range f.picture.Facts.Promises {
		if id != "" && p.ID == id {
			return p, true
		}
	}
	return thread.Promise{}, false
}
