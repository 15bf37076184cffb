package pay

import (
	"math/big"

	"throughline/internal/people/guide"
)

// Finding is one thing the check looked at, with its working.
type Finding struct {
	Rule       string       `json:"rule"`
	Role       string       `json:"role,omitempty"`
	Level      string       `json:"level"`
	SESplit    *guide.Split `json:"se_split,omitempty"`
	SASplit    *guide.Split `json:"sa_split,omitempty"`
	Says       string       `json:"says,omitempty"` // the claim's own words
	Source     string       `json:"source,omitempty"`
	Claimed    *Range       `json:"claimed_pct,omitempty"`
	Implied    *Range       `json:"implied_pct,omitempty"`
	AtMidpoint *Number      `json:"at_midpoint_pct,omitempty"`
	Verdict    Verdict      `json:"verdict"`
	Working    string       `json:"working"`
	Repairs    []Repair     `json:"repairs"`
}

// Report is all that was found.
type Report struct {
	Findings []Finding `json:"findings"`
	Warnings []string  `json:"warnings,omitempty"`
}

// Contradicts tells whether a claim or the bands contradict themselves.
func (r Report) Contradicts() bool {
	for _, f := range r.Findings {
		if f.Verdict == Contradiction {
			return true
		}
	}
	return false
}

// Check holds the bands against the guide's claims, or against one premium in percent, and
// against each other.
func Check(g *guide.Guide, s Sheet, claimed *Range) Report {
	claims := g.Claims
	if claimed != nil {
		claims = []guide.Claim{{Rule: "base_premium", Says: "The base premium asked about."}}
	}
	out := Report{Findings: []Finding{}, Warnings: s.Warnings}
	for _, c := range claims {
		between := Range{Number{ratOf(c.Low)}, Number{ratOf(c.High)}}
		if claimed != nil {
			between = *claimed
		}
		for _, f := range hold(&s, c, between) {
			f.Says, f.Source = c.Says, ""
			if c.Source != "" {
				f.Source = g.Cite(c.Source)
			}
			out.Findings = append(out.Findings, f)
		}
	}
	out.Findings = append(out.Findings, order(&s)...)
	out.Findings = append(out.Findings, beside(&s)...)
	for i := range out.Findings {
		if out.Findings[i].Repairs == nil {
			out.Findings[i].Repairs = []Repair{}
		}
	}
	return out
}

func ratOf(f float64) *big.Rat {
	r, _ := new(big.Rat).SetString(big.NewFloat(f).Text('f', 4))
	return r
}

// hold holds the sheet against one claim.
func hold(s *Sheet, c guide.Claim, between Range) []Finding {
	if c.Rule == "largest_premium" {
		return largest(s, c.Level)
	}
	var out []Finding
	for _, level := range s.order {
		se, sa := s.plans("se", level), s.plans("sa", level)
		if len(se) == 0 || len(sa) == 0 {
			continue
		}
		if c.Rule == "total_comparable" {
			out = append(out, comparable(se[0], sa[0], between))
			continue
		}
		for _, a := range se {
			for _, b := range sa {
				if c.Rule == "base_premium" {
					out = append(out, basePremium(a, b, between))
				} else {
					out = append(out, variableHigher(a, b))
				}
			}
		}
	}
	return out
}

// RangeOf is what a claim of the guide says, in percent.
func RangeOf(c guide.Claim) *Range { return &Range{Number{ratOf(c.Low)}, Number{ratOf(c.High)}} }

// Premium is how much more base pay an SA is said to have by the guide, in percent: what a
// company's own bands are held against. Nil where the guide claims none.
func Premium(g *guide.Guide) *Range {
	for _, c := range g.Claims {
		if c.Rule == "base_premium" {
			return RangeOf(c)
		}
	}
	return nil
}
