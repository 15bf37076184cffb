package people

import (
	"context"
	"slices"

	"throughline/internal/account"
	"throughline/internal/clock"
	"throughline/internal/journal"
	"throughline/internal/people/guide"
	"throughline/internal/people/skill"
	"throughline/internal/problem"
	"throughline/internal/seal"
)

// Transition is a person's plan to move from where they stand to another place.
type Transition struct {
	journal.Row
	Person string    `db:"person" json:"person"`
	Shared bool      `db:"shared" json:"shared"` // with their leads
	State  string    `db:"state" json:"state"`   // acting, done, dropped
	Kept   seal.Text `db:"words" json:"-"`
}

// The states of a plan.
const (
	Acting  = "acting"
	Done    = "done"
	Dropped = "dropped"
)

var transitionKind = journal.Declare[Transition]("transition", "transition")

var transitionsOf = journal.Where[Transition](transitionKind, "deal = '' AND person = $2 ORDER BY id DESC")

// Move is what the plan is for.
type Move struct {
	From   string     `json:"from"` // a place of the guide
	To     string     `json:"to"`
	Why    string     `json:"why"`
	Began  clock.Date `json:"began"`
	Ended  clock.Date `json:"ended"`
	EndWhy string     `json:"end_why"`
}

// TransitionIn begins a plan.
type TransitionIn struct {
	To     string `json:"to"`
	Why    string `json:"why"`
	Shared bool   `json:"shared"`
}

// StartTransition begins the actor's plan, with an item for each gap between what was agreed of
// them and what the place needs. One plan runs at a time.
func StartTransition(ctx context.Context, tx *journal.Tx, in TransitionIn) (Transition, error) {
	g, err := GuideOf(ctx, tx)
	if err != nil {
		return Transition{}, err
	}
	to, there := PlaceOf(g, in.To)
	var c problem.Check
	c.Fail(there, "to", "Is no place of the ladders: choose one of the guide.")
	c.Optional("why", in.Why, 2000)
	if err := c.Err(); err != nil {
		return Transition{}, err
	}
	me := tx.Actor.Person
	day, err := account.Today(ctx, tx)
	if err != nil {
		return Transition{}, err
	}
	all, err := transitionsOf.List(ctx, tx.Reader, me)
	if err != nil {
		return Transition{}, err
	}
	if slices.ContainsFunc(all, func(t Transition) bool { return t.State == Acting }) {
		return Transition{}, problem.Refuse("You are on a plan already. End it before you begin another.")
	}
	s, err := StandingOf(ctx, tx.Reader, me)
	if err != nil {
		return Transition{}, err
	}
	now, err := s.Now()
	if err != nil {
		return Transition{}, err
	}
	t := Transition{Person: me, Shared: in.Shared, State: Acting}
	if t.Kept, err = pack(me, Move{From: now.Place, To: in.To, Why: in.Why, Began: day}); err != nil {
		return t, err
	}
	if err := journal.Insert(ctx, tx, &t); err != nil {
		return t, err
	}
	return t, t.fillGaps(ctx, tx, g, to, day)
}

// fillGaps makes an item of each gap, if something was agreed and the place says what it needs.
func (t Transition) fillGaps(ctx context.Context, tx *journal.Tx, g *guide.Guide, to guide.Place, day clock.Date) error {
	level, err := g.Level(to.Level)
	if err != nil {
		return nil //nolint:nilerr // a place of management or an exit: the guide has no needs of it
	}
	have, _, err := AgreedOf(ctx, tx.Reader, t.Person, t.Person, day)
	if err != nil || have == nil {
		return err
	}
	for _, gap := range skill.Gaps(g, have, to.Role, level) {
		i := Item{Transition: t.ID}
		if i.Kept, err = pack(t.Person, ItemIn{Skill: gap.Skill, From: gap.Have, To: gap.Need, Ask: g.FillsOf(gap.Skill)[0].Says}); err != nil {
			return err
		}
		if err := journal.Insert(ctx, tx, &i); err != nil {
			return err
		}
	}
	return nil
}

// EndTransitionIn ends a plan.
type EndTransitionIn struct {
	ID       string
	Revision int64
	State    string `json:"state"` // done or dropped
	Why      string `json:"why"`
}

// EndTransition ends the actor's plan: it was done, or dropped, and what came of it.
func EndTransition(ctx context.Context, tx *journal.Tx, in EndTransitionIn) (Transition, error) {
	t, err := own[Transition](ctx, tx, in.ID, in.Revision)
	if err != nil {
		return t, err
	}
	var c problem.Check
	c.OneOf("state", in.State, Done, Dropped)
	c.Optional("why", in.Why, 2000)
	if err := c.Err(); err != nil {
		return t, err
	}
	if t.State != Acting {
		return t, problem.Refuse("This plan is %s already.", t.State)
	}
	m, err := unpack[Move](t.Kept)
	if err != nil {
		return t, err
	}
	if m.Ended, err = account.Today(ctx, tx); err != nil {
		return t, err
	}
	t.State, m.EndWhy = in.State, in.Why
	if t.Kept, err = pack(t.Person, m); err != nil {
		return t, err
	}
	return t, journal.Update(ctx, tx, &t)
}

// ShareIn says whether the leads see a plan.
type ShareIn struct {
	ID       string
	Revision int64
	Shared   bool `json:"shared"`
}

// ShareTransition says whether the actor's leads see their plan.
func ShareTransition(ctx context.Context, tx *journal.Tx, in ShareIn) (Transition, error) {
	t, err := own[Transition](ctx, tx, in.ID, in.Revision)
	if err != nil {
		return t, err
	}
	t.Shared = in.Shared
	return t, journal.Update(ctx, tx, &t)
}

func (t Transition) owner() string { return t.Person }
