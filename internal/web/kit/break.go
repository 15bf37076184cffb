package kit

import "strings"

// Broken divides why a thread is broken into what is so, for a headline, and the particulars, for
// the line below it; they are empty where the headline says all. A rule is never said twice.
//
//	Failed to be proven: C4: 1180 events/s → "Failed to be proven", "C4: 1180 events/s"
//	Not verified; it was due on 12 Oct.    → "Not verified", "It was due on 12 Oct."
func Broken(why string) (what, particulars string) {
	for _, between := range []string{": ", "; "} {
		if what, particulars, found := strings.Cut(why, between); found {
			return what, Sentence(particulars)
		}
	}
	return strings.TrimSuffix(why, "."), ""
}
