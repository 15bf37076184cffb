package team_test

import (
	"strings"
	"testing"

	"throughline/internal/auth"
	"throughline/internal/people"
	"throughline/internal/people/guide"
	"throughline/internal/store/storetest"
	"throughline/internal/wiring/wiretest"
)

// What a page pays for a workspace's own guide: the row is read, its text was read before.
func BenchmarkGuideOfAWorkspace(b *testing.B) {
	w := wiretest.New(b, storetest.SQLite(b))
	admin := joined(w, "Ada", auth.Admin)
	if err := keep(w, admin, strings.Replace(string(guide.Text()), `"low": 145000`, `"low": 151000`, 1), 0); err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		if g, err := people.GuideOf(w.Ctx(), w.Reader()); err != nil || !g.Own() {
			b.Fatal(err)
		}
	}
}
