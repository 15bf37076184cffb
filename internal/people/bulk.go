package people

import (
	"context"

	"throughline/internal/journal"
)

// eyesOnAll says what a viewer is to a person as self or lead, from standings that are read once
// for all.
func eyesOnAll(standings map[string]Standing, viewer string) func(person string) Eyes {
	led := Under(standings, viewer)
	return func(person string) Eyes {
		var out Eyes
		if person == viewer {
			out = append(out, Self)
		}
		if led[person] {
			out = append(out, Lead)
		}
		return out
	}
}

// LimitsSeenBy are the limits of all whose limits a viewer sees, by person.
func LimitsSeenBy(ctx context.Context, r *journal.Reader, standings map[string]Standing, viewer string) (map[string]Bounds, error) {
	all, err := journal.List[Limits](ctx, r, "")
	eyes, out := eyesOnAll(standings, viewer), map[string]Bounds{}
	for _, l := range all {
		if err == nil && eyes(l.Person).May(ReadsLimits) {
			out[l.Person], err = boundsOf(ctx, r, l)
		}
	}
	return out, err
}

// GrowthWishes are the places that people wish to move to, by person: of those alone who share
// their wish, and who are the viewer or led by them. A wish that is not shared counts for nothing,
// not even for the person themselves: a plan must not tell of it.
func GrowthWishes(ctx context.Context, r *journal.Reader, standings map[string]Standing, viewer string) (map[string]string, error) {
	all, err := journal.List[Wish](ctx, r, "")
	eyes, out := eyesOnAll(standings, viewer), map[string]string{}
	for _, w := range all {
		if err != nil || !w.Shared || !eyes(w.Person).May(SharedWishes) {
			continue
		}
		var in Liked
		if in, err = unpack[Liked](w.Kept); in.To != "" {
			out[w.Person] = in.To
		}
	}
	return out, err
}
