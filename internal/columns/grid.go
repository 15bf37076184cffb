package columns

import (
	"strings"

	"throughline/internal/sheet"
)

// What is looked at: the widest table and the most rows from which a decision is
// made. Roles are given to all rows.
const (
	widest  = 256
	sampled = 1500
)

// grid is a sheet while it is judged.
type grid struct {
	s       *sheet.Sheet
	rows    []sheet.Row
	width   int
	header  []int                  // indexes of its rows
	again   map[int]int            // rows that repeat the header, and how many of its cells differ
	merges  map[[2]int]sheet.Range // by the row and column where they begin
	choices []choiceIn
	columns []column // of index column-1
}

func newGrid(s *sheet.Sheet) *grid {
	g := &grid{s: s, rows: s.Rows, width: min(s.Width, widest), again: map[int]int{}, merges: map[[2]int]sheet.Range{}}
	for _, m := range s.Merges {
		g.merges[[2]int{m.FirstRow, m.FirstColumn}] = m
	}
	for _, choice := range s.Choices {
		for _, in := range choice.Cells {
			if len(g.choices) < mostChoices && in.LastColumn-in.FirstColumn <= 8 {
				g.choices = append(g.choices, choiceIn{in, choice.Options})
			}
		}
	}
	return g
}

// mostChoices is how many ranges with a list to choose from are looked at.
const mostChoices = 2_000

// choiceIn is a list to choose from in one range.
type choiceIn struct {
	in      sheet.Range
	options []string
}

// cells counts what stands in a row inside the width.
func (g *grid) cells(i int) []sheet.Cell {
	cells := g.rows[i].Cells
	for len(cells) > 0 && cells[len(cells)-1].Column > g.width {
		cells = cells[:len(cells)-1]
	}
	return cells
}

// body gives the indexes of the rows behind the header, spread over the sheet
// where there are many, without those that repeat the header.
func (g *grid) body() []int {
	from := 0
	if len(g.header) > 0 {
		from = g.header[len(g.header)-1] + 1
	}
	n := len(g.rows) - from
	var out []int
	for k := range min(n, sampled) {
		i := from + k
		if n > sampled { // in blocks of 50, so that runs of values can be seen
			i = from + (k/50)*50*n/sampled + k%50
		}
		if i >= len(g.rows) {
			break
		}
		if _, ok := g.again[i]; !ok {
			out = append(out, i)
		}
	}
	return out
}

// typical is the number of cells that most rows of the sheet have.
func (g *grid) typical(rows []int) int {
	counts := map[int]int{}
	for _, i := range rows {
		counts[len(g.cells(i))]++
	}
	best, most := 0, 0
	for n, c := range counts {
		if c*n > most || c*n == most && n > best { // rows of one cell say little
			best, most = n, c*n
		}
	}
	return best
}

// repeated finds rows that say the header again: most of its words in their columns.
func (g *grid) repeated() {
	if len(g.header) == 0 {
		return
	}
	h := g.header[len(g.header)-1]
	head := g.cells(h)
	for i := h + 1; i < len(g.rows); i++ {
		same := 0
		for _, c := range head {
			if strings.EqualFold(strings.TrimSpace(g.rows[i].At(c.Column)), strings.TrimSpace(c.Text)) {
				same++
			}
		}
		if n := len(head); same >= 2 && 2*same > n || n == 1 && same == 1 && len(g.cells(i)) == 1 {
			g.again[i] = n - same
		}
	}
}

// names gives each column its header, joined over its rows; a cell that is
// merged across columns names them all.
func (g *grid) names() []string {
	names := make([]string, g.width+1)
	for k, i := range g.header {
		row := g.rows[i]
		for c := 1; c <= g.width; c++ {
			text := oneLine(row.At(c))
			if text == "" && k < len(g.header)-1 {
				text = oneLine(g.merged(row, c))
			}
			switch {
			case text == "" || strings.EqualFold(names[c], text):
			case names[c] == "":
				names[c] = text
			default:
				names[c] += " / " + text
			}
		}
	}
	return names
}

// merged gives the text of the merged cell that covers a place without its own.
func (g *grid) merged(row sheet.Row, column int) string {
	for c := column; c > 0; c-- {
		if m, ok := g.merges[[2]int{row.Number, c}]; ok && m.LastColumn >= column && m.LastColumn > m.FirstColumn {
			return row.At(c)
		}
	}
	return ""
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }
