package title

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"throughline/internal/people/guide"
	"throughline/internal/problem"
)

// ad is a labelled advertisement, written for this test.
type ad struct{ side, language, title, text string }

// ads reads the advertisements of a file: '== side | language | title', then the text.
func ads(t *testing.T, name string) []ad {
	t.Helper()
	raw, err := os.ReadFile("testdata/" + name)
	if err != nil {
		t.Fatal(err)
	}
	var out []ad
	for _, part := range strings.Split("\n"+string(raw), "\n== ")[1:] {
		head, text, _ := strings.Cut(part, "\n")
		f := strings.SplitN(head, " | ", 3)
		out = append(out, ad{f[0], f[1], f[2], text})
	}
	return out
}

// score counts the advertisements read rightly, and names the others.
func score(t *testing.T, name string) (right, all int) {
	t.Helper()
	for _, a := range ads(t, name) {
		r, err := Read(guide.Shipped(), a.title, a.text)
		if err != nil {
			t.Fatal(a.title, err)
		}
		all++
		if r.Side == a.side {
			right++
		} else {
			t.Logf("%s (%s) is %s, read as %s %.2f: %s", a.title, a.language, a.side, r.Side, r.Confidence, brief(r))
		}
		for _, d := range r.Duties {
			if !strings.Contains(a.text, d.Quote) {
				t.Errorf("%s: %q does not stand in the text", a.title, d.Quote)
			}
		}
	}
	return right, all
}

func brief(r Reading) string {
	var out []string
	for _, d := range r.Duties {
		out = append(out, d.Side+" "+d.Duty)
	}
	return strings.Join(out, ", ")
}

func TestAdvertisementsAreReadByTheirDutiesWhateverTheirTitle(t *testing.T) {
	for name, least := range map[string]float64{"known.txt": 0.95, "held.txt": 0.9} {
		right, all := score(t, name)
		t.Logf("%s: %d of %d", name, right, all)
		if float64(right) < least*float64(all) || all < 15 {
			t.Errorf("%s: %d of %d are read rightly", name, right, all)
		}
	}
}

// What a title alone says, and that it is never more than a hint.
func TestATitleAloneIsAHint(t *testing.T) {
	for title, side := range map[string]string{
		"Solutions Engineer": Pre, "Senior Sales Engineer, EMEA": Pre, "Pre-Sales Consultant": Pre, "Presales": Pre, "Solution Consultant": Pre,
		"Solutions Architect": Post, "Technical Account Manager": Post, "Lösungsarchitekt (m/w/d)": Post, "Implementation Consultant": Post,
		"Solutions Architect, AWS": Combined, "Google Cloud Solutions Architect": Combined, "Azure Solution Architect": Combined,
		"Wizard of Light Bulb Moments": Unclear, "Engineer": Unclear,
	} {
		r, err := Read(guide.Shipped(), title, "")
		if err != nil || r.Side != side || r.Confidence > 0.6 || r.Ask == "" || len(r.Duties) > 0 {
			t.Errorf("%s: %+v, %v; want %s", title, r, err, side)
		}
	}
}

func TestWhatIsDeniedOrGivenToOthersIsNoDuty(t *testing.T) {
	for text, want := range map[string]string{
		"You will not give demos.": "",
		"You give demos.":          "pre demo",
		"You hand over to the team that does the implementation.": "",
		"You take over from pre-sales after the POC.":             "",
		"Keine Implementierung.":                                  "",
		"You run discovery calls; you write runbooks.":            "pre discovery, post documents",
	} {
		r, err := Read(guide.Shipped(), "", text)
		if err != nil || brief(r) != want {
			t.Errorf("%q: %s, %v; want %q", text, brief(r), err, want)
		}
	}
}

func TestAnAdvertisementThatCannotBeReadIsSaid(t *testing.T) {
	for name, c := range map[string]struct{ title, text, says string }{
		"nothing at all": {"", " \n ", "neither a title nor a text"},
		"two megabytes":  {"SE", strings.Repeat("You give demos. ", 2<<20/16), "Is 2048 KB; an advertisement fits in 256"},
		"bytes":          {"SE", "\x00\xff", "not text"},
		"a long title":   {strings.Repeat("x", 301), "", "301 characters"},
	} {
		if _, err := Read(guide.Shipped(), c.title, c.text); problem.Of(err) != problem.Invalid || !strings.Contains(err.Error(), c.says) {
			t.Errorf("%s: %v; want %q", name, err, c.says)
		}
	}
	r, err := Read(guide.Shipped(), "Ingeniero", strings.Repeat("Diseña soluciones junto al equipo comercial y acompaña al cliente hasta la puesta en marcha. ", 3))
	if err != nil || r.Side != Unclear || !strings.Contains(r.Ask, "another language") {
		t.Errorf("Spanish: %+v, %v", r, err)
	}
}

func FuzzRead(f *testing.F) {
	f.Add("Solutions Architect", "You run discovery calls; you write runbooks.\n• Demos")
	f.Add("", "…—•·. . !?;")
	f.Fuzz(func(t *testing.T, title, text string) {
		r, err := Read(guide.Shipped(), title, text)
		if err != nil {
			return
		}
		if r.Confidence < 0 || r.Confidence > 1 || !strings.Contains("pre post combined unclear", r.Side) {
			t.Errorf("%+v", r)
		}
		for _, d := range r.Duties {
			if !strings.Contains(text, strings.TrimSuffix(d.Quote, "…")) {
				t.Errorf("%q does not stand in the text", d.Quote)
			}
		}
	})
}

func BenchmarkRead(b *testing.B) {
	for _, kb := range []int{2, 256} {
		b.Run(fmt.Sprint(kb, " KB"), func(b *testing.B) {
			text := strings.Repeat("You run discovery calls and design the production architecture with customer teams. ", kb<<10/85)
			for b.Loop() {
				if _, err := Read(guide.Shipped(), "Solutions Architect", text); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
