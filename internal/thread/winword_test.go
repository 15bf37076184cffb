package thread

import "testing"

func TestASignedDealNeverHasAnOpenWin(t *testing.T) {
	for _, c := range []struct {
		now, at string
		signed  bool
		want    string
	}{
		{"open", "", false, "open"},
		{"claimed", "", false, "claimed"},
		{"open", "open", true, "signed without technical win"},
		{"open", "claimed", true, "signed without technical win"},
		{"claimed", "claimed", true, "signed without technical win"},
		{"open", "achieved", true, "won when signed, not today"},
		{"claimed", "conditional", true, "won when signed, not today"},
		{"open", "", true, "none today"},
		{"conditional", "open", true, "conditional"},
		{"achieved", "", true, "achieved"},
		{"lost", "open", true, "lost"},
	} {
		if got := WinWords(c.now, c.at, c.signed); got != c.want {
			t.Errorf("%s, at the signature %q, signed %v: %q", c.now, c.at, c.signed, got)
		}
	}
}
