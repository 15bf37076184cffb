package followup

import (
	"context"
	"sort"

	"throughline/internal/clock"
	"throughline/internal/journal"
	"throughline/internal/seal"
)

// FollowUp is what we write after one talk. Its words are kept under the deal's key; what went to
// somebody lies besides in their letter, under theirs.
type FollowUp struct {
	journal.Row
	Kind         string        `db:"kind" json:"kind"`   // of the talk: call or demo
	About        string        `db:"about" json:"about"` // the talk's id
	Language     string        `db:"language" json:"language"`
	Subject      seal.Text     `db:"subject" json:"subject"`
	Words        seal.Text     `db:"words" json:"words"` // without greeting and name
	Requirements []string      `db:"requirements,json" json:"requirements"`
	WrittenBy    string        `db:"written_by" json:"written_by"`
	WrittenAt    clock.Instant `db:"written_at" json:"written_at"`
	SentAt       clock.Instant `db:"sent_at" json:"sent_at"`
	Letters      []string      `db:"letters,json" json:"letters"` // their ids, one to each person
}

// Sent says whether it went out; it is changed no more.
func (f FollowUp) Sent() bool { return !f.SentAt.IsZero() }

// Kinds of talk that are followed up.
const (
	AfterCall = "call"
	AfterDemo = "demo"
)

var followUpKind = journal.Declare[FollowUp]("follow-up", "follow_up")

// All lists a deal's follow-ups, the latest first.
func All(ctx context.Context, src journal.Source, deal string) ([]FollowUp, error) {
	all, err := journal.List[FollowUp](ctx, src, deal)
	sort.SliceStable(all, func(i, j int) bool { return all[j].WrittenAt.Before(all[i].WrittenAt) })
	return all, err
}

// Of lists the follow-ups of one talk, the latest first.
func Of(ctx context.Context, src journal.Source, deal, about string) ([]FollowUp, error) {
	all, err := All(ctx, src, deal)
	var out []FollowUp
	for _, f := range all {
		if f.About == about {
			out = append(out, f)
		}
	}
	return out, err
}
