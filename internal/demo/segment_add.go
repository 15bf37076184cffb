package demo

import (
	"context"

	"throughline/internal/clock"
	"throughline/internal/journal"
	"throughline/internal/problem"
	"throughline/internal/thread"
)

// NewSegment is what a person says of one part of a demo, new or changed.
type NewSegment struct {
	Demo         string
	ID           string // for a change
	Revision     int64
	Title        string     `json:"title"`
	Capability   string     `json:"capability"`
	Status       string     `json:"status"`
	Minutes      int        `json:"minutes"`
	Shown        string     `json:"shown"`        // only when the demo is delivered
	Requirements []string   `json:"requirements"` // ids
	Said         string     `json:"said"`         // exact words said of what is not generally available: a promise
	Due          clock.Date `json:"due"`          // of that promise
}

// Validate says what cannot be taken.
func (in *NewSegment) Validate() error {
	if in.Status == "" {
		in.Status = "unsupported"
	}
	var c problem.Check
	c.Text("title", in.Title, 200)
	c.Optional("capability", in.Capability, 200)
	c.OneOf("status", in.Status, Statuses...)
	c.Fail(in.Minutes >= 0 && in.Minutes <= 1440, "minutes", "Is %d; a segment takes 0 to 1440 minutes.", in.Minutes)
	c.OneOf("shown", in.Shown, append([]string{""}, Outcomes...)...)
	checkSaid(&c, in.Said, in.Status)
	return c.Err()
}

func checkSaid(c *problem.Check, said, status string) {
	c.Optional("said", said, 2000)
	c.Fail(said == "" || status != "ga", "said", "This capability is generally available, so saying it promises nothing more. Leave it empty, or give the status.")
}

// AddSegment adds a part at the end of a demo.
func AddSegment(ctx context.Context, tx *journal.Tx, in NewSegment) (Segment, error) {
	if err := in.Validate(); err != nil {
		return Segment{}, err
	}
	d, err := open(ctx, tx, in.Demo, 0)
	if err != nil {
		return Segment{}, err
	}
	s := Segment{Row: journal.Row{Deal: d.Deal}, Demo: d.ID, Place: 1}
	all, err := Segments(ctx, tx, d.Deal)
	if err != nil {
		return s, err
	}
	for _, o := range all {
		if o.Demo == d.ID {
			s.Place = o.Place + 1
		}
	}
	if err := s.take(d, in); err != nil {
		return s, err
	}
	if err := journal.Insert(ctx, tx, &s); err != nil {
		return s, err
	}
	return s, s.connect(ctx, tx, d, in)
}

// EditSegment changes a part of a demo.
func EditSegment(ctx context.Context, tx *journal.Tx, in NewSegment) (Segment, error) {
	if err := in.Validate(); err != nil {
		return Segment{}, err
	}
	s, err := journal.Load[Segment](ctx, tx, in.ID)
	if err != nil {
		return s, err
	}
	d, err := open(ctx, tx, s.Demo, 0)
	if err != nil {
		return s, err
	}
	if s, err = journal.Load[Segment](ctx, tx, in.ID); err != nil {
		return s, err
	}
	if in.Revision != 0 {
		s.Revision = in.Revision
	}
	if err := s.take(d, in); err != nil {
		return s, err
	}
	if err := journal.Update(ctx, tx, &s); err != nil {
		return s, err
	}
	return s, s.connect(ctx, tx, d, in)
}

func (s *Segment) take(d Demo, in NewSegment) error {
	if d.State != Delivered && (in.Shown != "" || in.Said != "") {
		return problem.Refuse("The demo is only planned. Record it as delivered first, then what was shown and said.")
	}
	if d.State == Delivered && in.Shown == "" {
		return problem.Refuse("The demo is delivered. Say what became of this segment: full, part, skipped or failed.")
	}
	s.Title, s.Capability, s.Status, s.Minutes, s.Shown = in.Title, in.Capability, in.Status, in.Minutes, in.Shown
	return nil
}

func (s *Segment) connect(ctx context.Context, tx *journal.Tx, d Demo, in NewSegment) error {
	if err := thread.ConnectAll(ctx, tx, s.Deal, segmentKind.Name, s.ID, thread.Trace, in.Requirements); err != nil {
		return err
	}
	if in.Said == "" {
		return nil
	}
	requirement := ""
	if len(in.Requirements) > 0 {
		requirement = in.Requirements[0]
	}
	return s.promise(ctx, tx, d, requirement, in.Said, in.Due)
}

// promise records what was said of a capability that is not generally available. The words
// stand under the deal, since they are ours; the place is the demo.
func (s *Segment) promise(ctx context.Context, tx *journal.Tx, d Demo, requirement, said string, due clock.Date) error {
	if s.Promise != "" {
		had, err := journal.Load[thread.Promise](ctx, tx, s.Promise)
		if err != nil || had.WordsHash == thread.Hash(said) {
			return err // the same words bind once
		}
	}
	p, err := thread.Give(ctx, tx, thread.NewPromise{Deal: s.Deal, Requirement: requirement, Words: said, Sort: "roadmap",
		Where: "demo: " + clip(d.Title), FromKind: segmentKind.Name, FromID: s.ID, SaidAt: d.HeldAt, Due: due, ByPerson: d.Owner})
	if err != nil {
		return err
	}
	s.Promise = p.ID
	return journal.Update(ctx, tx, s)
}

func clip(s string) string {
	r := []rune(s)
	return string(r[:min(len(r), 150)])
}
