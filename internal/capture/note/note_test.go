package note

import (
	"testing"

	"throughline/internal/clock"
)

func TestDueIsTheDayThatIsMeant(t *testing.T) {
	for words, want := range map[string]clock.Date{
		"by thursday": "2026-11-26", "on monday": "2026-11-30", "bis freitag": "2026-11-27", "am 9.12. mit jürgen": "2026-12-09", "by 3 december": "2026-12-03",
		"by december 3": "2026-12-03", "am 12. dezember": "2026-12-12", "tomorrow": "2026-11-24", "by end of week": "2026-11-27", "next week": "2026-12-04",
		"in march": "2027-03-31", "by 2027-01-15": "2027-01-15", "by 31 february": "", "monday mornings are busy": "", "bis 99.99.": "",
	} {
		if got := dueIn(words, "2026-11-23"); got != want {
			t.Errorf("%q is due %q, not %q", words, got, want)
		}
	}
}

// Whatever is written, pieces and quotes are runs of it in its order.
func FuzzRead(f *testing.F) {
	for _, set := range []string{"dev", "held"} {
		for _, n := range notesOf(f, set) {
			f.Add(n.text)
		}
	}
	f.Add("- \n- :\nQ:\n?\n\xff and they need\n(((( we'll")
	f.Add("İİİ Tom said they need İ and we'll send it")
	f.Fuzz(func(t *testing.T, text string) {
		got := Read(text, Known{Today: monday, People: cast})
		last := 0
		for _, p := range got.Pieces {
			if p.From < last || p.To <= p.From || p.To > len(text) {
				t.Fatalf("piece %d to %d after %d of %d bytes", p.From, p.To, last, len(text))
			}
			last = p.To
		}
		for _, p := range got.Proposals {
			if text[p.From:p.To] != p.Quote || p.Statement == "" || p.Why == "" || p.Mark < -2 || p.Mark > 2 {
				t.Fatalf("%+v", p)
			}
		}
	})
}
