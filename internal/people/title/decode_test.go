package title

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"throughline/internal/people/guide"
	"throughline/internal/problem"
)

// score counts the advertisements read rightly. The others are named, but not those kept back:
// whoever works on the signs must not see them.
func score(t *testing.T, all []ad, keptBack bool) (right int) {
	t.Helper()
	for _, a := range all {
		r, err := Read(guide.Shipped(), a.title, a.text)
		if err != nil {
			t.Fatal(a.title, err)
		}
		switch {
		case r.Side == a.side:
			right++
		case !keptBack:
			t.Logf("%s (%s, %s) is %s, read as %s %.2f: %s", a.title, a.language, a.file, a.side, r.Side, r.Confidence, brief(r))
		}
		for _, d := range r.Duties {
			if !strings.Contains(a.text, strings.TrimSuffix(d.Quote, "…")) {
				t.Errorf("%s: %q does not stand in the text", a.title, d.Quote)
			}
		}
	}
	return right
}

func brief(r Reading) string {
	var out []string
	for _, d := range r.Duties {
		out = append(out, d.Side+" "+d.Duty)
	}
	return strings.Join(out, ", ")
}

func TestAdvertisementsAreReadByTheirDutiesWhateverTheirTitle(t *testing.T) {
	work, kept := others(t)
	for _, set := range []struct {
		name     string
		ads      []ad
		keptBack bool
		least    float64
		size     int
	}{
		{"the first author's, to work with", ads(t, "known.txt"), false, 0.95, 30},
		{"the first author's, kept back", ads(t, "held.txt"), true, 0.9, 15},
		{"the second author's, to work with", work, false, 0.9, 18},
		// 0.9 is the goal; docs/people.md says what was reached.
		{"the second author's, kept back", kept, true, 0.875, 24},
		{"the third author's, to work with", ads(t, "third.txt"), false, 0.95, 157},
		// 15 of 18, the one time they were read: written after the signs were last changed.
		{"the third author's, kept back", ads(t, "third_held.txt"), true, 0.83, 18},
	} {
		t.Run(set.name, func(t *testing.T) {
			right, all := score(t, set.ads, set.keptBack), len(set.ads)
			t.Logf("%d of %d", right, all)
			if float64(right) < set.least*float64(all) || all != set.size {
				t.Errorf("%d of %d are read rightly", right, all)
			}
		})
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
		"an empty text":  {"", "\r\n\t", "Paste the advertisement"},
		"five megabytes": {"SE", strings.Repeat("You give demos. ", 5<<20/16), "Is 5120 KB; at most 4096 are read"},
		"bytes":          {"SE", "\x00\xff", "not text"},
		"a long title":   {strings.Repeat("x", 301), "", "301 characters"},
	} {
		if _, err := Read(guide.Shipped(), c.title, c.text); problem.Of(err) != problem.Invalid || !strings.Contains(err.Error(), c.says) {
			t.Errorf("%s: %v; want %q", name, err, c.says)
		}
	}
}

// What stands in another language is unclear, however sure its title or its loan words look.
func TestAnAdvertisementInAnotherLanguageIsUnclearAndNeverGuessed(t *testing.T) {
	for language, text := range map[string]string{
		"French":           "Vous animez les ateliers de discovery avec les commerciaux et vous préparez des demos et un POC pour nos clients. Vous répondez aux RFP dans le cadre du cycle de vente.",
		"Polish":           "Prowadzisz demo oraz POC dla klientów i odpowiadasz na RFP. Po podpisaniu umowy pomagasz przy go-live i szkoleniach na miejscu, a nasz zespół jest do twojej dyspozycji.",
		"Spanish":          strings.Repeat("Diseña soluciones junto al equipo comercial y acompaña al cliente hasta la puesta en marcha. ", 3),
		"Italian":          "Presenti la demo del prodotto ai clienti con il team commerciale e rispondi alle RFP; nella fase di POC sono tuoi i test.",
		"Dutch":            "Je geeft een demo van het product aan de klant en je werkt met sales aan een POC voor onze klanten. Na de verkoop wordt de implementatie gedaan.",
		"another language": strings.Repeat("Tarvitsemme osaajan joka esittelee demo tuotteen asiakkaille ", 4),
		"another script":   "Вы проводите demo и POC для клиентов и отвечаете на RFP вместе с отделом продаж.",
	} {
		r, err := Read(guide.Shipped(), "Solutions Engineer", text)
		if err != nil || r.Side != Unclear || r.Confidence != 0 || len(r.Duties) > 0 || !strings.Contains(r.Why, "in "+language+".") || !strings.Contains(r.Ask, "English or German") {
			t.Errorf("%s: %+v, %v", language, r, err)
		}
	}
}

func TestATextWithoutDutiesIsUnclearWhateverItsTitle(t *testing.T) {
	r, err := Read(guide.Shipped(), "Solutions Architect", "We are nice people with a dog.")
	if err != nil || r.Side != Unclear || r.Confidence != 0 || r.Title != Post || r.Ask == "" {
		t.Errorf("%+v, %v", r, err)
	}
}

// Up to 4 MB are read: what is kept of a text does not grow with it, nor with the length of a line.
func TestAnAdvertisementOfMegabytesIsReadAndLittleOfItKept(t *testing.T) {
	for name, piece := range map[string]string{
		"sentences": "You give demos and answer RFPs for the prospect. ", "one sentence": "you give demos and answer RFPs for the prospect ", "commas": "you give demos, answer RFPs for the prospect, ",
		"one word": "demo", "lines": "Demos\n", "marks": "a:\n", "German": "Sie führen unsere Software vor, ",
	} {
		began := time.Now()
		r, err := Read(guide.Shipped(), "", strings.Repeat(piece, 2<<20/len(piece)))
		if took := time.Since(began); err != nil || len(r.Duties) > quotesOf*30 || took > 15*time.Second {
			t.Errorf("%s: %d duties in %v, %v", name, len(r.Duties), took, err)
		}
	}
	if r, err := Read(guide.Shipped(), "", strings.Repeat("You give demos.\nYou answer RFPs.\n", textLimit/33)); err != nil || r.Side != Pre {
		t.Errorf("of 4 MB: %s, %v", r.Side, err)
	}
}

func FuzzRead(f *testing.F) {
	f.Add("Solutions Architect", "You run discovery calls; you write runbooks.\n• Demos")
	f.Add("", "…—•·. . !?;")
	f.Add("", ":\nYour profile:\n– x\n1. After the sale: führen Sie vor\n\n(a, b; c)")
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
	for _, kb := range []int{2, 4096} {
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
