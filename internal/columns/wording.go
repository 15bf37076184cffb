package columns

import (
	"fmt"
	"math"
)

// wording judges whether a column holds the requirements or questions: whole
// sentences that ask or oblige, each different, in nearly every row.
func (g *grid) wording(c *column) ballot {
	b := ballot{meaning: Wording}
	if c.n == 0 {
		b.score = -9
		return b
	}
	b.head(c, 2.5)
	b.add(3*min(c.words, 12)/12, fmt.Sprintf("its texts have %.0f words on average", c.words))
	b.add(2.5*c.asks, percent(c.asks, "of its cells ask"))
	b.add(2.5*c.obliges*(1-c.asks), percent(c.obliges, "of its cells oblige or ask to show something"))
	b.add(1.5*(c.same-0.5), "nearly every text is different")
	b.add(2*(c.filled-0.5), "nearly every row has one")
	b.add(-3*max(c.digits, c.number*(1-c.asks))-2.5*max(c.date, c.money)-3*c.link-3*c.label-4*c.mark, "")
	b.add(-3.5*max(c.choice, c.priority)-3*c.ours*(1-c.asks), "")
	b.add(-2*c.formula, "")
	if c.listed {
		b.add(-4, "")
	}
	if c.unlocked {
		b.add(-2, "")
	}
	if c.hidden {
		b.add(-2, "")
	}
	b.add(-0.12*float64(g.before(c)), "")
	return b
}

// before counts the columns left of one that hold texts of the same kind: what
// explains stands behind what it explains.
func (g *grid) before(c *column) int {
	n := 0
	for i := range g.columns {
		if o := &g.columns[i]; o.at < c.at && o.n > 0 && o.words > 4 && o.filled > 0.5 {
			n += 3
		}
	}
	return n
}

// findWording takes the column that reads most like requirements or questions.
func (g *grid) findWording() (best, next ballot, at int) {
	best.score, next.score = math.Inf(-1), math.Inf(-1)
	for i := range g.columns {
		b := g.wording(&g.columns[i])
		switch {
		case b.score > best.score:
			best, next, at = b, best, i+1
		case b.score > next.score:
			next = b
		}
	}
	return best, next, at
}

func percent(share float64, of string) string {
	return fmt.Sprintf("%.0f %% %s", 100*share, of)
}
