package evaluation

import (
	"context"

	"throughline/internal/account"
	"throughline/internal/clock"
	"throughline/internal/journal"
	"throughline/internal/thread"
)

// WinState is how the technical win of a deal stands.
type WinState string

// The states, as PRODUCT.md has them.
const (
	WinOpen        WinState = "open"
	WinClaimed     WinState = "claimed"
	WinConditional WinState = "conditional"
	WinAchieved    WinState = "achieved"
	WinLost        WinState = "lost"
)

// WinStatus is the technical win with the reasons for its state and all that is missing.
type WinStatus struct {
	State   WinState      `json:"state"`
	At      clock.Instant `json:"at"` // when the last thing that made it so happened; zero while open
	By      string        `json:"by"` // who signed, claimed or recorded the loss
	Reason  string        `json:"reason,omitempty"`
	Musts   []Must        `json:"musts"`
	Missing []Missing     `json:"missing"` // what stands between here and achieved
	// Of all weight of the criteria, how much passed; without criteria both are 0.
	PassedWeight int `json:"passed_weight"`
	TotalWeight  int `json:"total_weight"`
	Grounded     int `json:"grounded"` // musts with a ground
	// The workspace's settings that it was judged by, in percent.
	AchievedPercent    int `json:"achieved_percent"`
	ConditionalPercent int `json:"conditional_percent"`

	claim *Record
}

// Must is one must with what speaks for it.
type Must struct {
	Key         string   `json:"key"`         // NWF-3, or C4 for a criterion without requirement
	Requirement string   `json:"requirement"` // its id, empty for such a criterion
	Grounds     []string `json:"grounds"`     // criterion, shown, answer, reference, in use
	Waived      bool     `json:"waived"`
	Caveat      bool     `json:"caveat"` // stands as a dated caveat that the technical decision signed
	Agreed      bool     `json:"agreed"` // the technical decision agreed to it in writing
	Refused     bool     `json:"refused"`

	at clock.Instant // of its earliest ground
}

// Missing is one thing that stands in the way, and who could close it.
type Missing struct {
	What        string   `json:"what"`
	Who         string   `json:"who"`         // a person's or contact's id, or a role
	Conditional bool     `json:"conditional"` // it also stands in the way of a conditional win
	Kind        string   `json:"kind"`        // what it is about: requirement, criterion, promise, sign-off, stakeholder
	ID          string   `json:"id"`
	Keys        []string `json:"keys"`
}

// Win computes the technical win of a deal by PRODUCT.md's rule, over all its evaluations
// (withdrawn ones out) or without any.
//
// Achieved: every must has its ground; no failed or unrun criterion is unwaived; where criteria
// exist, at least AchievedPercent of all weight passed (waived and unrun do not); and the
// stakeholder with the technical decision agreed in writing to every must, with no caveat open.
//
// Conditional: each must has its ground, is waived, or stands as a dated caveat signed by that
// person; at least ConditionalPercent of the weight passed, or without criteria that share of
// the musts has a ground; and the same agreement, caveats allowed.
//
// Lost is recorded with its reason. A win that was only spoken is claimed. Else it is open.
//
// A must is a requirement of that priority, save a change: what was heard after the signature was
// no part of what was won. A criterion marked must that comes from no
// requirement counts as one of its own, and needs no signature.
func Win(ctx context.Context, src journal.Source, p *thread.Picture) (WinStatus, error) {
	f, err := winFacts(ctx, src, p)
	if err != nil {
		return WinStatus{}, err
	}
	return f.judge(), nil
}

// facts is all that the rule looks at.
type facts struct {
	picture *thread.Picture
	trials  []Trial
	grounds []Ground
	signed  signed
	holders []account.Stakeholder
	records []Record
}

