package design

import (
	"context"
	"net/url"
	"strings"

	"throughline/internal/account"
	"throughline/internal/clock"
	"throughline/internal/journal"
	"throughline/internal/problem"
)

// Elsewhere is a section of a document that stands outside: a page of a wiki, a drawing, a file.
// Once a named person approved it, it satisfies requirements as an element does.
type Elsewhere struct {
	journal.Row
	Title      string        `db:"title" json:"title"`
	URL        string        `db:"url" json:"url"`
	File       string        `db:"file" json:"file"` // SHA-256 of an uploaded file, in hex
	Section    string        `db:"section" json:"section"`
	Tool       string        `db:"tool" json:"tool"`         // as in Confluence, Visio, draw.io
	Approver   string        `db:"approver" json:"approver"` // a person's or contact's id
	ApprovedOn clock.Date    `db:"approved_on" json:"approved_on"`
	Withdrawn  string        `db:"withdrawn" json:"withdrawn"` // why its approval no longer holds
	MadeAt     clock.Instant `db:"made_at" json:"made_at"`
	MadeBy     string        `db:"made_by" json:"made_by"`
}

var _ = journal.Declare[Elsewhere]("elsewhere", "elsewhere")

// Approved says whether a named person's approval stands.
func (e Elsewhere) Approved() bool {
	return e.Approver != "" && e.ApprovedOn != "" && e.Withdrawn == ""
}

// Said is its title with the section.
func (e Elsewhere) Said() string {
	if e.Section == "" {
		return e.Title
	}
	return e.Title + ", " + e.Section
}

// Elsewheres lists a deal's documents elsewhere, oldest first.
func Elsewheres(ctx context.Context, src journal.Source, deal string) ([]Elsewhere, error) {
	return journal.List[Elsewhere](ctx, src, deal)
}

// Pointer is what a person says of a document elsewhere.
type Pointer struct {
	Deal         string
	Title        string   `json:"title"`
	URL          string   `json:"url"`
	File         string   `json:"file"`
	Section      string   `json:"section"`
	Tool         string   `json:"tool"`
	Requirements []string `json:"requirements"`
}

// Validate says what cannot be taken.
func (in *Pointer) Validate() error {
	var c problem.Check
	c.Text("title", in.Title, 200)
	c.Optional("section", in.Section, 200)
	c.Optional("tool", in.Tool, 80)
	c.Optional("url", in.URL, 2000)
	c.Fail(in.URL != "" || in.File != "", "url", "Give the address of the document, or upload the file.")
	if in.URL != "" {
		u, err := url.Parse(in.URL)
		c.Fail(err == nil && (u.Scheme == "https" || u.Scheme == "http") && u.Host != "", "url", "Is no address of a page, like https://wiki.example/design.")
	}
	c.Fail(in.File == "" || len(in.File) == 64 && strings.Trim(in.File, "0123456789abcdef") == "", "file", "Is no SHA-256 of a file.")
	return c.Err()
}

// PointElsewhere records a document elsewhere and what it satisfies.
func PointElsewhere(ctx context.Context, tx *journal.Tx, in Pointer) (Elsewhere, error) {
	if err := in.Validate(); err != nil {
		return Elsewhere{}, err
	}
	if _, err := account.Deal(ctx, tx, in.Deal); err != nil {
		return Elsewhere{}, err
	}
	e := Elsewhere{Row: journal.Row{Deal: in.Deal}, Title: strings.TrimSpace(in.Title), URL: in.URL, File: in.File, Section: in.Section,
		Tool: in.Tool, MadeAt: tx.Now(), MadeBy: tx.Actor.Person}
	if err := journal.Insert(ctx, tx, &e); err != nil {
		return e, err
	}
	return e, satisfy(ctx, tx, in.Deal, "elsewhere", e.ID, in.Requirements)
}

// ElsewhereApproval says who approved a document elsewhere, and when.
type ElsewhereApproval struct {
	ID         string
	Revision   int64
	Approver   string     `json:"approver"`
	ApprovedOn clock.Date `json:"approved_on"`
}

// ApproveElsewhere records the approval of a document elsewhere.
func ApproveElsewhere(ctx context.Context, tx *journal.Tx, in ElsewhereApproval) (Elsewhere, error) {
	e, err := openElsewhere(ctx, tx, in.ID, in.Revision)
	if err != nil {
		return e, err
	}
	now, err := account.Today(ctx, tx)
	if err != nil {
		return e, err
	}
	var c problem.Check
	c.Text("approver", in.Approver, 40)
	c.Fail(in.ApprovedOn != "", "approved_on", "Say on which day it was approved.")
	c.Fail(in.ApprovedOn <= now, "approved_on", "Is %s, which is still to come.", in.ApprovedOn)
	if err := c.Err(); err != nil {
		return e, err
	}
	if err := everyKnown(ctx, tx, e.Deal, "approver", []string{in.Approver}); err != nil {
		return e, err
	}
	e.Approver, e.ApprovedOn, e.Withdrawn = in.Approver, in.ApprovedOn, ""
	return e, journal.Update(ctx, tx, &e)
}

// WithdrawElsewhere ends the approval of a document elsewhere, with the reason.
func WithdrawElsewhere(ctx context.Context, tx *journal.Tx, id string, revision int64, why string) error {
	e, err := openElsewhere(ctx, tx, id, revision)
	if err != nil {
		return err
	}
	var c problem.Check
	c.Text("why", why, 500)
	if err := c.Err(); err != nil {
		return err
	}
	if !e.Approved() {
		return problem.Refuse("%s carries no approval that could be withdrawn.", e.Said())
	}
	e.Withdrawn = why
	return journal.Update(ctx, tx, &e)
}

func openElsewhere(ctx context.Context, tx *journal.Tx, id string, revision int64) (Elsewhere, error) {
	e, err := journal.Hold[Elsewhere](ctx, tx, id)
	if revision != 0 {
		e.Revision = revision
	}
	return e, err
}
