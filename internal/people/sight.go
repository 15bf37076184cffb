package people

import (
	"context"
	"slices"

	"throughline/internal/auth"
	"throughline/internal/journal"
	"throughline/internal/problem"
)

// Eye is what somebody is to a person whose things they ask for.
type Eye string

// The eyes. One may be several: a lead who is a people administrator too.
const (
	Self   Eye = "self"
	Lead   Eye = "lead" // anywhere in their chain
	Office Eye = "people administrator"
	Runs   Eye = "workspace admin"
	Peer   Eye = "peer"
	Theirs Eye = "customer"
)

// AllEyes lists them, the nearest first.
var AllEyes = []Eye{Self, Lead, Office, Runs, Peer, Theirs}

// Thing is what is kept about a person, as far as who may see it differs.
type Thing string

// The things.
const (
	KeepsStanding Thing = "write where they stand, and who leads them"
	ReadsStanding Thing = "where they stand and stood, and who leads them"
	OwnRows       Thing = "an assessment before both have finished: their own rows"
	WhoIsLate     Thing = "an assessment before both have finished: who is late"
	BothRows      Thing = "an assessment after both have finished: both rows, what was said"
	AgreedRatings Thing = "ratings that were agreed, and the fit they give"
	Wishes        Thing = "answers on what they like, a wish to move"
	SharedWishes  Thing = "those answers and the wish, once shared"
	Plans         Thing = "a plan to move"
	SharedPlans   Thing = "that plan, once shared"
	Certificates  Thing = "certificates"
	Evidence      Thing = "evidence from their work, with their comments"
	HiddenWork    Thing = "evidence that they hide"
	Load          Thing = "their load: deals, requests, tasks"
	ReadsLimits   Thing = "languages, leave, and accounts they keep off"
	Erases        Thing = "erase what is kept about them, once they have left"
)

// Sight is one line of the table of who sees what.
type Sight struct {
	Thing Thing
	Eyes  []Eye
}

// Sights is the table: every face asks it, docs/people.md prints it, tests go through it. What is
// not in a line is absent to the others, as if it were not there.
var Sights = []Sight{
	{ReadsStanding, []Eye{Self, Lead, Office}},
	{KeepsStanding, []Eye{Office}},
	{OwnRows, []Eye{Self, Lead}},
	{WhoIsLate, []Eye{Self, Lead, Office}},
	{BothRows, []Eye{Self, Lead}},
	{AgreedRatings, []Eye{Self, Lead, Office}},
	{Wishes, []Eye{Self}},
	{SharedWishes, []Eye{Self, Lead}},
	{Plans, []Eye{Self}},
	{SharedPlans, []Eye{Self, Lead}},
	{Certificates, []Eye{Self, Lead}},
	{Evidence, []Eye{Self, Lead}},
	{HiddenWork, []Eye{Self}},
	{Load, []Eye{Self, Lead}},
	{ReadsLimits, []Eye{Self, Lead}},
	{Erases, []Eye{Runs}},
}

// Eyes are what somebody is to a person.
type Eyes []Eye

// May says whether they see the thing, or may do it.
func (e Eyes) May(t Thing) bool {
	for _, s := range Sights {
		if s.Thing == t {
			return slices.ContainsFunc(e, func(one Eye) bool { return slices.Contains(s.Eyes, one) })
		}
	}
	return false
}

// EyesOn says what a viewer is to a person. Everybody of the workspace is at least a peer.
func EyesOn(ctx context.Context, r *journal.Reader, viewer, person string) (Eyes, error) {
	v, err := journal.Load[auth.Person](ctx, r, viewer)
	if problem.Of(err) == problem.Missing {
		return nil, nil // the program itself, or nobody
	}
	if err != nil || !v.Active {
		return nil, err
	}
	out := Eyes{Peer}
	if viewer == person {
		out = append(out, Self)
	}
	if v.Role == auth.Admin {
		out = append(out, Runs)
	}
	all, err := Administrators(ctx, r)
	if err != nil {
		return nil, err
	}
	if slices.ContainsFunc(all, func(a Administrator) bool { return a.Person == viewer }) {
		out = append(out, Office)
	}
	standings, err := Standings(ctx, r)
	if slices.Contains(chain(standings, person), viewer) {
		out = append(out, Lead)
	}
	return out, err
}

// absent is the answer to whoever may not see: the same as where there is nothing.
func absent(id string) error { return problem.NotFound("page", id) }
