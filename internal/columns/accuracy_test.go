package columns

import (
	"fmt"
	"slices"
	"testing"

	"throughline/internal/sheet"
)

// tally counts what is right.
type tally struct{ sheets, sheetsOf, headers, headersOf, columns, columnsOf, rows, rowsOf, files, filesOf int }

func (c tally) String() string {
	return fmt.Sprintf("files wholly right %d/%d, sheets %d/%d, headers %d/%d, columns %d/%d (%.3f), rows %d/%d (%.3f)",
		c.files, c.filesOf, c.sheets, c.sheetsOf, c.headers, c.headersOf,
		c.columns, c.columnsOf, share(c.columns, c.columnsOf), c.rows, c.rowsOf, share(c.rows, c.rowsOf))
}

func share(n, of int) float64 { return float64(n) / float64(max(1, of)) }

func (c *tally) add(o tally) {
	c.sheets += o.sheets
	c.sheetsOf += o.sheetsOf
	c.headers += o.headers
	c.headersOf += o.headersOf
	c.columns += o.columns
	c.columnsOf += o.columnsOf
	c.rows += o.rows
	c.rowsOf += o.rowsOf
	c.filesOf++
	c.files += bit(o.sheets == o.sheetsOf && o.columns == o.columnsOf && o.rows == o.rowsOf && o.headers == o.headersOf)
}

// judgedFile compares what is proposed with what is right.
func judgedFile(t *testing.T, f *fixture, complain bool) tally {
	t.Helper()
	var c tally
	book := f.book(t)
	if len(book.Sheets) < len(f.sheets) {
		t.Fatalf("%s: %d sheets are read, %d are labelled", f.name, len(book.Sheets), len(f.sheets))
	}
	layouts := Detect(book)
	say := func(format string, args ...any) {
		if complain {
			t.Logf(f.name+": "+format, args...)
		}
	}
	for i, want := range f.sheets {
		got := layouts[i]
		c.sheetsOf++
		if got.Use == want.use || want.use != List && got.Use != List { // which kind of no list is told, not counted
			c.sheets++
		} else {
			say("sheet %q is a %s, not a %s (%s)", book.Sheets[i].Name, want.use, got.Use, got.Why)
		}
		if want.use != List {
			continue
		}
		c.headersOf++
		if slices.Equal(got.Header, want.header) {
			c.headers++
		} else {
			say("header is %v, not %v (%s)", want.header, got.Header, got.HeaderWhy)
		}
		c.addCells(want.columnsRight(got, say))
		c.addCells(want.rowsRight(&book.Sheets[i], got, say))
	}
	return c
}

func (c *tally) addCells(o tally) {
	c.columns += o.columns
	c.columnsOf += o.columnsOf
	c.rows += o.rows
	c.rowsOf += o.rowsOf
}

func (s *labelled) columnsRight(got Layout, say func(string, ...any)) (c tally) {
	is := map[int]Column{}
	for _, col := range got.Columns {
		is[col.At] = col
		if _, ok := s.columns[col.At]; !ok && col.Meaning != Other {
			c.columnsOf++ // a meaning where none is right
			say("column %s (%q) has no meaning, not %s (%s)", sheet.Letters(col.At), col.Name, col.Meaning, col.Why)
		}
	}
	for at, m := range s.columns {
		c.columnsOf++
		if is[at].Meaning == m || m == Other && is[at].Meaning == "" {
			c.columns++
		} else {
			say("column %s (%q) is %s, not %s (%s)", sheet.Letters(at), is[at].Name, m, is[at].Meaning, is[at].Why)
		}
	}
	return c
}

func (s *labelled) rowsRight(from *sheet.Sheet, got Layout, say func(string, ...any)) (c tally) {
	roles := map[int]Row{}
	for _, r := range got.Rows {
		roles[r.At] = r
	}
	for i, row := range from.Rows {
		at := row.Number
		if from.Shape == sheet.Lines {
			at = row.Line
		}
		want := Note
		switch {
		case s.items[at]:
			want = Item
		case s.sections[at]:
			want = Section
		case slices.Contains(s.header, at):
			want = Header
		}
		is := roles[i].Role
		if is == "" {
			is = Note
		}
		c.rowsOf++
		if is == want || want == Note && is == Header {
			c.rows++
		} else {
			say("row %d is %s, not %s (%s): %.60q", at, want, is, roles[i].Why, row.Cells[0].Text)
		}
	}
	return c
}

func TestColumnsAndRowsAreTold(t *testing.T) {
	for _, folder := range []struct {
		name string
		what string
		tell bool
	}{{"known", "looked at while the rules were made", true}, {"kept", "kept back", false}} {
		var all tally
		for _, f := range fixtures(t, folder.name) {
			all.add(judgedFile(t, &f, folder.tell || testing.Verbose()))
		}
		t.Logf("%s (%s): %s", folder.name, folder.what, all)
		if share(all.columns, all.columnsOf) < 0.9 || share(all.rows, all.rowsOf) < 0.9 || share(all.sheets, all.sheetsOf) < 0.9 {
			t.Errorf("%s: less than nine of ten sheets, columns and rows are right", folder.name)
		}
	}
}
