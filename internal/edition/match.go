package edition

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
)

// match finds for each row of the newer list the row of the older one.
type match struct {
	older, newer []Line
	was          []int   // by index of newer; -1 where none
	is           []int   // by index of older; -1 where none
	known        []Known // by index of newer
	textOlder    []string
	textNewer    []string
	serial       bool // the numbers only count the rows
}

func newMatch(older, newer []Line) *match {
	m := &match{older: older, newer: newer, was: make([]int, len(newer)), is: make([]int, len(older)), known: make([]Known, len(newer))}
	for i := range m.was {
		m.was[i] = -1
		m.textNewer = append(m.textNewer, folded(newer[i].Wording))
	}
	for i := range m.is {
		m.is[i] = -1
		m.textOlder = append(m.textOlder, folded(older[i].Wording))
	}
	m.serial = counts(older) && counts(newer)
	return m
}

// counts tells whether numbers are 1, 2, 3 by place: such a number says nothing
// of which requirement a row is.
func counts(all []Line) bool {
	n := 0
	for i, l := range all {
		if v, err := strconv.Atoi(plain(l.Number)); err == nil && v == i+1 {
			n++
		}
	}
	return n*2 > len(all)
}

// folded writes a text so that blanks, capitals, quotes and the dot at its end
// make no difference.
func folded(s string) string {
	var b strings.Builder
	blank := false
	for _, r := range strings.TrimRight(strings.TrimSpace(s), ".;,") {
		switch {
		case unicode.IsSpace(r) || r == '\u200b':
			blank = true
			continue
		case r == '’' || r == '‘' || r == '`':
			r = '\''
		case r == '“' || r == '”' || r == '„' || r == '«' || r == '»':
			r = '"'
		case r == '–' || r == '—' || r == '‑':
			r = '-'
		}
		if blank && b.Len() > 0 {
			b.WriteByte(' ')
		}
		blank = false
		b.WriteRune(unicode.ToLower(r))
	}
	return b.String()
}

// plain is a number without what stands around it.
func plain(number string) string {
	return strings.ToUpper(strings.Trim(strings.Join(strings.Fields(number), ""), "().:[]"))
}

func (m *match) pair(was, is int, known Known) {
	m.was[is], m.is[was], m.known[is] = was, is, known
}

// once gives the index of each number that stands only once among free rows.
func once(all []Line, taken []int) map[string]int {
	out := map[string]int{}
	for i, l := range all {
		n := plain(l.Number)
		if n == "" || taken[i] >= 0 {
			continue
		}
		if _, twice := out[n]; twice {
			out[n] = -1
			continue
		}
		out[n] = i
	}
	return out
}

// least is how alike two wordings under one number must be to be taken for one
// requirement without a doubt.
const least = 0.35

// numbered pairs rows of one number whose wordings are the same or alike, unless
// either wording stands word for word under another number: then the list was
// numbered anew.
func (m *match) numbered() {
	older, newer := once(m.older, m.is), once(m.newer, m.was)
	inOlder, inNewer := texts(m.textOlder), texts(m.textNewer)
	for n, is := range newer {
		was, ok := older[n]
		if !ok || was < 0 || is < 0 {
			continue
		}
		a, b := m.textOlder[was], m.textNewer[is]
		switch {
		case a == b:
			m.pair(was, is, ByBoth)
		case inNewer[a] > 0 || inOlder[b] > 0:
		case likeness(wordsOf(a), wordsOf(b)) >= least:
			m.pair(was, is, ByBoth)
		}
	}
}

func texts(all []string) map[string]int {
	out := map[string]int{}
	for _, t := range all {
		if t != "" {
			out[t]++
		}
	}
	return out
}

// worded pairs rows of the same wording, in their order where it stands several
// times; of those the same group goes first.
func (m *match) worded() {
	free := map[string][]int{}
	for i, t := range m.textOlder {
		if m.is[i] < 0 {
			free[t] = append(free[t], i)
		}
	}
	for _, sameGroup := range []bool{true, false} {
		for is, t := range m.textNewer {
			if m.was[is] >= 0 || t == "" {
				continue
			}
			k := slices.IndexFunc(free[t], func(was int) bool {
				return !sameGroup || m.older[was].Group == m.newer[is].Group && m.older[was].Priority == m.newer[is].Priority && plain(m.older[was].Number) == plain(m.newer[is].Number)
			})
			if k >= 0 {
				m.pair(free[t][k], is, ByWording)
				free[t] = slices.Delete(free[t], k, k+1)
			}
		}
	}
}

// renumbered pairs what is left under one number although the wordings have
// little in common: the customer's own number is believed, unless it only counts.
func (m *match) renumbered() {
	if m.serial {
		return
	}
	older := once(m.older, m.is)
	for n, is := range once(m.newer, m.was) {
		if was, ok := older[n]; ok && was >= 0 && is >= 0 {
			m.pair(was, is, ByNumber)
		}
	}
}
