package columns

import (
	"fmt"
	"slices"

	"throughline/internal/sheet"
)

// leastWording is what a column must reach to be taken for the wording.
const leastWording = 2.2

// assign decides what each column means. Of what can stand once only, the
// surest column has it, and the others get their next best.
func (g *grid) assign(said map[int]Meaning) (columns []Column, wording ballot) {
	best, next, at := g.findWording()
	if g.s.Shape == sheet.Lines && len(g.columns) > 1 {
		at, best = 2, g.wording(&g.columns[1])
		best.score = max(best.score, leastWording+0.5)
	}
	for c, m := range said {
		if m == Wording {
			at, best.score = c, max(best.score, leastWording+1)
		}
	}
	if m, ok := said[at]; ok && m != Wording {
		at, best, next = g.bestBut(said)
	}
	if at < 1 || at > len(g.columns) {
		return nil, ballot{score: -9}
	}
	w := &g.columns[at-1]
	choices := make([][]ballot, len(g.columns))
	for i := range g.columns {
		c := &g.columns[i]
		if c.at == at {
			choices[i] = []ballot{best}
			continue
		}
		b := g.besides(c, w)
		slices.SortStableFunc(b, func(x, y ballot) int { return int(1000 * (y.score - x.score)) })
		choices[i] = b
	}
	g.onlyOnce(choices, said)
	if g.s.Shape == sheet.Lines && len(choices) > 1 {
		choices[0] = []ballot{g.marker()}
	}
	g.waiting(choices, at)
	for i := range g.columns {
		c := &g.columns[i]
		b := choices[i]
		col := Column{At: c.at, Name: c.name, Meaning: b[0].meaning, Why: b[0].why()}
		if col.Meaning == Number {
			col.rank = c.filled + 0.4*c.parts
		}
		second := next.score
		if len(b) > 1 {
			second = b[1].score
		}
		col.Confidence = sure(b[0].score, second)
		if ticked(c) && col.Meaning == Level {
			col.Meaning, col.Why = Priority, fmt.Sprintf("the header %q says how much a row matters, and rows are ticked", c.name)
		}
		if m, ok := said[c.at]; ok {
			col.Meaning, col.Confidence, col.Why, col.Said = m, 1, "a person said so", true
		}
		if c.n > 0 || c.name != "" || col.Said || c.listed {
			columns = append(columns, col)
		}
	}
	return columns, best
}

// bestBut finds the wording where a person said that the best column is another.
func (g *grid) bestBut(said map[int]Meaning) (at int, best, next ballot) {
	best.score, next.score = -9, -9
	for i := range g.columns {
		if m, ok := said[i+1]; ok && m != Wording {
			continue
		}
		if b := g.wording(&g.columns[i]); b.score > best.score {
			at, best, next = i+1, b, best
		}
	}
	return at, best, next
}

// waiting gives a meaning to columns that have a header and wait for the vendor:
// the first is for the answer where no other is, the others for remarks.
func (g *grid) waiting(choices [][]ballot, wording int) {
	answered := false
	for i := range choices {
		answered = answered || choices[i][0].meaning == Response
	}
	for i := range g.columns {
		c := &g.columns[i]
		if c.n > 0 || c.name == "" || c.at < wording || c.hidden || choices[i][0].meaning != Other || c.head[Other] > 0.5 {
			continue
		}
		b := ballot{meaning: Comment, score: 1.2, reasons: []reason{{1, "it is empty, has a header and stands right of the wording"}}}
		if !answered {
			b.meaning, answered = Response, true
			b.reasons = append(b.reasons, reason{0.9, "no other column is for answers"})
		}
		choices[i] = append([]ballot{b}, choices[i]...)
	}
}

// numbersLeft keeps references to other things, right of the wording, from being
// taken for the numbers of rows that stand left of it.
func (g *grid) numbersLeft(choices [][]ballot, said map[int]Meaning) {
	left, wording := false, false
	for i := range choices {
		wording = wording || choices[i][0].meaning == Wording
		if choices[i][0].meaning != Number || said[i+1] != "" {
			continue
		}
		if left = left || !wording; left && wording && g.columns[i].head[Number] < 1 && len(choices[i]) > 1 {
			choices[i] = choices[i][1:]
		}
	}
}

// marker says whether what stands before lines numbers them, or is bullets only.
func (g *grid) marker() ballot {
	c := &g.columns[0]
	if c.n > 0 && c.bullet < 0.7 {
		return ballot{meaning: Number, score: 3, reasons: []reason{{1, "it stands before the lines"}}}
	}
	return ballot{meaning: Other, score: 3, reasons: []reason{{1, "it holds bullets"}}}
}

// onlyOnce keeps title and priority for one column each.
func (g *grid) onlyOnce(choices [][]ballot, said map[int]Meaning) {
	g.numbersLeft(choices, said)
	for _, m := range []Meaning{Title, Priority} {
		owner := -1
		for i := range choices {
			if said[i+1] == m {
				owner = i
			}
		}
		for i := range choices {
			if owner >= 0 && said[owner+1] == m {
				break
			}
			if choices[i][0].meaning == m && said[i+1] == "" && (owner < 0 || choices[i][0].score > choices[owner][0].score) {
				owner = i
			}
		}
		for i := range choices {
			if i != owner && choices[i][0].meaning == m && len(choices[i]) > 1 {
				choices[i] = choices[i][1:]
			}
		}
	}
}
