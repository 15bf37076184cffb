package fill

import (
	"fmt"
	"io"
	"unicode/utf16"

	"throughline/internal/sheet"
)

// Value is what one cell is to hold.
type Value struct {
	Sheet, Row, Column int // the sheet by its index in the book; row and column from 1
	Text               string
	Over               bool // may stand in the place of a text; never of a formula
}

// Left is a value that was not written, with the reason as a sentence.
type Left struct {
	Value
	Why string
}

// Report is what became of the values.
type Report struct {
	Filled int
	Left   []Left
}

// longest is what a cell of a workbook holds, in UTF-16 units (Excel's specifications and limits).
const longest = 32_767

// Copy writes the file with the values in its cells. book is the file as package
// sheet read it. Without a value that can be written the copy is the file itself.
func Copy(w io.Writer, src io.ReaderAt, size int64, book *sheet.Book, values []Value) (Report, error) {
	var out Report
	var take []Value
	for _, v := range values {
		if why := refused(book, v); why != "" {
			out.leave(v, why)
			continue
		}
		take = append(take, v)
	}
	write := map[sheet.Form]func(io.Writer, io.ReaderAt, int64, *sheet.Book, []Value, *Report) error{sheet.Workbook: workbook, sheet.Delimited: delimited}[book.Form]
	if write == nil {
		for _, v := range take {
			out.leave(v, "A file of this form is not filled in: answer it in the file itself.")
		}
		take = nil
	}
	if len(take) == 0 {
		return out, whole(w, src, size)
	}
	return out, write(w, src, size, book, take, &out)
}

func (r *Report) leave(v Value, why string) { r.Left = append(r.Left, Left{v, why}) }

// whole copies the file.
func whole(w io.Writer, src io.ReaderAt, size int64) error {
	_, err := io.Copy(w, io.NewSectionReader(src, 0, size))
	return err
}

// refused says why a value cannot stand in its cell, whatever the file's form.
func refused(book *sheet.Book, v Value) string {
	if v.Sheet < 0 || v.Sheet >= len(book.Sheets) || v.Row < 1 || v.Column < 1 {
		return "The file has no such cell."
	}
	if len(v.Text) > longest && len(utf16.Encode([]rune(v.Text))) > longest {
		return fmt.Sprintf("The text is longer than the %d letters that a cell can hold.", longest)
	}
	for _, m := range book.Sheets[v.Sheet].Merges {
		if m.Holds(v.Row, v.Column) && (m.FirstRow != v.Row || m.FirstColumn != v.Column) {
			return fmt.Sprintf("The cell is merged into %s.", sheet.CellName(m.FirstRow, m.FirstColumn))
		}
	}
	return ""
}

// The reasons that stand in the cell itself.
const (
	computes = "A formula stands there."
	taken    = "Something stands there already."
	missing  = "The file has no such row."
)
