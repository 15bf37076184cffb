package folder

import (
	"fmt"
	"reflect"
	"slices"
	"strings"

	"throughline/internal/account"
	"throughline/internal/answers"
	"throughline/internal/auth"
	"throughline/internal/capture/note"
	"throughline/internal/compete"
	"throughline/internal/delivery"
	"throughline/internal/demo"
	"throughline/internal/design"
	"throughline/internal/design/dsl"
	"throughline/internal/discovery"
	"throughline/internal/discovery/qualification"
	"throughline/internal/engagement"
	"throughline/internal/evaluation"
	"throughline/internal/exchange/folder/plain"
	"throughline/internal/feedback"
	"throughline/internal/handoff"
	"throughline/internal/thread"
)

// choices are the words that a type of text takes. Nothing said is taken too where the type has an
// empty word, or where a thing of the kind can be without.
var choices = map[reflect.Type][]string{
	of[thread.Kind]():           thread.KindWords,
	of[thread.Priority]():       thread.PriorityWords,
	of[thread.Bought]():         words(thread.Bought(""), thread.IsBought, thread.IsImplied, thread.NotBought),
	of[thread.Feasibility]():    words(thread.Feasibility(""), thread.CanBeDone, thread.WithEffort, thread.CannotBe),
	of[thread.PromiseState]():   words(thread.PromiseOpen, thread.PromiseTaken, thread.PromiseKept, thread.PromiseRenegotiated, thread.PromiseBroken, thread.PromiseVoid),
	of[thread.Relation]():       words(thread.Derive, thread.Refine, thread.Satisfy, thread.Verify, thread.Trace),
	of[account.Phase]():         words(account.Open, account.Won, account.Lost, account.Disqualified, account.Withdrawn),
	of[demo.State]():            words(demo.Planned, demo.Delivered, demo.Withdrawn),
	of[discovery.CallState]():   words(discovery.Wordless, discovery.Held, discovery.ReadOut, discovery.Forgotten),
	of[discovery.FactState]():   words(discovery.Assumed, discovery.Stated, discovery.Verified, discovery.Contested, discovery.Expired),
	of[discovery.Sort]():        words(discovery.Need, discovery.AsIs, discovery.Promise),
	of[discovery.Decision]():    words(discovery.Found, discovery.Accepted, discovery.Merged, discovery.Rejected),
	of[discovery.Version]():     words(discovery.SameRow, discovery.ChangedRow, discovery.NewRow, discovery.GoneRow),
	of[note.Sort]():             words(note.Requirement, note.Fact, note.Promise, note.Reaction, note.Question, note.NextStep),
	of[qualification.Element](): qualification.Elements,
	of[evaluation.State]():      words(evaluation.Draft, evaluation.Agreed, evaluation.Running, evaluation.Readout, evaluation.Closed, evaluation.Withdrawn),
	of[answers.Verdict]():       words(answers.Affirm, answers.Partly, answers.Deny),
	of[answers.State]():         words(answers.Draft, answers.Approved, answers.Withdrawn),
	of[delivery.Outcome]():      words(delivery.Go, delivery.GoWithConditions, delivery.NoGo),
	of[delivery.TaskState]():    words(delivery.TaskOpen, delivery.TaskStarted, delivery.TaskDone),
	of[compete.Outcome]():       compete.Outcomes,
	of[feedback.State]():        words(feedback.Open, feedback.Told, feedback.Planned, feedback.Started, feedback.Shipped, feedback.Declined),
	of[design.DecisionStatus](): words(design.Proposed, design.Accepted, design.Superseded, design.Rejected),
	of[design.VersionState]():   words(design.VersionDraft, design.VersionInReview, design.VersionApproved, design.VersionSuperseded),
	of[design.ViewKind]():       words(design.ContextView, design.ContainerView),
	of[dsl.Kind]():              words(dsl.Person, dsl.System, dsl.Container, dsl.Component, dsl.Node, dsl.Infrastructure, dsl.Instance, dsl.Custom),
	of[handoff.Crossing]():      words(handoff.ToBuild, handoff.ToRun),
	of[handoff.State]():         words(handoff.InReview, handoff.Returned, handoff.Complete, handoff.Closed),
	of[handoff.ItemState]():     words(handoff.Offered, handoff.Accepted, handoff.WithCondition, handoff.Queried, handoff.Answered, handoff.ItemReturned, handoff.Withdrawn),
	of[engagement.State]():      words(engagement.Asked, engagement.Taken, engagement.Declined, engagement.Withdrawn, engagement.Done),
	of[auth.Role]():             roles(),
}

func of[T any]() reflect.Type { return reflect.TypeFor[T]() }

func words[T ~string](all ...T) []string {
	out := make([]string, len(all))
	for i, w := range all {
		out[i] = string(w)
	}
	return out
}

func roles() (out []string) {
	for _, r := range auth.Roles {
		out = append(out, string(r))
	}
	return out
}

// choose refuses a word that the type does not have.
func (t *taking) choose(file string, n *plain.Node, v reflect.Value) {
	all, ok := choices[v.Type()]
	if ok && v.String() != "" && !slices.Contains(all, v.String()) {
		t.fault(file, n.Line, fmt.Sprintf("Says %s, which is not known here. Use one of: %s.", n.Text, strings.Join(slices.DeleteFunc(slices.Clone(all), func(s string) bool { return s == "" }), ", ")))
	}
}

// needed are the fields that a thing cannot be without.
var needed = map[string][]string{
	"opportunity": {"account", "name", "key", "phase"},
	"account":     {"name"},
	"person":      {"email"},
	"contact":     {"account", "name"},
	"call":        {"title", "held_at", "state"},
	"requirement": {"statement", "kind", "priority"},
	"promise":     {"words", "state"},
	"sign-off":    {"contact", "decision", "at"},
	"evaluation":  {"title", "state"},
	"criterion":   {"statement"},
	"task":        {"title", "state"},
	"link":        {"from_kind", "from_id", "relation", "to_kind", "to_id"},
	"element":     {"kind", "name"},
	"handoff":     {"state"},
}
