package delivery

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"throughline/internal/clock"
	core "throughline/internal/delivery"
	"throughline/internal/journal"
	"throughline/internal/problem"
	"throughline/internal/web/kit"
)

// maxConditions is how many conditions the form takes.
const maxConditions = 20

// decide records the go-live decision: what is ticked is covered, what is not is left out
// with its reason, and a reason at something red that is ticked overrides it.
func decide(r *kit.Request) error {
	in := core.Decision{}
	if err := r.Decode(&in); err != nil {
		return err
	}
	in.Deal = r.Deal.ID
	var err error
	if in.At, err = moment(r, "at"); err != nil {
		return err
	}
	if in.Conditions, err = conditions(r); err != nil {
		return err
	}
	if in.Outcome == core.NoGo { // covers nothing, whatever is ticked
		in.Requirements, in.Promises = nil, nil
	}
	v, err := load(r)
	if err != nil {
		return err
	}
	if err := v.speak(&in); err != nil {
		return err
	}
	return done(r, "delivery.go-live", goLiveView, "", func(ctx context.Context, tx *journal.Tx) error {
		_, err := core.Decide(ctx, tx, in)
		return err
	})
}

// speak reads the reason beside each line: why it is left out, or why it goes in spite of what
// is red.
func (v *view) speak(in *core.Decision) error {
	var c problem.Check
	for _, line := range v.covers() {
		why, until := strings.TrimSpace(v.r.PostForm.Get("why."+line.ID)), v.r.PostForm.Get("until."+line.ID)
		if why == "" {
			continue
		}
		ticked := slices.Contains(in.Requirements, line.ID) || slices.Contains(in.Promises, line.ID)
		switch {
		case !ticked:
			in.LeftOut = append(in.LeftOut, core.LeftOut{Kind: line.Kind, ID: line.ID, Reason: why})
		case line.Kind == "requirement" && line.Red != "":
			d, err := clock.ParseDate(until)
			c.Fail(err == nil, "requirements", "%s: %q is no day like 2026-11-25.", line.Key, until)
			in.Overrides = append(in.Overrides, core.Override{Requirement: line.ID, Reason: why, Until: d})
		default:
			c.Fail(false, line.Kind+"s", "%s is covered and nothing about its check is red, so it needs no reason. Take the words out, or leave it out.", line.Key)
		}
	}
	return c.Err()
}

// conditions reads the lines of a go with conditions; an empty line is none.
func conditions(r *kit.Request) (out []core.Condition, err error) {
	for i := range maxConditions {
		name := fmt.Sprintf("conditions.%d.", i)
		k := core.Condition{Text: strings.TrimSpace(r.PostForm.Get(name + "text")), Owner: r.PostForm.Get(name + "owner")}
		due := r.PostForm.Get(name + "due")
		if k.Text == "" {
			continue
		}
		if k.Due, err = clock.ParseDate(due); err != nil {
			return nil, fault(name+"due", "Is %q; write a day as 2026-11-25.", due)
		}
		out = append(out, k)
	}
	return out, nil
}

func withdrawDecision(r *kit.Request) error {
	g, err := mine[core.GoLive](r, "decision")
	if err != nil {
		return err
	}
	revision, err := read(r)
	if err != nil {
		return err
	}
	return done(r, "delivery.withdraw-go-live", goLiveView, "", func(ctx context.Context, tx *journal.Tx) error {
		return core.WithdrawDecision(ctx, tx, g.ID, revision, r.FormValue("why"))
	})
}

func endHypercare(r *kit.Request) error {
	g, err := mine[core.GoLive](r, "decision")
	if err != nil {
		return err
	}
	in := core.HypercareEnd{}
	if err := r.Decode(&in); err != nil {
		return err
	}
	in.ID = g.ID
	return done(r, "delivery.end-hypercare", goLiveView, "", func(ctx context.Context, tx *journal.Tx) error {
		_, err := core.EndHypercare(ctx, tx, in)
		return err
	})
}
