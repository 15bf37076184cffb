package columns

// Meaning is what a column holds.
type Meaning string

// The meanings. Wording is the requirement or the question itself.
const (
	Wording  Meaning = "wording"
	Number   Meaning = "number"
	Title    Meaning = "title"    // a short name beside a longer wording
	Priority Meaning = "priority" // how much it matters
	Group    Meaning = "group"    // section or category, a value for many rows
	Level    Meaning = "level"    // ticks: for which level, edition or release the row counts
	Response Meaning = "response" // what the vendor answers: a choice or words
	Comment  Meaning = "comment"  // remarks of either side
	Other    Meaning = "other"    // kept beside the row under its header's name
)

// Meanings are all meanings in the order in which a person is offered them.
var Meanings = []Meaning{Wording, Number, Title, Priority, Group, Level, Response, Comment, Other}

// Use is what a sheet is for.
type Use string

// The uses. Only a list is imported; the others are shown with their reason.
const (
	List         Use = "list"
	Cover        Use = "cover"        // who, when, which project
	Instructions Use = "instructions" // how to fill in the file
	Prices       Use = "prices"       // a form for prices or hours
	History      Use = "history"      // what changed between versions
	Lookup       Use = "lookup"       // values that other sheets choose from
	Repeat       Use = "repeat"       // formulas that show another sheet again
	Nothing      Use = "other"        // none of these, or empty
)

// Role is what a row is.
type Role string

// The roles. A note is a row that is neither: guidance, a total, an empty form.
const (
	Header  Role = "header"
	Section Role = "section"
	Item    Role = "item"
	Note    Role = "note"
)

// Column is the decision about one column.
type Column struct {
	At         int    // from 1
	Name       string // the header's words, rows of it joined by ' / '; empty without a header
	Meaning    Meaning
	Confidence float64 // 0 to 1
	Why        string
	Said       bool // by a person

	rank float64 // among columns of the same meaning
}

// Row is the decision about one row.
type Row struct {
	At    int // index into the sheet's rows
	Role  Role
	Title string // a section's words
	Depth int    // how deep a section stands, from 1
	Why   string // what a row is that is no item
}

// Layout is the proposal for one sheet.
type Layout struct {
	Sheet      int // index into the book's sheets
	Use        Use
	Confidence float64
	Why        string
	Said       bool  // a person said what the sheet is for
	Header     []int // row numbers as the sheet counts them; empty where there is none
	HeaderWhy  string
	Columns    []Column
	Rows       []Row
	Doubts     []string // what a person should look at, a sentence each
}

// Of gives the column that has a meaning, 0 where none has it. Of several number
// columns it is the one that numbers the most rows, with parts such as 1.2 rather
// than a plain count; of several others the first.
func (l *Layout) Of(m Meaning) int {
	best, at := -1.0, 0
	for _, c := range l.Columns {
		if c.Meaning == m && c.rank > best {
			best, at = c.rank, c.At
			if c.Said {
				best += 10
			}
		}
	}
	return at
}

// All gives every column with a meaning, from left to right.
func (l *Layout) All(m Meaning) []int {
	var out []int
	for _, c := range l.Columns {
		if c.Meaning == m {
			out = append(out, c.At)
		}
	}
	return out
}
