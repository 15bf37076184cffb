package people

import (
	"context"

	"throughline/internal/auth"
	"throughline/internal/journal"
	"throughline/internal/problem"
)

// ErasePerson erases for good what is kept about a person of ours who has left: standing, what
// they and their lead wrote in assessments, wishes, limits, plans, certificates, remarks. Their work stays,
// under their name. The keys are destroyed, so that the journal and its past hold nothing that can
// be read; the chain over it still verifies.
func ErasePerson(ctx context.Context, tx *journal.Tx, person string) (auth.Person, error) {
	eyes, err := EyesOn(ctx, tx.Reader, tx.Actor.Person, person)
	if err != nil {
		return auth.Person{}, err
	}
	if !eyes.May(Erases) {
		return auth.Person{}, absent(person)
	}
	p, err := journal.Load[auth.Person](ctx, tx, person)
	if err != nil {
		return p, err
	}
	if p.Active {
		return p, problem.Refuse("%s still works here. Say that they may not come in any more, then erase.", p.Name)
	}
	if err := tx.Erase(ctx, person); err != nil {
		return p, err
	}
	n, err := takeAway(ctx, tx, person)
	if err == nil && n == 0 {
		err = problem.Refuse("Nothing private is kept about %s.", p.Name)
	}
	return p, err
}

// takeAway removes everything that is one person's own, and says how much it was.
func takeAway(ctx context.Context, tx *journal.Tx, person string) (n int, err error) {
	r := tx.Reader
	drop := func(things ...journal.Thing) {
		for _, t := range things {
			if err == nil {
				err = journal.Delete(ctx, tx, t)
				n++
			}
		}
	}
	assessments, e := assessmentsOf.List(ctx, r, person)
	if e != nil {
		return 0, e
	}
	for i := range assessments {
		all, e := rowsOf.List(ctx, r, assessments[i].ID)
		if e != nil {
			return 0, e
		}
		drop(pointers(all)...)
	}
	drop(pointers(assessments)...)
	plans, e := transitionsOf.List(ctx, r, person)
	if e != nil {
		return 0, e
	}
	for i := range plans {
		items, e := itemsOf.List(ctx, r, plans[i].ID)
		if e != nil {
			return 0, e
		}
		drop(pointers(items)...)
	}
	drop(pointers(plans)...)
	for _, list := range []func() ([]journal.Thing, error){
		func() ([]journal.Thing, error) {
			all, err := certificatesOf.List(ctx, r, person)
			return pointers(all), err
		},
		func() ([]journal.Thing, error) { all, err := wishOf.List(ctx, r, person); return pointers(all), err },
		func() ([]journal.Thing, error) {
			all, err := limitsOf.List(ctx, r, person)
			return pointers(all), err
		},
		func() ([]journal.Thing, error) { all, err := remarksOf.List(ctx, r, person); return pointers(all), err },
		func() ([]journal.Thing, error) {
			all, err := standingOf.List(ctx, r, person)
			return pointers(all), err
		},
	} {
		things, e := list()
		if e != nil {
			return 0, e
		}
		drop(things...)
	}
	return n, err
}

func pointers[T any, P interface {
	*T
	journal.Thing
}](all []T) (out []journal.Thing) {
	for i := range all {
		out = append(out, P(&all[i]))
	}
	return out
}
