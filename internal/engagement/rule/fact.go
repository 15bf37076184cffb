// Package rule decides who is on a deal by a table of stated rules over six facts. The first rule
// that hits decides, every hit is kept as a reason. A fact may be unknown: then every value it
// could have is tried, and only what could change the answer is asked for.
package rule

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"throughline/internal/problem"
	"throughline/internal/table"
)

// fact is one of the six: a number, or one of some words.
type fact struct {
	name     string
	unit     int64    // what one is, in the steps that values are kept in
	least    int64    // in those steps
	words    []string // for a fact that is no number
	question string
}

// monthSteps divides a month so that hundredths of a month, weeks (3/13 of a month: 13 weeks are
// three months) and days (1/30) are all whole.
const monthSteps = 3900

// numberLimit is the greatest number taken: months, integrations, seats.
const numberLimit = 1_000_000

var facts = []fact{
	{name: "months", unit: monthSteps, question: "How many months will the deployment take?"},
	{name: "integrations", unit: 1, question: "How many custom integrations does it need?"},
	{name: "configuration", words: []string{"self-serve", "standard", "complex"}, question: "Is the configuration self-serve, standard or complex?"},
	{name: "policy", words: []string{"split", "combined"}, question: "Does the company split the two roles or combine them?"},
	{name: "seats", unit: 1, least: 1, question: "How many people hold the two roles?"},
	{name: "depth", words: []string{"no", "yes"}, question: "Is a depth asked for that goes beyond the SE?"},
}

const factCount = 6

// Facts are what is known of a deal.
type Facts struct {
	known [factCount]bool
	value [factCount]int64
}

func index(name string) int {
	return slices.IndexFunc(facts, func(f fact) bool { return f.name == name })
}

// Names are the facts, in their order.
func Names() []string {
	out := make([]string, len(facts))
	for i, f := range facts {
		out[i] = f.name
	}
	return out
}

// Set takes a fact as a person writes it; 'unknown' and nothing are unknown. Months may be
// written as '13 weeks' or '90 days'.
func (f *Facts) Set(name, text string) error {
	i := index(name)
	if i < 0 {
		return fmt.Errorf("there is no fact %q; there are %s", name, strings.Join(Names(), ", "))
	}
	text = strings.ToLower(strings.TrimSpace(text))
	if text == "" || text == "unknown" {
		f.known[i] = false
		return nil
	}
	v, err := facts[i].parse(text)
	if err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	f.known[i], f.value[i] = true, v
	return nil
}

// FactsOf takes facts by name, each as a person writes it; every fault is told with its field. A
// fact that is not named is unknown.
func FactsOf(said map[string]string) (Facts, error) {
	var f Facts
	var c problem.Check
	for _, name := range slices.Sorted(maps.Keys(said)) {
		err := f.Set(name, said[name])
		c.Fail(err == nil, name, "%v.", err)
	}
	return f, c.Err()
}

// Known are the names of the facts that are known.
func (f Facts) Known() []string {
	var out []string
	for i := range facts {
		if f.known[i] {
			out = append(out, facts[i].name)
		}
	}
	return out
}

// Texts are the known facts by name, as they are read.
func (f Facts) Texts() map[string]string {
	out := map[string]string{}
	for i := range facts {
		if f.known[i] {
			out[facts[i].name] = facts[i].text(f.value[i])
		}
	}
	return out
}

func (f fact) parse(text string) (int64, error) {
	if f.words != nil {
		if i := slices.Index(f.words, text); i >= 0 {
			return int64(i), nil
		}
		return 0, fmt.Errorf("%q is not one of %s, unknown", table.Clip(text), strings.Join(f.words, ", "))
	}
	number, steps := text, f.unit
	if f.name == "months" {
		number, steps = span(text)
	}
	v, err := scaled(number, steps)
	switch {
	case err != nil:
		return 0, fmt.Errorf("%q is not %s, nor 'unknown'", table.Clip(text), f.kind())
	case v < 0:
		return 0, fmt.Errorf("%q is less than nothing", table.Clip(text))
	case v < f.least:
		return 0, fmt.Errorf("%q: there is nobody to staff", table.Clip(text))
	}
	return v, nil
}

func (f fact) kind() string {
	if f.unit == 1 {
		return "a whole number"
	}
	return "a number of months like 4 or 1.5, of weeks like '13 weeks', or of days like '90 days'"
}

// span divides '13 weeks' into its number and the steps of its unit.
func span(text string) (number string, steps int64) {
	number, unit, _ := strings.Cut(text, " ")
	switch strings.TrimSuffix(strings.TrimSpace(unit), "s") {
	case "week":
		return number, monthSteps * 3 / 13
	case "day":
		return number, monthSteps / 30
	case "", "month":
		return number, monthSteps
	}
	return text, monthSteps // no number: refused where it is read
}

// scaled reads a decimal in steps; what is no whole number of steps is refused.
func scaled(text string, steps int64) (int64, error) {
	whole, part, dot := strings.Cut(text, ".")
	if len(part) > 2 || dot && part == "" {
		return 0, strconv.ErrSyntax
	}
	n, err := strconv.ParseInt(whole+(part + "00")[:2], 10, 64)
	if err != nil || whole == "" || n > numberLimit*100 || n*steps%100 != 0 || strings.HasPrefix(text, "+") {
		return 0, strconv.ErrSyntax
	}
	return n * steps / 100, nil
}

// text is a value as people read it.
func (f fact) text(v int64) string {
	if f.words != nil {
		return f.words[v]
	}
	return strconv.FormatFloat(float64(v)/float64(f.unit), 'f', -1, 64)
}

// Question is how a fact is asked for.
func Question(name string) string {
	if i := index(name); i >= 0 {
		return facts[i].question
	}
	return ""
}

// Words are the ones a fact can be; none for a number.
func Words(name string) []string {
	if i := index(name); i >= 0 {
		return facts[i].words
	}
	return nil
}
