package pay

import (
	"encoding/json"
	"math/big"
	"math/rand/v2"
	"strings"
	"testing"

	"throughline/internal/people/guide"
)

// at finds the band of the shipped guide with one split, such as 85/15.
func at(t *testing.T, role, level, split string) plan {
	t.Helper()
	b, err := guide.Shipped().Band(role, level)
	if err != nil {
		t.Fatal(err)
	}
	s, err := guide.ParseSplit(split)
	if err != nil {
		t.Fatal(err)
	}
	return plan{b, s}
}

func same(t *testing.T, name string, got *big.Rat, want string) {
	t.Helper()
	w, ok := new(big.Rat).SetString(want)
	if !ok || got == nil || got.Cmp(w) != 0 {
		t.Errorf("%s is %v, want %s", name, got, want)
	}
}

var levels = []string{"mid", "senior", "principal"}

func TestPremiumsAreThoseOfTheVectors(t *testing.T) {
	same(t, "V01", premium(at(t, "se", "mid", "70/30"), at(t, "sa", "mid", "85/15"), half), "275/966")
	same(t, "V02", premium(at(t, "se", "principal", "70/30"), at(t, "sa", "principal", "90/10"), half), "151/371")
	for i, want := range []string{"4/69", "7/87", "5/53"} {
		same(t, "V03 "+levels[i], totalPremium(at(t, "se", levels[i], "70/30"), at(t, "sa", levels[i], "85/15"), half), want)
	}
	for i, want := range []string{"9/13", "10/17", "1/2"} {
		same(t, "V06 "+levels[i], Overlap(at(t, "se", levels[i], "70/30").band, at(t, "sa", levels[i], "85/15").band), want)
	}
}

// The research prints 149.51 for the principal by B with 90/10; 151/101 is 149.50495… %, so 149.5.
func TestTheCrossingPointsAreThoseOfTheVectors(t *testing.T) {
	for i, want := range []string{"A 119.32, B 85/15 141.03, B 90/10 129.85, C 85/15 66.43, C 90/10 84.06",
		"A 126.82, B 85/15 158.33, B 90/10 141.92, C 85/15 72.8, C 90/10 90.8",
		"A 131.45, B 85/15 169.44, B 90/10 149.5, C 85/15 76.73, C 90/10 94.97"} {
		c, err := Compare(guide.Shipped(), Ask{Level: levels[i], Attainment: hundred})
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, b := range c.BreakEven {
			line := b.Convention + " "
			if b.SASplit != nil {
				line += b.SASplit.String() + " "
			}
			got = append(got, line+b.Attainment.String())
		}
		if s := strings.Join(got, ", "); s != want {
			t.Errorf("V04 %s: %s, want %s", levels[i], s, want)
		}
	}
	c := Crossings(big.NewRat(217500, 1), big.NewRat(235000, 1), guide.Split{Base: 7000}, []guide.Split{{Base: 8500}})
	same(t, "V05", c[1].Attainment.Rat, "475/3")
}

func TestSpreadPayAndPlaceAreThoseOfTheVectors(t *testing.T) {
	for split, want := range map[string]string{"70/30": "3/40", "85/15": "3/80", "90/10": "1/40"} {
		s, _ := guide.ParseSplit(split)
		same(t, "V07 "+split, Spread(s, Spreading), want)
	}
	se := at(t, "se", "senior", "70/30")
	for attainment, want := range map[int64]string{0: "152250", 80: "204450", 100: "217500", 120: "230550", 150: "250125"} {
		same(t, "V08", Of(se.band.Mid(), se.split, big.NewRat(attainment, 100)), want)
	}
	place, ok := Place(se.band, big.NewRat(200000, 1))
	if same(t, "V25 place", place, "3/13"); !ok {
		t.Error("a band with width has no place in it")
	}
	same(t, "V25 compa-ratio", CompaRatio(se.band, big.NewRat(200000, 1)), "80/87")
	if _, ok := Place(guide.Band{Low: 5, High: 5}, half); ok {
		t.Error("a band without width has a place in it")
	}
}

