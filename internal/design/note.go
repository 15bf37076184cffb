package design

import (
	"context"

	"throughline/internal/clock"
	"throughline/internal/journal"
	"throughline/internal/problem"
)

// ReviewNote is one of our people's words on a thing of the design, open until resolved.
type ReviewNote struct {
	journal.Row
	AboutKind  string        `db:"about_kind" json:"about_kind"` // element, relationship, decision, version, elsewhere
	About      string        `db:"about" json:"about"`
	Words      string        `db:"words" json:"words"`
	By         string        `db:"said_by" json:"by"`
	At         clock.Instant `db:"said_at" json:"at"`
	ResolvedBy string        `db:"resolved_by" json:"resolved_by"`
	ResolvedAt clock.Instant `db:"resolved_at" json:"resolved_at"`
}

var noteKind = journal.Declare[ReviewNote]("review note", "review_note")

// Notes lists a deal's review notes, oldest first.
func Notes(ctx context.Context, src journal.Source, deal string) ([]ReviewNote, error) {
	return journal.List[ReviewNote](ctx, src, deal)
}

// Remark is a note to be made.
type Remark struct {
	AboutKind string `json:"about_kind"`
	About     string `json:"about"`
	Words     string `json:"words"`
}

// Comment notes something on a thing of the design.
func Comment(ctx context.Context, tx *journal.Tx, in Remark) (ReviewNote, error) {
	var c problem.Check
	c.OneOf("about_kind", in.AboutKind, "element", "relationship", "decision", "version", "elsewhere")
	c.Text("words", in.Words, 4000)
	if err := c.Err(); err != nil {
		return ReviewNote{}, err
	}
	deal, err := dealOf(ctx, tx, in.AboutKind, in.About)
	if err != nil {
		return ReviewNote{}, err
	}
	n := ReviewNote{Row: journal.Row{Deal: deal}, AboutKind: in.AboutKind, About: in.About, Words: in.Words, By: tx.Actor.Person, At: tx.Now()}
	return n, journal.Insert(ctx, tx, &n)
}

// ResolveComment closes a note, or opens it again.
func ResolveComment(ctx context.Context, tx *journal.Tx, id string, revision int64, resolved bool) error {
	n, err := journal.Load[ReviewNote](ctx, tx, id)
	if err != nil {
		return err
	}
	if revision != 0 {
		n.Revision = revision
	}
	n.ResolvedBy, n.ResolvedAt = "", clock.Instant{}
	if resolved {
		n.ResolvedBy, n.ResolvedAt = tx.Actor.Person, tx.Now()
	}
	return journal.Update(ctx, tx, &n)
}
