package answers

import (
	"context"
	"fmt"
	"sort"

	"throughline/internal/clock"
	"throughline/internal/journal"
	"throughline/internal/problem"
	"throughline/internal/thread"
)

// Approval is a named person's word that the answer may stand.
type Approval struct {
	ID       string
	Revision int64
	Version  int        `json:"version"` // the version that was read; 0 for the one there is
	Beyond   string     `json:"beyond"`  // empty, or how its words go beyond the standard product: date, roadmap, limit, wording
	Due      clock.Date `json:"due"`     // of the promise that is made
}

// beyond are the sorts of promise that the words of an answer can be.
var beyond = []string{"", "date", "roadmap", "limit", "partly", "wording"}

// Approve makes an answer count, in the name of the person who does it. An answer in part, and
// one whose words go beyond the standard product, is recorded as a promise in exactly these
// words; an unchanged answer from the library is standard and makes none.
func Approve(ctx context.Context, tx *journal.Tx, in Approval) (Answer, error) {
	var c problem.Check
	c.OneOf("beyond", in.Beyond, beyond...)
	if err := c.Err(); err != nil {
		return Answer{}, err
	}
	a, err := open(ctx, tx, in.ID, in.Revision)
	if err != nil {
		return a, err
	}
	switch {
	case in.Version != 0 && in.Version != a.Version:
		return a, &problem.Error{Kind: problem.Stale, Theirs: a, What: fmt.Sprintf("Answer %s is at version %d now; you read version %d.", a.Key(), a.Version, in.Version)}
	case a.State == Approved:
		return a, problem.Refuse("Answer %s was approved already.", a.Key())
	case a.Approver != "" && a.Approver != tx.Actor.Person:
		return a, problem.New(problem.Forbidden, "Answer %s waits for another person's approval. Ask them, or edit whom it waits for.", a.Key())
	case a.Standard && in.Beyond != "":
		return a, problem.Refuse("Answer %s is an unchanged answer from the library, so it promises nothing more. Edit that, or leave it standard.", a.Key())
	}
	a.State, a.Approver, a.ApprovedAt = Approved, tx.Actor.Person, tx.Now()
	if err := journal.Update(ctx, tx, &a); err != nil {
		return a, err
	}
	kind := in.Beyond
	if kind == "" && a.Verdict == Partly {
		kind = "partly"
	}
	if kind == "" || a.Standard {
		return a, nil
	}
	return a, a.promise(ctx, tx, kind, in.Due)
}

// promise records the answer's words as a promise, once for the same words.
func (a Answer) promise(ctx context.Context, tx *journal.Tx, kind string, due clock.Date) error {
	had, err := thread.Promises(ctx, tx, a.Deal)
	if err != nil {
		return err
	}
	for _, p := range had {
		if p.FromID == a.ID && p.WordsHash == thread.Hash(a.Words) && p.State != thread.PromiseVoid {
			return nil
		}
	}
	requirement, err := a.first(ctx, tx)
	if err != nil {
		return err
	}
	_, err = thread.Give(ctx, tx, thread.NewPromise{Deal: a.Deal, Requirement: requirement, Words: a.Words, Sort: kind, ToContact: a.AskedBy,
		Where: "answer " + a.Key(), FromKind: answerKind.Name, FromID: a.ID, Due: due})
	return err
}

// first is the earliest recorded of the requirements the answer speaks to: the one whose row
// shows the promise.
func (a Answer) first(ctx context.Context, src journal.Source) (string, error) {
	speaks, err := thread.Linked(ctx, src, a.Deal, answerKind.Name, thread.Trace)
	if err != nil {
		return "", err
	}
	var all []string
	for requirement, ids := range speaks {
		for _, id := range ids {
			if id == a.ID {
				all = append(all, requirement)
			}
		}
	}
	sort.Strings(all)
	if len(all) == 0 {
		return "", nil
	}
	return all[0], nil
}
