package skill

import (
	"math/big"

	"throughline/internal/people/guide"
	"throughline/internal/problem"
)

// talkFrom is the least difference of two ratings that has to be talked through.
const talkFrom = 2

// ToTalkThrough are the skills on which two assessments differ by two steps or more.
func ToTalkThrough(skills []guide.Skill, self, lead Ratings) []string {
	out := []string{}
	for _, s := range skills {
		a, okA := self[s.ID]
		b, okB := lead[s.ID]
		if okA && okB && max(a-b, b-a) >= talkFrom {
			out = append(out, s.ID)
		}
	}
	return out
}

// Agreement is the quadratic weighted kappa of two assessments over the skills that both rated:
// 1 is full agreement, 0 what chance alone would give (J. Cohen, Psychological Bulletin 70, 1968).
func Agreement(skills []guide.Skill, self, lead Ratings) (*big.Rat, error) {
	var a, b []int
	for _, s := range skills {
		x, okA := self[s.ID]
		y, okB := lead[s.ID]
		if okA && okB {
			a, b = append(a, x), append(b, y)
		}
	}
	var seen, chance int64
	for i := range a {
		seen += int64((a[i] - b[i]) * (a[i] - b[i]))
		for j := range b {
			chance += int64((a[i] - b[j]) * (a[i] - b[j]))
		}
	}
	if chance == 0 {
		return nil, problem.New(problem.Invalid, "Agreement needs ratings that differ among themselves.")
	}
	// observed = seen/n, expected = chance/n²; kappa = 1 − observed/expected.
	return new(big.Rat).Sub(big.NewRat(1, 1), big.NewRat(seen*int64(len(a)), chance)), nil
}
