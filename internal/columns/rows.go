package columns

import (
	"slices"
	"strings"

	"throughline/internal/sheet"
)

// judge gives roles to the rows of a sheet whose columns are known.
type judge struct {
	g                      *grid
	wording, number, title int
	regular                []int        // columns that items nearly always fill
	numbered               float64      // share of items with a number
	led                    float64      // share of items whose wording begins with a number
	bold                   float64      // share of items whose wording is bold
	anchors                map[int]bool // rows that are surely items; nil where none stand out
	typical                int
	depths                 map[string]int // of sections, by how they look
	last                   *Row           // the section met last, where no item followed yet
	speaks, words          float64        // of the wording's column: share that asks or obliges, mean words
	often                  map[string]int // how often short texts of the wording's column stand there
}

// judged prepares to judge rows.
func (g *grid) judged(columns []Column, measured, body []int) *judge {
	l := Layout{Columns: columns}
	j := &judge{g: g, wording: l.Of(Wording), number: l.Of(Number), title: l.Of(Title), depths: map[string]int{}, typical: g.typical(measured)}
	if j.wording > 0 {
		w := &g.columns[j.wording-1]
		j.speaks, j.words = max(w.asks, w.obliges), w.words
	}
	if len(measured) < len(body) {
		j.anchors = map[int]bool{}
		for _, i := range measured {
			j.anchors[i] = true
		}
	}
	for _, c := range columns {
		col := &g.columns[c.At-1]
		if c.At != j.wording && c.At != j.number && col.filled > 0.8 && c.Meaning != Response && c.Meaning != Comment && c.Meaning != Title {
			j.regular = append(j.regular, c.At)
		}
	}
	j.often = map[string]int{}
	for i := range g.rows {
		if text := g.rows[i].At(j.wording); len(text) > 0 && len(text) < 60 && len(j.often) < 20_000 {
			j.often[text]++
		}
	}
	n, numbered, bold, led := 0, 0, 0, 0
	for _, i := range measured {
		c := g.rows[i].Cell(j.wording)
		if c == nil || strings.TrimSpace(c.Text) == "" {
			continue
		}
		n++
		bold += bit(c.Bold)
		led += bit(leads(c.Text))
		numbered += bit(j.number > 0 && isNumber(g.rows[i].At(j.number)) || g.s.Shape == sheet.Lines && g.rows[i].At(1) != "")
	}
	if n > 0 {
		j.led = float64(led) / float64(n)
		j.numbered, j.bold = float64(numbered)/float64(n), float64(bold)/float64(n)
	}
	return j
}

// leads tells whether a text begins with its own number.
func leads(s string) bool {
	number, _ := sheet.SplitNumber(s)
	return number != "" && number != "•"
}

func isNumber(s string) bool {
	s = strings.TrimSpace(s)
	return rowNumber(s) || len(s) > 0 && len(s) <= 4 && !strings.Contains(s, " ") && s != "•"
}

// rows gives every row its role.
func (j *judge) rows() []Row {
	out := make([]Row, 0, len(j.g.rows))
	first, end := -1, -1
	if h := j.g.header; len(h) > 0 {
		first, end = h[0], h[len(h)-1]
	}
	for i := range j.g.rows {
		var r Row
		switch {
		case i < first:
			r = Row{Role: Note, Why: "it stands above the header"}
		case i <= end:
			r = Row{Role: Header, Title: j.headTitle(i)}
			r.Depth = bit(r.Title != "")
		default:
			r = j.row(i)
		}
		r.At = i
		out = append(out, r)
		switch r.Role {
		case Section:
			j.last = &out[len(out)-1]
		case Item:
			j.last = nil
		}
	}
	return out
}

