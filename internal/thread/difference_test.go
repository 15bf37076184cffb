package thread_test

import (
	"strings"
	"testing"

	"throughline/internal/thread"
)

func TestDifferenceShowsOnlyTheWordsThatChanged(t *testing.T) {
	for name, row := range map[string]struct{ was, now, want string }{
		"nothing":           {"Replay a day.", "Replay a day.", "=Replay a day."},
		"a number":          {"Replay 24 hours within 1 hour", "Replay 24 hours within 30 minutes", "=Replay 24 hours within |-1 hour|+30 minutes"},
		"a word in between": {"Export all orders", "Export all open orders", "=Export all |+open |=orders"},
		"a mark":            {"Export, then sign", "Export; then sign", "=Export|-, |+; |=then sign"},
		"all of it":         {"alpha", "beta gamma", "-alpha|+beta gamma"},
		"from nothing":      {"", "a need", "+a need"},
		"to nothing":        {"a need", "", "-a need"},
		"accents apart":     {"für José", "für Jose", "=für |-José|+Jose"},
		"right to left":     {"יש צורך ביצוא", "יש צורך בייבוא", "=יש צורך |-ביצוא|+בייבוא"},
		"emoji":             {"ship 🚀 now", "ship 🚢 now", "=ship |-🚀 |+🚢 |=now"},
	} {
		var got []string
		for _, p := range thread.Difference(row.was, row.now) {
			got = append(got, map[string]string{thread.InBoth: "=", thread.OnlyBefore: "-", thread.OnlyAfter: "+"}[p.How]+p.Text)
		}
		if s := strings.Join(got, "|"); s != row.want {
			t.Errorf("%s: %s, want %s", name, s, row.want)
		}
	}
}

func FuzzDifference(f *testing.F) {
	f.Add("Replay 24 hours within 1 hour", "Replay 24 h of events within 30 minutes")
	f.Add("\xff\xfe a", " \u200f b")
	f.Fuzz(func(t *testing.T, was, now string) {
		var a, b string
		for _, p := range thread.Difference(was, now) {
			if p.How != thread.OnlyAfter {
				a += p.Text
			}
			if p.How != thread.OnlyBefore {
				b += p.Text
			}
		}
		if a != was || b != now {
			t.Errorf("pieces make %q and %q of %q and %q", a, b, was, now)
		}
	})
}

func TestDifferenceOfHugeTextsStaysBounded(t *testing.T) {
	was, now := strings.Repeat("a b ", 50_000), strings.Repeat("b c ", 50_000)
	if got := thread.Difference(was, now); len(got) != 2 {
		t.Errorf("%d pieces, want what is gone and what is new", len(got))
	}
}
