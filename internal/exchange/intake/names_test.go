package intake_test

import (
	"strings"
	"testing"

	"throughline/internal/account"
	"throughline/internal/exchange/intake"
	"throughline/internal/journal"
	"throughline/internal/wiring/wiretest"
)

// Names of other scripts, written from right to left, or of signs alone, are names: kept to the
// letter, each an account and a deal of its own, with a prefix that a person can type.
func TestNamesOfEveryScriptAreKeptToTheLetter(t *testing.T) {
	names := []string{"محمد للنقل", "שילוח ישראל בע״מ", "株式会社サンプル", "🚀", "🚚🚚", "👩🏽‍🔧 Werkstatt", "\u202eevil\u202c Ltd", "Ångström AB", "Ελλάδα Α.Ε.", "<b>Bold</b>", "'; DROP TABLE account; --"}
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		var text strings.Builder
		text.WriteString("\"Account Name\",\"Opportunity Name\",\"Stage\",\"Close Date\"\n")
		for _, n := range names {
			text.WriteString("\"" + n + "\",\"Deal of " + n + "\",\"Discovery\",\"2026-11-18\"\n")
		}
		f := file("deals.csv", text.String())
		r := take(t, w, intake.Options{}, f)
		want(t, r, "first", "+11/0/11 ~0/0/0 =0/0/0 !0")
		if len(r.Warnings) != 0 {
			t.Errorf("it warns of %v", r.Warnings)
		}
		seen := map[string]bool{}
		for _, n := range names {
			all, err := account.ByName(w.Ctx(), w.Reader(), n)
			if err != nil || len(all) != 1 {
				t.Errorf("%d accounts are called %q, %v", len(all), n, err)
			}
			d := find(t, w, "Deal of "+n)
			home, err := journal.Load[account.Account](w.Ctx(), w.Reader(), d.Account)
			if err != nil || home.Name != n {
				t.Errorf("the deal of %q is with %q, %v", n, home.Name, err)
			}
			if len(d.Prefix) < 2 || len(d.Prefix) > 5 || strings.Trim(d.Prefix, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") != "" || seen[d.Prefix] {
				t.Errorf("the prefix of %q is %q", n, d.Prefix)
			}
			seen[d.Prefix] = true
		}
		want(t, take(t, w, intake.Options{}, f), "again", "+0/0/0 ~0/0/0 =11/0/11 !0")
		if alike, err := intake.Duplicates(w.Ctx(), w.Reader()); err != nil || len(alike) != 0 {
			t.Errorf("put forward as one: %+v, %v", alike, err)
		}
		w.Verify()
	})
}
