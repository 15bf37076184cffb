package settings_test

import (
	"net/url"
	"regexp"
	"strings"
	"testing"

	"throughline/internal/auth"
	"throughline/internal/web/roomtest"
	"throughline/internal/wiring/wiretest"
)

var feedAddress = regexp.MustCompile(`http://[^<]+(/calendar/[a-z0-9]+\.ics)`)

func TestOnesCalendarIsReadAtItsAddressUntilItEnds(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		h := roomtest.New(t, w)
		v := h.Enter(t, auth.SE)
		status, body, _ := v.Post("/settings/calendar", url.Values{"form": {"calendar"}})
		found := feedAddress.FindStringSubmatch(body)
		if status != 200 || found == nil {
			t.Fatalf("%d, no address in the page", status)
		}
		if _, again := v.Get("/settings"); strings.Contains(again, found[1]) || !strings.Contains(again, "Make it anew") {
			t.Error("the address is shown again, or cannot be made anew")
		}
		if status, file := v.Get(found[1]); status != 200 || !strings.HasPrefix(file, "BEGIN:VCALENDAR\r\n") {
			t.Errorf("%d %.80s", status, file)
		}
		for _, path := range []string{"/calendar/guess.ics", "/calendar/.ics", strings.TrimSuffix(found[1], ".ics")} {
			if status, _ := v.Get(path); status != 404 {
				t.Errorf("%s gives %d", path, status)
			}
		}
		if status, _, _ := v.Post("/settings/calendar/end", url.Values{"form": {"calendar"}}); status != 303 {
			t.Errorf("ending gives %d", status)
		}
		if status, _ := v.Get(found[1]); status != 404 {
			t.Errorf("an address that ended gives %d", status)
		}
		w.Verify()
	})
}
