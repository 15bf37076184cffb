package delivery

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"throughline/internal/account"
	"throughline/internal/clock"
	"throughline/internal/journal"
	"throughline/internal/problem"
	"throughline/internal/thread"
)

// mayGo applies the rules of the decision to what it covers and leaves out.
func mayGo(ctx context.Context, tx *journal.Tx, deal account.Opportunity, in Decision) error {
	reqs, err := thread.Requirements(ctx, tx, deal.ID)
	if err != nil {
		return err
	}
	promises, err := thread.Promises(ctx, tx, deal.ID)
	if err != nil {
		return err
	}
	if err := namesKnown(in, reqs, promises); err != nil {
		return err
	}
	if in.Outcome == NoGo {
		return nil
	}
	before, err := Decisions(ctx, tx, deal.ID)
	if err != nil {
		return err
	}
	if at, again := decidedBefore(in, before); again {
		return problem.Refuse("All of this goes live by the decision of %s already. Withdraw that one to decide anew.", clock.DateOf(at.Time()))
	}
	verdicts, err := tellVerified(ctx, tx, deal.ID)
	if err != nil {
		return err
	}
	var c problem.Check
	if open := unproven(deal.Prefix, in, reqs, verdicts); len(open) > 0 {
		c.Fail(false, "overrides", "Covered without a passed check: %s. Record the result, leave it out, or override it by name with a reason.", strings.Join(open, "; "))
	}
	if left := unsaid(deal.Prefix, in, before, reqs, promises); len(left) > 0 {
		c.Fail(false, "left_out", "Neither covered nor left out: %s. Say for each which it is, and why.", strings.Join(left, ", "))
	}
	if c.Err() == nil {
		return nil
	}
	p := problem.As(c.Err())
	p.Kind, p.What = problem.Refused, "The decision cannot be recorded yet."
	return p
}

// decidedBefore says whether the standing decisions cover all that this one would, and when the
// last of them was taken.
func decidedBefore(in Decision, before []GoLive) (last clock.Instant, all bool) {
	var requirements, promises []string
	for _, g := range before {
		if g.Stands() {
			requirements, promises, last = append(requirements, g.Requirements...), append(promises, g.Promises...), g.At
		}
	}
	uncovered := func(covered []string) func(string) bool {
		return func(id string) bool { return !slices.Contains(covered, id) }
	}
	return last, !slices.ContainsFunc(in.Requirements, uncovered(requirements)) && !slices.ContainsFunc(in.Promises, uncovered(promises))
}

// namesKnown refuses ids that are not of this deal, and what is named on both sides.
func namesKnown(in Decision, reqs []thread.Requirement, promises []thread.Promise) error {
	isReq := func(id string) bool {
		return slices.ContainsFunc(reqs, func(r thread.Requirement) bool { return r.ID == id })
	}
	isPromise := func(id string) bool {
		return slices.ContainsFunc(promises, func(p thread.Promise) bool { return p.ID == id })
	}
	for _, id := range in.Requirements {
		if !isReq(id) {
			return problem.NotFound("requirement", id)
		}
	}
	for _, id := range in.Promises {
		if !isPromise(id) {
			return problem.NotFound("promise", id)
		}
	}
	for _, l := range in.LeftOut {
		covered, known := in.Requirements, isReq(l.ID)
		if l.Kind == "promise" {
			covered, known = in.Promises, isPromise(l.ID)
		}
		if !known {
			return problem.NotFound(l.Kind, l.ID)
		}
		if slices.Contains(covered, l.ID) {
			return fault("left_out", "The %s %q is both covered and left out. Choose one.", l.Kind, l.ID)
		}
	}
	for _, o := range in.Overrides {
		if !slices.Contains(in.Requirements, o.Requirement) {
			return fault("overrides", "Overrides a requirement that the decision does not cover.")
		}
	}
	return nil
}

// unproven lists the covered requirements whose checks have not passed and that are not
// overridden, each with what is wrong.
func unproven(prefix string, in Decision, reqs []thread.Requirement, verdicts []thread.Verdict) (out []string) {
	stands := map[string]thread.State{}
	for _, v := range verdicts {
		stands[v.Requirement] = v.State
	}
	for _, r := range reqs {
		if !slices.Contains(in.Requirements, r.ID) || slices.ContainsFunc(in.Overrides, func(o Override) bool { return o.Requirement == r.ID }) {
			continue
		}
		switch stands[r.ID] {
		case thread.Reached:
		case thread.Failed:
			out = append(out, r.Key(prefix)+" (its check failed)")
		case thread.Started:
			out = append(out, r.Key(prefix)+" (its check has no result)")
		default:
			out = append(out, r.Key(prefix)+" (no check)")
		}
	}
	return out
}

// unsaid lists what is owed and neither covered, by this decision or a standing one before
// it, nor left out: requirements that were bought or implied, promises that still bind.
func unsaid(prefix string, in Decision, before []GoLive, reqs []thread.Requirement, promises []thread.Promise) (out []string) {
	said := map[string]bool{}
	say := func(ids []string) {
		for _, id := range ids {
			said[id] = true
		}
	}
	say(in.Requirements)
	say(in.Promises)
	for _, l := range in.LeftOut {
		said[l.ID] = true
	}
	for _, g := range before {
		if g.Stands() {
			say(g.Requirements)
			say(g.Promises)
		}
	}
	for _, r := range reqs {
		if r.Stands() && r.PostOwed() && !said[r.ID] {
			out = append(out, r.Key(prefix))
		}
	}
	for _, p := range promises {
		if p.Pending() && !said[p.ID] {
			out = append(out, fmt.Sprintf("P%d", p.Number))
		}
	}
	return out
}