func winFacts(ctx context.Context, src journal.Source, p *thread.Picture) (f facts, err error) {
	deal := p.Facts.Deal.ID
	f.picture = p
	if f.trials, err = Trials(ctx, src, deal); err != nil {
		return f, err
	}
	if f.grounds, err = journal.List[Ground](ctx, src, deal); err != nil {
		return f, err
	}
	if f.holders, err = journal.List[account.Stakeholder](ctx, src, deal); err != nil {
		return f, err
	}
	all, err := journal.List[SignOff](ctx, src, deal)
	if err != nil {
		return f, err
	}
	f.signed = lastWords(all, deciders(f.holders), p.Facts.Requirements)
	f.records, err = journal.List[Record](ctx, src, deal)
	return f, err
}

func (f facts) judge() WinStatus {
	s := WinStatus{State: WinOpen, Missing: []Missing{}, AchievedPercent: f.picture.Facts.Settings.AchievedPercent,
		ConditionalPercent: f.picture.Facts.Settings.ConditionalPercent}
	for _, t := range f.trials {
		s.TotalWeight += t.Criterion.Weight
		if t.Outcome == Passed {
			s.PassedWeight += t.Criterion.Weight
		}
	}
	s.Musts = f.musts()
	for _, m := range s.Musts {
		if len(m.Grounds) > 0 {
			s.Grounded++
		}
	}
	s.Missing = append(s.Missing, f.missing(&s)...)
	f.state(&s)
	return s
}

// state draws the conclusion from what is missing.
func (f facts) state(s *WinStatus) {
	blocked := false
	for _, m := range s.Missing {
		blocked = blocked || m.Conditional
	}
	s.claim = standing(f.records, "claimed")
	lost := standing(f.records, "lost")
	switch {
	case lost != nil:
		s.State, s.At, s.By, s.Reason = WinLost, lost.At, lost.RecordedBy, lost.Reason
	case len(s.Missing) == 0:
		s.State = WinAchieved
		s.At, s.By = f.last(s.Musts)
		if met := f.caveatsMet(); s.At.Before(met) { // until then it was conditional
			s.At = met
		}
	case !blocked:
		s.State = WinConditional
		s.At, s.By = f.last(s.Musts)
	case s.claim != nil:
		s.State, s.At, s.By = WinClaimed, s.claim.At, s.claim.Contact
	}
}

// last is the moment of the last thing that the win needed, and who signed last.
func (f facts) last(musts []Must) (at clock.Instant, by string) {
	signedAt := clock.Instant{}
	for _, words := range f.signed {
		for _, w := range words {
			if w.decides && w.signOff.Agrees() && !w.signOff.At.Before(signedAt) {
				signedAt, by = w.signOff.At, w.signOff.Contact
			}
		}
	}
	at = signedAt
	for _, m := range musts {
		if at.Before(m.at) {
			at = m.at
		}
	}
	return at, by
}

// caveatsMet is when the last caveat of whoever decides was kept or found void; zero where the
// agreement that stands has none.
func (f facts) caveatsMet() (at clock.Instant) {
	for _, words := range f.signed {
		for _, w := range words {
			p, ok := f.promise(w.item.Caveat)
			if ok && w.decides && (p.State == thread.PromiseKept || p.State == thread.PromiseVoid) && at.Before(p.EndedAt) {
				at = p.EndedAt
			}
		}
	}
	return at
}

// winWord is the win's word, for the counts that are kept of a deal. Without a signature there
// is no win to compute, so most deals cost two reads here.
func winWord(ctx context.Context, src journal.Source, p *thread.Picture) (string, error) {
	signOffs, err := journal.List[SignOff](ctx, src, p.Facts.Deal.ID)
	if err != nil {
		return "", err
	}
	if len(signOffs) > 0 {
		s, err := Win(ctx, src, p)
		return string(s.State), err
	}
	records, err := journal.List[Record](ctx, src, p.Facts.Deal.ID)
	switch {
	case err != nil:
		return "", err
	case standing(records, "lost") != nil:
		return string(WinLost), nil
	case standing(records, "claimed") != nil:
		return string(WinClaimed), nil
	}
	return string(WinOpen), nil
}