// row judges one row of the body.
func (j *judge) row(i int) Row {
	if differ, ok := j.g.again[i]; ok {
		return j.headerAgain(i, differ)
	}
	row := j.g.rows[i]
	text := strings.TrimSpace(row.At(j.wording))
	number := strings.TrimSpace(row.At(j.number))
	cells := j.filled(row)
	if j.g.s.Shape == sheet.Lines {
		return j.line(row, text)
	}
	if r, ok := j.section(i, row, text, number, cells); ok {
		return r
	}
	l := lookAt(text)
	switch {
	case text == "" && j.title > 0 && row.At(j.title) != "" && (number != "" || j.numbered < 0.5):
		return Row{Role: Item}
	case text == "":
		return Row{Role: Note, Why: "it has no wording"}
	case j.anchors != nil && !j.anchors[i] && !(l.asks && len(number) > 0):
		return Row{Role: Note, Why: "other rows have a number or a list to choose from, this one has none"}
	case isTotal(text):
		return Row{Role: Note, Why: "it is a total"}
	case number == "" && j.numbered > 0.9 && !l.asks && !l.obliges && len(cells) < 2:
		return Row{Role: Note, Why: "it has no number, and the other rows have"}
	case j.led > 0.8 && !leads(text) && !l.asks && !l.obliges:
		return Row{Role: Note, Why: "it does not begin with a number, and the other rows do"}
	case l.digits || l.mark || l.choice && len(cells) < 2:
		return Row{Role: Note, Why: "its wording is no words"}
	}
	return Row{Role: Item}
}

// filled gives the cells that hold words; what formulas compute says nothing of
// what a row is.
func (j *judge) filled(row sheet.Row) []sheet.Cell {
	var out []sheet.Cell
	for _, c := range row.Cells {
		if c.Column <= j.g.width && !c.Formula && strings.TrimSpace(c.Text) != "" {
			out = append(out, c)
		}
	}
	return out
}

func (j *judge) headerAgain(i, differ int) Row {
	r := Row{Role: Header, Why: "it repeats the header"}
	if differ == 0 {
		return r
	}
	head := j.g.rows[j.g.header[len(j.g.header)-1]]
	for _, c := range j.g.cells(i) {
		if !strings.EqualFold(c.Text, head.At(c.Column)) && lookAt(c.Text).words > 0 {
			r.Title, r.Depth = oneLine(c.Text), 1
			break
		}
	}
	return r
}

// headTitle gives the words of a header's cell that another stands for where the
// header is repeated: there it names the section.
func (j *judge) headTitle(i int) string {
	for k, differ := range j.g.again {
		if differ != 1 || len(j.g.header) != 1 {
			continue
		}
		for _, c := range j.g.cells(i) {
			if !strings.EqualFold(c.Text, j.g.rows[k].At(c.Column)) && !j.known(c.Column) {
				return oneLine(c.Text)
			}
		}
	}
	return ""
}

func (j *judge) known(column int) bool {
	for _, v := range j.g.columns[column-1].head {
		if v >= 1 {
			return true
		}
	}
	return false
}

var totals = set(`total|totals|sum|subtotal|grand total|summe|gesamt|gesamtsumme|zwischensumme|total general|sous total|suma|total score|end|ende|fin|end of list|end of document`)

func isTotal(s string) bool { return totals[fold(s)] }

// line judges a line of text: headings are sections, numbered and bulleted lines
// are items; other lines only where they ask or oblige, or where nothing is numbered.
func (j *judge) line(row sheet.Row, text string) Row {
	l := lookAt(text)
	marked := row.At(1) != ""
	switch {
	case row.Level > 0 && !(marked && (l.asks || l.obliges && l.words > 5)):
		return Row{Role: Section, Title: oneLine(text), Depth: row.Level}
	case l.words == 0:
		return Row{Role: Note, Why: "it holds no words"}
	case marked && row.At(1) != "•" && l.words <= 5 && !l.asks && !l.obliges && j.linesBelow(row):
		return Row{Role: Section, Title: oneLine(text), Depth: 1 + row.Indent}
	case marked, l.question, l.obliges && l.words > 3, l.asks && j.numbered < 0.5:
		return Row{Role: Item}
	case j.numbered > 0.2, j.speaks > 0.25 && j.words > 25:
		return Row{Role: Note, Why: "it is no item of the list and neither asks nor obliges"}
	case l.words > 60:
		return Row{Role: Note, Why: "it is a paragraph that neither asks nor obliges"}
	}
	return Row{Role: Item}
}

// linesBelow tells whether the next line is set in further or numbered below this one.
func (j *judge) linesBelow(row sheet.Row) bool {
	i, ok := slices.BinarySearchFunc(j.g.rows, row.Number, func(r sheet.Row, n int) int { return r.Number - n })
	if !ok || i+1 >= len(j.g.rows) {
		return false
	}
	next := j.g.rows[i+1]
	rest, under := strings.CutPrefix(next.At(1), row.At(1))
	return next.Indent > row.Indent || under && len(rest) > 1 && rest[0] == '.'
}
