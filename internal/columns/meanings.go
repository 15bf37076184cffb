package columns

import (
	"fmt"
	"strings"
)

// besides judges a column that is not the wording; w is the wording's column.
func (g *grid) besides(c, w *column) []ballot {
	return []ballot{
		number(c, w), title(c, w), priority(c, w), group(c, w), level(c),
		response(c, w), comment(c, w), other(c),
	}
}

func number(c, w *column) ballot {
	b := ballot{meaning: Number}
	if c.n == 0 {
		return b
	}
	b.head(c, 1.5)
	b.add(3*c.number*c.same, percent(c.number, "of its cells read like the number of a row"))
	b.add(1.5*c.rising*c.number, "its numbers rise")
	b.add(-2*(1-c.same), "")
	b.add(-3*(1-c.number), "")
	b.add(-3*max(c.date, c.money)-1.5*c.formula*(1-c.rising), "")
	if c.date > 0.5 && c.head[Number] >= 0.9 && c.at < w.at {
		return ballot{Number, 2.5, []reason{{1, fmt.Sprintf("the header says %q, though its cells are days: the spreadsheet may have made them of numbers", c.name)}}}
	}
	if c.at < w.at {
		b.add(0.6, "it stands left of the wording")
	} else if c.at > w.at {
		b.add(-2*(1-c.head[Number]*0.6), "")
	}
	return b
}

func title(c, w *column) ballot {
	b := ballot{meaning: Title}
	if c.n == 0 {
		return b
	}
	b.head(c, 2)
	b.add(1.5*(c.same-0.4), "nearly every text is different")
	if c.same < 0.75 && c.n > 4 {
		b.add(-4*(0.75-c.same), "")
	}
	if c.words >= 1 && c.words <= 8 && w.words > 1.5*c.words && c.at < w.at {
		b.add(1.2, "its texts are shorter than the wording right of it")
	}
	b.add(-3*max(c.number, c.digits, c.mark)-2*max(c.choice, c.priority)-2*max(c.date, c.link, c.money), "")
	b.add(-1*(1-c.filled), "")
	return b
}

func priority(c, _ *column) ballot {
	b := ballot{meaning: Priority}
	if c.n == 0 {
		b.head(c, 1.5)
		return b
	}
	b.head(c, 2)
	b.add(3*c.priority*float64(bit(c.kinds <= 8)), percent(c.priority, "of its values say how much a row matters"))
	if c.kinds <= 6 && c.n > c.kinds && c.words < 3 {
		b.add(0.6, fmt.Sprintf("it has only %d different values", c.kinds))
	}
	if c.digits > 0.8 && c.kinds <= 5 && c.head[Priority] > 0 {
		b.add(1, "its values are few numbers")
	}
	if c.choice > 0.8 && c.kinds <= 3 && c.head[Priority] > 0.4 {
		b.add(2.5, "it says yes or no to it")
	}
	b.add(-2*float64(bit(c.kinds > 12))-1.5*c.choice*(1-c.priority)-3*c.mark, "")
	if c.words > 4 {
		b.add(-2, "")
	}
	return b
}

func group(c, w *column) ballot {
	b := ballot{meaning: Group}
	if c.n == 0 {
		return b
	}
	b.head(c, 2)
	spread := 1 - c.same
	switch {
	case c.filled < 0.6 && c.at < w.at && c.words >= 1 && c.number < 0.5 && c.label < 0.5:
		b.add(1.6, "it stands left of the wording and names a value for the rows below it")
	case c.kinds > 1 && spread > 0.3:
		together := 1 - (c.runs-c.same)/max(1-c.same, 0.01) // 1 where equal values stand together
		b.add(2.2*max(together, 0)*min(1, spread*1.6), "equal values stand together")
	}
	if c.at < w.at {
		b.add(0.5, "it stands left of the wording")
	} else {
		b.add(-0.4, "")
	}
	b.add(-3*max(c.mark, c.date, c.money, c.link)-2.5*max(c.choice, c.priority)-1.5*max(c.digits, c.number*c.same), "")
	b.add(-1.2*max(0, c.words-8)/4, "")
	if c.listed {
		b.add(-2, "")
	}
	return b
}

