package look

import (
	"net/url"
	"strconv"
	"strings"
)

// State is how far a requirement has come at one station.
type State string

// The five states of a station; each has a mark of its own.
const (
	NotNeeded State = "not_needed"
	Missing   State = "missing"
	Started   State = "started"
	Reached   State = "reached"
	Failed    State = "failed"
)

// Word is the state in plain words.
func (s State) Word() string {
	switch s {
	case NotNeeded:
		return "not needed"
	case "":
		return "missing"
	}
	return string(s)
}

// Stations are the ten stations in order; the signature stands after the fifth.
var Stations = [10]string{"heard", "shown", "answered", "proven", "won", "accepted", "designed", "planned", "verified", "live"}

// seamAt is the number of stations before the signature.
const seamAt = 5

// side is the class that gives a station the hue of its half of the thread.
func side(station int) string {
	if station < seamAt {
		return "pre"
	}
	return "post"
}

// ThreadView is the picture of a deal's thread at one moment, drawn and counted by the caller.
type ThreadView struct {
	Title   string
	Address Address // of the page; a cell's link adds at=NWF-7.proven to it
	At      string  // the picked cell, as in the address
	Filters []Choice
	Acts    []Act // at the right of the head: 'Sold against built', 'Compact', 'Back to today'
	// Comparing draws what Changed with its ink and a bar below, and all else lighter.
	Comparing bool
	AsOf      *AsOfView
	PreOwner  string // who leads before the signature
	PostOwner string
	Signed    string // day of the signature, "30 Sep"; empty before it
	Tally     [10]Tally
	Groups    []ThreadGroup
	Hints     bool       // show the keys below the legend
	Empty     *EmptyView // instead of rows, where there are none
}

// Tally counts how many of those who owe a station have reached it.
type Tally struct{ Reached, Owed int }

// ThreadGroup is the customer's own grouping of requirements.
type ThreadGroup struct {
	Name   string
	Rows   []ThreadRow
	Count  int    // rows in it, shown or not
	Toggle string // address that folds or unfolds it; empty for none
	Folded bool   // draw Worst instead of Rows
	Worst  [10]Cell
}

// ThreadRow is one requirement.
type ThreadRow struct {
	Key      string
	Href     string // of the requirement itself
	Words    string
	Priority string
	Cells    [10]Cell
	Knot     Knot
	Quiet    string // why it owes nothing, such as "withdrawn"; the row steps back
}

// Cell is a requirement at one station.
type Cell struct {
	State   State
	Break   bool
	Late    string // "3 d late"; empty if not late
	Waived  bool   // failed, and lifted by a waiver
	Changed bool   // differs from the moment compared with
}

// Knot says what the handoff did to a requirement; nothing is drawn for plain acceptance.
type Knot string

// The knots on the seam.
const (
	NoKnot      Knot = ""
	OnCondition Knot = "c"
	Queried     Knot = "?"
	Returned    Knot = "↩"
)

// Words says the knot.
func (k Knot) Words() string {
	switch k {
	case OnCondition:
		return "accepted on condition"
	case Queried:
		return "queried"
	case Returned:
		return "returned"
	}
	return ""
}

// badness orders cells for a folded group: a break before all, then what has come least far.
func (c Cell) badness() int {
	if c.Break {
		return 5
	}
	switch c.State {
	case Failed:
		return 4
	case Missing, "":
		return 3
	case Started:
		return 2
	case Reached:
		return 1
	}
	return 0
}

// Worst gives a folded group its worst cell at each station; rows that owe nothing do not count.
func Worst(rows []ThreadRow) (worst [10]Cell) {
	for i := range worst {
		worst[i] = Cell{State: NotNeeded}
		for _, r := range rows {
			if r.Quiet == "" && r.Cells[i].badness() > worst[i].badness() {
				worst[i] = Cell{State: r.Cells[i].State, Break: r.Cells[i].Break}
			}
		}
	}
	return worst
}

// name is the full accessible name of a cell: "NWF-7 proven: break, failed".
func (c Cell) name(key string, station int) string {
	var b strings.Builder
	b.WriteString(key)
	b.WriteByte(' ')
	b.WriteString(Stations[station])
	b.WriteString(": ")
	if c.Break {
		b.WriteString("break, ")
	}
	b.WriteString(c.State.Word())
	if c.Late != "" {
		b.WriteString(", " + c.Late)
	}
	if c.Waived {
		b.WriteString(", waived")
	}
	if c.Changed {
		b.WriteString(", changed")
	}
	return b.String()
}

// mark is the symbol of the sprite that shows the cell.
func (c Cell) mark() string {
	s := c.State
	if s == "" {
		s = Missing
	}
	if c.Break && s != NotNeeded {
		return "#b-" + string(s)
	}
	return "#m-" + string(s)
}

func (r ThreadRow) broken() bool {
	for _, c := range r.Cells {
		if c.Break {
			return true
		}
	}
	return false
}

func (g ThreadGroup) count() string { return strconv.Itoa(max(g.Count, len(g.Rows))) }

func (g ThreadGroup) fold() string {
	if g.Folded {
		return "Unfold " + g.Name
	}
	return "Fold " + g.Name
}

// rows counts all requirements of the picture, folded ones included.
func (v ThreadView) rows() int {
	n := 0
	for _, g := range v.Groups {
		n += max(g.Count, len(g.Rows))
	}
	return n
}

func (v ThreadView) rowsInWords() string {
	if n := v.rows(); n != 1 {
		return strconv.Itoa(n) + " requirements"
	}
	return "1 requirement"
}

// picker builds the links of cells without making the query anew a thousand times.
type picker struct{ before string }

func newPicker(a Address) picker {
	base := a.With("at", "")
	if strings.Contains(base, "?") {
		return picker{base + "&at="}
	}
	return picker{base + "?at="}
}

func (p picker) href(key string, station int) string {
	return p.before + url.QueryEscape(key) + "." + Stations[station] + "#evidence"
}

// At names a cell as it stands in the address: NWF-7.proven.
func At(key, station string) string { return key + "." + station }
