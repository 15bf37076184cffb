package edition

import "throughline/internal/wording"

// Line is one row of a list.
type Line struct {
	Number   string // the customer's own, may be empty
	Wording  string
	Priority string
	Group    string
}

// Kind says what became of a row.
type Kind string

// The kinds. A row that only stands elsewhere is kept and moved.
const (
	Kept    Kind = "kept"
	Changed Kind = "changed"
	New     Kind = "new"
	Gone    Kind = "gone"
)

// Change is what became of one row.
type Change struct {
	Kind  Kind
	Was   int     // index in the older list, -1 for a new row
	Is    int     // index in the newer list, -1 for a row that is gone
	Moved bool    // it stands elsewhere among the rows that both lists have
	Known Known   // how it was known again
	Like  float64 // how alike the wordings are, 0 to 1

	Words    []wording.Piece // of the wording, where it changed
	Number   bool            // the number changed
	Priority bool
	Group    bool
}

// Known says how a row was known again.
type Known string

// The ways, the surest first. By Number alone the wording is another: a person
// should look whether it is the same requirement.
const (
	ByBoth    Known = "number and wording"
	ByWording Known = "wording"
	ByLike    Known = "similar wording"
	ByNumber  Known = "number"
)

// Counts are how many rows are what. Moved rows are among the kept and changed.
type Counts struct{ Kept, Changed, New, Gone, Moved int }

// Count counts changes.
func Count(all []Change) (c Counts) {
	for _, x := range all {
		switch x.Kind {
		case Kept:
			c.Kept++
		case Changed:
			c.Changed++
		case New:
			c.New++
		case Gone:
			c.Gone++
		}
		if x.Moved {
			c.Moved++
		}
	}
	return c
}

// Compare says of every row of both lists what became of it, in the order of the
// newer list; a row that is gone stands behind the one it followed.
func Compare(older, newer []Line) []Change {
	m := newMatch(older, newer)
	m.numbered()
	m.worded()
	m.alike()
	m.renumbered()
	out := make([]Change, 0, len(newer)+8)
	moved := m.moved()
	gone := m.goneAfter()
	out = append(out, gone[-1]...)
	for is := range newer {
		was := m.was[is]
		if was < 0 {
			out = append(out, Change{Kind: New, Was: -1, Is: is})
			continue
		}
		c := compared(older[was], newer[is])
		c.Was, c.Is, c.Known, c.Moved = was, is, m.known[is], moved[is]
		out = append(append(out, c), gone[was]...)
	}
	return out
}

// compared says what changed between two forms of one row.
func compared(was, is Line) Change {
	c := Change{Kind: Kept, Like: 1, Number: plain(was.Number) != plain(is.Number),
		Priority: folded(was.Priority) != folded(is.Priority), Group: folded(was.Group) != folded(is.Group)}
	if folded(was.Wording) != folded(is.Wording) {
		c.Kind = Changed
		c.Words = wording.Compare(was.Wording, is.Wording)
		c.Like = likeness(wordsOf(was.Wording), wordsOf(is.Wording))
	}
	if c.Priority || c.Number || c.Group {
		c.Kind = Changed
	}
	return c
}
