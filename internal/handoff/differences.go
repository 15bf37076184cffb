package handoff

import (
	"cmp"
	"context"
	"fmt"
	"strings"

	"throughline/internal/account"
	"throughline/internal/area"
	"throughline/internal/journal"
	"throughline/internal/thread"
)

// Difference is one thing that is not as it was at the freeze.
type Difference struct {
	Kind string `json:"kind"` // requirement, promise, stakeholder
	ID   string `json:"id"`
	Key  string `json:"key"`
	How  string `json:"how"` // added, changed, withdrawn
	What string `json:"what"`
}

// Differences lists what changed in a deal between two moments: requirements, promises and
// people that were added, changed or withdrawn. For a handoff the first is the freeze.
func Differences(ctx context.Context, then, now journal.Source, deal string) ([]Difference, error) {
	d, err := journal.Load[account.Opportunity](ctx, now, deal)
	if err != nil {
		return nil, err
	}
	var out []Difference
	for _, compare := range []func(context.Context, journal.Source, journal.Source, account.Opportunity) ([]Difference, error){
		requirementsChanged, promisesChanged, peopleChanged,
	} {
		more, err := compare(ctx, then, now, d)
		if err != nil {
			return nil, err
		}
		out = append(out, more...)
	}
	return out, nil
}

func requirementsChanged(ctx context.Context, then, now journal.Source, d account.Opportunity) (out []Difference, err error) {
	was, err := thread.Requirements(ctx, then, d.ID)
	if err != nil {
		return nil, err
	}
	is, err := thread.Requirements(ctx, now, d.ID)
	if err != nil {
		return nil, err
	}
	before := map[string]thread.Requirement{}
	for _, r := range was {
		before[r.ID] = r
	}
	for _, r := range is {
		o, there := before[r.ID]
		diff := Difference{Kind: "requirement", ID: r.ID, Key: r.Key(d.Prefix)}
		switch {
		case !there:
			diff.How, diff.What = "added", r.Statement
		case r.Withdrawn != "" && o.Withdrawn == "":
			diff.How, diff.What = "withdrawn", r.Withdrawn
		default:
			diff.How, diff.What = "changed", strings.Join(reworded(o, r), "; ")
		}
		if diff.What != "" {
			out = append(out, diff)
		}
	}
	return out, nil
}

// reworded says what of a requirement is not as it was.
func reworded(o, r thread.Requirement) (out []string) {
	say := func(what, was, is string) {
		if was != is {
			out = append(out, fmt.Sprintf("%s was “%s”, is “%s”", what, was, is))
		}
	}
	say("the sentence", o.Statement, r.Statement)
	say("the priority", string(o.Priority), string(r.Priority))
	say("the kind", string(o.Kind), string(r.Kind))
	say("the measure", measured(o.Measure), measured(r.Measure))
	say("it", orNone(string(o.Bought)), orNone(string(r.Bought)))
	if o.Withdrawn != "" && r.Withdrawn == "" {
		out = append(out, "it was withdrawn and stands again")
	}
	return out
}

func measured(m *thread.Measure) string {
	if m == nil {
		return "none"
	}
	return m.String()
}

func promisesChanged(ctx context.Context, then, now journal.Source, d account.Opportunity) (out []Difference, err error) {
	was, err := thread.Promises(ctx, then, d.ID)
	if err != nil {
		return nil, err
	}
	is, err := thread.Promises(ctx, now, d.ID)
	if err != nil {
		return nil, err
	}
	before := map[string]thread.Promise{}
	for _, p := range was {
		before[p.ID] = p
	}
	for _, p := range is {
		o, there := before[p.ID]
		diff := Difference{Kind: "promise", ID: p.ID, Key: fmt.Sprintf("P%d", p.Number), How: "changed"}
		switch {
		case !there:
			diff.How, diff.What = "added", p.Words.String()
		case p.State == thread.PromiseVoid && o.State != p.State:
			diff.How, diff.What = "withdrawn", "void: "+p.Proof
		case p.State == thread.PromiseRenegotiated && (o.State != p.State || o.NewWords.String() != p.NewWords.String()):
			diff.What = fmt.Sprintf("renegotiated with %s: %s", p.With, p.NewWords)
		case o.State == thread.PromiseOpen && p.State == thread.PromiseTaken: // what the handoff is for
		case p.State != o.State:
			diff.What = stands(o.State, p)
		}
		if diff.What != "" {
			out = append(out, diff)
		}
	}
	return out, nil
}

// stands says how a promise moved on, with the reason where one was given.
func stands(was thread.PromiseState, p thread.Promise) string {
	out := fmt.Sprintf("“%s” was %s, is %s", p.Words, was, p.State)
	if because := cmp.Or(p.Why, p.Proof); because != "" {
		out += ": " + because
	}
	return out
}

func peopleChanged(ctx context.Context, then, now journal.Source, d account.Opportunity) (out []Difference, err error) {
	was, err := journal.List[account.Stakeholder](ctx, then, d.ID)
	if err != nil {
		return nil, err
	}
	is, err := journal.List[account.Stakeholder](ctx, now, d.ID)
	if err != nil {
		return nil, err
	}
	names, err := area.NamesIn(ctx, now, d.ID)
	if err != nil {
		return nil, err
	}
	before := map[string]account.Stakeholder{}
	for _, s := range was {
		before[s.ID] = s
	}
	for _, s := range is {
		o, there := before[s.ID]
		delete(before, s.ID)
		diff := Difference{Kind: "stakeholder", ID: s.ID, Key: names.Of(s.Contact), How: "changed"}
		if !there {
			diff.How, diff.What = "added", orNone(s.Role)
		} else {
			diff.What = strings.Join(moved(o, s), "; ")
		}
		if diff.What != "" {
			out = append(out, diff)
		}
	}
	for _, s := range was {
		if _, gone := before[s.ID]; !gone {
			continue
		}
		c, err := journal.Load[account.Contact](ctx, now, s.Contact)
		if err != nil {
			return nil, err
		}
		out = append(out, Difference{Kind: "stakeholder", ID: s.ID, Key: c.Name.String(), How: "withdrawn", What: "no longer a stakeholder"})
	}
	return out, nil
}

// moved says what of a stakeholder is not as it was.
func moved(o, s account.Stakeholder) (out []string) {
	if o.Role != s.Role {
		out = append(out, fmt.Sprintf("the role was “%s”, is “%s”", o.Role, s.Role))
	}
	if o.Stance != s.Stance {
		out = append(out, fmt.Sprintf("the stance was %+d, is %+d", o.Stance, s.Stance))
	}
	if o.Decides != s.Decides {
		out = append(out, map[bool]string{true: "has the technical decision now", false: "has no longer the technical decision"}[s.Decides])
	}
	if o.Champion != s.Champion {
		out = append(out, map[bool]string{true: "is a champion now", false: "is no longer a champion"}[s.Champion])
	}
	return out
}

func orNone(s string) string {
	if s == "" {
		return "none"
	}
	return s
}
