package columns

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"

	"throughline/internal/sheet"
)

// Shape names what a sheet looks like, whatever its rows say: the words of its
// header and their columns. A correction that is kept under it serves the next
// file of the same form. A sheet without a header has the shape of its columns'
// meanings.
func Shape(s *sheet.Sheet, l *Layout) string {
	var b strings.Builder
	for _, n := range l.Header {
		for _, row := range s.Rows {
			if row.Number != n {
				continue
			}
			for _, c := range row.Cells {
				b.WriteString(sheet.Letters(c.Column) + "=" + fold(c.Text) + "\n")
			}
		}
	}
	if b.Len() == 0 {
		for _, c := range l.Columns {
			b.WriteString(sheet.Letters(c.At) + ":" + string(c.Meaning) + "\n")
		}
	}
	sum := sha256.Sum256([]byte(b.String()))
	return hex.EncodeToString(sum[:16])
}
