package columns

import (
	"strings"

	"throughline/internal/sheet"
)

// column is what the cells of one column look like. Shares are of the cells that
// hold something, filled is of all rows looked at.
type column struct {
	at     int
	name   string
	head   map[Meaning]float64
	n      int
	filled float64
	words  float64 // mean
	same   float64 // values for one different value: 1 where all differ
	kinds  int     // different values
	runs   float64 // how often a value differs from the one above it

	asks, obliges, number, rising, digits, money, date, mark, choice, priority, ours, link, formula, label, history, bullet, parts float64

	options  []string // that may be chosen
	listed   bool     // most rows have a list to choose from
	unlocked bool
	hidden   bool
}

// choosers gives for each column how many of the rows have a list to choose from.
func (g *grid) choosers(rows []int) map[int]int {
	out := map[int]int{}
	for _, choice := range g.choices {
		for _, i := range rows {
			if n := g.rows[i].Number; n >= choice.in.FirstRow && n <= choice.in.LastRow {
				for c := choice.in.FirstColumn; c <= choice.in.LastColumn && c <= g.width+5; c++ {
					out[c]++
				}
			}
		}
	}
	return out
}

// anchored narrows the rows to those that are surely items: where a list to
// choose from stands in some of the rows only, or a number does.
func (g *grid) anchored(rows []int) []int {
	best := rows
	choosers := g.choosers(rows)
	for c := range g.width + 5 {
		n := choosers[c]
		if n < 5 || n*20 > len(rows)*19 {
			continue
		}
		var some []int
		for _, i := range rows {
			if g.choiceAt(g.rows[i].Number, c) {
				some = append(some, i)
			}
		}
		if len(some) >= 5 && (len(best) == len(rows) || len(some) > len(best)) {
			best = some
		}
	}
	return best
}

func (g *grid) choiceAt(row, column int) bool {
	for _, choice := range g.choices {
		if choice.in.Holds(row, column) {
			return true
		}
	}
	return false
}

// measure looks at every column over some rows.
func (g *grid) measure(rows []int) {
	names := g.names()
	choosers := g.choosers(rows)
	g.columns = make([]column, g.width)
	for c := range g.width {
		col := g.measured(c+1, rows)
		col.name = names[c+1]
		col.head = headWords(names[c+1])
		col.listed = len(rows) > 0 && choosers[c+1]*2 > len(rows)
		col.hidden = g.s.HiddenColumns[c+1]
		if col.listed {
			col.options = g.optionsOf(c + 1)
		}
		g.columns[c] = col
	}
	most := 0
	for _, n := range g.s.Unlocked {
		most = max(most, n)
	}
	for i := range g.columns {
		n := g.s.Unlocked[i+1]
		g.columns[i].unlocked = n > 2 && n*2 > most
	}
}

// optionsOf gives the options of the first list in a column.
func (g *grid) optionsOf(column int) []string {
	for _, choice := range g.choices {
		if column >= choice.in.FirstColumn && column <= choice.in.LastColumn && len(choice.options) > 0 {
			return choice.options
		}
	}
	return nil
}

// measured looks at the cells of one column.
func (g *grid) measured(at int, rows []int) column {
	col := column{at: at}
	values := map[string]bool{}
	changes, rises := 0, 0
	last := ""
	for _, i := range rows {
		cell := g.rows[i].Cell(at)
		if cell == nil || strings.TrimSpace(cell.Text) == "" && !cell.Formula {
			continue
		}
		col.n++
		col.add(cell)
		text := strings.TrimSpace(cell.Text)
		if text != last {
			changes++
			if last != "" && natural(last, text) < 0 {
				rises++
			}
		}
		last = text
		if len(values) < 4000 {
			values[text] = true
		}
	}
	col.shares(len(rows), len(values), changes, rises)
	return col
}

func (c *column) add(cell *sheet.Cell) {
	l := lookAt(cell.Text)
	c.words += float64(l.words)
	for _, t := range []struct {
		to *float64
		is bool
	}{
		{&c.asks, l.asks}, {&c.obliges, l.obliges}, {&c.number, l.number && cell.Kind != sheet.Day}, {&c.digits, l.digits || cell.Kind == sheet.Number},
		{&c.money, l.money}, {&c.date, l.date || cell.Kind == sheet.Day}, {&c.mark, l.mark}, {&c.choice, l.choice || cell.Kind == sheet.Truth},
		{&c.priority, l.priority}, {&c.ours, l.ours}, {&c.link, l.link}, {&c.formula, cell.Formula}, {&c.label, l.label},
		{&c.history, l.history > 0 && l.words <= 3}, {&c.bullet, cell.Text == "•"}, {&c.parts, l.number && strings.Trim(cell.Text, "0123456789 ") != ""},
	} {
		if t.is {
			*t.to++
		}
	}
}

func (c *column) shares(rows, values, changes, rises int) {
	if rows == 0 || c.n == 0 {
		return
	}
	n := float64(c.n)
	c.filled = n / float64(rows)
	c.kinds = values
	c.same = float64(values) / min(n, 4000)
	c.runs = float64(changes) / n
	if changes > 1 {
		c.rising = float64(rises) / float64(changes-1)
	}
	for _, s := range []*float64{&c.words, &c.asks, &c.obliges, &c.number, &c.digits, &c.money, &c.date, &c.mark, &c.choice, &c.priority, &c.ours, &c.link, &c.formula, &c.label, &c.history, &c.bullet, &c.parts} {
		*s /= n
	}
}

// natural compares as people count: 1.9 before 1.10.
func natural(a, b string) int {
	for a != "" && b != "" {
		da, db := leadingDigits(a), leadingDigits(b)
		if da > 0 && db > 0 {
			na, nb := strings.TrimLeft(a[:da], "0"), strings.TrimLeft(b[:db], "0")
			if len(na) != len(nb) {
				return len(na) - len(nb)
			}
			if na != nb {
				return strings.Compare(na, nb)
			}
			a, b = a[da:], b[db:]
			continue
		}
		if a[0] != b[0] {
			return int(a[0]) - int(b[0])
		}
		a, b = a[1:], b[1:]
	}
	return len(a) - len(b)
}

func leadingDigits(s string) int {
	n := 0
	for n < len(s) && s[n] >= '0' && s[n] <= '9' {
		n++
	}
	return n
}
