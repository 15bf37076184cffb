package delivery

import (
	"context"
	"sort"

	"throughline/internal/clock"
	"throughline/internal/journal"
)

// GoLive is the decision to go live or not: who took it, on what evidence, and by name what
// it covers and what not. It is withdrawn by an act of its own, never undone.
type GoLive struct {
	journal.Row
	Outcome        Outcome       `db:"outcome" json:"outcome"`
	At             clock.Instant `db:"at" json:"at"`
	Persons        []string      `db:"persons,json" json:"persons"`   // ours, by id
	Contacts       []string      `db:"contacts,json" json:"contacts"` // the customer's and partners', by id
	Evidence       string        `db:"evidence" json:"evidence"`
	Requirements   []string      `db:"requirements,json" json:"requirements"` // covered, by id
	Promises       []string      `db:"promises,json" json:"promises"`         // covered, by id
	LeftOut        []LeftOut     `db:"left_out,json" json:"left_out"`
	Overrides      []Override    `db:"overrides,json" json:"overrides"`
	Conditions     []Condition   `db:"conditions,json" json:"conditions"`
	HypercareUntil clock.Date    `db:"hypercare_until" json:"hypercare_until"`
	HypercareEnded clock.Date    `db:"hypercare_ended" json:"hypercare_ended"` // empty while it goes on
	HypercareHow   string        `db:"hypercare_how" json:"hypercare_how"`     // how it went, who runs it from here
	Withdrawn      string        `db:"withdrawn" json:"withdrawn"`             // the reason; empty while it stands
}

// Outcome is what was decided.
type Outcome string

// The outcomes.
const (
	Go               Outcome = "go"
	GoWithConditions Outcome = "go with conditions"
	NoGo             Outcome = "no-go"
)

// LeftOut is a requirement or promise that the decision does not cover, by name.
type LeftOut struct {
	Kind   string `json:"kind"` // requirement or promise
	ID     string `json:"id"`
	Reason string `json:"reason"`
}

// Override covers a requirement although its check failed or is missing, by name and with
// the reason. While it holds, a failed check is no break.
type Override struct {
	Requirement string     `json:"requirement"`
	Reason      string     `json:"reason"`
	Until       clock.Date `json:"until"` // empty for without end
}

// Condition is what a decision to go still asks for.
type Condition struct {
	Text  string     `json:"text"`
	Owner string     `json:"owner"` // a person's or contact's id
	Due   clock.Date `json:"due"`
}

var goLiveKind = journal.Declare[GoLive]("go-live", "go_live")

// Stands says whether the decision lets what it covers go live.
func (g GoLive) Stands() bool { return g.Withdrawn == "" && g.Outcome != NoGo }

// Decisions lists a deal's go-live decisions, oldest first, withdrawn ones too.
func Decisions(ctx context.Context, src journal.Source, deal string) ([]GoLive, error) {
	all, err := journal.List[GoLive](ctx, src, deal)
	sort.SliceStable(all, func(i, j int) bool { return all[i].At.Before(all[j].At) })
	return all, err
}
