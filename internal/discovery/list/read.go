// Package list reads a customer's own list of requirements: which rows of a file are requirements, and
// what stands beside them in the customer's words. It stores nothing.
package list

import (
	"bytes"
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

// The bounds of a list: of its file in bytes, of a heading and of a number in characters. What is
// longer than a number stands in a wrong column: it is words, and words are not kept as a number.
const (
	maxFile   = 64 << 20
	maxGroup  = 200
	maxNumber = 40
)

// Read reads a file (an Excel workbook, delimited text, a Word document) and proposes what its
// columns mean; what a person said of it goes before that. Errors say where the file is at fault.
func Read(from io.Reader, said []columns.Correction) (*List, error) {
	all, err := io.ReadAll(io.LimitReader(from, maxFile+1))
	if err != nil {
		return nil, err
	}
	book, err := sheet.Read(bytes.NewReader(all), int64(len(all)), sheet.Limits{File: maxFile})
	if err != nil {
		return nil, problem.New(problem.Invalid, "%s", err)
	}
	l := &List{Book: book, Layouts: columns.Detect(book, said...)}
	for _, e := range columns.Entries(book, l.Layouts) {
		if e.Hidden {
			l.Hidden++
		}
		row := Row{Number: number(e.Number), Wording: strings.TrimSpace(e.Wording), Priority: e.Priority, Group: short(strings.Join(e.Group, " / "), maxGroup),
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
