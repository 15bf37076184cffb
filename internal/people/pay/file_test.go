package pay

import (
	"bytes"
	"strings"
	"testing"

	"throughline/internal/people/guide"
	"throughline/internal/problem"
)

const header = "role,level,currency,low,high,base_share\n"

func readText(text string) (Sheet, error) {
	return ReadSheet(strings.NewReader(text), "bands.csv", guide.Shipped())
}

func TestBadBandsAreRefusedWithLineAndColumn(t *testing.T) {
	good := "se,mid,USD,145000,200000,70\n"
	for _, c := range []struct{ name, text, says string }{
		{"reversed", header + "se,mid,USD,200000,145000,70\n", "bands.csv line 2, high: 145000 is less than the low end 200000"},
		{"negative", header + "se,mid,USD,-5,200000,70\n", `line 2, low: "-5" is negative`},
		{"nothing", header + "se,mid,USD,0,0,70\n", "line 2, low: Is 0"},
		{"text", header + good + "sa,mid,USD,much,200000,70\n", `line 3, low: "much" is not an amount`},
		{"a share of 101", header + "se,mid,USD,1,2,101\n", "line 2, base_share: "},
		{"no share", header + "se,mid,USD,1,2,\n", "line 2, base_share: "},
		{"a role of another name", header + "boss,mid,USD,1,2,70\n", `line 2, role: "boss" is no role here; write se or sa`},
		{"no level", header + "se,,USD,1,2,70\n", "line 2, level: Is empty"},
		{"no currency", header + "se,mid,XX,1,2,70\n", "line 2, currency: "},
		{"two currencies", header + good + "sa,mid,EUR,1,2,70\n", "line 3, currency: EUR beside USD in line 2"},
		{"two bands", header + good + "se,mid,USD,1,2,80\n", "line 3, low: se at mid has another band in line 2"},
		{"a row twice", header + good + good, "line 3, role: Says what line 2 says"},
		{"a cell too few", header + "se,mid,USD,1,2\n", "line 2"},
		{"a column missing", "role,level,currency,low,high\nse,mid,USD,1,2\n", "The column base_share is missing"},
		{"a column twice", "role,role,level,currency,low,high,base_share\nse,se,mid,USD,1,2,70\n", `"role" stands twice`},
		{"only a header", header, "no band below its header"},
		{"nothing at all", "", "bands.csv"},
		{"bytes", "\x00\x01\x02", "bands.csv"},
	} {
		_, err := readText(c.text)
		if problem.Of(err) != problem.Invalid || !strings.Contains(err.Error(), c.says) {
			t.Errorf("%s: %v; want %q", c.name, err, c.says)
		}
	}
	if _, err := readText(header + strings.Repeat("boss,,XX,-1,-2,x\n", 10_000)); err == nil || len(problem.As(err).Fields) > 3*faultLimit {
		t.Error("a file of faults is read to its end")
	}
}

func TestBandsOfACompanyAreCheckedAgainstEachOther(t *testing.T) {
	s, err := readText(header + "se,mid,EUR,100,120,70\nse,senior,EUR,121,125,70\nse,principal,EUR,110,126,70\nse,lead,EUR,113,128,70\nsa,mid,EUR,130,130,85%\n")
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, f := range Check(guide.Shipped(), s, &Range{{half}, {one}}).Findings {
		got = append(got, f.Rule+" "+f.Level+" "+string(f.Verdict))
	}
	want := "base_premium mid contradiction, gap senior partial, inversion principal contradiction, compression lead partial, overlap mid partial, no_counterpart senior partial, no_counterpart principal partial, no_counterpart lead partial"
	if s := strings.Join(got, ", "); s != want {
		t.Errorf("%s\nwant %s", s, want)
	}
	if len(s.Warnings) != 1 || !strings.Contains(s.Warnings[0], "line 6") {
		t.Errorf("a band without width is not doubted: %v", s.Warnings)
	}
}

func TestTheTextsRowsAsAFileGiveTheTextsFindings(t *testing.T) {
	s, err := readText(header + "se,mid,usd,145000,200000,70\nSA,Mid,USD,155000,210000,85\nsa,mid,USD,155000,210000,90\n")
	if err != nil {
		t.Fatal(err)
	}
	five, fifteen := percent(half), percent(one)
	var file, own []string
	for _, f := range Check(guide.Shipped(), s, &Range{five, fifteen}).Findings {
		if f.Rule == "base_premium" {
			file = append(file, f.Working)
		}
	}
	for _, f := range Check(guide.Shipped(), SheetOf(guide.Shipped()), &Range{five, fifteen}).Findings {
		if f.Rule == "base_premium" && f.Level == "mid" {
			own = append(own, f.Working)
		}
	}
	if strings.Join(file, "\n") != strings.Join(own, "\n") || len(own) != 2 {
		t.Errorf("the file gives %q, the guide %q", file, own)
	}
}

func FuzzReadSheet(f *testing.F) {
	f.Add([]byte(header + "se,mid,USD,145000,200000,70\nsa,mid,USD,155000,210000,85\n"))
	f.Add([]byte(header + "se,mid,USD,1,1,0\nsa,mid,USD,1,1,100\n"))
	f.Add([]byte("role;level;currency;low;high;base_share\nse;\"mid;USD;1;2;3"))
	f.Fuzz(func(t *testing.T, raw []byte) {
		s, err := ReadSheet(bytes.NewReader(raw), "f", guide.Shipped())
		if err != nil {
			if problem.Of(err) != problem.Invalid {
				t.Errorf("%v", err)
			}
			return
		}
		for _, found := range Check(guide.Shipped(), s, &Range{{half}, {one}}).Findings {
			if found.Working == "" {
				t.Errorf("%+v shows no working", found)
			}
		}
	})
}