func level(c *column) ballot {
	b := ballot{meaning: Level}
	if c.n == 0 {
		return b
	}
	b.head(c, 2)
	b.add(3.5*c.mark, percent(c.mark, "of its cells are ticks"))
	if c.digits > 0.8 && c.kinds <= 5 && c.head[Level] > 0 {
		b.add(1.0, "its values are few numbers")
	}
	b.add(-2*float64(bit(c.kinds > 8))-1.5*max(c.choice, c.priority)*(1-c.mark), "")
	if c.words > 3 {
		b.add(-2, "")
	}
	return b
}

func response(c, w *column) ballot {
	b := ballot{meaning: Response}
	b.head(c, 2.2)
	if c.listed {
		b.add(3.5, "its cells have a list to choose from")
	}
	if allIn(c.options, priorityValues) {
		b.add(-5, "")
	}
	if c.unlocked {
		b.add(1.5, "it may be written while others are locked")
	}
	right := c.at > w.at
	if c.n == 0 {
		if c.name != "" && right && !c.hidden {
			b.add(0.8, "it is empty and stands right of the wording")
		}
		if responseValues[fold(lastPart(c.name))] && right {
			b.add(2, fmt.Sprintf("its header %q is an answer to tick", c.name))
		}
		return b
	}
	said := 0.3 // a header that says something else
	if c.name == "" || c.listed || c.head[Response] > 0 || c.unlocked {
		said = 1
	}
	b.add(2.8*said*c.choice*float64(bit(c.kinds <= 15)), percent(c.choice, "of its values are answers to choose from"))
	b.add(2.5*c.ours, percent(c.ours, "of its texts speak as the vendor"))
	if c.filled > 0.5 && !c.listed && c.choice < 0.2 && c.ours < 0.2 && c.words < 4 {
		b.add(-1.5, "")
	}
	if responseValues[fold(lastPart(c.name))] && c.mark > 0.6 {
		b.add(4, fmt.Sprintf("its header %q is an answer that is ticked", c.name))
	}
	if !right {
		b.add(-2.5, "")
	}
	b.add(-3*c.formula-2*max(c.date, c.money, c.link)-1.5*c.number*c.same*float64(bit(!c.listed)), "")
	return b
}

func comment(c, w *column) ballot {
	b := ballot{meaning: Comment}
	b.head(c, 2.2)
	right := c.at > w.at
	if c.n == 0 {
		return b
	}
	if right && c.words > 3 {
		b.add(1.0*(1-c.filled)+0.6, "it holds texts in some rows, right of the wording")
	}
	if !right {
		b.add(-1, "")
	}
	b.add(-2*max(c.mark, c.digits, c.choice, c.priority)-2*c.link-1.5*c.formula, "")
	return b
}

func other(c *column) ballot {
	b := ballot{meaning: Other}
	b.score = 1
	b.head(c, 1.6)
	b.add(2*max(c.formula, c.money, c.date, c.link), "it holds formulas, dates, sums or addresses")
	if c.n == 0 && c.name == "" {
		b.add(3, "it is empty")
	}
	if c.hidden {
		b.add(2, "it is hidden")
	}
	return b
}

// lastPart is what the lowest row of a header says.
func lastPart(name string) string {
	if i := strings.LastIndex(name, " / "); i >= 0 {
		return name[i+3:]
	}
	return name
}

func bit(ok bool) int {
	if ok {
		return 1
	}
	return 0
}

func allIn(options []string, values map[string]bool) bool {
	for _, o := range options {
		if !values[fold(o)] || responseValues[fold(o)] {
			return false
		}
	}
	return len(options) > 0
}

// ticked tells whether a header is itself a value, as where a column each is
// ticked for must, should and could.
func ticked(c *column) bool {
	return c.mark > 0.6 && priorityValues[fold(lastPart(c.name))]
}
