// Package list reads a customer's own list of requirements: which rows of a file are requirements, and
// what stands beside them in the customer's words. It stores nothing.
package list

import (
	"bytes"
	"fmt"
	"io"
	"slices"
	"strings"

	"throughline/internal/columns"
	"throughline/internal/edition"
	"throughline/internal/problem"
	"throughline/internal/sheet"
)

// List is a customer's own list of requirements as it was read, with what its columns are taken to
// mean.
type List struct {
	Book    *sheet.Book
	Layouts []columns.Layout
	Rows    []Row           // the requirements in it, in the order of the file
	Entries []columns.Entry // the same rows with all that stands beside them
	Hidden  int             // rows that the file hides; they are among Rows

	proposed []columns.Layout

	Shapes []string             // of each sheet, as it is proposed: a reading is kept under it
	Said   []columns.Correction // what was said, of this list or of one of the same shape
	Kept   []bool               // of each sheet: it is read as one of the same shape was
}

// Row is one requirement of a list, in the customer's own words.
type Row struct {
	Number   string `json:"number"` // as they wrote it
	Place    string `json:"place"`  // 'sheet 1, C12'; without names of theirs
	Wording  string `json:"wording"`
	Priority string `json:"priority"` // as they wrote it
	Group    string `json:"group"`    // their headings, from the outermost in
	Twin     int    `json:"twin,omitempty" doc:"the row before it, from 1, that says the same"`
}

// The bounds of a list: of its file in bytes, of a heading and of a number in characters. What is
// longer than a number stands in a wrong column: it is words, and words are not kept as a number.
const (
	maxFile   = 64 << 20
	maxGroup  = 200
	maxNumber = 40
)

// Read reads a file (an Excel workbook, delimited text, a Word document) and proposes what its
// columns mean. What a person said of it goes before that, and before it what was kept, by shape,
// of earlier lists. Errors say where the file is at fault.
func Read(from io.Reader, said []columns.Correction, kept map[string]columns.Correction) (*List, error) {
	all, err := io.ReadAll(io.LimitReader(from, maxFile+1))
	if err != nil {
		return nil, err
	}
	book, err := sheet.Read(bytes.NewReader(all), int64(len(all)), sheet.Limits{File: maxFile})
	if err != nil {
		return nil, problem.New(problem.Invalid, "%s", err)
	}
	l := &List{Book: book, Layouts: columns.Detect(book), Kept: make([]bool, len(book.Sheets))}
	l.proposed = l.Layouts
	for i := range l.Layouts {
		l.Shapes = append(l.Shapes, columns.Shape(&book.Sheets[i], &l.Layouts[i]))
		l.recall(i, said, kept)
	}
	if len(l.Said) > 0 {
		l.Layouts = columns.Detect(book, l.Said...)
	}
	l.fill()
	return l, nil
}

// recall puts together what is said of a sheet: of this list, else of one of the same shape.
func (l *List) recall(at int, said []columns.Correction, kept map[string]columns.Correction) {
	for _, c := range said {
		if c.Sheet == at {
			l.Said = append(l.Said, c)
			return
		}
	}
	if c, ok := kept[l.Shapes[at]]; ok {
		c.Sheet, l.Kept[at] = at, true
		l.Said = append(l.Said, c)
	}
}

// Corrected is what was said of each shape that differs from what is proposed; with a shape for
// which everything is read as proposed comes a correction that says nothing.
func (l *List) Corrected() map[string]columns.Correction {
	out := map[string]columns.Correction{}
	for _, c := range l.Said {
		if c.Sheet < 0 || c.Sheet >= len(l.Shapes) {
			continue
		}
		p, differs := &l.proposed[c.Sheet], columns.Correction{}
		if c.Use != "" && c.Use != p.Use {
			differs.Use = c.Use
		}
		if c.Headers != nil && !slices.Equal(*c.Headers, p.Header) && (len(*c.Headers) != 1 || len(p.Header) == 0 || (*c.Headers)[0] != p.Header[0]) {
			differs.Headers = c.Headers
		}
		proposed := map[int]columns.Meaning{}
		for _, col := range p.Columns {
			proposed[col.At] = col.Meaning
		}
		for at, m := range c.Columns {
			if proposed[at] != m {
				if differs.Columns == nil {
					differs.Columns = map[int]columns.Meaning{}
				}
				differs.Columns[at] = m
			}
		}
		out[l.Shapes[c.Sheet]] = differs
	}
	return out
}

// fill gathers the requirements.
func (l *List) fill() {
	for _, e := range columns.Entries(l.Book, l.Layouts) {
		if e.Hidden {
			l.Hidden++
		}
		row := Row{Number: number(e.Number), Wording: strings.TrimSpace(e.Wording), Priority: e.Priority, Group: short(strings.Join(e.Group, " / "), maxGroup),
			Place: placeOf(e)}
		if e.Title != "" && e.Title != e.Wording {
			row.Wording = e.Title + ": " + row.Wording
		}
		if row.Wording != "" {
			l.Rows, l.Entries = append(l.Rows, row), append(l.Entries, e)
		}
	}
	for i, at := range edition.Twins(wordings(l.Rows)) {
		l.Rows[i].Twin = at + 1
	}
}

func wordings(rows []Row) []string {
	out := make([]string, len(rows))
	for i, r := range rows {
		out[i] = r.Wording
	}
	return out
}

// placeOf names a row's cell without a word of theirs.
func placeOf(e columns.Entry) string {
	return fmt.Sprintf("sheet %d, %s", e.Sheet+1, sheet.CellName(e.Row, e.Column))
}

// number is what the customer numbers a row with; empty where it is too long for one.
func number(text string) string {
	if text = strings.Join(strings.Fields(text), " "); len([]rune(text)) > maxNumber || strings.Count(text, " ") > 2 {
		return ""
	}
	return text
}

// short cuts a text to so many characters.
func short(s string, n int) string {
	if r := []rune(s); len(r) > n {
		return string(r[:n-1]) + "…"
	}
	return s
}
