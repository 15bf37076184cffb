package pay

import (
	"math/big"
	"regexp"
	"strings"

	"throughline/internal/people/guide"
	"throughline/internal/problem"
)

// Wanted is a comparison of the bands as a person asks for it.
type Wanted struct {
	Level      string   `json:"level"`
	Attainment string   `json:"attainment"` // percent, such as 119.5; 100 where nothing is said
	SESplit    string   `json:"se_split"`   // such as 70/30; the guide's first where nothing is said
	SASplit    []string `json:"sa_split"`   // each of the guide's where nothing is said
}

// Compare puts the two roles side by side as it was asked.
func (w Wanted) Compare(g *guide.Guide) (Comparison, error) {
	var c problem.Check
	ask := Ask{Level: w.Level, Attainment: decimal(&c, "attainment", w.Attainment, 100)}
	if w.SESplit != "" {
		s := split(&c, "se_split", w.SESplit)
		ask.SE = &s
	}
	for _, text := range w.SASplit {
		if text != "" {
			ask.SA = append(ask.SA, split(&c, "sa_split", text))
		}
	}
	_, err := g.Level(w.Level)
	c.Fail(err == nil, "level", "%v", err)
	if err := c.Err(); err != nil {
		return Comparison{}, err
	}
	return Compare(g, ask)
}

// Own are figures of a person's own, as typed. They are worked out and kept nowhere.
type Own struct {
	SETotal    string `json:"se_total"` // what an SE's offer pays in total at target
	SESplit    string `json:"se_split"`
	SATotal    string `json:"sa_total"`
	SASplit    string `json:"sa_split"`
	Attainment string `json:"attainment"` // percent; 100 where nothing is said
}

// Pair is what own figures come to: no band and no source, since they are the person's.
type Pair struct {
	Attainment Number     `json:"attainment_pct"`
	SE         Plan       `json:"se"`
	SA         Plan       `json:"sa"`
	SETotal    Number     `json:"se_total"`
	SATotal    Number     `json:"sa_total"`
	Ahead      string     `json:"ahead"` // se, sa, or empty for level
	By         Number     `json:"by"`    // how much more the one ahead is paid, in money
	BreakEven  []Crossing `json:"break_even"`
}

// Work works own figures out.
func (o Own) Work() (Pair, error) {
	var c problem.Check
	se, sa := total(&c, "se_total", o.SETotal), total(&c, "sa_total", o.SATotal)
	a, b := split(&c, "se_split", o.SESplit), split(&c, "sa_split", o.SASplit)
	at := decimal(&c, "attainment", o.Attainment, 100)
	c.Fail(at.Sign() >= 0 && at.Cmp(big.NewRat(attainmentLimit, 1)) <= 0, "attainment", "Is %s %%; give 0 to %d.", Number{at}, attainmentLimit)
	if err := c.Err(); err != nil {
		return Pair{}, err
	}
	p := Pair{Attainment: Number{at}, SE: PlanOf(se, a, at), SA: PlanOf(sa, b, at), SETotal: Number{se}, SATotal: Number{sa}, BreakEven: Crossings(se, sa, a, []guide.Split{b})}
	by := sub(p.SA.Pay.Rat, p.SE.Pay.Rat)
	switch by.Sign() {
	case 1:
		p.Ahead = "sa"
	case -1:
		p.Ahead = "se"
	}
	p.By = Number{by.Abs(by)}
	return p, nil
}

// Typed are bands of a company's own, as text in the form of ReadSheet, and the base premium that
// they are held against; without it the guide's.
type Typed struct {
	Bands string `json:"bands"`
	Low   string `json:"claim_low"`
	High  string `json:"claim_high"`
}

// Check reads and checks the bands; without any, the guide's own.
func (t Typed) Check(g *guide.Guide) (Report, error) {
	claimed, err := t.claimed()
	if err != nil {
		return Report{}, err
	}
	if strings.TrimSpace(t.Bands) == "" {
		return Check(g, SheetOf(g), claimed), nil
	}
	if claimed == nil {
		claimed = Premium(g)
	}
	sheet, err := ReadSheet(strings.NewReader(t.Bands), "bands", g)
	if err != nil {
		return Report{}, err
	}
	return Check(g, sheet, claimed), nil
}

// claimed is the premium asked about; nil where none was typed.
func (t Typed) claimed() (*Range, error) {
	if t.Low == "" && t.High == "" {
		return nil, nil
	}
	var c problem.Check
	low, high := decimal(&c, "claim_low", t.Low, 0), decimal(&c, "claim_high", t.High, 0)
	c.Fail(t.High != "", "claim_high", "Say the upper end too.")
	c.Fail(low.Cmp(high) <= 0, "claim_low", "Is above the upper end; give the lower end first.")
	c.Fail(high.Cmp(big.NewRat(1000, 1)) <= 0, "claim_high", "More than 1000 %% is no premium.")
	if err := c.Err(); err != nil {
		return nil, err
	}
	return &Range{{low}, {high}}, nil
}

// plainDecimal is a number as a person types it: no exponent, nothing that costs to read.
var plainDecimal = regexp.MustCompile(`^-?\d{1,9}(\.\d{1,6})?$`)

// decimal reads a number; without one it is the given one.
func decimal(c *problem.Check, field, text string, otherwise int64) *big.Rat {
	text = strings.TrimSpace(strings.TrimSuffix(strings.TrimSpace(text), "%"))
	if text == "" {
		return big.NewRat(otherwise, 1)
	}
	if !plainDecimal.MatchString(text) {
		c.Fail(false, field, "Is not a number like 120 or 119.5.")
		return big.NewRat(otherwise, 1)
	}
	r, _ := new(big.Rat).SetString(text)
	return r
}

func split(c *problem.Check, field, text string) guide.Split {
	if strings.TrimSpace(text) == "" {
		c.Fail(false, field, "Say how it divides into base and variable, such as 70/30.")
		return guide.Split{}
	}
	s, err := guide.ParseSplit(text)
	c.Fail(err == nil, field, "%v.", err)
	return s
}

// total reads an amount above nothing; marks between thousands may stand.
func total(c *problem.Check, field, text string) *big.Rat {
	if strings.TrimSpace(text) == "" {
		c.Fail(false, field, "Give what is paid in total at target, such as 217500.")
		return big.NewRat(1, 1)
	}
	m, err := guide.ParseMoney(strings.ReplaceAll(strings.TrimSpace(text), ",", ""))
	c.Fail(err == nil, field, "%v.", err)
	c.Fail(err != nil || m > 0, field, "Is nothing; give what is paid in total at target.")
	return m.Rat()
}
