package rule_test

import (
	"encoding/json"
	"os"
	"testing"
)

// shipped is the part 'engagement' of the guide. It is read as a file: no area imports another,
// in tests neither.
func shipped(t testing.TB) []byte {
	t.Helper()
	raw, err := os.ReadFile("../../people/guide/guide.json")
	if err != nil {
		t.Fatal(err)
	}
	var g struct{ Engagement json.RawMessage }
	if err := json.Unmarshal(raw, &g); err != nil {
		t.Fatal(err)
	}
	return g.Engagement
}
