package design

import (
	"context"
	"slices"
	"sort"

	"throughline/internal/clock"
	"throughline/internal/journal"
	"throughline/internal/problem"
)

// Version is the design as it stood when a review was requested, and who approved it.
type Version struct {
	journal.Row
	Number     int          `db:"number" json:"number"`
	Title      string       `db:"title" json:"title"`
	State      VersionState `db:"state" json:"state"`
	SourceHash string       `db:"source_hash" json:"source_hash"` // of the text read last; empty without one
	ModelHash  string       `db:"model_hash" json:"model_hash"`   // of elements, relationships and decisions
	// Frozen holds the meaning of each element and accepted decision, by id.
	Frozen     map[string]string `db:"frozen,json" json:"-"`
	Approvers  []string          `db:"approvers,json" json:"approvers"` // who was asked: persons' and contacts' ids
	Approvals  []Approval        `db:"approvals,json" json:"approvals"`
	Findings   int               `db:"findings" json:"findings"` // open when the last approval was given
	AskedBy    string            `db:"asked_by" json:"asked_by"`
	AskedAt    clock.Instant     `db:"asked_at" json:"asked_at"`
	ApprovedAt clock.Instant     `db:"approved_at" json:"approved_at"`
	Withdrawn  string            `db:"withdrawn" json:"withdrawn"` // why an approval was withdrawn
}

// VersionState is where a version stands.
type VersionState string

// The states. A version whose approval was withdrawn is a draft again.
const (
	VersionDraft      VersionState = "draft"
	VersionInReview   VersionState = "in review"
	VersionApproved   VersionState = "approved"
	VersionSuperseded VersionState = "superseded"
)

// Approval is one person's.
type Approval struct {
	Approver string        `json:"approver"`
	At       clock.Instant `json:"at"`
	Note     string        `json:"note"` // a contact's approval: where it was given
}

var versionKind = journal.Declare[Version]("version", "design_version")

// Versions lists a deal's versions by number.
func Versions(ctx context.Context, src journal.Source, deal string) ([]Version, error) {
	all, err := journal.List[Version](ctx, src, deal)
	sort.Slice(all, func(i, j int) bool { return all[i].Number < all[j].Number })
	return all, err
}

// Holding is the approved version that holds; false when there is none.
func Holding(ctx context.Context, src journal.Source, deal string) (Version, bool, error) {
	all, err := Versions(ctx, src, deal)
	for i := len(all) - 1; i >= 0; i-- {
		if all[i].State == VersionApproved {
			return all[i], true, err
		}
	}
	return Version{}, false, err
}

// Holds says whether a thing is part of the version in this meaning. No version holds nothing.
func (v Version) Holds(id, meaning string) bool {
	return v.State == VersionApproved && v.Frozen[id] == meaning && meaning != ""
}

// Waits says whether the version waits for a person's approval.
func (v Version) Waits(person string) bool {
	if v.State != VersionInReview {
		return false
	}
	for _, a := range v.Approvals {
		if a.Approver == person {
			return false
		}
	}
	for _, id := range v.Approvers {
		if id == person {
			return true
		}
	}
	return false
}

// freeze notes what the version is of.
func (v *Version) freeze(m *Model, decisions []Decision) {
	v.SourceHash, v.ModelHash, v.Frozen = m.Text.Hash, m.hash(decisions), map[string]string{}
	for _, e := range m.Elements {
		v.Frozen[e.ID] = e.Meaning()
	}
	for _, d := range decisions {
		if d.Status == Accepted {
			v.Frozen[d.ID] = d.Meaning()
		}
	}
}

// VersionApproval is one person's approval of a version.
type VersionApproval struct {
	ID       string
	Revision int64
	Approver string `json:"approver"` // empty for the one who acts; else a contact who was asked
	Note     string `json:"note"`     // a contact's approval: where and when it was given
}

