package columns

import (
	"fmt"
	"strings"

	"throughline/internal/sheet"
)

// headerWithin is how many rows a header may stand behind: a title, instructions
// and who the file is from come first.
const headerWithin = 40

// headWords tells what a header's words say, by how well they match: 1 where
// they are a known word, half where they hold one.
func headWords(name string) map[Meaning]float64 {
	out := map[Meaning]float64{}
	parts := strings.Split(name, " / ")
	for k, part := range parts {
		f := fold(part)
		if f == "" {
			if strings.TrimSpace(part) == "N°" {
				out[Number] = 1
			}
			continue
		}
		weight := 1.0
		if k < len(parts)-1 { // the upper row names a group of columns
			weight = 0.6
		}
		for m, words := range headerIndex {
			if v := words.match(f); v*weight > out[m] {
				out[m] = v * weight
			}
		}
	}
	return out
}

// index finds words quickly: whole cells, and words among others.
type index struct {
	whole map[string]bool
	long  []string
}

var headerIndex = func() map[Meaning]index {
	out := map[Meaning]index{}
	for m, words := range headerWords {
		x := index{whole: map[string]bool{}}
		for _, w := range words {
			x.whole[w] = true
			if len(w) > 3 {
				x.long = append(x.long, w)
			}
		}
		out[m] = x
	}
	return out
}()

func (x index) match(f string) float64 {
	if x.whole[f] {
		return 1
	}
	if len(f) > 80 {
		return 0
	}
	best := 0.0
	padded := " " + f + " "
	for _, w := range x.long {
		if strings.Contains(padded, " "+w+" ") || strings.Contains(padded, " "+w+"s ") {
			// the more of the header the word is, the more it says
			best = max(best, 0.4+0.5*float64(len(w))/float64(len(f)))
		} else if len(w) > 6 && strings.Contains(f, w) { // German puts words together
			best = max(best, 0.35)
		}
	}
	return best
}

// isLabel tells whether a cell may stand in a header.
func isLabel(c sheet.Cell) bool {
	if c.Kind != sheet.Words || len(c.Text) > 120 {
		return false
	}
	l := lookAt(c.Text)
	f := fold(c.Text)
	if headerIndex[Number].whole[f] {
		return true
	}
	return l.words <= 10 && !l.digits && !l.mark && !l.date && !l.label && !l.link && !l.number && !(l.obliges && l.words > 5)
}

// headerScore judges one row; why says what spoke for it.
func (g *grid) headerScore(i, typical int) (score float64, why string) {
	cells := g.cells(i)
	labels, values, bold := 0, 0, 0
	known := map[Meaning]float64{}
	words := []string{}
	contrast := 0.0
	for _, c := range cells {
		head := headWords(oneLine(c.Text))
		best, m := 0.0, Other
		for k, v := range head {
			if v > best {
				best, m = v, k
			}
		}
		if isLabel(c) {
			labels++
			if best > known[m] {
				known[m] = best
			}
			if best >= 1 {
				words = append(words, fmt.Sprintf("%q", oneLine(c.Text)))
			}
		} else if l := lookAt(c.Text); l.digits || l.number || l.mark || l.choice || l.date || l.label || l.words > 12 {
			values++
		}
		if c.Bold {
			bold++
		}
		contrast += g.contrast(i, c)
	}
	n := float64(len(cells))
	if n == 0 || labels*10 < len(cells)*6 {
		return 0, ""
	}
	for _, v := range known {
		score += v
	}
	score = min(score, 4) + 2*contrast/n + float64(labels)/n - 2*float64(values)/n
	if typical > 0 {
		score += min(n/float64(typical), 1)
	}
	if len(cells) == 1 && typical > 1 {
		score -= 2.5
	}
	score -= min(2, 0.4*float64(g.fullAbove(i, typical)))
	switch {
	case g.rows[i].Header:
		score += 2
	case g.s.Frozen > 0 && g.rows[i].Number == g.s.Frozen:
		score += 1.5
	case bold == len(cells):
		score += 0.5
	}
	switch {
	case len(words) > 0:
		why = "it says " + strings.Join(words[:min(len(words), 4)], ", ")
	case contrast/n > 0.4:
		why = "its cells are short and differ from what stands below"
	default:
		why = "its cells are short"
	}
	return score, why
}

