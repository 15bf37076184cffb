package edition

import (
	"fmt"
	"math/rand"
	"strings"
	"testing"

	"throughline/internal/wording"
)

// told writes changes in short: new 3, gone 2, changed 1>1.
func told(all []Change) string {
	var out []string
	for _, c := range all {
		s := string(c.Kind)
		switch {
		case c.Kind == New:
			s += fmt.Sprint(" ", c.Is)
		case c.Kind == Gone:
			s += fmt.Sprint(" ", c.Was)
		case c.Kind == Kept && !c.Moved:
			continue
		default:
			s += fmt.Sprintf(" %d>%d", c.Was, c.Is)
		}
		if c.Moved {
			s += " moved"
		}
		out = append(out, s)
	}
	return strings.Join(out, ", ")
}

// lines reads 'number | wording | priority | group' by line.
func lines(s string) []Line {
	var out []Line
	for _, l := range strings.Split(strings.TrimSpace(s), "\n") {
		f := append(strings.Split(l, "|"), "", "", "")
		out = append(out, Line{strings.TrimSpace(f[0]), strings.TrimSpace(f[1]), strings.TrimSpace(f[2]), strings.TrimSpace(f[3])})
	}
	return out
}

const before = `R1 | Users sign in by SAML. | Must
R2 | Backups are kept for 30 days. | Must
R3 | Reports can be exported as CSV. | Should
R4 | The portal speaks German and French. | Could`

