package answers

import (
	"context"
	"net/url"
	"strings"

	"throughline/internal/account"
	"throughline/internal/journal"
	"throughline/internal/problem"
	"throughline/internal/seal"
	"throughline/internal/thread"
)

// Wording is what a person writes.
type Wording struct {
	Deal         string
	ID           string // for an edit
	Revision     int64
	Requirements []string `json:"requirements"` // ids
	Question     string   `json:"question"`
	AskedBy      string   `json:"asked_by"` // a contact's id; the question is kept under their key
	Words        string   `json:"words"`
	Verdict      Verdict  `json:"verdict"`
	Evidence     string   `json:"evidence"`
	Standard     bool     `json:"standard"`
	Approver     string   `json:"approver"` // who is asked to approve; empty for whoever comes first
}

// Validate says what cannot be taken.
func (in *Wording) Validate() error {
	var c problem.Check
	c.Text("words", in.Words, 4000)
	c.Optional("question", in.Question, 4000)
	c.OneOf("verdict", string(in.Verdict), string(Affirm), string(Partly), string(Deny))
	c.Optional("evidence", in.Evidence, 1000)
	c.Fail(safeAddress(in.Evidence), "evidence", "Only http and https addresses are kept as links.")
	c.Optional("approver", in.Approver, 40)
	c.Fail(len(in.Requirements) > 0, "requirements", "Say which requirement it answers.")
	return c.Err()
}

// safeAddress takes a title, or an address that a page may link to.
func safeAddress(s string) bool {
	u, err := url.Parse(strings.TrimSpace(s))
	return err != nil || u.Scheme == "" || u.Scheme == "http" || u.Scheme == "https" || strings.Contains(s, " ")
}

// Write records an answer as a draft.
func Write(ctx context.Context, tx *journal.Tx, in Wording) (Answer, error) {
	if err := in.Validate(); err != nil {
		return Answer{}, err
	}
	if _, err := account.Deal(ctx, tx, in.Deal); err != nil {
		return Answer{}, err
	}
	all, err := List(ctx, tx, in.Deal)
	if err != nil {
		return Answer{}, err
	}
	a := Answer{Row: journal.Row{Deal: in.Deal}, Number: 1, Version: 1, State: Draft, WrittenAt: tx.Now(), WrittenBy: tx.Actor.Person}
	if len(all) > 0 {
		a.Number = all[len(all)-1].Number + 1
	}
	if err := a.take(ctx, tx, in); err != nil {
		return a, err
	}
	if err := journal.Insert(ctx, tx, &a); err != nil {
		return a, err
	}
	return a, a.connect(ctx, tx, in.Requirements)
}

func (a *Answer) connect(ctx context.Context, tx *journal.Tx, requirements []string) error {
	return thread.ConnectAll(ctx, tx, a.Deal, answerKind.Name, a.ID, thread.Trace, requirements)
}

func (a *Answer) take(ctx context.Context, tx *journal.Tx, in Wording) error {
	key := a.Deal
	if in.AskedBy != "" {
		if _, err := journal.Load[account.Contact](ctx, tx, in.AskedBy); err != nil {
			return err
		}
		key = in.AskedBy
	}
	a.Question, a.AskedBy, a.Words, a.Verdict = seal.New(key, in.Question), in.AskedBy, in.Words, in.Verdict
	a.Evidence, a.Standard, a.Approver = strings.TrimSpace(in.Evidence), in.Standard, in.Approver
	return nil
}

// open loads an answer for a change, its deal locked; a withdrawn one is closed to changes.
func open(ctx context.Context, tx *journal.Tx, id string, revision int64) (Answer, error) {
	a, err := journal.Hold[Answer](ctx, tx, id)
	if err != nil {
		return a, err
	}
	if a.State == Withdrawn {
		return a, problem.Refuse("Answer %s was withdrawn: %s. Write a new one.", a.Key(), a.Why)
	}
	if revision != 0 {
		a.Revision = revision // Update refuses when another came between
	}
	return a, nil
}
