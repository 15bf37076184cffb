package rule

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"throughline/internal/problem"
	"throughline/internal/table"
)

// Table is a company's rules.
type Table struct {
	Unknown  string    `json:"unknown"` // the mode that work goes on in while it is undecided
	Modes    []Mode    `json:"modes"`
	Rules    []Rule    `json:"rules"`
	Warnings []Warning `json:"warnings"`
}

// Mode is a way in which people are on a deal.
type Mode struct {
	ID   string `json:"id"`
	Says string `json:"says"`
	SA   bool   `json:"sa,omitempty"` // an SA is on the deal before the signature, beside an SE
}

// Rule gives a mode when any of its rows hits; a row hits when all its conditions do. The lower
// priority decides first; without one, a rule stands where it is written.
type Rule struct {
	ID       string `json:"id"`
	Says     string `json:"says"`
	Mode     string `json:"mode"`
	Joins    string `json:"joins"` // when the SA joins
	Source   string `json:"source"`
	Priority int    `json:"priority,omitempty"`
	When     []Row  `json:"when"`
}

// Warning is said when facts stand oddly beside each other.
type Warning struct {
	Says string `json:"says"`
	When []Row  `json:"when"`
}

// Row is a line of conditions, all of which must hold: fact to '>= 3', '< 3', '0' or
// 'standard|complex'. An empty row always holds.
type Row []condition

// condition is a span of values, or a set of words.
type condition struct {
	fact     int
	from, to int64 // for a number, ends included
	words    uint  // for words, a bit each
}

const (
	ruleLimit = 100
	edgeLimit = 8 // numbers that one fact is compared with
	far       = int64(1) << 60
)

// UnmarshalJSON reads {"months": ">= 3"}.
func (r *Row) UnmarshalJSON(raw []byte) error {
	var texts map[string]string
	if err := json.Unmarshal(raw, &texts); err != nil {
		return fmt.Errorf("a row is an object of facts and conditions, such as {\"months\": \">= 3\"}")
	}
	*r = Row{}
	for i, f := range facts {
		text, there := texts[f.name]
		if !there {
			continue
		}
		delete(texts, f.name)
		c, err := f.condition(strings.ToLower(strings.TrimSpace(text)))
		if err != nil {
			return fmt.Errorf("%s %q: %w", f.name, table.Clip(text), err)
		}
		c.fact = i
		*r = append(*r, c)
	}
	for name := range texts {
		return fmt.Errorf("there is no fact %q; there are %s", table.Clip(name), strings.Join(Names(), ", "))
	}
	return nil
}

func (f fact) condition(text string) (condition, error) {
	if f.words != nil {
		var c condition
		for word := range strings.SplitSeq(text, "|") {
			v, err := f.parse(strings.TrimSpace(word))
			if err != nil {
				return c, err
			}
			c.words |= 1 << v
		}
		return c, nil
	}
	rest := strings.TrimLeft(text, "<>=")
	op := text[:len(text)-len(rest)]
	v, err := fact{name: f.name, unit: f.unit}.parse(strings.TrimSpace(rest))
	if err != nil {
		return condition{}, err
	}
	switch op {
	case ">=":
		return condition{from: v, to: far}, nil
	case ">":
		return condition{from: v + 1, to: far}, nil
	case "<=":
		return condition{to: v}, nil
	case "<":
		return condition{to: v - 1}, nil
	case "", "=":
		return condition{from: v, to: v}, nil
	}
	return condition{}, fmt.Errorf("%q compares nothing; write >=, >, <=, < or =", op)
}

// holds tells whether the condition is met by a complete case.
func (c condition) holds(value *[factCount]int64) bool {
	v := value[c.fact]
	if c.words != 0 {
		return c.words&(1<<v) != 0
	}
	return v >= c.from && v <= c.to
}

func hits(when []Row, value *[factCount]int64) bool {
	return slices.ContainsFunc(when, func(r Row) bool {
		return !slices.ContainsFunc(r, func(c condition) bool { return !c.holds(value) })
	})
}

// Read reads the table and refuses one with a hole, with rules that contradict each other, or
// with one that can never decide.
func Read(raw []byte) (*Table, error) {
	var t Table
	d := json.NewDecoder(bytes.NewReader(raw))
	d.DisallowUnknownFields()
	if err := d.Decode(&t); err != nil {
		return nil, problem.New(problem.Invalid, "engagement: %s.", strings.TrimPrefix(err.Error(), "json: "))
	}
	if err := t.check(); err != nil {
		return nil, err
	}
	return &t, nil
}
