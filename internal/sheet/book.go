package sheet

// Form is the kind of file a book came from.
type Form string

// The forms that are read.
const (
	Workbook  Form = "xlsx" // Excel workbook
	Delimited Form = "csv"  // comma, semicolon, tab or pipe
	Document  Form = "docx" // tables and text of a Word document
	Pasted    Form = "text" // what somebody pasted or a plain text file holds
)

// Book is one file, read.
type Book struct {
	Form   Form
	Sheets []Sheet
	Notes  []Note // what was left out or could not be read, in the order it was met
}

// Note says of one place what was left out or is doubtful, as a sentence.
type Note struct {
	Place string // 'Sheet "Interview", E17', 'line 12'; empty for the whole file
	Text  string
}

func (n Note) String() string {
	if n.Place == "" {
		return n.Text
	}
	return n.Place + ": " + n.Text
}

// Shape says what a sheet was in its file.
type Shape string

// The shapes. Lines are paragraphs or lines of text, put into two columns: what
// stood before them as number or bullet, and their words.
const (
	Grid  Shape = "grid"
	Table Shape = "table" // a table of a document or of Markdown
	Lines Shape = "lines"
)

// Sheet is one sheet of a workbook, one table of a document, or one text.
type Sheet struct {
	Name    string // as its tab says; for a table the heading above it
	Part    string // the part of the package it stands in, such as xl/worksheets/sheet2.xml
	Table   int    // which table of the document, from 1; 0 where it is none
	Shape   Shape
	Hidden  bool
	Rows    []Row // those that hold something, in order
	Width   int   // the last column that holds something
	Frozen  int   // rows that stay in sight while scrolling: a hint at the header
	Merges  []Range
	Choices []Choice

	HiddenColumns map[int]bool
	Unlocked      map[int]int // cells by column that a protected sheet lets a person write
	Cut           bool        // a limit ended the reading
}

// Row is one row. Cells that hold nothing are not there.
type Row struct {
	Number int // as the spreadsheet counts, from 1
	Line   int // physical line in a text file, from 1; 0 elsewhere
	Level  int // 1 to 9 for a heading, 0 for anything else; only in lines
	Indent int // how far a line is set in, by steps; only in lines
	Hidden bool
	Header bool // the document says that this row is repeated on each page
	Cells  []Cell
}

// Cell is what a person sees in one place.
type Cell struct {
	Column  int // from 1
	Text    string
	Kind    Kind
	Formula bool
	Bold    bool
	Filled  bool // the cell has a colour
}

// Kind says what the file holds behind a cell's text.
type Kind uint8

// The kinds of values.
const (
	Words Kind = iota
	Number
	Day   // a date or a time
	Truth // TRUE or FALSE
	Error // #N/A and the like
)

// At gives the text in a column, empty where nothing stands.
func (r Row) At(column int) string {
	if c := r.Cell(column); c != nil {
		return c.Text
	}
	return ""
}

// Cell gives the cell in a column, nil where nothing stands.
func (r Row) Cell(column int) *Cell {
	lo, hi := 0, len(r.Cells)
	for lo < hi {
		mid := (lo + hi) / 2
		if r.Cells[mid].Column < column {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	if lo < len(r.Cells) && r.Cells[lo].Column == column {
		return &r.Cells[lo]
	}
	return nil
}

// Choice is what may be chosen in some cells.
type Choice struct {
	Cells   []Range
	Options []string // empty where they could not be found out
	Source  string   // as the file writes it: a list, a range, a name
}
