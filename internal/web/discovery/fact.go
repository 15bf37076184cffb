package discovery

import (
	"context"
	"fmt"
	"strings"

	core "throughline/internal/discovery"
	"throughline/internal/journal"
	"throughline/internal/problem"
	"throughline/internal/web/kit"
	"throughline/internal/web/look"
)

// factOf loads the fact that the path names, of this deal.
func factOf(r *kit.Request) (core.Fact, error) {
	f, err := journal.Load[core.Fact](r.Ctx(), r.Reader, r.PathValue("id"))
	if err == nil && f.Deal != r.Deal.ID {
		err = problem.NotFound("fact", r.PathValue("id"))
	}
	return f, err
}

// inRoom runs an act that leads back to the room.
func inRoom(r *kit.Request, name, anchor string, do func(context.Context, *journal.Tx) error) error {
	if err := r.Act(name, do); err != nil {
		return err
	}
	return r.Done(r.DealPath("discovery") + anchor)
}

func addFact(r *kit.Request) error {
	in := core.FactSaid{Deal: r.Deal.ID}
	if err := r.Decode(&in); err != nil {
		return err
	}
	return inRoom(r, "discovery.add-fact", "#facts", func(ctx context.Context, tx *journal.Tx) error {
		_, err := core.AddFact(ctx, tx, in)
		return err
	})
}

func editFact(r *kit.Request) error {
	f, err := factOf(r)
	if err != nil {
		return err
	}
	var in core.FactEdit
	if err := r.Decode(&in); err != nil {
		return err
	}
	in.ID = f.ID
	if in.State == "" {
		in.State = core.Assumed
		if in.SaidBy != "" {
			in.State = core.Stated
		}
	}
	return inRoom(r, "discovery.edit-fact", "#facts", func(ctx context.Context, tx *journal.Tx) error {
		_, err := core.EditFact(ctx, tx, in)
		return err
	})
}

func verifyFact(r *kit.Request) error {
	f, err := factOf(r)
	if err != nil {
		return err
	}
	var in core.FactVerified
	if err := r.Decode(&in); err != nil {
		return err
	}
	in.ID = f.ID
	return inRoom(r, "discovery.verify-fact", "#facts", func(ctx context.Context, tx *journal.Tx) error {
		_, err := core.VerifyFact(ctx, tx, in)
		return err
	})
}

func removeFact(r *kit.Request) error {
	f, err := factOf(r)
	if err != nil {
		return err
	}
	var read struct{ Revision int64 }
	if err := r.Decode(&read); err != nil {
		return err
	}
	return inRoom(r, "discovery.remove-fact", "#facts", func(ctx context.Context, tx *journal.Tx) error {
		return core.RemoveFact(ctx, tx, f.ID, read.Revision)
	})
}

// factStates are what facts are filtered by, those that need a look first.
var factStates = []core.FactState{core.Contested, core.Assumed, core.Stated, core.Verified, core.Expired}

// factFilters counts the facts of each state; which is shown stands in the address.
func (v *room) factFilters() []look.Choice {
	counts := map[core.FactState]int{}
	for _, f := range v.facts {
		counts[v.standing(f)]++
	}
	a, now := v.address(), v.r.URL.Query().Get("facts")
	out := []look.Choice{{Label: "All", Href: a.With("facts", "") + "#facts", Count: fmt.Sprint(len(v.facts)), Current: now == ""}}
	for _, s := range factStates {
		if counts[s] > 0 {
			out = append(out, look.Choice{Label: kit.Sentence(string(s)), Href: a.With("facts", string(s)) + "#facts", Count: fmt.Sprint(counts[s]), Current: now == string(s)})
		}
	}
	return out
}

// replaced is the state shown of a fact that gave way to a verified one.
const replaced core.FactState = "replaced"

func (v *room) standing(f core.Fact) core.FactState {
	if f.ReplacedBy != "" {
		return replaced
	}
	return f.Standing(v.r.Today())
}

// shownFacts are those of the chosen state, those that need a look first.
func (v *room) shownFacts() (out []core.Fact) {
	want := core.FactState(v.r.URL.Query().Get("facts"))
	for _, s := range append(append([]core.FactState{}, factStates...), replaced) {
		for _, f := range v.facts {
			if v.standing(f) == s && (want == "" || want == s) {
				out = append(out, f)
			}
		}
	}
	return out
}

func factTone(s core.FactState) look.Tone {
	switch s {
	case core.Verified:
		return look.Good
	case core.Contested:
		return look.Break
	case core.Assumed, core.Expired:
		return look.Wait
	}
	return look.Quiet
}

// factWords is what a fact says, without saying it twice where the sentence is its own name.
func factWords(f core.Fact) string {
	value := f.Amount()
	if f.Name == "" || strings.HasPrefix(f.Value, strings.TrimSuffix(f.Name, "…")) {
		return value
	}
	return f.Name + ": " + value
}

// factSource says who said it, where, or how it was verified.
func (v *room) factSource(f core.Fact) string {
	var parts []string
	if f.VerifiedHow != "" && f.State == core.Verified {
		parts = append(parts, f.VerifiedHow, v.people.names.Of(f.VerifiedBy)+", "+day(v.r, f.VerifiedAt))
	} else if f.SaidBy != "" {
		parts = append(parts, v.people.names.Of(f.SaidBy)+", "+day(v.r, f.SaidAt))
	}
	for _, c := range v.calls {
		if c.ID == f.Call {
			parts = append(parts, c.Title)
		}
	}
	if f.ValidUntil != "" {
		parts = append(parts, "until "+v.r.Day(f.ValidUntil))
	}
	return strings.Join(parts, " · ")
}
