package pay

import (
	"math/big"

	"throughline/internal/people/guide"
)

// Crossing is the attainment at which an SE's pay equals the SA's, both at the middle of their
// bands, by one convention of what the SA is paid meanwhile.
type Crossing struct {
	Convention string       `json:"convention"`
	Means      string       `json:"means"`
	SASplit    *guide.Split `json:"sa_split"` // null where it makes no difference
	Attainment Number       `json:"attainment_pct"`
	Note       string       `json:"note,omitempty"` // why there is no figure, or what it means
}

// The conventions. The text names none; each is shown.
const (
	FullTarget = "A" // the SA is paid the full target whatever happens
	SameForAll = "B" // both have the same attainment
	BaseOnly   = "C" // the SA is paid the base only
)

var means = map[string]string{
	FullTarget: "the SA is paid the full target whatever happens",
	SameForAll: "the SE and the SA have the same attainment",
	BaseOnly:   "the SA is paid the base only",
}

// Crossings are the crossing points of an SE's pay with an SA's, by each convention, for each
// split the SA may have. s and a are what is paid in total at target.
//
//	A  x = (a − b·s) / ((1−b)·s)
//	B  x = (b'·a − b·s) / ((1−b)·s − (1−b')·a)
//	C  x = (b'·a − b·s) / ((1−b)·s)
//
// with b the SE's base share and b' the SA's.
func Crossings(s, a *big.Rat, se guide.Split, sa []guide.Split) []Crossing {
	base, variable := mul(se.Share(), s), mul(se.Variable(), s)
	out := []Crossing{crossing(FullTarget, nil, sub(a, base), variable)}
	for _, split := range sa {
		out = append(out, crossing(SameForAll, &split, sub(mul(split.Share(), a), base), sub(variable, mul(split.Variable(), a))))
	}
	for _, split := range sa {
		out = append(out, crossing(BaseOnly, &split, sub(mul(split.Share(), a), base), variable))
	}
	return out
}

// crossing solves lead = slope·x, where lead is how much more the SA has at 0 %.
func crossing(convention string, split *guide.Split, lead, slope *big.Rat) Crossing {
	c := Crossing{Convention: convention, Means: means[convention], SASplit: split}
	switch {
	case slope.Sign() == 0 && lead.Sign() == 0:
		c.Note = "always: both are paid the same at any attainment"
	case slope.Sign() == 0 && convention != SameForAll:
		c.Note = "undefined: the SE has no variable pay"
	case slope.Sign() == 0:
		c.Note = "never: both have the same variable pay, and " + ahead(lead) + " stays ahead"
	case lead.Sign()*slope.Sign() < 0:
		c.Note = "never: " + ahead(lead) + " is ahead at any attainment"
	default:
		c.Attainment = percent(quo(lead, slope))
		if slope.Sign() < 0 {
			c.Note = "below it the SE is ahead, above it the SA"
		}
	}
	return c
}

func ahead(lead *big.Rat) string {
	if lead.Sign() < 0 {
		return "the SE"
	}
	return "the SA"
}
