package skill

import (
	"fmt"
	"math/big"

	"throughline/internal/people/guide"
	"throughline/internal/problem"
)

// Entirely is the strongest agreement with a question; 0 is none at all.
const Entirely = 4

// Answers are agreements with the guide's questions, 0 to 4; a question left out is open.
type Answers map[string]int

// Check refuses questions that the guide does not have, and agreement off the scale.
func (a Answers) Check(g *guide.Guide) error {
	var c problem.Check
	known := map[string]bool{}
	for _, q := range g.Questions {
		known[q.ID] = true
	}
	for id, v := range a {
		c.Fail(known[id], "questions."+id, "The guide has no such question.")
		c.Fail(v >= 0 && v <= Entirely, "questions."+id, "Is %d; agreement is 0 (not at all) to %d (entirely).", v, Entirely)
	}
	return c.Err()
}

// Liking is how far the answers speak for one role, never a verdict: with what speaks for it,
// against it, and what is open.
type Liking struct {
	Role        string   `json:"role"`
	Name        string   `json:"name"`
	Pct         Between  `json:"pct"`
	For         []string `json:"for"`
	Against     []string `json:"against"`
	Open        []string `json:"open"`
	WouldChange []string `json:"would_change"`
}

// Likings give each role its own result: both may be high, or low.
func Likings(g *guide.Guide, a Answers) []Liking {
	var out []Liking
	for _, role := range g.Roles {
		out = append(out, liking(g, a, role))
	}
	return out
}

func liking(g *guide.Guide, a Answers, role guide.Role) Liking {
	l := Liking{Role: role.ID, Name: role.Name, For: []string{}, Against: []string{}, Open: []string{}, WouldChange: []string{}}
	points, most := 0, 0
	for _, q := range g.Questions {
		if q.Leans != role.ID {
			continue
		}
		most += Entirely
		v, said := a[q.ID]
		points += v
		switch {
		case !said:
			l.Open = append(l.Open, q.Says)
		case v > Entirely/2:
			l.For = append(l.For, q.Says)
		case v < Entirely/2:
			l.Against = append(l.Against, q.Says)
		}
	}
	if most == 0 {
		l.Pct = Between{new(big.Rat), new(big.Rat)}
		return l
	}
	part := func(n int) *big.Rat { return big.NewRat(int64(100*n), int64(most)) }
	l.Pct = Between{part(points), part(points + Entirely*len(l.Open))}
	for _, q := range g.Questions {
		if v, said := a[q.ID]; q.Leans == role.ID && said && v < Entirely {
			l.WouldChange = append(l.WouldChange, fmt.Sprintf("%s Full agreement instead of %d of %d would add %s %%.", q.Says, v, Entirely, part(Entirely-v).FloatString(2)))
		}
	}
	return l
}

// Preference is −1 (all for the SA's work) to 1 (all for the SE's), by six items:
//
//	(p1+p2+p3 − p4−p5−p6) / 12
//
// It is private to the person and never mixed into fit. Unless all six are answered there is none.
func Preference(g *guide.Guide, a Answers) (*big.Rat, error) {
	sum, items := 0, 0
	for _, q := range g.Questions {
		v, said := a[q.ID]
		if q.Item == "" || !said {
			continue
		}
		items++
		if q.Leans == "se" {
			sum += v
		} else {
			sum -= v
		}
	}
	if items < 6 {
		return nil, problem.New(problem.Invalid, "The preference needs all six of its questions; %d are answered.", items)
	}
	return big.NewRat(int64(sum), 12), nil
}
