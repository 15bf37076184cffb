package demo

import (
	"context"
	"sort"

	"throughline/internal/clock"
	"throughline/internal/journal"
	"throughline/internal/seal"
)

// Segment is one part of a demo: a capability, with its status as of the day of the demo.
// The requirements it shows are linked to it (trace).
type Segment struct {
	journal.Row
	Demo       string `db:"demo" json:"demo"`
	Place      int    `db:"place" json:"place"` // in the order of the demo, from 1
	Title      string `db:"title" json:"title"`
	Capability string `db:"capability" json:"capability"`
	Status     string `db:"status" json:"status"`
	Minutes    int    `db:"minutes" json:"minutes"`
	Shown      string `db:"shown" json:"shown"`     // empty until the demo is delivered
	Promise    string `db:"promise" json:"promise"` // the promise that was made by saying more than the product does
}

// Statuses of a capability. One without a status counts as unsupported.
var Statuses = []string{"ga", "beta", "roadmap", "unsupported"}

// Outcomes of a segment in a delivered demo.
var Outcomes = []string{"full", "part", "skipped", "failed"}

// seen says whether people saw it.
func (s Segment) seen() bool { return s.Shown == "full" || s.Shown == "part" }

// Reaction is one stakeholder's to one segment.
type Reaction struct {
	journal.Row
	Segment string        `db:"segment" json:"segment"`
	Contact string        `db:"contact" json:"contact"`
	Mark    int           `db:"mark" json:"mark"` // −2 against … +2 for
	Words   seal.Text     `db:"words" json:"words"`
	At      clock.Instant `db:"at" json:"at"`
}

var (
	segmentKind  = journal.Declare[Segment]("demo-segment", "demo_segment")
	reactionKind = journal.Declare[Reaction]("reaction", "reaction")
)

// Segments lists the segments of a deal's demos, each demo's in its order.
func Segments(ctx context.Context, src journal.Source, deal string) ([]Segment, error) {
	all, err := journal.List[Segment](ctx, src, deal)
	sort.SliceStable(all, func(i, j int) bool {
		if all[i].Demo != all[j].Demo {
			return all[i].Demo < all[j].Demo
		}
		return all[i].Place < all[j].Place
	})
	return all, err
}
