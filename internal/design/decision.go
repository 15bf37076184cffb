package design

import (
	"context"
	"fmt"
	"sort"
	"strings"

	"throughline/internal/account"
	"throughline/internal/clock"
	"throughline/internal/journal"
	"throughline/internal/problem"
)

// Decision is one architecture decision, in the form of MADR (Markdown Architectural Decision
// Records, version 4).
type Decision struct {
	journal.Row
	Number       int            `db:"number" json:"number"` // D-3 in its deal
	Title        string         `db:"title" json:"title"`
	Status       DecisionStatus `db:"status" json:"status"`
	Date         clock.Date     `db:"dated" json:"date"`         // of its status
	Makers       []string       `db:"makers,json" json:"makers"` // persons' and contacts' ids
	Context      string         `db:"context" json:"context"`
	Drivers      []string       `db:"drivers,json" json:"drivers"`
	Options      []Option       `db:"options,json" json:"options"`
	Outcome      string         `db:"outcome" json:"outcome"` // the option chosen, and why
	Consequences string         `db:"consequences" json:"consequences"`
	Confirmation string         `db:"confirmation" json:"confirmation"` // how one sees that it is followed
	SupersededBy string         `db:"superseded_by" json:"superseded_by"`
	ChangedAt    clock.Instant  `db:"changed_at" json:"changed_at"` // when its meaning last changed
	ChangedBy    string         `db:"changed_by" json:"changed_by"` // a person's id
}

// Option is one way that was considered.
type Option struct {
	Title string `json:"title"`
	Good  string `json:"good"` // what speaks for it
	Bad   string `json:"bad"`  // what speaks against it
}

// DecisionStatus is where a decision stands.
type DecisionStatus string

// The statuses.
const (
	Proposed   DecisionStatus = "proposed"
	Accepted   DecisionStatus = "accepted"
	Superseded DecisionStatus = "superseded"
	Rejected   DecisionStatus = "rejected"
)

var decisionKind = journal.Declare[Decision]("decision", "decision")

// Key is the decision's name in its deal: D-3.
func (d Decision) Key() string { return fmt.Sprintf("D-%d", d.Number) }

// Meaning is a hash of what an approval is of: what was decided, and why.
func (d Decision) Meaning() string { return meaning(d.Title, d.Context, d.Outcome, d.Consequences) }

// Decisions lists a deal's decisions by number.
func Decisions(ctx context.Context, src journal.Source, deal string) ([]Decision, error) {
	all, err := journal.List[Decision](ctx, src, deal)
	sort.Slice(all, func(i, j int) bool { return all[i].Number < all[j].Number })
	return all, err
}

// Wording is what a person writes of a decision.
type Wording struct {
	Title        string   `json:"title"`
	Makers       []string `json:"makers"`
	Context      string   `json:"context"`
	Drivers      []string `json:"drivers"`
	Options      []Option `json:"options"`
	Outcome      string   `json:"outcome"`
	Consequences string   `json:"consequences"`
	Confirmation string   `json:"confirmation"`
}

func (in *Wording) check(ctx context.Context, tx *journal.Tx, deal string) error {
	var c problem.Check
	c.Text("title", in.Title, 200)
	for field, words := range map[string]string{"context": in.Context, "outcome": in.Outcome, "consequences": in.Consequences, "confirmation": in.Confirmation} {
		c.Optional(field, words, 8000)
	}
	c.Fail(len(in.Options) <= 20 && len(in.Drivers) <= 40, "options", "At most 20 options and 40 drivers fit.")
	for _, o := range in.Options {
		c.Text("options.title", o.Title, 200)
		c.Optional("options.good", o.Good, 2000)
		c.Optional("options.bad", o.Bad, 2000)
	}
	for _, d := range in.Drivers {
		c.Text("drivers", d, 500)
	}
	if err := c.Err(); err != nil {
		return err
	}
	return everyKnown(ctx, tx, deal, "makers", in.Makers)
}

