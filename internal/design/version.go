package design

import (
	"context"
	"sort"

	"throughline/internal/clock"
	"throughline/internal/journal"
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