func TestEachRowOfTwoVersionsIsAccountedFor(t *testing.T) {
	for _, c := range []struct{ name, older, newer, want string }{
		{"the same", before, before, ""},
		{"blanks, quotes and capitals are no change", "1 | The “portal”  can’t fail.", "1. | the \"portal\" can't fail", ""},
		{"one changed", before, strings.Replace(before, "30 days", "90 days", 1), "changed 1>1"},
		{"priority changed", before, strings.Replace(before, "Should", "Must", 1), "changed 2>2"},
		{"one new in the middle", before, strings.Replace(before, "R3 |", "R2a | Backups are tested each year. | Must\nR3 |", 1), "new 2"},
		{"one gone", before, strings.Replace(before, "R2 | Backups are kept for 30 days. | Must\n", "", 1), "gone 1"},
		{"first gone", before, strings.SplitN(before, "\n", 2)[1], "gone 0"},
		{"one moved to the end", before, "R2 | Backups are kept for 30 days. | Must\nR3 | Reports can be exported as CSV. | Should\nR4 | The portal speaks German and French. | Could\nR1 | Users sign in by SAML. | Must", "kept 0>3 moved"},
		{"numbered anew", "1 | One thing at a time\n2 | Another thing on Mondays\n3 | The third of its kind", "1 | New at the top of all\n2 | One thing at a time\n3 | Another thing on Mondays\n4 | The third of its kind",
			"new 0, changed 0>1, changed 1>2, changed 2>3"},
		{"without numbers, one changed", " | Users sign in by SAML\n | Backups are kept for 30 days", " | Users sign in by SAML\n | Backups are kept for 90 days", "changed 1>1"},
		{"another requirement under a key", "A-1 | Users sign in by SAML", "A-1 | Invoices in four languages", "changed 0>0"},
		{"another requirement at a place", "1 | Users sign in by SAML", "1 | Invoices in four languages", "gone 0, new 0"},
		{"two rows change numbers", "A | The first of both rows\nB | The second of them all", "A | The second of them all\nB | The first of both rows", "changed 1>0 moved, changed 0>1"},
		{"one number twice", "A | x y z\nA | u v w", "A | u v w\nA | x y z", "kept 1>0 moved"},
		{"one wording three times", "1.1 | Is it logged? | | A\n2.1 | Is it logged? | | B\n3.1 | Is it logged? | | C", "1.1 | Is it logged? | | A\n3.1 | Is it logged? | | C", "gone 1"},
		{"from nothing", "", "R1 | a", "gone 0, new 0"},
		{"right to left and emoji", "1 | يجب أن يعمل النظام دائما\n2 | 🙂 x", "1 | يجب أن يعمل النظام غدا\n2 | 🙂 x", "changed 0>0"},
	} {
		if got := told(Compare(lines(c.older), lines(c.newer))); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
	if got := Compare(nil, nil); len(got) != 0 {
		t.Errorf("two empty lists: %v", got)
	}
}

func TestAChangedRowShowsWhichWordsChanged(t *testing.T) {
	c := Compare(lines(before), lines(strings.Replace(before, "30 days", "90 days", 1)))[1]
	if c.Known != ByBoth || c.Like < 0.8 || c.Like >= 1 || c.Number || c.Priority {
		t.Errorf("%+v", c)
	}
	var removed, added string
	for _, p := range c.Words {
		switch p.Kind {
		case wording.Removed:
			removed += p.Text
		case wording.Added:
			added += p.Text
		}
	}
	if strings.TrimSpace(removed) != "30" || strings.TrimSpace(added) != "90" {
		t.Errorf("removed %q, added %q", removed, added)
	}
}

func TestAnotherWordingUnderOneNumberIsDoubtful(t *testing.T) {
	c := Compare(lines("A-1 | Users sign in by SAML"), lines("A-1 | Invoices in four languages"))[0]
	if c.Known != ByNumber || c.Like > 0.3 {
		t.Errorf("%+v", c)
	}
}

// made makes a list of n rows; some wordings stand twice, some numbers are missing.
func made(r *rand.Rand, n int) []Line {
	words := strings.Fields("system user report must export sign limit data store backup invoice order region access audit mail phone map day week hour price group role task check")
	out := make([]Line, n)
	for i := range out {
		var w []string
		for range 4 + r.Intn(12) {
			w = append(w, words[r.Intn(len(words))])
		}
		out[i] = Line{Number: fmt.Sprintf("R-%d", i+1), Wording: strings.Join(w, " "), Priority: []string{"Must", "Should"}[r.Intn(2)], Group: fmt.Sprint("G", i/10)}
		if r.Intn(10) == 0 {
			out[i].Number = ""
		}
		if i > 0 && r.Intn(20) == 0 {
			out[i].Wording = out[i-1].Wording
		}
	}
	return out
}

func TestTheSameListHasNoChanges(t *testing.T) {
	r := rand.New(rand.NewSource(7))
	for range 200 {
		l := made(r, r.Intn(80))
		if c := Count(Compare(l, l)); c != (Counts{Kept: len(l)}) {
			t.Fatalf("%d rows: %+v", len(l), c)
		}
	}
}

func TestAShuffledListIsOnlyMoved(t *testing.T) {
	r := rand.New(rand.NewSource(8))
	for range 200 {
		l := made(r, r.Intn(80))
		s := append([]Line{}, l...)
		r.Shuffle(len(s), func(i, j int) { s[i], s[j] = s[j], s[i] })
		c := Count(Compare(l, s))
		if c.New+c.Gone+c.Changed != 0 || c.Kept != len(l) {
			t.Fatalf("%d rows: %+v", len(l), c)
		}
	}
}

func TestNoRowIsLostOrToldTwice(t *testing.T) {
	r := rand.New(rand.NewSource(9))
	for range 200 {
		older := made(r, r.Intn(60))
		newer := []Line{}
		for _, l := range older {
			switch r.Intn(6) {
			case 0:
				continue
			case 1:
				l.Wording += " more"
			case 2:
				newer = append(newer, made(r, 1)...)
			}
			newer = append(newer, l)
		}
		was, is := map[int]bool{}, map[int]bool{}
		for _, c := range Compare(older, newer) {
			if c.Was >= 0 && was[c.Was] || c.Is >= 0 && is[c.Is] {
				t.Fatalf("told twice: %+v", c)
			}
			was[c.Was], is[c.Is] = true, true
		}
		delete(was, -1)
		delete(is, -1)
		if len(was) != len(older) || len(is) != len(newer) {
			t.Fatalf("%d of %d older rows and %d of %d newer are told", len(was), len(older), len(is), len(newer))
		}
	}
}

func FuzzCompare(f *testing.F) {
	f.Add(before, before)
	f.Add("1|a\n1|a\n|b", "2|a\n|b b")
	f.Fuzz(func(t *testing.T, a, b string) {
		older, newer := lines(a), lines(b)
		all := Compare(older, newer)
		c := Count(all)
		if c.Kept+c.Changed+c.Gone != len(older) || c.Kept+c.Changed+c.New != len(newer) {
			t.Fatalf("%+v of %d and %d rows", c, len(older), len(newer))
		}
		if back := Count(Compare(newer, older)); back.Kept+back.Changed+back.New != len(older) {
			t.Fatalf("back: %+v", back)
		}
	})
}

func BenchmarkCompareTenThousandRows(b *testing.B) {
	r := rand.New(rand.NewSource(1))
	older := made(r, 10_000)
	newer := append([]Line{}, older...)
	for i := range newer {
		if i%7 == 0 {
			newer[i].Wording += " within a day"
			newer[i].Number = ""
		}
	}
	for b.Loop() {
		Compare(older, newer)
	}
}
