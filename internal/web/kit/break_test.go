package kit

import "testing"

func TestWhyAThreadIsBrokenIsSaidOnce(t *testing.T) {
	for _, c := range []struct{ why, what, particulars string }{
		{"Failed to be proven: C4: 1180 events/s; asked for 1500", "Failed to be proven", "C4: 1180 events/s; asked for 1500"},
		{"Failed to be shown.", "Failed to be shown", ""},
		{"Not verified; it was due on 12 Oct.", "Not verified", "It was due on 12 Oct."},
		{"Won without being proven.", "Won without being proven", ""},
		{"Won, but neither shown, nor answered, nor proven.", "Won, but neither shown, nor answered, nor proven", ""},
		{"Promise P2 was broken: the release slipped", "Promise P2 was broken", "The release slipped"},
		{"The deal should have closed on 3 Nov.", "The deal should have closed on 3 Nov", ""},
		{"Failed to be shown: “no.”", "Failed to be shown", "“no.”"},
		{"", "", ""},
	} {
		if what, particulars := Broken(c.why); what != c.what || particulars != c.particulars {
			t.Errorf("%q is said as %q and %q", c.why, what, particulars)
		}
	}
}
