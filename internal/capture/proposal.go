package capture

import (
	"context"

	"throughline/internal/auth"
	"throughline/internal/capture/note"
	"throughline/internal/clock"
	"throughline/internal/discovery"
	"throughline/internal/journal"
	"throughline/internal/problem"
	"throughline/internal/seal"
	"throughline/internal/thread"
)

// Proposal is something found in a note that a person has yet to decide on. Its words are kept
// under the voice of the one whom they are about.
type Proposal struct {
	journal.Row
	Call       string             `db:"call" json:"call"` // the note, among the deal's calls
	Voice      string             `db:"voice" json:"voice"`
	Position   int                `db:"position" json:"position"` // of the note's segment
	Sort       note.Sort          `db:"sort" json:"sort"`
	Quote      seal.Text          `db:"quote" json:"quote"`
	Statement  seal.Text          `db:"statement" json:"statement"`
	Kind       thread.Kind        `db:"kind" json:"kind"` // of a requirement
	Priority   thread.Priority    `db:"priority" json:"priority"`
	Metric     seal.Text          `db:"metric" json:"metric"`
	Scale      *discovery.Scale   `db:"scale,json" json:"scale"`
	Who        string             `db:"who" json:"who"`         // whose need or reaction, to whom it is promised, who is asked, who takes the step
	Mark       int                `db:"mark" json:"mark"`       // of a reaction, −2 … +2
	Due        clock.Date         `db:"due" json:"due"`         // of a promise or next step
	Segment    string             `db:"segment" json:"segment"` // of a demo, that the reaction is to; empty for the deal as a whole
	Why        seal.Text          `db:"why" json:"why"`
	State      discovery.Decision `db:"state" json:"state"` // found, accepted, rejected
	BecameKind string             `db:"became_kind" json:"became_kind"`
	Became     string             `db:"became" json:"became"` // the id of what it became
	DecidedBy  string             `db:"decided_by" json:"decided_by"`
	DecidedAt  clock.Instant      `db:"decided_at" json:"decided_at"`
}

var (
	proposalKind    = journal.Declare[Proposal]("captured-proposal", "captured_proposal")
	proposalsOfNote = journal.Where[Proposal](proposalKind, "call = $2 ORDER BY position, id")
)

// Proposals lists a deal's proposals from notes, oldest first.
func Proposals(ctx context.Context, src journal.Source, deal string) ([]Proposal, error) {
	return journal.List[Proposal](ctx, src, deal)
}

// OfNote lists what one note proposed, in the order of its words.
func OfNote(ctx context.Context, r *journal.Reader, call string) ([]Proposal, error) {
	return proposalsOfNote.List(ctx, r, call)
}

// Waits says whether a person can still decide on it.
func (p Proposal) Waits() bool { return p.State == discovery.Found && !p.Quote.Gone() }

// Measure is the proposed measure, if there is one and its words are not erased.
func (p Proposal) Measure() *thread.Measure {
	if p.Scale == nil || p.Metric.Gone() {
		return nil
	}
	return &thread.Measure{Metric: p.Metric.String(), Comparison: p.Scale.Comparison, Target: p.Scale.Target, Unit: p.Scale.Unit}
}

// Needs is the permission that accepting it takes: that of the act it does.
func (p Proposal) Needs() auth.Permission {
	switch p.Sort {
	case note.Requirement, note.Fact, note.Reaction:
		return auth.Sell
	}
	return auth.Promise
}

// open loads a proposal that still waits, with other writers of its deal waiting.
func open(ctx context.Context, tx *journal.Tx, id string, revision int64) (Proposal, error) {
	p, err := journal.Hold[Proposal](ctx, tx, id)
	if err != nil {
		return p, err
	}
	if p.State != discovery.Found {
		return p, problem.Refuse("This proposal was %s already. Undo that first.", p.State)
	}
	if p.Quote.Gone() {
		return p, problem.Refuse("The words of this proposal were erased; there is nothing left to decide on.")
	}
	if revision != 0 {
		p.Revision = revision
	}
	return p, nil
}

func (p *Proposal) decide(ctx context.Context, tx *journal.Tx, d discovery.Decision) error {
	p.State, p.DecidedBy, p.DecidedAt = d, tx.Actor.Person, tx.Now()
	return journal.Update(ctx, tx, p)
}

// Reject says no to a proposal. The words stay in the note.
func Reject(ctx context.Context, tx *journal.Tx, id string, revision int64) (Proposal, error) {
	p, err := open(ctx, tx, id, revision)
	if err != nil {
		return p, err
	}
	return p, p.decide(ctx, tx, discovery.Rejected)
}
