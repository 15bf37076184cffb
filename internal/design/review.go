package design

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"throughline/internal/account"
	"throughline/internal/auth"
	"throughline/internal/clock"
	"throughline/internal/journal"
	"throughline/internal/problem"
)

// ReviewRequest asks named people to approve the design as it stands.
type ReviewRequest struct {
	Deal      string
	Title     string   `json:"title"`
	Approvers []string `json:"approvers"` // persons' and contacts' ids
}

// RequestReview freezes the design as the next version and puts it before its approvers. While
// one is in review it is frozen anew, and approvals given so far fall.
func RequestReview(ctx context.Context, tx *journal.Tx, in ReviewRequest) (Version, error) {
	if _, err := account.Deal(ctx, tx, in.Deal); err != nil {
		return Version{}, err
	}
	var c problem.Check
	c.Text("title", in.Title, 200)
	c.Fail(len(in.Approvers) > 0, "approvers", "Name at least one person who is to approve.")
	c.Fail(len(in.Approvers) <= 20, "approvers", "At most 20 people can be asked.")
	if err := c.Err(); err != nil {
		return Version{}, err
	}
	if err := everyKnown(ctx, tx, in.Deal, "approvers", in.Approvers); err != nil {
		return Version{}, err
	}
	m, decisions, err := whole(ctx, tx, in.Deal)
	if err != nil {
		return Version{}, err
	}
	if len(m.Elements)+len(decisions) == 0 {
		return Version{}, problem.Refuse("There is nothing to review yet: add an element or a decision first.")
	}
	all, err := Versions(ctx, tx, in.Deal)
	if err != nil {
		return Version{}, err
	}
	v := Version{Row: journal.Row{Deal: in.Deal}, Number: len(all) + 1}
	if n := len(all); n > 0 && (all[n-1].State == VersionInReview || all[n-1].State == VersionDraft) {
		v = all[n-1]
	}
	v.Title, v.State, v.Approvals = strings.TrimSpace(in.Title), VersionInReview, nil
	v.Approvers = slices.Compact(slices.Sorted(slices.Values(in.Approvers)))
	v.AskedBy, v.AskedAt = tx.Actor.Person, tx.Now()
	v.freeze(m, decisions)
	if v.ID == "" {
		return v, journal.Insert(ctx, tx, &v)
	}
	return v, journal.Update(ctx, tx, &v)
}

// whole is the model with the decisions.
func whole(ctx context.Context, src journal.Source, deal string) (*Model, []Decision, error) {
	m, err := Read(ctx, src, deal)
	if err != nil {
		return nil, nil, err
	}
	decisions, err := Decisions(ctx, src, deal)
	return m, decisions, err
}

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

var _ = journal.Declare[ReviewNote]("review note", "review_note")

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
	deal, err := DealOf(ctx, tx, in.AboutKind, in.About)
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

// everyKnown demands that each id is one of our people or a stakeholder of the deal.
func everyKnown(ctx context.Context, tx *journal.Tx, deal, field string, ids []string) error {
	var c problem.Check
	for _, id := range ids {
		ok, err := known(ctx, tx, deal, id)
		if err != nil {
			return err
		}
		c.Fail(ok, field, "%q is neither one of our people nor a stakeholder of this deal. Add them to its people first.", id)
	}
	return c.Err()
}

func known(ctx context.Context, tx *journal.Tx, deal, id string) (bool, error) {
	if id == tx.Actor.Person {
		return true, nil
	}
	if p, err := journal.Load[auth.Person](ctx, tx, id); err == nil {
		return p.Active, nil
	} else if problem.Of(err) != problem.Missing {
		return false, err
	}
	d, err := journal.Load[account.Opportunity](ctx, tx, deal)
	if err != nil {
		return false, err
	}
	if id != "" && (id == d.AE || id == d.SE || id == d.SA) {
		return true, nil
	}
	return stakeholder(ctx, tx, deal, id)
}

func stakeholder(ctx context.Context, src journal.Source, deal, id string) (bool, error) {
	all, err := journal.List[account.Stakeholder](ctx, src, deal)
	for _, s := range all {
		if s.Contact == id {
			return true, err
		}
	}
	return false, err
}

// plural is '1 element' or '3 elements'.
func plural(n int, word string) string {
	if n == 1 {
		return "1 " + word
	}
	return fmt.Sprintf("%d %ss", n, word)
}
