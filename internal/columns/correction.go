package columns

// Correction is what a person says of one sheet. What is not said stays proposed.
type Correction struct {
	Sheet   int             // index into the book's sheets
	Use     Use             // empty: as proposed
	Headers *[]int          // row numbers of the header; an empty list says that there is none; nil: as proposed
	Columns map[int]Meaning // by column from 1
	Rows    map[int]Role    // by row number
}

// of finds what was said of a sheet.
func of(said []Correction, index int) Correction {
	for _, c := range said {
		if c.Sheet == index {
			return c
		}
	}
	return Correction{Sheet: index}
}