// verdicts are those of the six base premiums of the text's own rows.
func verdicts(low, high int64) string {
	r := Check(guide.Shipped(), SheetOf(guide.Shipped()), &Range{{big.NewRat(low, 1)}, {big.NewRat(high, 1)}})
	var out []string
	for _, f := range r.Findings {
		if f.Rule == "base_premium" {
			out = append(out, string(f.Verdict[:4]))
		}
	}
	return strings.Join(out, " ")
}

func TestClaimsAreJudgedAsTheVectorsSay(t *testing.T) {
	for _, c := range []struct {
		name      string
		low, high int64
		want      string
	}{
		{"V09 5-15", 5, 15, "cont cont cont cont cont cont"},
		{"V09 25-45", 25, 45, "cons cons cons cons cons cons"},
		{"V09 5-30", 5, 30, "cons cont cont cont cont cont"},
		{"V10 28-35, where floats fail: 35 % touches", 28, 35, "part part cons cont cons cont"},
	} {
		if got := verdicts(c.low, c.high); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
}

func TestTheTextsOtherClaimsAreJudgedToo(t *testing.T) {
	got := map[string]int{}
	for _, f := range Check(guide.Shipped(), SheetOf(guide.Shipped()), nil).Findings {
		got[f.Rule+" "+string(f.Verdict)]++
		if f.Working == "" || f.Repairs == nil {
			t.Errorf("%+v shows no working", f)
		}
	}
	for what, n := range map[string]int{"base_premium contradiction": 6, "variable_higher consistent": 6, "largest_premium consistent": 1,
		"total_comparable consistent": 3, "overlap consistent": 3} {
		if got[what] != n {
			t.Errorf("%d times %s, want %d: %v", got[what], what, n, got)
		}
	}
}

// The figures of the research for a senior with 85/15.
func TestRepairsAreTheSmallest(t *testing.T) {
	f := basePremium(at(t, "se", "senior", "70/30"), at(t, "sa", "senior", "85/15"), Range{{big.NewRat(5, 1)}, {big.NewRat(15, 1)}})
	raw, err := json.Marshal(f.Repairs)
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		`"se_base_share","from_pct":79.86,"to_pct":87.47,"now_pct":70`, `"sa_base_share","from_pct":68.03,"to_pct":74.51,"now_pct":85`,
		`"sa_total","from_pct":-13.53,"to_pct":-5.29`, `"sa_equity","from_pct":12.35,"to_pct":19.97`, `"positions","from_pct":0,"to_pct":8.55`,
	} {
		if !strings.Contains(string(raw), want) {
			t.Errorf("%s is missing in %s", want, raw)
		}
	}
}

// any are bands and splits as they come.
func anyPlans(random *rand.Rand) (se, sa plan) {
	make := func(role string) plan {
		low := guide.Money(1 + random.IntN(1_000_000))
		return plan{guide.Band{Role: role, Low: low, High: low + guide.Money(random.IntN(1_000_000))}, guide.Split{Base: 1 + random.IntN(guide.Whole)}}
	}
	return make("se"), make("sa")
}

func TestAWiderClaimIsNeverJudgedWorse(t *testing.T) {
	random := rand.New(rand.NewPCG(5, 15))
	rank := map[Verdict]int{Contradiction: 0, Partial: 1, Consistent: 2}
	for range 2000 {
		se, sa := anyPlans(random)
		low := int64(random.IntN(100)) - 50
		high := low + int64(random.IntN(50))
		narrow := Range{{big.NewRat(low, 1)}, {big.NewRat(high, 1)}}
		wide := Range{{big.NewRat(low-int64(random.IntN(9)), 1)}, {big.NewRat(high+int64(random.IntN(9)), 1)}}
		if a, b := judge(implied(se, sa), narrow), judge(implied(se, sa), wide); rank[b] < rank[a] {
			t.Fatalf("%v is %s, the wider %v %s", narrow, a, wide, b)
		}
	}
}

