package people

import (
	"context"
	"fmt"

	"throughline/internal/account"
	"throughline/internal/area"
	"throughline/internal/clock"
	"throughline/internal/journal"
	"throughline/internal/language"
	"throughline/internal/problem"
	"throughline/internal/seal"
)

// Limits are what a plan of who works on what has to respect of a person, as they say it.
type Limits struct {
	journal.Row
	Person string    `db:"person" json:"person"`
	Kept   seal.Text `db:"words" json:"-"`
}

var limitsKind = journal.Declare[Limits]("limits", "person_limits")

var limitsOf = journal.Where[Limits](limitsKind, "deal = '' AND person = $2")

// Bounds are what limits say.
type Bounds struct {
	Languages []string   `json:"languages"` // as package language names them
	KeepsOff  []Interest `json:"keeps_off"`
	Leave     []Leave    `json:"leave"` // from the earliest
}

// Interest is an account that a person may not work on.
type Interest struct {
	Account string `json:"account"`
	Why     string `json:"why"`
}

// Leave are days on which a person is not there, both ends among them.
type Leave struct {
	From  clock.Date `json:"from"`
	Until clock.Date `json:"until"`
}

const (
	mostLanguages = 20
	mostInterests = 50
	mostLeaves    = 50
	longestLeave  = 366
	// mergesFollowed is how often an account may have been merged on.
	mergesFollowed = 8
)

// Validate says what cannot be taken, by the names of the fields, and puts languages as they are kept.
func (in *Bounds) Validate() error {
	var c problem.Check
	c.Fail(len(in.Languages) <= mostLanguages, "languages", "Name %d languages at the most.", mostLanguages)
	seen := map[string]bool{}
	for i, word := range in.Languages {
		name, ok := language.Find(word)
		c.Fail(ok, "languages", "%q is no language that is known here: write it in English, or as its code of two letters.", area.Clip(word))
		c.Fail(!seen[name] || !ok, "languages", "%s is there twice.", name)
		in.Languages[i], seen[name] = name, true
	}
	c.Fail(len(in.KeepsOff) <= mostInterests, "keeps_off", "Name %d accounts at the most.", mostInterests)
	clear(seen)
	for i, x := range in.KeepsOff {
		field := fmt.Sprintf("keeps_off.%d", i)
		c.Fail(!seen[x.Account], field+".account", "This account is there twice.")
		c.Optional(field+".why", x.Why, 500)
		seen[x.Account] = true
	}
	in.validateLeave(&c)
	return c.Err()
}

func (in *Bounds) validateLeave(c *problem.Check) {
	c.Fail(len(in.Leave) <= mostLeaves, "leave", "Name %d leaves at the most.", mostLeaves)
	for i, l := range in.Leave {
		from, until := fmt.Sprintf("leave.%d.from", i), fmt.Sprintf("leave.%d.until", i)
		whole := l.From != "" && l.From.Valid() && l.Until != "" && l.Until.Valid()
		c.Fail(l.From != "" && l.From.Valid(), from, "Is a day like 2026-11-25.")
		c.Fail(l.Until != "" && l.Until.Valid(), until, "Is a day like 2026-11-25.")
		c.Fail(!whole || l.From <= l.Until, until, "It ends before it begins.")
		c.Fail(!whole || l.Until <= l.From.AddDays(longestLeave), until, "A leave is a year at the most. Somebody who is away for longer is made inactive.")
		for _, other := range in.Leave[:i] {
			c.Fail(!whole || l.Until < other.From || l.From > other.Until, from, "It overlaps the leave from %s to %s. Write them as one.", other.From, other.Until)
		}
	}
}

// LimitsSeen are limits as they are read.
type LimitsSeen struct {
	Limits
	Bounds
}

// LimitsOf are a person's limits for a viewer; without an id where there are none for them to see.
func LimitsOf(ctx context.Context, r *journal.Reader, viewer, person string) (LimitsSeen, error) {
	eyes, err := EyesOn(ctx, r, viewer, person)
	if err != nil || !eyes.May(ReadsLimits) {
		return LimitsSeen{}, err
	}
	l, there, err := limitsOf.One(ctx, r, person)
	if err != nil || !there {
		return LimitsSeen{}, err
	}
	in, err := boundsOf(ctx, r, l)
	return LimitsSeen{l, in}, err
}

// boundsOf reads limits as they hold now: an account that was merged into another is that other.
func boundsOf(ctx context.Context, r *journal.Reader, l Limits) (Bounds, error) {
	in, err := unpack[Bounds](l.Kept)
	if err != nil {
		return in, err
	}
	out := in
	out.KeepsOff = nil
	seen := map[string]bool{}
	for _, x := range in.KeepsOff {
		for range mergesFollowed {
			a, err := journal.Load[account.Account](ctx, r, x.Account)
			if problem.Of(err) == problem.Missing {
				break
			}
			if err != nil {
				return in, err
			}
			if a.MergedInto == "" {
				break
			}
			x.Account = a.MergedInto
		}
		if !seen[x.Account] {
			out.KeepsOff, seen[x.Account] = append(out.KeepsOff, x), true
		}
	}
	return out, nil
}

// LimitsIn are limits as the person writes them.
type LimitsIn struct {
	Revision int64
	Bounds
}

// KeepLimits writes down what a plan has to respect of the actor.
func KeepLimits(ctx context.Context, tx *journal.Tx, in LimitsIn) (Limits, error) {
	if err := in.Validate(); err != nil {
		return Limits{}, err
	}
	var c problem.Check
	for i, x := range in.KeepsOff {
		_, err := journal.Load[account.Account](ctx, tx, x.Account)
		if err != nil && problem.Of(err) != problem.Missing {
			return Limits{}, err
		}
		c.Fail(err == nil, fmt.Sprintf("keeps_off.%d.account", i), "Is no account of yours. Choose one of the list.")
	}
	if err := c.Err(); err != nil {
		return Limits{}, err
	}
	l, there, err := limitsOf.One(ctx, tx.Reader, tx.Actor.Person)
	if err != nil {
		return l, err
	}
	if in.Revision != 0 && in.Revision != l.Revision {
		return Limits{}, problem.New(problem.Stale, "This was changed while you were at it. Look again and repeat.")
	}
	l.Person = tx.Actor.Person
	if l.Kept, err = pack(l.Person, in.Bounds); err != nil {
		return l, err
	}
	if !there {
		return l, journal.Insert(ctx, tx, &l)
	}
	return l, journal.Update(ctx, tx, &l)
}

// AwayOn are the working days of the week from a Monday on which the person is on leave.
func (in Bounds) AwayOn(monday clock.Date) (days int) {
	for day := range WorkingDays {
		at := monday.AddDays(day)
		for _, l := range in.Leave {
			if l.From <= at && at <= l.Until {
				days++
				break
			}
		}
	}
	return days
}

// WorkingDays are those of a week, from Monday.
const WorkingDays = 5
