package columns

import (
	"slices"
	"testing"

	"throughline/internal/sheet"
)

// without takes the header's rows out of a sheet.
func without(s sheet.Sheet, header []int) sheet.Sheet {
	s.Rows = slices.Clone(s.Rows)
	s.Rows = slices.DeleteFunc(s.Rows, func(r sheet.Row) bool { return slices.Contains(header, r.Number) })
	s.Frozen = 0
	return s
}

// holds tells whether a column holds anything but its header.
func holds(s *sheet.Sheet, column int) bool {
	return slices.ContainsFunc(s.Rows, func(r sheet.Row) bool { return r.At(column) != "" })
}

// Contents decide more than headers: with every header taken away, most columns
// that hold something are still told. An empty column says nothing without one.
func TestColumnsAreToldWithoutTheirHeaders(t *testing.T) {
	var all, wordings tally
	for _, folder := range []string{"known", "kept"} {
		for _, f := range fixtures(t, folder) {
			book := f.book(t)
			for i, want := range f.sheets {
				if want.use != List || len(want.header) == 0 || i >= len(book.Sheets) || book.Sheets[i].Shape == sheet.Lines {
					continue
				}
				s := without(book.Sheets[i], want.header)
				l := Detect(&sheet.Book{Form: book.Form, Sheets: []sheet.Sheet{s}})[0]
				is := map[int]Meaning{}
				for _, c := range l.Columns {
					is[c.At] = c.Meaning
				}
				for at, m := range want.columns {
					if !holds(&s, at) {
						continue
					}
					all.columnsOf++
					all.columns += bit(is[at] == m || m == Other && is[at] == "")
					if m == Wording {
						wordings.columnsOf++
						wordings.columns += bit(is[at] == m)
					}
					if is[at] != m && testing.Verbose() {
						t.Logf("%s: without its header column %s is told as %s, not %s", f.name, sheet.Letters(at), is[at], m)
					}
				}
			}
		}
	}
	t.Logf("without headers: %d of %d filled columns are told (%.2f), %d of %d wordings", all.columns, all.columnsOf, share(all.columns, all.columnsOf), wordings.columns, wordings.columnsOf)
	if share(all.columns, all.columnsOf) < 0.8 || share(wordings.columns, wordings.columnsOf) < 0.9 {
		t.Error("contents decide too little")
	}
}
