package delivery

import "testing"

func TestATitleIsCutAfterAWholeWord(t *testing.T) {
	for _, c := range []struct{ title, want string }{
		{"Open the firewall", "Open the firewall"},
		{"Open the firewall for both", "Open the firewall…"},
		{"Open the firewalls, then test", "Open the firewalls…"},
		{"Donaudampfschifffahrtsgesellschaft", "Donaudampfschifffa…"},
		{"Öffnen Überführung Übung für", "Öffnen Überführung…"},
		{"", ""},
	} {
		if got := short(c.title, 18); got != c.want {
			t.Errorf("%q is cut to %q, not %q", c.title, got, c.want)
		}
	}
}
