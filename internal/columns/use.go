package columns

import (
	"fmt"
	"strings"

	"throughline/internal/sheet"
)

// leastList is what a sheet must reach to be taken for a list.
const leastList = 2.0

// use decides what a sheet is for.
func (g *grid) use(l *Layout, wording ballot) (Use, float64, string) {
	if l.Of(Wording) == 0 {
		return Nothing, 0.9, "no column holds wordings"
	}
	w := &g.columns[l.Of(Wording)-1]
	items, guides, words := 0, 0, 0
	for _, r := range l.Rows {
		if r.Role == Item {
			items++
			k := lookAt(g.rows[r.At].At(w.at))
			guides += bit(k.guides >= 2)
			words += k.words
		}
	}
	speaks := max(w.asks, w.obliges)
	prices, money := g.prices()
	switch {
	case items == 0:
		return Nothing, 0.8, "no row reads like an item"
	case w.formula > 0.7:
		return Repeat, 0.9, "its wordings are formulas that show another sheet again"
	case (prices >= 2 || prices >= 1 && money > 0) && speaks < 0.6 && w.words < 12, prices >= 3 && money > 0 && w.asks < 0.5:
		return Prices, 0.9, "its columns are for prices, hours or quantities"
	case g.isHistory(w, speaks):
		return History, 0.85, "its columns tell what changed between versions"
	case g.pairs() > 0.5 && speaks < 0.3 && l.Of(Number) == 0 && len(l.All(Response)) == 0:
		return Cover, 0.8, "it holds names and values beside each other"
	}
	b := g.listness(l, w, wording, items)
	alone := len(l.All(Response))+len(l.All(Priority))+len(l.All(Number))+len(l.All(Level)) == 0
	switch {
	case alone && guides*3 >= items && items < 40:
		return Instructions, 0.8, "its texts tell how to fill in the file"
	case g.s.Hidden && speaks < 0.3:
		return Lookup, 0.8, "it is hidden and holds values to choose from"
	case b.score < leastList:
		return Nothing, sure(leastList, b.score), fmt.Sprintf("its texts neither ask nor oblige, and no column is for numbers, priorities or answers (%s)", plural(items, "row"))
	}
	return List, sure(b.score, leastList-1), b.why()
}

// listness gathers what speaks for a list.
func (g *grid) listness(l *Layout, w *column, wording ballot, items int) ballot {
	var b ballot
	b.add(2*w.asks, percent(w.asks, "of its rows ask"))
	b.add(2*w.obliges*(1-w.asks), percent(w.obliges, "of its rows oblige or ask to show something"))
	b.add(1.5*w.head[Wording], "a column is headed as the wording")
	b.add(0.9*float64(bit(len(l.All(Number)) > 0)), "its rows are numbered")
	b.add(0.9*float64(bit(len(l.All(Priority))+len(l.All(Level)) > 0)), "a column says how much a row matters")
	b.add(1.1*float64(bit(g.answered(l))), "a column is for answers")
	b.add(0.5*float64(bit(items >= 3))+0.4*float64(bit(items >= 8)), plural(items, "row"))
	b.add(0.5*min(w.words, 8)/8, "")
	b.add(min(0.5, max(0, wording.score-leastWording)/4), "")
	if g.s.Shape == sheet.Lines {
		b.add(2.2*w.bulletsOf(g), "its lines are numbered or bulleted")
	}
	return b
}

// bulletsOf is the share of lines that begin with a number or a bullet.
func (c *column) bulletsOf(g *grid) float64 {
	if g.width < 2 || c.at != 2 {
		return 0
	}
	return g.columns[0].filled
}

// answered tells whether a response column is surely one.
func (g *grid) answered(l *Layout) bool {
	for _, c := range l.Columns {
		if c.Meaning == Response && c.Confidence > 0.5 {
			return true
		}
	}
	return false
}

// prices counts headers of price forms and tells how many columns hold sums.
func (g *grid) prices() (heads int, money int) {
	for i := range g.columns {
		c := &g.columns[i]
		for w := range strings.FieldsSeq(fold(c.name)) {
			if priceWords[w] {
				heads++
				break
			}
		}
		money += bit(c.money > 0.5)
	}
	return heads, money
}

// isHistory finds tables of versions: by their headers, or by values such as
// merged and removed.
func (g *grid) isHistory(w *column, speaks float64) bool {
	heads, values, dates := 0, 0, 0
	for i := range g.columns {
		c := &g.columns[i]
		for part := range strings.FieldsSeq(strings.ToLower(c.name)) {
			if historyWords[part] {
				heads++
				break
			}
		}
		values += bit(c.history > 0.5 && c.n > 1)
		dates += bit(c.date > 0.5)
	}
	return heads >= 2 && (values > 0 || dates > 0) && (speaks < 0.4 || values > 0) && !(w.asks > 0.3) && (values > 0 || w.head[Wording] < 1 || dates > 0 && heads > 2)
}

// pairs is the share of rows that hold a short name and one value beside it, or
// a name that waits for one.
func (g *grid) pairs() float64 {
	if g.s.Shape == sheet.Lines {
		return 0
	}
	if len(g.header) > 0 && len(g.cells(g.header[len(g.header)-1])) > 2 {
		return 0
	}
	n := 0
	for i := range g.rows {
		c := g.cells(i)
		if len(c) == 0 || len(c) > 2 {
			continue
		}
		l := lookAt(c[0].Text)
		n += bit(!l.asks && (l.label || len(c) == 2 && l.words <= 6 && !l.number && !l.digits && !l.obliges))
	}
	return float64(n) / float64(max(1, len(g.rows)))
}

func plural(n int, of string) string {
	if n == 1 {
		return "1 " + of
	}
	return fmt.Sprintf("%d %ss", n, of)
}
