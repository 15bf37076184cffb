package discovery

import (
	"context"
	"slices"

	"throughline/internal/clock"
	"throughline/internal/discovery/list"
	"throughline/internal/edition"
	"throughline/internal/journal"
	"throughline/internal/problem"
	"throughline/internal/thread"
)

// Version is what became of a row since the earlier version of its list.
type Version string

// The versions of a row. A row of a first list has none.
const (
	SameRow    Version = "kept"
	ChangedRow Version = "changed"
	NewRow     Version = "new"
	GoneRow    Version = "gone" // it stands in the earlier list only
)

// Difference is a newer list held against an earlier one of the deal.
type Difference struct {
	Earlier Call
	Was     []Candidate // its rows, as the changes count them
	Changes []edition.Change
	Counts  edition.Counts
}

// sameList is the share of the shorter list's rows that must be known again for two lists to be
// versions of one.
const sameList = 0.3

// mostVersions is with how many lists of a deal, the newest first, a new one is compared by itself.
const mostVersions = 5

// Lists are a deal's lists that can be told from each other, the newest first.
func Lists(ctx context.Context, src journal.Source, deal string) ([]Call, error) {
	all, err := Calls(ctx, src, deal)
	all = slices.DeleteFunc(all, func(c Call) bool { return c.Form != FormList || c.State != ReadOut })
	slices.Reverse(all)
	return all, err
}

// EarlierOf finds the list of a deal that rows are a newer version of; nil where they are of none.
func EarlierOf(ctx context.Context, r *journal.Reader, deal string, rows []list.Row) (*Difference, error) {
	all, err := Lists(ctx, r, deal)
	if err != nil {
		return nil, err
	}
	var best *Difference
	most := 0.0
	for _, c := range all[:min(len(all), mostVersions)] {
		d, err := Against(ctx, r, c, rows)
		if err != nil {
			return nil, err
		}
		least := min(len(d.Was), len(rows))
		if share := float64(d.known()) / float64(max(1, least)); share >= sameList && share > most+0.05 {
			best, most = d, share
		}
	}
	return best, nil
}

// Against compares rows with those of an earlier list.
func Against(ctx context.Context, r *journal.Reader, earlier Call, rows []list.Row) (*Difference, error) {
	if earlier.Form != FormList {
		return nil, problem.Refuse("“%s” is no list.", earlier.Title)
	}
	if earlier.ToTake > 0 {
		return nil, problem.Refuse("“%s” is not taken in whole yet. Take the rest of it first.", earlier.Title)
	}
	was, err := OfCall(ctx, r, earlier.ID)
	if err != nil {
		return nil, err
	}
	was = slices.DeleteFunc(was, func(c Candidate) bool { return c.Version == GoneRow || c.ByHand || c.Quote.Gone() })
	older, newer := make([]edition.Line, len(was)), make([]edition.Line, len(rows))
	for i, c := range was {
		older[i] = edition.Line{Number: c.Number, Wording: c.Quote.String(), Priority: c.Asked.String(), Group: c.heading()}
	}
	for i, row := range rows {
		newer[i] = edition.Line{Number: row.Number, Wording: short(row.Wording, maxQuote), Priority: row.Priority, Group: row.Group}
	}
	d := &Difference{Earlier: earlier, Was: was, Changes: edition.Compare(older, newer)}
	d.Counts = edition.Count(d.Changes)
	return d, nil
}

// known counts the rows that are known again by their words: every list has a number 1.1.
func (d *Difference) known() (n int) {
	for _, c := range d.Changes {
		if c.Was >= 0 && c.Is >= 0 && c.Known != edition.ByNumber {
			n++
		}
	}
	return n
}

// nothingNew says whether every row stands in both lists as it did.
func (d *Difference) nothingNew() bool {
	return d.Counts.Changed+d.Counts.New+d.Counts.Gone == 0
}

// follow says of a row's candidate what became of it. What was decided on the earlier row stands;
// what waits there goes on here.
func (c *Candidate) follow(ctx context.Context, tx *journal.Tx, ch edition.Change, was *Candidate) error {
	c.Version, c.Moved, c.Doubtful = Version(ch.Kind), ch.Moved, ch.Known == edition.ByNumber
	if was == nil {
		return nil
	}
	c.Before = was.ID
	if was.State == Found {
		return was.carry(ctx, tx)
	}
	c.Requirement, c.Reason = was.Requirement, was.Reason
	if c.Version == SameRow {
		c.State = Carried
	}
	return nil
}

// carry takes a row that waits out of the review of an earlier list: it goes on in the newer one.
func (c *Candidate) carry(ctx context.Context, tx *journal.Tx) error {
	return c.decide(ctx, tx, Carried)
}

// gone makes a candidate that says: this row stands in their list no more. Nothing is made of a
// row that is settled, one that was rejected or whose requirement was withdrawn.
func gone(ctx context.Context, tx *journal.Tx, call Call, was Candidate, position int) (*Candidate, error) {
	waits := was.State == Found
	if !waits && was.Requirement == "" {
		return nil, nil
	}
	if was.Requirement != "" {
		r, err := journal.Load[thread.Requirement](ctx, tx, was.Requirement)
		if err != nil || r.Withdrawn != "" {
			return nil, err
		}
	}
	c := was
	c.Row = journal.Row{Deal: call.Deal}
	c.Call, c.Position, c.Version, c.Before, c.State = call.ID, position, GoneRow, was.ID, Found
	c.Twin, c.Moved, c.Doubtful, c.Reason = 0, false, false, ""
	c.DecidedBy, c.DecidedAt = "", clock.Instant{}
	if waits {
		return &c, was.carry(ctx, tx)
	}
	return &c, nil
}
