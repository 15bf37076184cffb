package sheet

import (
	"encoding/xml"
	"strconv"
	"strings"
)

// listLevel is how one level of a list counts.
type listLevel struct {
	format, text string // decimal and %1.%2.
	start        int
}

// countedList is a list and where it stands.
type countedList struct {
	levels [9]listLevel
	at     [9]int
}

// numbering holds the lists of a document.
type numbering struct {
	abstract map[string]*countedList
	list     map[string]string      // numId to the list it counts in
	restart  map[string]map[int]int // numId: levels that begin anew the first time it is used
}

// readNumbering reads the numbering part.
func readNumbering(t *tokens) (numbering, error) {
	n := numbering{map[string]*countedList{}, map[string]string{}, map[string]map[int]int{}}
	var (
		current *countedList
		level   *listLevel
		num     string
		over    int
	)
	err := each(t, func(e xml.StartElement) error {
		val := attr(e, "val")
		switch e.Name.Local {
		case "abstractNum":
			current = &countedList{}
			if len(n.abstract) < 20_000 {
				n.abstract[attr(e, "abstractNumId")] = current
			}
		case "lvl":
			level = nil
			if i := number(attr(e, "ilvl")); current != nil && i >= 0 && i < 9 {
				level = &current.levels[i]
			}
		case "start":
			if level != nil {
				level.start = max(0, min(number(val), 1<<20))
			}
		case "numFmt":
			if level != nil {
				level.format = val
			}
		case "lvlText":
			if level != nil {
				level.text = val
			}
		case "num":
			num, current, level = attr(e, "numId"), nil, nil
		case "abstractNumId":
			if len(n.list) < 50_000 {
				n.list[num] = val
			}
		case "lvlOverride":
			over = number(attr(e, "ilvl"))
		case "startOverride":
			if n.restart[num] == nil {
				n.restart[num] = map[int]int{}
			}
			n.restart[num][over] = max(0, min(number(val), 1<<20))
		}
		return nil
	})
	return n, err
}

// next counts one paragraph of a list and gives its number as shown, without
// the dot behind it.
func (n *numbering) next(list string, level int) (shown string, indent int) {
	l := n.abstract[n.list[list]]
	if l == nil || level > 8 {
		return "", 0
	}
	for i, start := range n.restart[list] {
		if i >= 0 && i < 9 {
			l.at[i] = start - l.levels[i].start
		}
	}
	delete(n.restart, list)
	l.at[level]++
	for i := level + 1; i < 9; i++ {
		l.at[i] = 0
	}
	if l.levels[level].format == "bullet" {
		return "•", level
	}
	text := l.levels[level].text
	for i := range level + 1 {
		v := l.levels[i].start + max(l.at[i], 1) - 1
		text = strings.ReplaceAll(text, "%"+strconv.Itoa(i+1), countAs(v, l.levels[i].format))
	}
	return strings.Trim(text, ".):( \t"), level
}

// countAs writes a number as a list does.
func countAs(n int, format string) string {
	switch format {
	case "lowerLetter", "upperLetter":
		s := ""
		if n > 0 && n < 1000 {
			s = strings.Repeat(string(rune('a'+(n-1)%26)), (n-1)/26+1)
		}
		if format == "upperLetter" {
			s = strings.ToUpper(s)
		}
		return s
	case "lowerRoman":
		return strings.ToLower(roman(n))
	case "upperRoman":
		return roman(n)
	case "decimalZero":
		if n < 10 {
			return "0" + strconv.Itoa(n)
		}
	case "none":
		return ""
	}
	return strconv.Itoa(n)
}

func roman(n int) string {
	var b strings.Builder
	for _, r := range []struct {
		value int
		text  string
	}{{1000, "M"}, {900, "CM"}, {500, "D"}, {400, "CD"}, {100, "C"}, {90, "XC"}, {50, "L"}, {40, "XL"}, {10, "X"}, {9, "IX"}, {5, "V"}, {4, "IV"}, {1, "I"}} {
		for n >= r.value && b.Len() < 32 {
			b.WriteString(r.text)
			n -= r.value
		}
	}
	return b.String()
}

// paragraphStyle is what a style says of its paragraphs.
type paragraphStyle struct {
	base, list, step, outline string
}

// paragraphStyles are the styles of a document by their id.
type paragraphStyles map[string]paragraphStyle

// of follows what a style is based on.
func (s paragraphStyles) of(id string) paragraphStyle {
	out := s[id]
	for base, i := s[out.base], 0; i < 16; base, i = s[base.base], i+1 {
		if out.list == "" {
			out.list, out.step = base.list, base.step
		}
		if out.outline == "" {
			out.outline = base.outline
		}
	}
	return out
}

// readParagraphStyles reads the styles part. The names of headings are English
// in every language's files, their ids are not.
func readParagraphStyles(t *tokens) (paragraphStyles, error) {
	styles := paragraphStyles{}
	id := ""
	err := each(t, func(e xml.StartElement) error {
		val := attr(e, "val")
		s := styles[id]
		switch e.Name.Local {
		case "style":
			id = attr(e, "styleId")
			return nil
		case "name":
			if n, ok := strings.CutPrefix(strings.ToLower(val), "heading "); ok && s.outline == "" {
				s.outline = strconv.Itoa(number(n) - 1)
			}
		case "basedOn":
			s.base = val
		case "numId":
			s.list = val
		case "ilvl":
			s.step = val
		case "outlineLvl":
			s.outline = val
		default:
			return nil
		}
		if id != "" && len(styles) < 20_000 {
			styles[id] = s
		}
		return nil
	})
	return styles, err
}