// fullAbove counts the rows above that have as many cells as most rows: a header
// stands before them, not behind.
func (g *grid) fullAbove(i, typical int) int {
	n := 0
	for j := range i {
		n += bit(len(g.cells(j)) >= max(typical, 2))
	}
	return max(0, n-2)
}

// contrast compares a cell with what stands below it: 1 where they are plainly
// of different kinds, less than 0 where the cell is a value like the others.
func (g *grid) contrast(i int, c sheet.Cell) float64 {
	head := lookAt(c.Text)
	n, words, kinds, led := 0, 0, 0, 0
	for j := i + 1; j < len(g.rows) && j <= i+25; j++ {
		b := g.rows[j].Cell(c.Column)
		if b == nil || strings.TrimSpace(b.Text) == "" {
			continue
		}
		if strings.EqualFold(b.Text, c.Text) {
			if j == i+1 {
				return -0.5
			}
			break // the header stands again: the next block begins
		}
		l := lookAt(b.Text)
		n++
		words += l.words
		led += bit(leads(b.Text))
		if l.digits || l.number || l.mark || l.choice || l.priority || l.date || b.Kind != sheet.Words {
			kinds++
		}
	}
	switch {
	case n == 0:
		return 0.4
	case 2*kinds > n:
		if head.digits || head.number || head.mark || head.choice || head.priority && head.words == 1 && len(c.Text) > 1 {
			return 0
		}
		return 1
	case 2*led > n && !leads(c.Text):
		return 1
	case words >= 5*n && words >= 2*head.words*n:
		return 1
	}
	return 0
}

// findHeader takes the row that reads most like a header, and joins what stands
// directly above or below it and belongs to it.
func (g *grid) findHeader() (why string, sure float64) {
	typical := g.typical(g.body())
	best, at := 0.0, -1
	for i := range min(len(g.rows), headerWithin) {
		score, reason := g.headerScore(i, typical)
		if score > best+0.3 {
			best, at, why = score, i, reason
		}
	}
	if at < 0 || best < 2.7 {
		return "no row reads like a header", 1 - best/4
	}
	g.header = []int{at}
	g.joinBelow()
	g.joinAbove()
	return why, min(0.99, best/6)
}

// joinAbove takes the row above where it names groups of columns: cells that are
// merged across, or fewer labels than the header has, and no title over all.
func (g *grid) joinAbove() {
	h := g.header[0]
	if h == 0 || len(g.header) > 1 || g.rows[h-1].Number != g.rows[h].Number-1 {
		return
	}
	up, head := g.cells(h-1), g.cells(h)
	spans := g.spansSome(h - 1)
	if !spans && (len(up) < 2 || up[0].Column <= head[0].Column) || len(up) > len(head) || len(head) < 3 {
		return
	}
	for _, c := range up {
		if !isLabel(c) {
			return
		}
	}
	g.header = append([]int{h - 1}, g.header...)
}

// spansSome tells whether a row has cells merged across some columns, not all.
func (g *grid) spansSome(i int) bool {
	for _, m := range g.s.Merges {
		if m.FirstRow == g.rows[i].Number && m.LastColumn > m.FirstColumn && m.LastColumn-m.FirstColumn+1 < g.width-1 {
			return true
		}
	}
	return false
}

// joinBelow takes the row below where it divides merged header cells.
func (g *grid) joinBelow() {
	h := g.header[0]
	if h+1 >= len(g.rows) || g.rows[h+1].Number != g.rows[h].Number+1 || !g.spansSome(h) {
		return
	}
	for _, c := range g.cells(h + 1) {
		if !isLabel(c) || g.rows[h].At(c.Column) != "" && g.merged(g.rows[h], c.Column) == "" {
			return
		}
	}
	g.header = append(g.header, h+1)
}
