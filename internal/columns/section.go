package columns

import (
	"strings"

	"throughline/internal/sheet"
)

// section finds rows that head the rows below them.
func (j *judge) section(i int, row sheet.Row, text, number string, cells []sheet.Cell) (Row, bool) {
	at := j.wording
	if text == "" {
		if len(cells) == 0 || len(cells) > 2 {
			return Row{}, false
		}
		at = cells[len(cells)-1].Column
		if text = strings.TrimSpace(cells[len(cells)-1].Text); at == j.number && len(cells) == 1 && isNumber(text) || at == j.title {
			return Row{}, false
		}
	}
	l := lookAt(text)
	if j.often[text] > 3 && at == j.wording { // 'Guidance:' heads nothing
		return Row{}, false
	}
	if j.anchors != nil && j.anchors[i] || l.asks || l.words == 0 || l.words > 14 || l.obliges && l.words > 5 || strings.HasSuffix(text, ".") && l.words > 3 || l.digits || l.choice && l.words == 1 || isTotal(text) {
		return Row{}, false
	}
	bare := true // nothing that items nearly always have
	for _, c := range j.regular {
		bare = bare && row.At(c) == ""
	}
	has := bare && len(j.regular) > 0
	cell := row.Cell(at)
	across := j.g.across(row.Number, at)
	switch {
	case j.prefix(i, number) && (has || len(j.regular) == 0) && len(cells) <= 3:
	case j.anchors != nil && len(cells) <= 1:
	case j.numbered > 0.8 && number == "" && len(cells) <= 1 && bare:
	case has && len(cells) <= 2 && (number == "" || !j.g.deep(number)):
	case across >= 3 && len(cells) <= 1:
	case cell != nil && cell.Bold && j.bold < 0.3 && bare && len(cells) <= 2:
	case at != j.wording && len(cells) == 1 && bare:
	case len(cells) == 1 && j.typical >= 3 && bare && j.goesOn(i):
	default:
		return Row{}, false
	}
	title := oneLine(text)
	r := Row{Role: Section, Title: title}
	r.Depth = j.depth(number, cell, at, across)
	return r, true
}

// goesOn tells whether the row below has more cells: a section without rows is none.
func (j *judge) goesOn(i int) bool {
	return i+1 < len(j.g.rows) && len(j.g.cells(i+1)) > 1
}

// prefix tells whether the next number below begins with this one: 1 before 1.1.
func (j *judge) prefix(i int, number string) bool {
	number = strings.TrimRight(number, ".): ")
	if number == "" || j.number == 0 {
		return false
	}
	bare := strings.TrimLeft(number, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz")
	for k := i + 1; k < len(j.g.rows) && k < i+4; k++ {
		next := strings.TrimSpace(j.g.rows[k].At(j.number))
		if next == "" {
			continue
		}
		for _, n := range []string{number, bare} {
			if rest, ok := strings.CutPrefix(next, n); ok && n != "" && rest != "" && strings.ContainsRune(".-_)", rune(rest[0])) && len(rest) > 1 {
				return true
			}
		}
		return false
	}
	return false
}

// deep tells whether a number has more than one part.
func (g *grid) deep(number string) bool { return strings.ContainsAny(strings.Trim(number, ". "), ".") }

// across is how many columns a cell is merged over.
func (g *grid) across(row, column int) int {
	m, ok := g.merges[[2]int{row, column}]
	if !ok {
		return 1
	}
	return m.LastColumn - m.FirstColumn + 1
}

// depth places a section: by its number, else by what it looks like beside the
// sections met before.
func (j *judge) depth(number string, cell *sheet.Cell, at, across int) int {
	if isNumber(number) {
		return 1 + strings.Count(strings.Trim(number, ". "), ".")
	}
	key := strings.Repeat("c", at) + "m" + strings.Repeat("x", bit(across > 1))
	if cell != nil && cell.Bold {
		key += "b"
	}
	if cell != nil && cell.Filled {
		key += "f"
	}
	d, ok := j.depths[key]
	if !ok {
		d = 1
		if j.last != nil {
			d = j.last.Depth + 1
		}
		j.depths[key] = d
	}
	return min(d, 9)
}
