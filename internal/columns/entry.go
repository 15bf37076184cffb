package columns

import (
	"strings"

	"throughline/internal/sheet"
)

// Entry is one row of a list: a requirement or a question, and what stands beside it.
type Entry struct {
	Sheet    int    // index into the book's sheets
	Row      int    // as the file counts
	Column   int    // of the wording
	Place    string // for people: 'Sheet "Fragen", C12'
	Number   string // as the customer wrote it
	Title    string
	Wording  string
	Priority string
	Group    []string // sections and categories, from the outermost in
	Levels   []string
	Response string
	Comment  string
	Hidden   bool // the row or the sheet is hidden in the file
	Answers  []Answer
	Follows  int // index of the entry whose answer decides whether this one is asked ('If yes, …'); -1
	Beside   []Field
}

// Answer is a cell of an entry that waits for the vendor, or that was filled in.
type Answer struct {
	Column  int
	Name    string
	Meaning Meaning // Response or Comment
	Text    string
	Options []string // that may be chosen there; empty for free text
	Formula bool     // the cell computes: it is not to be written
}

// Field is a cell whose column has no meaning of its own here.
type Field struct{ Name, Text string }

// Entries gives the items of all lists of a book, in the order of the file.
func Entries(book *sheet.Book, layouts []Layout) []Entry {
	var out []Entry
	for i := range layouts {
		l := &layouts[i]
		if l.Use != List || l.Sheet >= len(book.Sheets) {
			continue
		}
		asked := -1
		for _, e := range entriesOf(&book.Sheets[l.Sheet], l) {
			e.Follows = -1
			if followsUp(e.Wording) {
				e.Follows = asked
			} else {
				asked = len(out)
			}
			out = append(out, e)
		}
	}
	return out
}

// path is the sections that a row stands under.
type path struct {
	titles []string
	depths []int
}

func (p *path) enter(title string, depth int) {
	for len(p.depths) > 0 && p.depths[len(p.depths)-1] >= depth {
		p.titles, p.depths = p.titles[:len(p.titles)-1], p.depths[:len(p.depths)-1]
	}
	p.titles, p.depths = append(p.titles, title), append(p.depths, depth)
}

func entriesOf(s *sheet.Sheet, l *Layout) []Entry {
	var out []Entry
	var sections path
	down := map[int]string{} // what a group column said last
	groups := l.All(Group)
	choices, told := newGrid(s).choices, toldOptions(s, l)
	for _, r := range l.Rows {
		row := s.Rows[r.At]
		if r.Title != "" {
			sections.enter(r.Title, max(r.Depth, 1))
		}
		for k, c := range groups {
			if text := oneLine(row.At(c)); text != "" && r.Role != Header {
				if down[c] != text {
					for _, inner := range groups[k+1:] {
						delete(down, inner)
					}
				}
				down[c] = text
			}
		}
		if r.Role != Item {
			continue
		}
		e := entryOf(s, l, row)
		e.Answers = answersOf(l, row, choices, told)
		e.Group = append(e.Group, sections.titles...)
		for _, c := range groups {
			if down[c] != "" {
				e.Group = append(e.Group, down[c])
			}
		}
		out = append(out, e)
	}
	return out
}

func entryOf(s *sheet.Sheet, l *Layout, row sheet.Row) Entry {
	e := Entry{Sheet: l.Sheet, Row: row.Number, Column: l.Of(Wording), Hidden: s.Hidden || row.Hidden}
	e.Place = s.Where(row, e.Column)
	main := l.Of(Number)
	for _, c := range l.Columns {
		text := strings.TrimSpace(row.At(c.At))
		if text == "" {
			continue
		}
		switch c.Meaning {
		case Wording:
			e.Wording = text
		case Number:
			if c.At == main && text != "•" {
				e.Number = strings.TrimRight(text, ".): ")
			} else if c.At != main {
				e.Beside = append(e.Beside, Field{c.Name, text})
			}
		case Title:
			e.Title = oneLine(text)
		case Priority:
			if lookAt(text).mark {
				text = c.Name[strings.LastIndex(c.Name, "/ ")+1:]
			}
			e.Priority = oneLine(text)
		case Group:
		case Level:
			if lookAt(text).mark {
				text = c.Name
			}
			e.Levels = append(e.Levels, oneLine(text))
		case Response:
			e.Response = joined(e.Response, text, c.Name)
		case Comment:
			e.Comment = joined(e.Comment, text, "")
		default:
			e.Beside = append(e.Beside, Field{c.Name, text})
		}
	}
	if e.Wording == "" {
		e.Wording = e.Title
	}
	if number, rest := sheet.SplitNumber(e.Wording); main == 0 && number != "" && number != "•" {
		e.Number, e.Wording = number, rest
	}
	return e
}

// joined adds a text to what other columns of the same meaning say; a tick says
// what its column's header says.
func joined(before, text, name string) string {
	if lookAt(text).mark && name != "" {
		text = name
	}
	if before == "" {
		return text
	}
	return before + "\n" + text
}
