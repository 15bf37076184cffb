package sheet

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// mark is what stands before the words of a line.
type mark struct {
	number string // 1.2, a), REQ-7; a bullet is •
	text   string // what is left
	level  int    // of a heading, 0 for none
	indent int    // steps of two blanks or a tab
}

// counter is a number or letter before an item: 1.2, 3-b, REQ-7, a, iv.
const counter = `(?:[A-Za-z]{1,8}[-_. ]?)?\d{1,4}(?:[.\-]\d{1,4}){0,6}[a-z]?|[A-Za-z]|[ivxIVX]{1,5}`

var (
	heading  = regexp.MustCompile(`^(#{1,9})\s+(.+?)\s*#*$`)
	bulleted = regexp.MustCompile(`^(?:[-*+•◦▪■●○‣⁃–—·o►➢✓✔]|\[[ xX]?\]|[-*]\s+\[[ xX]?\])\s+(\S.*)$`)
	numbered = regexp.MustCompile(`^\(?(` + counter + `)(?:[.):]+\s+|\s*[–—-]\s+)(\S.*)$`)
	tight    = regexp.MustCompile(`^\(?(` + counter + `)[.):]+([^\s\d].*)$`)
	keyed    = regexp.MustCompile(`^((?:[A-Z]{1,8}[-_.]?)+\d{1,5}(?:[.\-]\d{1,4}){0,5}|\d{1,3}(?:\.\d{1,3}){1,5})\s+(\S.*)$`)
)

// markOf reads what stands before a line's words.
func markOf(s string) mark {
	m := mark{}
	for i, r := range s {
		switch r {
		case ' ':
			m.indent++
			continue
		case '\t':
			m.indent += 2
			continue
		}
		s = s[i:]
		break
	}
	m.indent = min(m.indent/2, 9)
	s = strings.TrimSpace(s)
	m.text = s
	if h := heading.FindStringSubmatch(s); h != nil {
		m.level, s = len(h[1]), h[2]
		m.text = inline(s)
	}
	if b := bulleted.FindStringSubmatch(s); b != nil && m.level == 0 {
		m.number, s = "•", b[1]
		m.text = inline(s)
	}
	bare := inline(s)
	for _, pattern := range []*regexp.Regexp{numbered, tight, keyed} {
		if n := pattern.FindStringSubmatch(bare); n != nil && !isYear(n[1]) {
			m.number, m.text = n[1], strings.TrimSpace(n[2])
			return m
		}
	}
	if m.level == 0 && m.number == "" && looksLikeHeading(s) {
		m.level, m.text = 3, strings.TrimSuffix(bare, ":")
	}
	return m
}

// SplitNumber takes the number or bullet off a text that begins with one: 'R-7: The
// system must …'. Without one the text comes back as it is.
func SplitNumber(s string) (number, rest string) {
	if len(s) > 40 { // the pattern needs the beginning only
		m := markOf(strings.ReplaceAll(s[:runeEnd(s, 40)], "\n", " "))
		if m.number == "" || m.level > 0 {
			return "", s
		}
		if i := strings.Index(s[:runeEnd(s, 40)], m.text); i > 0 && m.text != "" {
			return m.number, s[i:]
		}
		return "", s
	}
	m := markOf(s)
	if m.number == "" || m.level > 0 {
		return "", s
	}
	return m.number, m.text
}

// runeEnd is the largest end of a rune not behind n bytes.
func runeEnd(s string, n int) int {
	for n > 0 && !utf8.RuneStart(s[n]) {
		n--
	}
	return n
}

// isYear keeps '2026. In that year' from being an item.
func isYear(s string) bool {
	return len(s) == 4 && (strings.HasPrefix(s, "19") || strings.HasPrefix(s, "20"))
}

// looksLikeHeading finds a short line that is bold or in capitals throughout, or
// ends in a colon.
func looksLikeHeading(s string) bool {
	n := utf8.RuneCountInString(s)
	if n == 0 || n > 80 || len(strings.Fields(s)) > 9 {
		return false
	}
	if strings.HasPrefix(s, "**") && strings.HasSuffix(s, "**") && len(s) > 4 {
		return true
	}
	letters, upper := 0, 0
	for _, r := range s {
		if unicode.IsLetter(r) {
			letters++
			if unicode.IsUpper(r) {
				upper++
			}
		}
	}
	first, _ := utf8.DecodeRuneInString(s)
	return letters > 3 && upper == letters || strings.HasSuffix(s, ":") && letters > 2 && !unicode.IsLower(first) && len(strings.Fields(s)) <= 6
}

// listing puts lines into rows: column 1 what stood before, column 2 the words.
// A line without a mark behind a marked one goes on with it; without any marks
// an empty line divides, or, where none is empty, each line is its own.
func (p *purse) listing(s *Sheet, all []line) {
	marked, blank, wrapped := census(all)
	open := false // the last row may go on
	for _, l := range all {
		if strings.TrimSpace(l.text) == "" {
			open = false
			continue
		}
		m := markOf(l.text)
		goesOn := m.number == "" && m.level == 0 && open && (marked > 0 && (m.indent > 0 || wrapped) || marked == 0 && blank > 0 && wrapped)
		if goesOn {
			last := &s.Rows[len(s.Rows)-1].Cells
			c := &(*last)[len(*last)-1]
			c.Text += " " + inline(m.text)
			continue
		}
		row := Row{Number: len(s.Rows) + 1, Line: l.number, Level: m.level, Indent: m.indent}
		if m.number != "" {
			row.Cells = append(row.Cells, Cell{Column: 1, Text: m.number})
		}
		row.Cells = append(row.Cells, Cell{Column: 2, Text: inline(m.text), Bold: m.level > 0})
		if !p.pays(m.text) {
			s.Cut = true
			p.note("", "The text is longer than is read; its end was left out. Paste it in parts.")
			return
		}
		s.Rows = append(s.Rows, row)
		open = m.level == 0
	}
}

// census counts lines with marks and empty lines, and tells whether sentences
// run over the ends of lines.
func census(all []line) (marked, blank int, wrapped bool) {
	cut, plain := 0, 0
	for i, l := range all {
		t := strings.TrimSpace(l.text)
		if t == "" {
			blank++
			continue
		}
		if m := markOf(l.text); m.number != "" {
			marked++
		}
		if i+1 < len(all) && strings.TrimSpace(all[i+1].text) != "" {
			plain++
			end, _ := utf8.DecodeLastRuneInString(t)
			begin, _ := utf8.DecodeRuneInString(strings.TrimSpace(all[i+1].text))
			if utf8.RuneCountInString(t) > 45 && !strings.ContainsRune(".?!:;", end) || unicode.IsLower(begin) {
				cut++
			}
		}
	}
	return marked, blank, cut*5 > plain
}
