// Package list reads a customer's own list of requirements: which rows of a file are requirements, and
// what stands beside them in the customer's words. It stores nothing.
package list

import (
	"fmt"
	"io"
	"strings"

	"throughline/internal/columns"
	"throughline/internal/problem"
	"throughline/internal/sheet"
)

// List is a customer's own list of requirements as it was read, with what its columns are taken to
// mean.
type List struct {
	Book    *sheet.Book
	Layouts []columns.Layout
	Rows    []Row // the requirements in it, in the order of the file
	Hidden  int   // rows that the file hides; they are among Rows
}

// Row is one requirement of a list, in the customer's own words.
type Row struct {
	Number   string // as they wrote it
	Place    string // 'sheet 1, C12'; without names of theirs
	Wording  string
	Priority string // as they wrote it
	Group    string // their headings, from the outermost in
}

// So many characters of a number and of headings are kept.
const (
	maxGroup  = 200
	maxNumber = 60
)

// Read reads a file (an Excel workbook, delimited text, a Word document) and proposes what its
// columns mean; what a person said of it goes before that. Errors say where the file is at fault.
func Read(from io.ReaderAt, size int64, said []columns.Correction) (*List, error) {
	book, err := sheet.Read(from, size, sheet.Limits{})
	if err != nil {
		return nil, problem.New(problem.Invalid, "%s", err)
	}
	l := &List{Book: book, Layouts: columns.Detect(book, said...)}
	for _, e := range columns.Entries(book, l.Layouts) {
		if e.Hidden {
			l.Hidden++
		}
		row := Row{Number: short(e.Number, maxNumber), Wording: strings.TrimSpace(e.Wording), Priority: e.Priority, Group: short(strings.Join(e.Group, " / "), maxGroup),
			Place: fmt.Sprintf("sheet %d, %s", e.Sheet+1, sheet.CellName(e.Row, e.Column))}
		if e.Title != "" && e.Title != e.Wording {
			row.Wording = e.Title + ": " + row.Wording
		}
		if row.Wording != "" {
			l.Rows = append(l.Rows, row)
		}
	}
	return l, nil
}

// short cuts a text to so many characters.
func short(s string, n int) string {
	if r := []rune(s); len(r) > n {
		return string(r[:n-1]) + "…"
	}
	return s
}
