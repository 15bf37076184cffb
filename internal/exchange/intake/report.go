package intake

import (
	"hash/maphash"

	"throughline/internal/exchange/crm"
)

// Counts are numbers of different things, not of rows.
type Counts struct {
	Accounts      int `json:"accounts"`
	Contacts      int `json:"contacts"`
	Opportunities int `json:"opportunities"`
}

// Result is what an import did, as the command line prints it.
type Result struct {
	Created   Counts        `json:"created"`
	Updated   Counts        `json:"updated"`
	Unchanged Counts        `json:"unchanged"`
	Errors    []crm.Refusal `json:"errors"`   // refused rows, at most 10,000 of a file
	Warnings  []crm.Refusal `json:"warnings"` // about rows that were taken
}

// Report is a result with what a page shows beside it.
type Report struct {
	Result
	Refused int      `json:"refused"` // all refused rows
	Files   []Read   `json:"files"`
	Lines   []Line   `json:"lines"` // the first of what was done, for people
	Acts    []string `json:"acts"`  // the acts, in their order
}

// Line says what becomes of one row.
type Line struct {
	File    string   `json:"file"`
	Line    int      `json:"line"`
	State   State    `json:"state"`
	Account string   `json:"account"`
	Name    string   `json:"name"` // of the deal; empty for accounts and contacts
	Key     string   `json:"key"`  // the deal's prefix, once it has one
	Changes []string `json:"changes"`
}

// State is what an import does to a thing.
type State string

// The states. A thing seen twice keeps the strongest.
const (
	Unchanged State = "as before"
	Updated   State = "changed"
	Created   State = "new"
)

// shown is how many lines of each state a report keeps.
const shown = 40

// tally counts different things over a whole run in a few bytes each.
type tally struct {
	seed maphash.Seed
	seen map[uint64]State
}

func newTally() *tally { return &tally{maphash.MakeSeed(), map[uint64]State{}} }

// count adds a thing in a state. What was made in this run stays made.
func (t *tally) count(r *Result, kind thingKind, id string, s State) {
	key := maphash.String(t.seed, string(kind)+id)
	was, again := t.seen[key]
	if again && (was != Unchanged || s == Unchanged) {
		return
	}
	if again {
		*r.of(was, kind)--
	}
	t.seen[key] = s
	*r.of(s, kind)++
}

type thingKind byte

const (
	accounts thingKind = iota
	contacts
	opportunities
)

func (r *Result) of(s State, kind thingKind) *int {
	c := map[State]*Counts{Unchanged: &r.Unchanged, Updated: &r.Updated, Created: &r.Created}[s]
	return []*int{&c.Accounts, &c.Contacts, &c.Opportunities}[kind]
}

// show keeps a line for people while there is room for its state.
func (r *Report) show(l Line, room map[State]int) {
	if room[l.State] < shown {
		room[l.State]++
		r.Lines = append(r.Lines, l)
	}
}
