package fill

import (
	"io"

	"throughline/internal/sheet"
	"throughline/internal/table"
)

// delimited copies a text of rows; the values go through table.Rewrite, which knows its form.
func delimited(w io.Writer, src io.ReaderAt, size int64, book *sheet.Book, values []Value, out *Report) error {
	t, err := table.OpenRows(io.NewSectionReader(src, 0, size), table.Options{})
	if err != nil {
		return err
	}
	lines := map[int]int{} // physical line of each row
	for _, r := range book.Sheets[0].Rows {
		lines[r.Number] = r.Line
	}
	want, of := map[table.Place]string{}, map[table.Place]Value{}
	for _, v := range values {
		at := table.Place{Line: lines[v.Row], Column: v.Column}
		if at.Line == 0 {
			out.leave(v, missing)
			continue
		}
		text := table.Neutralise(plain(v.Text))
		want[at], of[at] = text, v
	}
	left, err := t.Rewrite(w, want)
	if err != nil {
		return err
	}
	out.Filled += len(want) - len(left)
	for _, l := range left {
		out.leave(of[l.Place], l.Why)
	}
	return nil
}
