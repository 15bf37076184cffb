package tale

import (
	"context"

	"throughline/internal/clock"
	"throughline/internal/delivery"
	"throughline/internal/journal"
)

// Task is a piece of work on the way to go-live.
type Task struct {
	Word, Title, Party, Owner string
	Start, Due                int // working days from the telling
	After                     []string
	Tracker                   string
	Needs                     []string
}

// Tasks adds tasks to the plan.
func (t *Tale) Tasks(all ...Task) {
	for _, k := range all {
		t.act("delivery.add-task", func(ctx context.Context, tx *journal.Tx) error {
			made, err := delivery.AddTask(ctx, tx, delivery.NewTask{Deal: t.id("deal"), Title: k.Title, Party: k.Party, Owner: t.id(k.Owner), Start: t.Day(k.Start), Due: t.Day(k.Due),
				DependsOn: t.allIDs(k.After), Tracker: k.Tracker, Requirements: t.allIDs(k.Needs)})
			t.ids[k.Word] = made.ID
			return err
		})
	}
}

// Ends completes tasks.
func (t *Tale) Ends(words ...string) {
	for _, word := range words {
		t.act("delivery.complete-task", func(ctx context.Context, tx *journal.Tx) error {
			_, err := delivery.CompleteTask(ctx, tx, t.id(word), 0)
			return err
		})
	}
}

// Checks makes a check of each of the requirements, named by it: 'check of replay'.
func (t *Tale) Checks(method, who string, needs ...string) {
	t.act("delivery.derive-checks", func(ctx context.Context, tx *journal.Tx) error {
		made, err := delivery.DeriveChecks(ctx, tx, delivery.Derivation{Deal: t.id("deal"), Requirements: t.allIDs(needs), Method: method, Who: t.id(who)})
		for i, c := range made {
			t.ids["check of "+needs[i]] = c.ID
		}
		return err
	})
}

// Finds records the result of a requirement's check: a measured value.
func (t *Tale) Finds(need string, value float64, note string) {
	t.checked(need, delivery.NewResult{Value: &value, Note: note})
}

// Confirms records that the check of a requirement without a measure passed, or did not.
func (t *Tale) Confirms(need string, passed bool, note string) {
	t.checked(need, delivery.NewResult{Passed: &passed, Note: note})
}

func (t *Tale) checked(need string, in delivery.NewResult) {
	in.Note = t.Say(in.Note)
	t.act("delivery.record-result", func(ctx context.Context, tx *journal.Tx) error {
		in.Check = t.id("check of " + need)
		_, err := delivery.RecordResult(ctx, tx, in)
		return err
	})
}

// Gate adds a gate.
func (t *Tale) Gate(word, name string, due int, criteria ...delivery.GateCriterion) {
	t.act("delivery.add-gate", func(ctx context.Context, tx *journal.Tx) error {
		g, err := delivery.AddGate(ctx, tx, delivery.NewGate{Deal: t.id("deal"), Name: name, Due: t.Day(due), Criteria: criteria})
		t.ids[word] = g.ID
		return err
	})
}

// SignsGate records a role's agreement to a gate.
func (t *Tale) SignsGate(word, role, by, note string) {
	t.act("delivery.sign-gate", func(ctx context.Context, tx *journal.Tx) error {
		_, err := delivery.SignGate(ctx, tx, delivery.GateSignature{Gate: t.id(word), Role: role, By: t.id(by), Note: t.Say(note)})
		return err
	})
}

// GoLive is a go-live decision, in the tale's words.
type GoLive struct {
	Outcome                    delivery.Outcome
	Ours, Theirs               []string
	Evidence                   string
	Covers, Keeps              []string          // requirements and promises
	LeavesOut                  map[string]string // requirements, with the reason
	LeavesPromises             map[string]string
	Overrides                  map[string]string
	Condition, ConditionFor    string
	ConditionDue, HypercareDue clock.Date
}

// GoesLive records the decision.
func (t *Tale) GoesLive(g GoLive) {
	t.act("delivery.go-live", func(ctx context.Context, tx *journal.Tx) error {
		in := delivery.Decision{Deal: t.id("deal"), Outcome: g.Outcome, Persons: t.allIDs(g.Ours), Contacts: t.allIDs(g.Theirs), Evidence: t.Say(g.Evidence),
			Requirements: t.allIDs(g.Covers), Promises: t.allIDs(g.Keeps), HypercareUntil: g.HypercareDue}
		for _, word := range sorted(g.LeavesOut) {
			in.LeftOut = append(in.LeftOut, delivery.LeftOut{Kind: "requirement", ID: t.id(word), Reason: t.Say(g.LeavesOut[word])})
		}
		for _, word := range sorted(g.LeavesPromises) {
			in.LeftOut = append(in.LeftOut, delivery.LeftOut{Kind: "promise", ID: t.id(word), Reason: t.Say(g.LeavesPromises[word])})
		}
		for _, word := range sorted(g.Overrides) {
			in.Overrides = append(in.Overrides, delivery.Override{Requirement: t.id(word), Reason: t.Say(g.Overrides[word])})
		}
		if g.Condition != "" {
			in.Conditions = []delivery.Condition{{Text: t.Say(g.Condition), Owner: t.id(g.ConditionFor), Due: g.ConditionDue}}
		}
		_, err := delivery.Decide(ctx, tx, in)
		return err
	})
}

// Moves gives a task another date to be done by.
func (t *Tale) Moves(word string, due int) {
	t.act("delivery.edit-task", func(ctx context.Context, tx *journal.Tx) error {
		k, err := journal.Load[delivery.Task](ctx, tx, t.id(word))
		if err != nil {
			return err
		}
		_, err = delivery.EditTask(ctx, tx, delivery.TaskEdit{ID: k.ID, Title: k.Title, Party: k.Party, Owner: k.Owner, Start: k.StartOn, Due: t.Day(due), DependsOn: k.DependsOn, Tracker: k.Tracker, Started: true})
		return err
	})
}
