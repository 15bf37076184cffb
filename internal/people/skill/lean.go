package skill

import (
	"math/big"

	"throughline/internal/people/guide"
)

// leanFrom is the least difference of two fits, in percent, that is called a lean.
var leanFrom = big.NewRat(10, 1)

// Lean is which of the two roles a person's skills fit better.
type Lean struct {
	To string // a role's id, 'both', or '' where the scales disagree or too little was seen
	By []Tried
}

// Tried is the lean by one scale.
type Tried struct {
	SE, SA Between
	To     string
}

// LeanOf compares the fits of both roles by three scales. Where they disagree there is no lean:
// it would come from the scale, not from the person.
func LeanOf(g *guide.Guide, r Ratings, level guide.Level) Lean {
	var l Lean
	for i, s := range scales {
		t := Tried{SE: fit(g, r, "se", level, s, all), SA: fit(g, r, "sa", level, s, all)}
		t.To = toward(t.SE, t.SA)
		if i == 0 {
			l.To = t.To
		} else if l.To != t.To {
			l.To = ""
		}
		l.By = append(l.By, t)
	}
	return l
}

// toward is the better fit if it is better by leanFrom, and 'both' if neither is, whatever the
// unseen skills are; else it is empty.
func toward(se, sa Between) string {
	apart := func(a, b *big.Rat) bool { return new(big.Rat).Sub(a, b).Cmp(leanFrom) >= 0 }
	switch {
	case apart(se.Low, sa.High):
		return "se"
	case apart(sa.Low, se.High):
		return "sa"
	case apart(se.High, sa.Low), apart(sa.High, se.Low):
		return ""
	}
	return "both"
}
