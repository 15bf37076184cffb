package discovery

import (
	"context"
	"fmt"
	"sort"

	"throughline/internal/clock"
	"throughline/internal/journal"
	"throughline/internal/problem"
	"throughline/internal/seal"
	"throughline/internal/store"
	"throughline/internal/thread"
)

// Candidate is something found in the words of a call that a person has yet to decide on. All
// that repeats the speaker's words is kept under the speaker's voice.
type Candidate struct {
	journal.Row
	Call        string          `db:"call" json:"call"`
	Voice       string          `db:"voice" json:"voice"`
	Speaker     string          `db:"speaker" json:"speaker"`             // a contact's or person's id, if the voice is named
	ConfirmedBy string          `db:"confirmed_by" json:"confirmed_by"`   // the voice of the customer who agreed to what our side said
	Position    int             `db:"position" json:"position"`           // of the segment the quote begins in
	Mark        int64           `db:"mark" json:"mark"`                   // ms since the call began; -1 is not known
	Number      string          `db:"list_number" json:"number"`          // the customer's, in their list
	Place       string          `db:"place" json:"place"`                 // of a list's row: 'sheet 1, C12'; empty for talk
	Group       seal.Text       `db:"heading" json:"group"`               // of a list's row: the customer's headings
	Asked       seal.Text       `db:"asked" json:"asked"`                 // of a list's row: the priority as they wrote it
	Before      string          `db:"before" json:"before,omitempty"`     // the same row in the earlier version: a candidate's id
	Version     Version         `db:"version" json:"version,omitempty"`   // what became of it since the earlier version
	Moved       bool            `db:"moved" json:"moved,omitempty"`       // it stands elsewhere in the newer version
	Doubtful    bool            `db:"doubtful" json:"doubtful,omitempty"` // only its number says that it is the same row
	Twin        int             `db:"twin" json:"twin,omitempty"`         // the row of the same list, from 1, that says the same before it
	Sort        Sort            `db:"sort" json:"sort"`
	Quote       seal.Text       `db:"quote" json:"quote"`
	Statement   seal.Text       `db:"statement" json:"statement"`
	Metric      seal.Text       `db:"metric" json:"metric"`
	Scale       *Scale          `db:"scale,json" json:"scale"`
	Kind        thread.Kind     `db:"kind" json:"kind"`
	Priority    thread.Priority `db:"priority" json:"priority"` // of a need
	Why         seal.Text       `db:"why" json:"why"`
	ByHand      bool            `db:"by_hand" json:"by_hand"` // marked by a person in the text
	State       Decision        `db:"state" json:"state"`
	Reason      string          `db:"reason" json:"reason"`           // why it was rejected
	Requirement string          `db:"requirement" json:"requirement"` // what became of it: one of these ids
	Fact        string          `db:"fact" json:"fact"`
	Promise     string          `db:"promise" json:"promise"`
	DecidedBy   string          `db:"decided_by" json:"decided_by"`
	DecidedAt   clock.Instant   `db:"decided_at" json:"decided_at"`
}

// Scale is the part of a proposed measure that holds nobody's words.
type Scale struct {
	Comparison string  `json:"comparison"`
	Target     float64 `json:"target"`
	Unit       string  `json:"unit"`
}

// Sort is what a candidate would become.
type Sort string

// The sorts.
const (
	Need    Sort = "need"
	AsIs    Sort = "fact"
	Promise Sort = "promise"
)

// Decision is what a person made of a candidate.
type Decision string

// The decisions.
const (
	Found    Decision = "found"
	Accepted Decision = "accepted"
	Merged   Decision = "merged"
	Rejected Decision = "rejected"
	Carried  Decision = "carried" // decided with the same row of another version: nothing is to be done
)

