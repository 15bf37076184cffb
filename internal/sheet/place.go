package sheet

import (
	"fmt"
	"strings"
)

// The sides of a sheet in Excel.
const (
	maxColumns = 16_384
	maxRows    = 1_048_576
)

// Range is a rectangle of cells, both corners in it. Rows and columns count from 1.
type Range struct {
	FirstRow, FirstColumn, LastRow, LastColumn int
}

// Holds tells whether a cell lies in the range.
func (r Range) Holds(row, column int) bool {
	return row >= r.FirstRow && row <= r.LastRow && column >= r.FirstColumn && column <= r.LastColumn
}

// Letters names a column as spreadsheets do: 1 is A, 28 is AB.
func Letters(column int) string {
	var b []byte
	for n := column; n > 0; n = (n - 1) / 26 {
		b = append([]byte{byte('A' + (n-1)%26)}, b...)
	}
	return string(b)
}

// CellName names a cell as spreadsheets do, such as B12.
func CellName(row, column int) string { return fmt.Sprintf("%s%d", Letters(column), row) }

// ParseCell reads a cell's name; dollar signs are passed over.
func ParseCell(name string) (row, column int, ok bool) {
	name = strings.ReplaceAll(name, "$", "")
	i := 0
	for ; i < len(name) && i < 4; i++ {
		c := name[i] &^ 0x20
		if c < 'A' || c > 'Z' {
			break
		}
		column = column*26 + int(c-'A') + 1
	}
	if i == 0 || i == len(name) || len(name)-i > 7 {
		return 0, 0, false
	}
	for _, c := range []byte(name[i:]) {
		if c < '0' || c > '9' {
			return 0, 0, false
		}
		row = row*10 + int(c-'0')
	}
	return row, column, row >= 1 && row <= maxRows && column <= maxColumns
}

// ParseRange reads A1:B7, or a single cell; a range of whole columns such as A:A too.
func ParseRange(text string) (Range, bool) {
	from, to, two := strings.Cut(text, ":")
	if !two {
		to = from
	}
	r1, c1, ok1 := ParseCell(from)
	r2, c2, ok2 := ParseCell(to)
	if !ok1 && !ok2 && two {
		_, c1, ok1 = ParseCell(from + "1")
		_, c2, ok2 = ParseCell(to + "1")
		r1, r2 = 1, maxRows
	}
	if !ok1 || !ok2 {
		return Range{}, false
	}
	return Range{min(r1, r2), min(c1, c2), max(r1, r2), max(c1, c2)}, true
}

// Where names a cell so that a person finds it: 'Sheet "Interview", E17'; 'Table 4
// (Access), row 2, column 3'; 'line 12'.
func (s *Sheet) Where(row Row, column int) string {
	switch {
	case s.Table > 0 && s.Name != "":
		return fmt.Sprintf("Table %d (%s), row %d, column %d", s.Table, clip(s.Name), row.Number, column)
	case s.Table > 0:
		return fmt.Sprintf("Table %d, row %d, column %d", s.Table, row.Number, column)
	case row.Line > 0 && s.Shape == Lines:
		return fmt.Sprintf("line %d", row.Line)
	case row.Line > 0:
		return fmt.Sprintf("line %d, column %d", row.Line, column)
	case s.Shape == Lines:
		return fmt.Sprintf("paragraph %d", row.Number)
	}
	return fmt.Sprintf("Sheet %q, %s", clip(s.Name), CellName(row.Number, column))
}