// Approve gives one person's approval of the version in review. When all who were asked have
// given theirs, the version is approved and supersedes the one before. People approve for
// themselves; a contact's approval is recorded by one of us, with where it was given.
func Approve(ctx context.Context, tx *journal.Tx, in VersionApproval) (Version, error) {
	if in.Approver == "" {
		in.Approver = tx.Actor.Person
	}
	v, err := openVersion(ctx, tx, in.ID, in.Revision)
	if err != nil {
		return v, err
	}
	if err := mayApprove(ctx, tx, v, in); err != nil {
		return v, err
	}
	m, decisions, err := whole(ctx, tx, v.Deal)
	if err != nil {
		return v, err
	}
	if m.hash(decisions) != v.ModelHash {
		return v, problem.Refuse("The design changed since its review was requested. Request the review again, so that what is approved is what was looked at.")
	}
	v.Approvals = append(slices.Clone(v.Approvals), Approval{in.Approver, tx.Now(), in.Note})
	if len(v.Approvals) < len(v.Approvers) {
		return v, journal.Update(ctx, tx, &v)
	}
	if err := supersede(ctx, tx, v); err != nil {
		return v, err
	}
	open, err := Findings(ctx, tx, v.Deal)
	if err != nil {
		return v, err
	}
	v.State, v.ApprovedAt, v.Withdrawn, v.Findings = VersionApproved, tx.Now(), "", len(open)
	return v, journal.Update(ctx, tx, &v)
}

func mayApprove(ctx context.Context, tx *journal.Tx, v Version, in VersionApproval) error {
	switch {
	case v.State != VersionInReview:
		return problem.Refuse("Version %d is %s, not in review. Request a review first.", v.Number, v.State)
	case !slices.Contains(v.Approvers, in.Approver):
		return problem.New(problem.Forbidden, "Only those who were asked can approve version %d.", v.Number)
	case !v.Waits(in.Approver):
		return problem.Refuse("This approval of version %d was given already.", v.Number)
	case in.Approver == tx.Actor.Person:
		return nil
	}
	contact, err := stakeholder(ctx, tx, v.Deal, in.Approver)
	if err != nil {
		return err
	}
	if !contact {
		return problem.New(problem.Forbidden, "One of our people approves for themselves.")
	}
	var c problem.Check
	c.Text("note", in.Note, 500)
	return c.Err()
}

// supersede ends the version that held before.
func supersede(ctx context.Context, tx *journal.Tx, by Version) error {
	old, ok, err := Holding(ctx, tx, by.Deal)
	if err != nil || !ok {
		return err
	}
	old.State = VersionSuperseded
	return journal.Update(ctx, tx, &old)
}

// WithdrawApproval takes the approval of a version back, with the reason: it is a draft again,
// and the version before it holds again.
func WithdrawApproval(ctx context.Context, tx *journal.Tx, id string, revision int64, why string) error {
	var c problem.Check
	c.Text("why", why, 500)
	if err := c.Err(); err != nil {
		return err
	}
	v, err := openVersion(ctx, tx, id, revision)
	if err != nil {
		return err
	}
	if v.State != VersionApproved {
		return problem.Refuse("Version %d is %s; there is no approval to withdraw.", v.Number, v.State)
	}
	v.State, v.Withdrawn, v.Approvals = VersionDraft, why, nil
	if err := journal.Update(ctx, tx, &v); err != nil {
		return err
	}
	all, err := Versions(ctx, tx, v.Deal)
	if err != nil {
		return err
	}
	for i := len(all) - 1; i >= 0; i-- {
		if all[i].State == VersionSuperseded && all[i].Number < v.Number {
			all[i].State = VersionApproved
			return journal.Update(ctx, tx, &all[i])
		}
	}
	return nil
}

func openVersion(ctx context.Context, tx *journal.Tx, id string, revision int64) (Version, error) {
	v, err := journal.Hold[Version](ctx, tx, id)
	if err != nil {
		return v, err
	}
	if revision != 0 {
		v.Revision = revision
	}
	return v, nil
}