func TestARepairAgreesAndNothingBesideItDoes(t *testing.T) {
	random := rand.New(rand.NewPCG(7, 7))
	claimed := Range{{big.NewRat(5, 1)}, {big.NewRat(15, 1)}}
	tried := 0
	for range 500 {
		se, sa := anyPlans(random)
		for _, r := range repairs(se, sa, claimed) {
			if r.Change != "sa_base_share" || r.To.Cmp(hundred) >= 0 {
				continue
			}
			tried++
			// The premium at the midpoints with the repaired share, exactly at its ends.
			for share, want := range map[*big.Rat]*big.Rat{r.From.Rat: claimed[0].Rat, r.To.Rat: claimed[1].Rat} {
				got := percent(sub(quo(mul(quo(share, hundred), sa.band.Mid()), se.base(half)), one))
				if got.Cmp(want) != 0 {
					t.Fatalf("%v %% gives a premium of %v, want %v", share, got, want)
				}
			}
		}
	}
	if tried < 50 {
		t.Errorf("only %d repairs were tried", tried)
	}
}

func TestAtACrossingPointBothArePaidTheSame(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 9))
	for range 1000 {
		se, sa := anyPlans(random)
		s, a := se.band.Mid(), sa.band.Mid()
		for _, c := range Crossings(s, a, se.split, []guide.Split{sa.split}) {
			if c.Attainment.Rat == nil {
				if c.Note == "" {
					t.Fatalf("no figure and no reason: %+v", c)
				}
				continue
			}
			x := quo(c.Attainment.Rat, hundred)
			other := map[string]*big.Rat{FullTarget: a, SameForAll: Of(a, sa.split, x), BaseOnly: mul(sa.split.Share(), a)}[c.Convention]
			if x.Sign() < 0 || Of(s, se.split, x).Cmp(other) != 0 {
				t.Fatalf("%s at %v: %v and %v", c.Convention, x, Of(s, se.split, x), other)
			}
		}
	}
}

func TestWhereNothingCrossesTheReasonIsSaid(t *testing.T) {
	s, a := big.NewRat(100, 1), big.NewRat(120, 1)
	all := guide.Split{Base: guide.Whole}
	for _, c := range []struct {
		name   string
		s, a   *big.Rat
		se, sa guide.Split
		which  int
		says   string
	}{
		{"no variable pay", s, a, all, all, 0, "undefined: the SE has no variable pay"},
		{"equal variable pay", s, a, guide.Split{Base: 7000}, guide.Split{Base: 7500}, 1, "never: both have the same variable pay, and the SA stays ahead"},
		{"alike", s, s, guide.Split{Base: 7000}, guide.Split{Base: 7000}, 1, "always"},
		{"ahead from the start", a, s, guide.Split{Base: 9000}, guide.Split{Base: 9500}, 2, "never: the SE is ahead"},
	} {
		got := Crossings(c.s, c.a, c.se, []guide.Split{c.sa})[c.which]
		if got.Attainment.Rat != nil || !strings.Contains(got.Note, c.says) {
			t.Errorf("%s: %v %q", c.name, got.Attainment, got.Note)
		}
	}
}

func TestAttainmentOffTheScaleIsRefused(t *testing.T) {
	for x, ok := range map[int64]bool{-1: false, 0: true, 200: true, 250: true, 300: true, 301: false} {
		c, err := Compare(guide.Shipped(), Ask{Level: "mid", Attainment: big.NewRat(x, 1)})
		if (err == nil) != ok || (x > 200 && ok) != (len(c.Warnings) > 0) {
			t.Errorf("%d %%: %v, %v", x, err, c.Warnings)
		}
	}
	if _, err := Compare(guide.Shipped(), Ask{Level: "junior", Attainment: hundred}); err == nil || !strings.Contains(err.Error(), "no data") {
		t.Errorf("a level without a band: %v", err)
	}
}
