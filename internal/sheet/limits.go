package sheet

// Limits bound what one file may cost. A zero field takes its default; with the
// defaults a file takes at most some 300 MB of memory, whatever it holds.
type Limits struct {
	File     int64 // bytes of the file itself; default 64 MiB
	Parts    int   // entries of a package; default 10,000
	Unpacked int64 // bytes unpacked from a package, of the parts that are read; default 192 MiB
	Text     int64 // bytes of text kept in all cells; default 32 MiB
	Cells    int   // cells kept; default 1,000,000
	Sheets   int   // sheets or tables; default 1,000
	Notes    int   // notes; default 200
}

func (l Limits) filled() Limits {
	set := func(v *int, n int) {
		if *v <= 0 {
			*v = n
		}
	}
	set64 := func(v *int64, n int64) {
		if *v <= 0 {
			*v = n
		}
	}
	set64(&l.File, 64<<20)
	set64(&l.Unpacked, 192<<20)
	set64(&l.Text, 32<<20)
	set(&l.Parts, 10_000)
	set(&l.Cells, 1_000_000)
	set(&l.Sheets, 1_000)
	set(&l.Notes, 200)
	return l
}

// purse is what is left of the limits while a file is read.
type purse struct {
	limits Limits
	book   *Book
	text   int64
	cells  int
	more   int // notes over the limit
}

func newPurse(form Form, l Limits) *purse {
	return &purse{limits: l.filled(), book: &Book{Form: form}}
}

// pays takes one cell from the purse; false means that it is empty.
func (p *purse) pays(text string) bool {
	p.cells++
	p.text += int64(len(text))
	return p.cells <= p.limits.Cells && p.text <= p.limits.Text
}

func (p *purse) note(place, text string) {
	if len(p.book.Notes) >= p.limits.Notes {
		p.more++
		return
	}
	p.book.Notes = append(p.book.Notes, Note{place, text})
}