func (d *Decision) say(tx *journal.Tx, in Wording) {
	was := d.Meaning()
	d.Title, d.Makers, d.Context, d.Drivers, d.Options = strings.TrimSpace(in.Title), in.Makers, in.Context, in.Drivers, in.Options
	d.Outcome, d.Consequences, d.Confirmation = in.Outcome, in.Consequences, in.Confirmation
	if d.Meaning() != was {
		d.ChangedAt, d.ChangedBy = tx.Now(), tx.Actor.Person
	}
}

// NewDecision is a decision to be proposed.
type NewDecision struct {
	Deal         string
	Requirements []string `json:"requirements"` // what it satisfies
	Wording
}

// AddDecision proposes a decision under the deal's next number.
func AddDecision(ctx context.Context, tx *journal.Tx, in NewDecision) (Decision, error) {
	if _, err := account.Deal(ctx, tx, in.Deal); err != nil {
		return Decision{}, err
	}
	if err := in.check(ctx, tx, in.Deal); err != nil {
		return Decision{}, err
	}
	all, err := Decisions(ctx, tx, in.Deal)
	if err != nil {
		return Decision{}, err
	}
	today, err := account.Today(ctx, tx)
	if err != nil {
		return Decision{}, err
	}
	d := Decision{Row: journal.Row{Deal: in.Deal}, Number: 1, Status: Proposed, Date: today}
	if len(all) > 0 {
		d.Number = all[len(all)-1].Number + 1
	}
	d.say(tx, in.Wording)
	if err := journal.Insert(ctx, tx, &d); err != nil {
		return d, err
	}
	return d, satisfy(ctx, tx, in.Deal, "decision", d.ID, in.Requirements)
}

// DecisionEdit is new wording for a decision.
type DecisionEdit struct {
	ID       string
	Revision int64
	Wording
}

// EditDecision changes a decision's words. One that was approved with a version is to be
// approved again before it counts.
func EditDecision(ctx context.Context, tx *journal.Tx, in DecisionEdit) (Decision, error) {
	d, err := openDecision(ctx, tx, in.ID, in.Revision)
	if err != nil {
		return d, err
	}
	if err := in.check(ctx, tx, d.Deal); err != nil {
		return d, err
	}
	d.say(tx, in.Wording)
	return d, journal.Update(ctx, tx, &d)
}

func openDecision(ctx context.Context, tx *journal.Tx, id string, revision int64) (Decision, error) {
	d, err := journal.Hold[Decision](ctx, tx, id)
	if err != nil {
		return d, err
	}
	if revision != 0 {
		d.Revision = revision
	}
	return d, nil
}

// Ruling moves a decision on.
type Ruling struct {
	ID           string
	Revision     int64
	Status       DecisionStatus `json:"status"`
	SupersededBy string         `json:"superseded_by"` // the decision that takes its place, by id
}

// Decide accepts, rejects, supersedes or reopens a decision. Accepted must be what says its
// outcome; superseded names the accepted decision that takes its place.
func Decide(ctx context.Context, tx *journal.Tx, in Ruling) (Decision, error) {
	var c problem.Check
	c.OneOf("status", string(in.Status), string(Proposed), string(Accepted), string(Superseded), string(Rejected))
	c.Fail(in.Status != Superseded || in.SupersededBy != "", "superseded_by", "Name the decision that takes its place.")
	if err := c.Err(); err != nil {
		return Decision{}, err
	}
	d, err := openDecision(ctx, tx, in.ID, in.Revision)
	if err != nil {
		return d, err
	}
	d.SupersededBy = ""
	switch in.Status {
	case Accepted:
		if strings.TrimSpace(d.Outcome) == "" {
			return d, problem.Refuse("%s has no outcome yet. Write which option was chosen and why, then accept it.", d.Key())
		}
	case Superseded:
		by, err := journal.Load[Decision](ctx, tx, in.SupersededBy)
		if err != nil {
			return d, err
		}
		if by.Deal != d.Deal || by.ID == d.ID {
			return d, problem.NotFound("decision", in.SupersededBy)
		}
		if by.Status != Accepted {
			return d, problem.Refuse("%s is %s. Accept it first; until then %s holds.", by.Key(), by.Status, d.Key())
		}
		d.SupersededBy = by.ID
	}
	if d.Date, err = account.Today(ctx, tx); err != nil {
		return d, err
	}
	d.Status = in.Status
	return d, journal.Update(ctx, tx, &d)
}
