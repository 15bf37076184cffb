package feedback

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"throughline/internal/account"
	"throughline/internal/clock"
	"throughline/internal/journal"
	"throughline/internal/problem"
)

// Gap is one thing the product does not do and customers need, over all deals.
type Gap struct {
	journal.Row
	Number     int        `db:"number" json:"number"` // G3 in its workspace
	Title      string     `db:"title" json:"title"`
	TitleKey   string     `db:"title_key" json:"-"` // as titles are compared: one gap has it
	About      string     `db:"about" json:"about"`
	State      State      `db:"state" json:"state"`
	Tracker    string     `db:"tracker" json:"tracker"` // what product calls it: RLY-812, an address
	ToldTo     string     `db:"told_to" json:"told_to"` // who of product, a name
	ToldOn     clock.Date `db:"told_on" json:"told_on"`
	ToldBy     string     `db:"told_by" json:"told_by"`
	Answer     string     `db:"answer" json:"answer"` // product's, in their words
	DueOn      clock.Date `db:"due_on" json:"due"`    // when it is to be there, as product says
	AnsweredOn clock.Date `db:"answered_on" json:"answered_on"`
}

// State is how far product is with a gap.
type State string

// The states.
const (
	Open     State = "open"     // nobody of product heard of it
	Told     State = "told"     // they heard, and have not answered
	Planned  State = "planned"  //
	Started  State = "started"  //
	Shipped  State = "shipped"  // it can be bought
	Declined State = "declined" // it will not come
)

// Answers are the states that product's answer can give.
var Answers = []string{"planned", "started", "shipped", "declined"}

// Settled says whether product's work on it is over.
func (g Gap) Settled() bool { return g.State == Shipped || g.State == Declined }

// Key is the gap's name in its workspace.
func (g Gap) Key() string { return fmt.Sprintf("G%d", g.Number) }

var gapKind = journal.Declare[Gap]("gap", "gap")

// Gaps are all of the workspace, by number.
func Gaps(ctx context.Context, src journal.Source) ([]Gap, error) {
	all, err := journal.List[Gap](ctx, src, "")
	slices.SortFunc(all, func(a, b Gap) int { return a.Number - b.Number })
	return all, err
}

// titleKey is what is compared of a title: letters and digits alone.
func titleKey(title string) string { return account.KeyOf(title).Key }

// named is the gap of a title; a new one where none has it.
func named(ctx context.Context, tx *journal.Tx, title string) (Gap, error) {
	all, err := Gaps(ctx, tx)
	if err != nil {
		return Gap{}, err
	}
	number := 1
	for _, g := range all {
		if g.TitleKey == titleKey(title) {
			return g, nil
		}
		number = g.Number + 1
	}
	g := Gap{Number: number, Title: strings.Join(strings.Fields(title), " "), TitleKey: titleKey(title), State: Open}
	return g, journal.Insert(ctx, tx, &g)
}

// hold loads a gap for a change at the revision that was read.
func hold(ctx context.Context, tx *journal.Tx, id string, revision int64) (Gap, error) {
	g, err := journal.Hold[Gap](ctx, tx, id)
	if revision != 0 {
		g.Revision = revision
	}
	return g, err
}

// GapEdit is what a person says of a gap.
type GapEdit struct {
	ID       string
	Revision int64
	Title    string `json:"title"`
	About    string `json:"about"`
}

// EditGap changes what a gap is called and what it is about.
func EditGap(ctx context.Context, tx *journal.Tx, in GapEdit) (Gap, error) {
	var c problem.Check
	c.Text("title", in.Title, 160)
	c.Optional("about", in.About, 4000)
	if err := c.Err(); err != nil {
		return Gap{}, err
	}
	g, err := hold(ctx, tx, in.ID, in.Revision)
	if err != nil {
		return g, err
	}
	all, err := Gaps(ctx, tx)
	if err != nil {
		return g, err
	}
	for _, o := range all {
		c.Fail(o.ID == g.ID || o.TitleKey != titleKey(in.Title), "title", "%s has this title already.", o.Key())
	}
	if err := c.Err(); err != nil {
		return g, err
	}
	g.Title, g.TitleKey, g.About = strings.Join(strings.Fields(in.Title), " "), titleKey(in.Title), in.About
	return g, journal.Update(ctx, tx, &g)
}
