package columns

import (
	"fmt"
	"slices"

	"throughline/internal/sheet"
)

// Detect proposes a layout for every sheet of a book. What a person said goes
// before what is found, and the rest is found again in its light.
func Detect(book *sheet.Book, said ...Correction) []Layout {
	out := make([]Layout, len(book.Sheets))
	together := alike(book, said)
	for i := range book.Sheets {
		c := of(said, i)
		if group := together[i]; len(group) > 1 {
			if i == group[0] {
				pooled(book, group, said, out)
			}
			continue
		}
		out[i] = detect(&book.Sheets[i], i, c)
	}
	compare(book, out)
	return out
}

// detect judges one sheet.
func detect(s *sheet.Sheet, index int, said Correction) Layout {
	l := Layout{Sheet: index, Use: Nothing, Confidence: 0.95, Why: "it is empty"}
	if len(s.Rows) == 0 {
		return l
	}
	g := newGrid(s)
	l.HeaderWhy = g.takeHeader(said)
	for _, i := range g.header {
		l.Header = append(l.Header, s.Rows[i].Number)
	}
	g.repeated()
	body := g.body()
	rows := g.anchored(body)
	g.measure(rows)
	if rows2 := g.numberedRows(rows, body); len(rows2) < len(rows) {
		rows = rows2
		g.measure(rows)
	}
	columns, wording := g.assign(said.Columns)
	l.Columns = columns
	if wording.score < leastWording && len(said.Columns) == 0 && said.Use != List {
		l.Use, l.Confidence, l.Why = g.without(&l)
	} else {
		l.Rows = g.judged(columns, rows, body).rows()
		l.Use, l.Confidence, l.Why = g.use(&l, wording)
	}
	g.correct(&l, said)
	g.doubts(&l)
	return l
}

// takeHeader finds the header, or takes the one a person pointed at.
func (g *grid) takeHeader(said Correction) string {
	if said.Headers != nil {
		for i := range g.rows {
			if slices.Contains(*said.Headers, g.rows[i].Number) {
				g.header = append(g.header, i)
			}
		}
		return "a person said so"
	}
	if g.s.Shape == sheet.Lines {
		return "lines of text have no header"
	}
	why, _ := g.findHeader()
	return why
}

// numberedRows narrows the rows to those with a number, where a column plainly
// numbers some rows and not the others.
func (g *grid) numberedRows(rows, body []int) []int {
	if len(rows) < len(body) || g.s.Shape == sheet.Lines {
		return rows
	}
	for i := range g.columns {
		c := &g.columns[i]
		if c.number < 0.8 || c.same < 0.95 || c.rising < 0.8 || c.n < 5 || c.filled > 0.6 {
			continue
		}
		var some []int
		for _, i := range rows {
			if g.rows[i].At(c.at) != "" {
				some = append(some, i)
			}
		}
		return some
	}
	return rows
}

// without says what a sheet is that has no wordings.
func (g *grid) without(l *Layout) (Use, float64, string) {
	prices, money := g.prices()
	guides, texts := 0, 0
	for _, i := range g.body() {
		for _, c := range g.cells(i) {
			k := lookAt(c.Text)
			if k.words > 3 {
				texts++
				guides += bit(k.guides > 0)
			}
		}
	}
	switch {
	case prices >= 2 || prices >= 1 && money > 0:
		return Prices, 0.9, "its columns are for prices, hours or quantities"
	case g.pairs() > 0.4:
		return Cover, 0.8, "it holds names and values beside each other"
	case g.s.Hidden:
		return Lookup, 0.8, "it is hidden and holds values to choose from"
	case texts > 2 && guides*2 > texts:
		return Instructions, 0.7, "its texts tell how to fill in the file"
	}
	return Nothing, 0.7, "no column holds wordings"
}

// correct puts what a person said of use and rows over what was found.
func (g *grid) correct(l *Layout, said Correction) {
	for i := range l.Rows {
		if role, ok := said.Rows[g.rows[l.Rows[i].At].Number]; ok {
			l.Rows[i].Role, l.Rows[i].Why = role, "a person said so"
			if role == Section {
				l.Rows[i].Title, l.Rows[i].Depth = firstText(g.cells(l.Rows[i].At)), 1
			}
		}
	}
	if said.Use != "" {
		l.Use, l.Confidence, l.Why, l.Said = said.Use, 1, "a person said so", true
	} else if len(said.Columns) > 0 && l.Of(Wording) > 0 && l.Columns[0].Said {
		l.Said = true
	}
}

func firstText(cells []sheet.Cell) string {
	for _, c := range cells {
		if lookAt(c.Text).words > 0 {
			return oneLine(c.Text)
		}
	}
	return ""
}

// doubts says what a person should look at.
func (g *grid) doubts(l *Layout) {
	if l.Use != List {
		return
	}
	for _, c := range l.Columns {
		col := &g.columns[c.At-1]
		switch {
		case c.Meaning == Number && col.date > 0.1:
			l.Doubts = append(l.Doubts, fmt.Sprintf("Some numbers in column %s are dates: the spreadsheet may have turned 1.2 into a day.", sheet.Letters(c.At)))
		case c.Meaning == Number && col.same < 0.999:
			l.Doubts = append(l.Doubts, fmt.Sprintf("Some numbers in column %s stand more than once.", sheet.Letters(c.At)))
		case (c.Meaning == Wording || c.Meaning == Response) && c.Confidence < 0.6:
			l.Doubts = append(l.Doubts, fmt.Sprintf("It is not sure that column %s is the %s.", sheet.Letters(c.At), c.Meaning))
		}
	}
	if len(g.header) == 0 && g.s.Shape != sheet.Lines {
		l.Doubts = append(l.Doubts, "No header was found; the columns are told by what stands in them.")
	}
	hidden := 0
	for _, r := range l.Rows {
		hidden += bit(r.Role == Item && g.rows[r.At].Hidden)
	}
	if hidden > 0 {
		l.Doubts = append(l.Doubts, fmt.Sprintf("%s hidden in the file.", isAre(hidden)))
	}
	if g.s.Cut {
		l.Doubts = append(l.Doubts, "The sheet is longer than was read.")
	}
}

func isAre(n int) string {
	if n == 1 {
		return "1 row is"
	}
	return fmt.Sprintf("%d rows are", n)
}
