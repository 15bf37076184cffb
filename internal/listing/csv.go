package listing

import (
	"bytes"

	"throughline/internal/table"
)

// CSV writes a list with its heads; days as 2026-01-31, moments with minutes.
func CSV(l List) ([]byte, error) {
	var b bytes.Buffer
	w := table.NewWriter(&b)
	if err := w.Write(l.Heads...); err != nil {
		return nil, err
	}
	for _, row := range l.Rows {
		cells := make([]string, len(row))
		for i, c := range row {
			cells[i] = c.Text
		}
		if err := w.Write(cells...); err != nil {
			return nil, err
		}
	}
	err := w.Flush()
	return b.Bytes(), err
}