var (
	candidateKind    = journal.Declare[Candidate]("candidate", "candidate")
	candidatesOfCall = journal.Where[Candidate](candidateKind, "call = $2 ORDER BY position, id")
	candidatesFrom   = journal.Where[Candidate](candidateKind, "call = $2 AND position >= $3 AND position < $4 ORDER BY position, id")
	nextWaiting      = journal.Where[Candidate](candidateKind, "call = $2 AND state = 'found' AND position > $3 ORDER BY position, id LIMIT 1")
)

// Candidates lists a deal's candidates, call by call, in the order they were said.
func Candidates(ctx context.Context, src journal.Source, deal string) ([]Candidate, error) {
	all, err := journal.List[Candidate](ctx, src, deal)
	if err != nil {
		return nil, err
	}
	calls, err := Calls(ctx, src, deal)
	place := map[string]int{}
	for i, c := range calls {
		place[c.ID] = i
	}
	sort.SliceStable(all, func(i, j int) bool {
		a, b := &all[i], &all[j]
		if a.Call != b.Call {
			return place[a.Call] < place[b.Call]
		}
		return a.Position < b.Position
	})
	return all, err
}

// OfCall lists a call's candidates in the order they were said.
func OfCall(ctx context.Context, r *journal.Reader, call string) ([]Candidate, error) {
	return candidatesOfCall.List(ctx, r, call)
}

// Window lists a call's candidates from one position up to another, which is not in it.
func Window(ctx context.Context, r *journal.Reader, call string, from, to int) ([]Candidate, error) {
	return candidatesFrom.List(ctx, r, call, from, to)
}

// NextWaiting is the first candidate behind a position that nobody decided on.
func NextWaiting(ctx context.Context, r *journal.Reader, call string, behind int) (Candidate, bool, error) {
	return nextWaiting.One(ctx, r, call, behind)
}

// Standing counts a deal's candidates by call and decision.
func Standing(ctx context.Context, r *journal.Reader, deal string) (map[string]map[Decision]int, error) {
	type line struct {
		Call  string
		State Decision
		N     int
	}
	all, err := store.List[line](ctx, r.Q, standingOf, r.Workspace, deal)
	out := map[string]map[Decision]int{}
	for _, l := range all {
		if out[l.Call] == nil {
			out[l.Call] = map[Decision]int{}
		}
		out[l.Call][l.State] = l.N
	}
	return out, err
}

var standingOf = store.SQL(`SELECT call, state, COUNT(*) FROM candidate WHERE workspace = $1 AND deal = $2 GROUP BY call, state`)

// Measure is the proposed measure, if there is one and its words are not erased.
func (c Candidate) Measure() *thread.Measure {
	if c.Scale == nil || c.Metric.Gone() {
		return nil
	}
	return &thread.Measure{Metric: c.Metric.String(), Comparison: c.Scale.Comparison, Target: c.Scale.Target, Unit: c.Scale.Unit}
}

// Clock reads the time mark, as in 00:17:42; empty when there is none.
func (c Candidate) Clock() string { return clockOf(c.Mark) }

func clockOf(ms int64) string {
	if ms < 0 {
		return ""
	}
	s := ms / 1000
	return fmt.Sprintf("%02d:%02d:%02d", s/3600, s/60%60, s%60)
}

// openCandidate loads a candidate that still waits, with other writers of its deal waiting.
func openCandidate(ctx context.Context, tx *journal.Tx, id string, revision int64) (Candidate, error) {
	c, err := journal.Hold[Candidate](ctx, tx, id)
	if err != nil {
		return c, err
	}
	if c.State != Found {
		return c, problem.Refuse("This candidate was %s already. Undo that first.", c.State)
	}
	if c.Quote.Gone() {
		return c, problem.Refuse("The words of this candidate were erased; there is nothing left to decide on.")
	}
	if revision != 0 {
		c.Revision = revision
	}
	return c, nil
}

// decide writes what became of a candidate.
func (c *Candidate) decide(ctx context.Context, tx *journal.Tx, d Decision) error {
	c.State, c.DecidedBy, c.DecidedAt = d, tx.Actor.Person, tx.Now()
	return journal.Update(ctx, tx, c)
}
