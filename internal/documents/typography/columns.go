package typography

import "throughline/internal/content"

// sizes are tried in turn until the longest words of all columns fit beside each other.
var sizes = []float64{Largest, 7.5, 7}

// factGap is kept between what a fact is called and the fact.
const factGap = 24

// Largest is the size of most tables.
const Largest = 8.5

// Columns are the widths of a table's columns, which fill the page, and the size of its letters.
func Columns(t content.Table) (widths []float64, size float64) {
	for _, size = range sizes {
		least, wish := needs(t, size)
		if sum(least) <= Full || size == sizes[len(sizes)-1] {
			if !Headed(t) && len(wish) == 2 {
				wish[1] = max(wish[1], Full-wish[0]-factGap) // what a fact is called stands close to it
			}
			return share(least, wish), size
		}
	}
	return nil, size
}

// needs are for each column the width of its longest word, and the width it would like: that of
// its longest cell on one line, up to three pages: a column of sentences wants more than one of
// dates.
func needs(t content.Table, size float64) (least, wish []float64) {
	least, wish = make([]float64, len(t.Head)), make([]float64, len(t.Head))
	cell := Cell(size)
	for i, h := range t.Head {
		head := cell
		head.Bold = true
		grow(&least[i], &wish[i], Atoms(content.Text(h), head))
	}
	for _, row := range t.Rows {
		for i, spans := range row {
			grow(&least[i], &wish[i], Atoms(spans, cell))
		}
	}
	for i := range least {
		least[i] = min(least[i], Full/3) + 2*CellSide + 0.5
		wish[i] = max(least[i], min(wish[i]+2*CellSide+0.5, 3*Full))
	}
	return least, wish
}

func grow(least, wish *float64, atoms []Atom) {
	line := 0.0
	for i := 0; i < len(atoms); {
		n, w := cluster(atoms[i:])
		*least = max(*least, w)
		if atoms[i].Break {
			line = 0
		}
		if atoms[i].Space {
			line += atoms[i].Face.Width(" ", atoms[i].Size)
		}
		line += w
		*wish = max(*wish, line)
		i += n
	}
}

// share gives each column its least, and of what is left by how much more it would like.
func share(least, wish []float64) []float64 {
	out := make([]float64, len(least))
	have, want := sum(least), sum(wish)
	for i := range out {
		switch {
		case have >= Full:
			out[i] = least[i] * Full / have
		case want <= Full:
			out[i] = wish[i] * Full / want
		default:
			out[i] = least[i] + (wish[i]-least[i])*(Full-have)/(want-have)
		}
	}
	return out
}

func sum(v []float64) (s float64) {
	for _, x := range v {
		s += x
	}
	return s
}

// Headed says whether a table has a head to show: a list of facts has none.
func Headed(t content.Table) bool {
	for _, h := range t.Head {
		if h != "" {
			return true
		}
	}
	return false
}
