package pay

import (
	"strings"
	"testing"

	"throughline/internal/people/guide"
	"throughline/internal/problem"
)

func TestOwnFiguresAreWorkedOutAndFaultsNamed(t *testing.T) {
	good := Own{SETotal: "217,500", SESplit: "70/30", SATotal: "235000", SASplit: "85/15", Attainment: "100"}
	p, err := good.Work()
	if err != nil || p.Ahead != "sa" || p.By.String() != "17500" || p.BreakEven[0].Attainment.String() != "126.82" {
		t.Errorf("%+v %v", p, err)
	}
	for name, row := range map[string]struct {
		own   Own
		field string
	}{
		"no total":          {Own{SESplit: "70/30", SATotal: "1", SASplit: "85/15"}, "se_total"},
		"a total of 0":      {Own{SETotal: "0", SESplit: "70/30", SATotal: "1", SASplit: "85/15"}, "se_total"},
		"below 0":           {Own{SETotal: "-5", SESplit: "70/30", SATotal: "1", SASplit: "85/15"}, "se_total"},
		"a split of 110":    {Own{SETotal: "5", SESplit: "70/40", SATotal: "1", SASplit: "85/15"}, "se_split"},
		"an exponent":       {Own{SETotal: "5", SESplit: "70/30", SATotal: "1", SASplit: "85/15", Attainment: "1e999999999"}, "attainment"},
		"301 %":             {Own{SETotal: "5", SESplit: "70/30", SATotal: "1", SASplit: "85/15", Attainment: "301"}, "attainment"},
		"below nothing":     {Own{SETotal: "5", SESplit: "70/30", SATotal: "1", SASplit: "85/15", Attainment: "-1"}, "attainment"},
		"a word of a split": {Own{SETotal: "5", SESplit: "seventy", SATotal: "1", SASplit: "85/15"}, "se_split"},
	} {
		_, err := row.own.Work()
		if e := problem.As(err); e == nil || len(e.Fields) == 0 || e.Fields[0].Name != row.field {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestBandsAsTextAreCheckedAgainstTheGuidesPremium(t *testing.T) {
	g := guide.Shipped()
	own := "role,level,currency,low,high,base_share\nse,mid,EUR,70000,90000,80\nsa,mid,EUR,74000,96000,85\n"
	r, err := Typed{Bands: own}.Check(g)
	if err != nil || len(r.Findings) == 0 || r.Findings[0].Claimed == nil || r.Findings[0].Claimed[1].String() != "15" {
		t.Errorf("%+v %v", r, err)
	}
	if r, err = (Typed{}).Check(g); err != nil || len(r.Findings) < 6 || r.Findings[0].Verdict != Contradiction {
		t.Errorf("the text's own: %+v %v", r.Findings, err)
	}
	for name, bad := range map[string]Typed{
		"runs downwards": {Low: "15", High: "5"}, "one end": {Low: "5"}, "no number": {Low: "a", High: "5"}, "far off": {Low: "5", High: "1001"},
		"reversed": {Bands: strings.Replace(own, "70000,90000", "90000,70000", 1)}, "another currency": {Bands: strings.Replace(own, "sa,mid,EUR", "sa,mid,USD", 1)},
	} {
		if _, err := bad.Check(g); problem.Of(err) != problem.Invalid {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestAComparisonIsAskedForInWords(t *testing.T) {
	c, err := Wanted{Level: "mid", SESplit: "70/30", SASplit: []string{"", "85/15"}}.Compare(guide.Shipped())
	if err != nil || c.BreakEven[0].Attainment.String() != "119.32" || len(c.SA.Plans) != 1 {
		t.Errorf("%+v %v", c, err)
	}
	_, err = Wanted{Level: "chief", Attainment: "x", SESplit: "1"}.Compare(guide.Shipped())
	if e := problem.As(err); e == nil || len(e.Fields) != 3 {
		t.Errorf("three faults are said as %v", err)
	}
}
