package candidate

import (
	"strings"
	"testing"
)

const tourDir = "../../../testdata/tour/"

// expected is one need of the tour's calls: words of its quote, its kind and its measure.
type expected struct {
	words, comparison string
	target            float64
	unit              string
}

func TestTheToursCallGivesItsNeedsWithTheirMeasures(t *testing.T) {
	r := Find(readCallFile(t, tourDir+"discovery-call.vtt"), Options{})
	check(t, r.Candidates, []expected{
		{"read dispatch changes from the AS/400", "<=", 5, "seconds"},
		{"Two thousand four hundred events a second", ">=", 2400, "events/second"},
		{"replay twenty-four hours of events", "<=", 1, "hours"},
		{"retry a failed delivery", ">=", 72, "hours"},
		{"never be delivered twice to billing", "", 0, ""},
		{"three hundred and twelve mappings have to move", "<=", 4, "hours"},
		{"shipment data stays in the EU", "", 0, ""},
		{"leavers are removed", "<=", 15, "minutes"},
		{"will not accept local accounts", "", 0, ""},
		{"audit trail is kept", ">=", 7, "years"},
		{"an alert when a carrier's feed", "<=", 10, "minutes"},
		{"a page where a carrier can see", "", 0, ""},
		{"More than that and the carriers go back", "<=", 2, "days"},
		{"99.9 percent of the month", ">=", 99.9, "%"},
		{"live before the peak season", "", 0, ""},
	}, 2)
	for _, words := range []string{"mapping template for each of your ten largest carriers", "penetration test report by the fourteenth of March"} {
		if !strings.Contains(quotes(r.Promises), words) {
			t.Errorf("no promise %q in %q", words, quotes(r.Promises))
		}
	}
	for _, words := range []string{"a nightly job picks it up", "three hundred and twelve mappings in the old broker", "eighteen million events a month"} {
		if !strings.Contains(quotes(r.Facts), words) {
			t.Errorf("no fact %q in %q", words, quotes(r.Facts))
		}
	}
}

func TestTheToursNotesGiveTheirNeedsWithTheirMeasures(t *testing.T) {
	r := Find(readCallFile(t, tourDir+"second-call-notes.txt"), Options{})
	check(t, r.Candidates, []expected{
		{"alerts within 1 minute", "<=", 1, "minutes"},
		{"messages up to 20 MB", ">=", 20, "MB"},
		{"a test environment with masked data", "", 0, ""},
		{"correct a rejected message themselves", "", 0, ""},
		{"non-production copy in the EU", "", 0, ""},
		{"dark mode", "", 0, ""},
	}, 0)
	if len(r.Facts) < 3 || !strings.Contains(quotes(r.Promises), "sizing sheet") || strings.Contains(quotes(r.Promises), "three sample messages") {
		t.Errorf("facts %q, promises %q", quotes(r.Facts), quotes(r.Promises))
	}
}

// check finds each expected need and allows so many candidates more.
func check(t *testing.T, got []Item, want []expected, more int) {
	t.Helper()
	for _, w := range want {
		found := false
		for _, c := range got {
			if !strings.Contains(c.Quote, w.words) {
				continue
			}
			found = true
			switch m := c.Measure; {
			case w.comparison == "" && m != nil || w.comparison != "" && m == nil:
				t.Errorf("%s: measure %+v, want %+v", w.words, m, w)
			case m != nil && (m.Comparison != w.comparison || m.Target != w.target || m.Unit != w.unit || m.Metric == ""):
				t.Errorf("%s: measure %+v, want %+v", w.words, *m, w)
			}
		}
		if !found {
			t.Errorf("not proposed: %s", w.words)
		}
	}
	if len(got) > len(want)+more {
		t.Errorf("%d candidates for %d needs: %s", len(got), len(want), quotes(got))
	}
}
