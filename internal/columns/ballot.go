package columns

import (
	"fmt"
	"math"
	"slices"
	"strings"
)

// ballot gathers what speaks for a meaning and what against.
type ballot struct {
	meaning Meaning
	score   float64
	reasons []reason
}

type reason struct {
	weight float64
	text   string
}

// add counts a signal; a text that is empty counts without being told.
func (b *ballot) add(weight float64, text string) {
	b.score += weight
	if weight > 0.25 && text != "" {
		b.reasons = append(b.reasons, reason{weight, text})
	}
}

// head counts what the header says for a meaning.
func (b *ballot) head(c *column, weight float64) {
	if v := c.head[b.meaning]; v > 0 {
		b.add(v*weight, fmt.Sprintf("the header says %q", c.name))
	}
	for m, v := range c.head {
		if m != b.meaning && v > c.head[b.meaning] {
			b.score -= (v - c.head[b.meaning]) * weight * 0.5
		}
	}
}

// why gives the strongest reasons in a sentence.
func (b *ballot) why() string {
	slices.SortStableFunc(b.reasons, func(x, y reason) int {
		switch {
		case x.weight > y.weight:
			return -1
		case x.weight < y.weight:
			return 1
		}
		return 0
	})
	var out []string
	for _, r := range b.reasons[:min(len(b.reasons), 3)] {
		out = append(out, r.text)
	}
	if len(out) == 0 {
		return "nothing speaks for another meaning"
	}
	return strings.Join(out, "; ")
}

// sure turns the distance between the best and the next into 0 to 1.
func sure(best, next float64) float64 {
	return math.Round(100*min(0.99, max(0.05, 1/(1+math.Exp(-(best-max(next, 0))*0.9)))*min(1, max(best, 0)/3+0.25))) / 100
}
