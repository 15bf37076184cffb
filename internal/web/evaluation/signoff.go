package evaluation

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"throughline/internal/clock"
	core "throughline/internal/evaluation"
	"throughline/internal/journal"
	"throughline/internal/problem"
	"throughline/internal/thread"
	"throughline/internal/web/kit"
)

// What a stakeholder can say of one wording.
const (
	agrees  = "agree"
	caveat  = "caveat"
	refuses = "refuse"
	absent  = "none" // the letter does not name it
)

// list is the wordings of a letter as they were marked, those agreed to and those refused.
// They become two sign-offs with one proof, since each is one decision.
type list struct {
	agreed, refused core.NewSignOff
	index           map[string][]string // sign-off "agreed" or "refused": requirements in its order
}

// listOf reads the marks beside each wording: item.ID says agree, caveat, refuse or none.
func listOf(r *kit.Request) (list, error) {
	l := list{index: map[string][]string{}}
	var c problem.Check
	unmarked := false
	for _, name := range slices.Sorted(maps.Keys(r.PostForm)) {
		id, ok := strings.CutPrefix(name, "item.")
		mark := r.PostFormValue(name)
		if !ok || mark == absent {
			continue
		}
		if mark == "" {
			unmarked = true
			c.Fail(false, name, "Choose what the letter says of %s.", keyIn(r, id))
			continue
		}
		meaning, err := strconv.Atoi(r.PostFormValue("meaning." + id))
		c.Fail(err == nil, name, "Open the page again; the wording it was shown with is missing.")
		it := core.NewItem{Requirement: id, Meaning: meaning, Wording: strings.ReplaceAll(r.PostFormValue("wording."+id), "\r\n", "\n")}
		c.OneOf(name, mark, agrees, caveat, refuses)
		if mark == caveat {
			it.Caveat = strings.TrimSpace(r.PostFormValue("caveat." + id))
			due, err := clock.ParseDate(strings.TrimSpace(r.PostFormValue("due." + id)))
			c.Fail(err == nil, "due."+id, "%v.", err)
			c.Fail(it.Caveat != "", "caveat."+id, "Write the condition in their words.")
			c.Fail(due != "", "due."+id, "A caveat is a promise: say by when.")
			it.CaveatDue = due
			l.agreed.Decision = core.Caveated
		}
		if mark == refuses {
			l.refused.Items = append(l.refused.Items, it)
			l.index["refused"] = append(l.index["refused"], id)
		} else {
			l.agreed.Items = append(l.agreed.Items, it)
			l.index["agreed"] = append(l.index["agreed"], id)
		}
	}
	if l.agreed.Decision == "" {
		l.agreed.Decision = core.Agreement
	}
	l.refused.Decision = core.Refusal
	c.Fail(unmarked || len(l.agreed.Items)+len(l.refused.Items) > 0, "items", "Mark at least one wording: what the letter says of it.")
	return l, c.Err()
}

// keyIn is how a fault names a requirement; one that is not of this deal has no key.
func keyIn(r *kit.Request, id string) string {
	q, err := journal.Load[thread.Requirement](r.Ctx(), r.Reader, id)
	if err != nil || q.Deal != r.Deal.ID {
		return "this wording"
	}
	return q.Key(r.Deal.Prefix)
}

// sign records what one stakeholder wrote of a list of exact wordings.
func sign(r *kit.Request) error {
	l, err := listOf(r)
	if err != nil {
		return err
	}
	var head core.NewSignOff
	if err := r.Decode(&head); err != nil {
		return err
	}
	if head.At, err = r.Instant("at"); err != nil {
		return err
	}
	if head.ProofFile, err = keptFile(r, "proof_file"); err != nil {
		return err
	}
	if err := r.Act("evaluation.sign-off", func(ctx context.Context, tx *journal.Tx) error {
		for _, part := range []struct {
			name string
			in   core.NewSignOff
		}{{"agreed", l.agreed}, {"refused", l.refused}} {
			if len(part.in.Items) == 0 {
				continue
			}
			in := head
			in.Deal, in.Decision, in.Items = r.Deal.ID, part.in.Decision, part.in.Items
			if _, err := core.Sign(ctx, tx, in); err != nil {
				return named(err, l.index[part.name])
			}
		}
		return nil
	}); err != nil {
		return err
	}
	return done(r, signOffsView, "")
}

// named gives the faults of the list's lines to the fields beside their wordings.
func named(err error, ids []string) error {
	p := problem.As(err)
	if p == nil || p.Kind != problem.Invalid {
		return err
	}
	out := *p
	out.Fields = append([]problem.Field{}, p.Fields...)
	for i := range out.Fields {
		for n, id := range ids {
			if rest, ok := strings.CutPrefix(out.Fields[i].Name, fmt.Sprintf("items.%d.", n)); ok {
				out.Fields[i].Name = map[string]string{"requirement": "item.", "caveat": "caveat."}[rest] + id
			}
		}
	}
	return &out
}

func withdrawSignOff(r *kit.Request) error {
	s, err := mine[core.SignOff](r, "sign-off")
	if err != nil {
		return err
	}
	in := core.Unsigning{}
	if err := r.Decode(&in); err != nil {
		return err
	}
	in.ID = s.ID
	return undone(r, "withdraw-sign-off", signOffsView, "", in, core.WithdrawSignOff)
}
