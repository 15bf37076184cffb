package rule

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"throughline/internal/problem"
	"throughline/internal/table"
)

// check puts the rules in the order in which they decide, and refuses a table that leaves a case
// open, answers one twice, or holds a rule that is never reached.
func (t *Table) check() error {
	var c problem.Check
	c.Fail(len(t.Rules) > 0 && len(t.Rules) <= ruleLimit, "engagement.rules", "Has %d; a table has 1 to %d.", len(t.Rules), ruleLimit)
	c.Fail(t.mode(t.Unknown) >= 0, "engagement.unknown", "%q is no mode of the table.", t.Unknown)
	c.Fail(len(t.Warnings) <= ruleLimit, "engagement.warnings", "Has %d; a table has at most %d.", len(t.Warnings), ruleLimit)
	seen := map[string]bool{}
	for i := range t.Rules {
		r := &t.Rules[i]
		at := fmt.Sprintf("engagement.rules[%d]", i)
		c.Fail(r.ID != "" && !seen[r.ID], at+".id", "%q is empty or stands twice.", table.Clip(r.ID))
		c.Fail(t.mode(r.Mode) >= 0, at+".mode", "%q is no mode of the table.", table.Clip(r.Mode))
		c.Fail(len(r.When) > 0 && len(r.When) <= ruleLimit, at+".when", "Has %d rows; write one at least, {} for always.", len(r.When))
		seen[r.ID] = true
		if r.Priority == 0 {
			r.Priority = i + 1
		}
	}
	for i := range facts {
		c.Fail(len(t.edges(i)) <= edgeLimit, "engagement.rules", "Compare %s with %d numbers; at most %d.", facts[i].name, len(t.edges(i)), edgeLimit)
	}
	if err := c.Err(); err != nil {
		return err
	}
	slices.SortStableFunc(t.Rules, func(a, b Rule) int { return cmp.Compare(a.Priority, b.Priority) })
	t.checkCases(&c)
	return c.Err()
}

// checkCases tries every kind of case that the conditions tell apart.
func (t *Table) checkCases(c *problem.Check) {
	hole := ""
	decides := make([]bool, len(t.Rules))
	clash := map[[2]int]string{}
	for value := range t.cases(Facts{}) {
		first := t.first(&value)
		if first < 0 {
			if hole == "" {
				hole = describe(value)
			}
			continue
		}
		decides[first] = true
		for i := first + 1; i < len(t.Rules) && t.Rules[i].Priority == t.Rules[first].Priority; i++ {
			if pair := [2]int{first, i}; t.Rules[i].Mode != t.Rules[first].Mode && clash[pair] == "" && hits(t.Rules[i].When, &value) {
				clash[pair] = describe(value)
			}
		}
	}
	c.Fail(hole == "", "engagement.rules", "No rule answers %s. Add a last rule that always holds.", hole)
	for i := range t.Rules {
		c.Fail(decides[i], "engagement.rules", "%s can never decide: the rules before it answer all its cases. Move it up, or leave it out.", t.Rules[i].ID)
		for j := i + 1; j < len(t.Rules); j++ {
			if at := clash[[2]int{i, j}]; at != "" {
				c.Fail(false, "engagement.rules", "%s and %s have one priority and contradict each other at %s. Give one of them another.", t.Rules[i].ID, t.Rules[j].ID, at)
			}
		}
	}
}

func (t *Table) mode(id string) int {
	return slices.IndexFunc(t.Modes, func(m Mode) bool { return m.ID == id })
}

// first is the rule that decides a complete case, -1 if none does.
func (t *Table) first(value *[factCount]int64) int {
	return slices.IndexFunc(t.Rules, func(r Rule) bool { return hits(r.When, value) })
}

func describe(value [factCount]int64) string {
	parts := make([]string, len(facts))
	for i, f := range facts {
		parts[i] = f.name + " " + f.text(value[i])
	}
	return strings.Join(parts, ", ")
}
