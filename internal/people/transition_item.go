package people

import (
	"context"

	"throughline/internal/account"
	"throughline/internal/clock"
	"throughline/internal/journal"
	"throughline/internal/people/guide"
	"throughline/internal/people/skill"
	"throughline/internal/problem"
	"throughline/internal/seal"
)

// Item is one thing to do on a plan.
type Item struct {
	journal.Row
	Transition string    `db:"transition" json:"transition"`
	Kept       seal.Text `db:"words" json:"-"`
}

var itemKind = journal.Declare[Item]("transition item", "transition_item")

var itemsOf = journal.Where[Item](itemKind, "deal = '' AND transition = $2 ORDER BY id")

// ItemIn is an item as the person writes it.
type ItemIn struct {
	Skill string     `json:"skill"`
	From  *int       `json:"from"` // null where it was not seen
	To    int        `json:"to"`
	Ask   string     `json:"ask"` // the evidence asked for
	Due   clock.Date `json:"due"`
	Buddy string     `json:"buddy"` // a person's id
	// DoneKind and DoneThing name what of the thread did it.
	DoneKind  string     `json:"done_kind"`
	DoneThing string     `json:"done_thing"`
	DoneOn    clock.Date `json:"done_on"`
}

// Validate says what cannot be taken.
func (in ItemIn) Validate(g *guide.Guide, about string) error {
	var c problem.Check
	known := about != "" && in.Skill == about
	for _, s := range g.Skills {
		known = known || s.ID == in.Skill
	}
	c.Fail(known, "skill", "The guide has no such skill.")
	c.Fail(in.From == nil || *in.From >= 0 && *in.From <= skill.Top, "from", "A rating is 0 to %d.", skill.Top)
	c.Fail(in.To >= 1 && in.To <= skill.Top, "to", "Where it should go is 1 to %d.", skill.Top)
	c.Fail(in.From == nil || *in.From < in.To, "to", "Should lie above where it begins.")
	c.Text("ask", in.Ask, 1000)
	c.Fail(in.Due.Valid(), "due", "Is no day.")
	return c.Err()
}

// ItemEdit writes an item; without an id it adds one to the plan.
type ItemEdit struct {
	Transition string
	ID         string
	Revision   int64
	ItemIn
}

// AddItem adds an item to the actor's plan.
func AddItem(ctx context.Context, tx *journal.Tx, in ItemEdit) (Item, error) {
	t, err := acting(ctx, tx, in.Transition)
	if err != nil {
		return Item{}, err
	}
	i := Item{Transition: t.ID}
	in.DoneKind, in.DoneThing, in.DoneOn = "", "", ""
	if err := i.fill(ctx, tx, t, in.ItemIn, ""); err != nil {
		return i, err
	}
	return i, journal.Insert(ctx, tx, &i)
}

// EditItem changes an item of the actor's plan that is not done.
func EditItem(ctx context.Context, tx *journal.Tx, in ItemEdit) (Item, error) {
	i, t, had, err := item(ctx, tx, in.ID, in.Revision)
	if err != nil {
		return i, err
	}
	in.DoneKind, in.DoneThing, in.DoneOn = had.DoneKind, had.DoneThing, had.DoneOn
	if err := i.fill(ctx, tx, t, in.ItemIn, had.Skill); err != nil {
		return i, err
	}
	return i, journal.Update(ctx, tx, &i)
}

// RemoveItem takes an item off the actor's plan.
func RemoveItem(ctx context.Context, tx *journal.Tx, id string, revision int64) (Item, error) {
	i, _, _, err := item(ctx, tx, id, revision)
	if err != nil {
		return i, err
	}
	return i, journal.Delete(ctx, tx, &i)
}

// FinishIn names the piece of evidence by which an item is done.
type FinishIn struct {
	ID       string
	Revision int64
	Kind     string `json:"kind"`
	Thing    string `json:"thing"`
}

// FinishItem has an item done by a piece of the actor's evidence. Whether it is theirs the caller
// has looked at, who knows the areas.
func FinishItem(ctx context.Context, tx *journal.Tx, in FinishIn) (Item, error) {
	i, t, had, err := item(ctx, tx, in.ID, in.Revision)
	if err != nil {
		return i, err
	}
	if had.DoneOn != "" {
		return i, problem.Refuse("This item is done already.")
	}
	if had.DoneOn, err = account.Today(ctx, tx); err != nil {
		return i, err
	}
	had.DoneKind, had.DoneThing = in.Kind, in.Thing
	if i.Kept, err = pack(t.Person, had); err != nil {
		return i, err
	}
	return i, journal.Update(ctx, tx, &i)
}

// acting is a plan of the actor's that runs.
func acting(ctx context.Context, tx *journal.Tx, id string) (Transition, error) {
	t, err := own[Transition](ctx, tx, id, 0)
	if err == nil && t.State != Acting {
		err = problem.Refuse("This plan is %s. Begin another to add to it.", t.State)
	}
	return t, err
}

func item(ctx context.Context, tx *journal.Tx, id string, revision int64) (i Item, t Transition, in ItemIn, err error) {
	if i, err = journal.Load[Item](ctx, tx, id); err != nil {
		return i, t, in, problemOf(err, id)
	}
	if t, err = acting(ctx, tx, i.Transition); err != nil {
		return i, t, in, err
	}
	if revision != 0 && revision != i.Revision {
		return i, t, in, problem.New(problem.Stale, "This was changed while you were at it. Look again and repeat.")
	}
	in, err = unpack[ItemIn](i.Kept)
	return i, t, in, err
}

// fill takes the item over. It may stay about a skill that the guide no longer has.
func (i *Item) fill(ctx context.Context, tx *journal.Tx, t Transition, in ItemIn, about string) (err error) {
	g, err := GuideOf(ctx, tx)
	if err != nil {
		return err
	}
	if err := in.Validate(g, about); err != nil {
		return err
	}
	if in.Buddy != "" {
		if in.Buddy == t.Person {
			return &problem.Error{Kind: problem.Invalid, What: "Nobody is their own buddy.", Fields: []problem.Field{{Name: "buddy", What: "Name somebody else."}}}
		}
		if _, err := active(ctx, tx, "buddy", in.Buddy); err != nil {
			return err
		}
	}
	i.Kept, err = pack(t.Person, in)
	return err
}
