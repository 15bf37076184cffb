package discovery

import (
	"context"

	"throughline/internal/account"
	"throughline/internal/clock"
	"throughline/internal/discovery/qualification"
	"throughline/internal/journal"
	"throughline/internal/problem"
	"throughline/internal/seal"
)

// Note is evidence for one element of qualification, as a person wrote it down.
type Note struct {
	journal.Row
	Element  qualification.Element `db:"element" json:"element"`
	Sort     string                `db:"sort" json:"sort"` // ours, customer, document, act
	Words    seal.Text             `db:"words" json:"words"`
	Contact  string                `db:"contact" json:"contact"` // who said or did it
	Call     string                `db:"call" json:"call"`       // the words are a quote from it
	Position int                   `db:"position" json:"position"`
	Source   string                `db:"source" json:"source"` // else: mail of 3 March, their tender, page 4
	SaidAt   clock.Instant         `db:"said_at" json:"said_at"`
	NotedBy  string                `db:"noted_by" json:"noted_by"` // a person's id
}

var noteKind = journal.Declare[Note]("qualification", "qualification")

// Notes lists a deal's notes of evidence.
func Notes(ctx context.Context, src journal.Source, deal string) ([]Note, error) {
	return journal.List[Note](ctx, src, deal)
}

// NoteSaid is a note as a person writes it.
type NoteSaid struct {
	Deal     string
	ID       string // when it is edited
	Revision int64
	Element  qualification.Element `json:"element"`
	Sort     string                `json:"sort"`
	Words    string                `json:"words"`
	Contact  string                `json:"contact"`
	Call     string                `json:"call"`
	Source   string                `json:"source"`
	SaidAt   clock.Instant         `json:"said_at"`
}

func (in *NoteSaid) validate() error {
	var k problem.Check
	k.OneOf("element", string(in.Element), qualification.Elements...)
	k.OneOf("sort", in.Sort, qualification.EvidenceSorts...)
	k.Text("words", in.Words, 2000)
	k.Optional("source", in.Source, 200)
	k.Fail(in.Sort != "document" || in.Source != "", "source", "Say which document, and where in it.")
	return k.Err()
}

// AddNote writes down evidence. Given a call, the words must be the transcript's own.
func AddNote(ctx context.Context, tx *journal.Tx, in NoteSaid) (Note, error) {
	if err := in.validate(); err != nil {
		return Note{}, err
	}
	if _, err := account.Deal(ctx, tx, in.Deal); err != nil {
		return Note{}, err
	}
	n := Note{Row: journal.Row{Deal: in.Deal}, NotedBy: tx.Actor.Person}
	if err := in.fill(ctx, tx, &n); err != nil {
		return n, err
	}
	return n, journal.Insert(ctx, tx, &n)
}

// EditNote changes a note.
func EditNote(ctx context.Context, tx *journal.Tx, in NoteSaid) (Note, error) {
	if err := in.validate(); err != nil {
		return Note{}, err
	}
	n, err := journal.Load[Note](ctx, tx, in.ID)
	if err != nil {
		return n, err
	}
	if in.Revision != 0 {
		n.Revision = in.Revision
	}
	in.Deal = n.Deal
	if err := in.fill(ctx, tx, &n); err != nil {
		return n, err
	}
	return n, journal.Update(ctx, tx, &n)
}

// fill sets the note from what was said. The words go under the key of whoever said them.
func (in *NoteSaid) fill(ctx context.Context, tx *journal.Tx, n *Note) error {
	owner := n.Deal
	n.Position = -1
	if in.Contact != "" {
		if _, err := journal.Load[account.Contact](ctx, tx, in.Contact); err != nil {
			return err
		}
		owner = in.Contact
	}
	if in.Call != "" {
		c, s, err := quoted(ctx, tx, in.Deal, in.Call, in.Words)
		if err != nil {
			return err
		}
		v, err := journal.Load[Voice](ctx, tx, s.Voice)
		if err != nil {
			return err
		}
		if in.Sort == "customer" && in.Contact == "" {
			in.Contact = v.Contact
		}
		owner, n.Position = v.ID, s.Position
		if in.SaidAt.IsZero() {
			in.SaidAt = c.HeldAt
		}
	}
	if in.SaidAt.IsZero() {
		in.SaidAt = tx.Now()
	}
	n.Element, n.Sort, n.Contact, n.Call, n.Source, n.SaidAt = in.Element, in.Sort, in.Contact, in.Call, in.Source, in.SaidAt
	n.Words = seal.New(owner, in.Words)
	return nil
}

// RemoveNote takes a note away.
func RemoveNote(ctx context.Context, tx *journal.Tx, id string, revision int64) error {
	n, err := journal.Load[Note](ctx, tx, id)
	if err != nil {
		return err
	}
	if revision != 0 && revision != n.Revision {
		return &problem.Error{Kind: problem.Stale, Theirs: n, What: "This note was changed while you were at it. Look again before you remove it."}
	}
	return journal.Delete(ctx, tx, &n)
}
