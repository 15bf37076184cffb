package brief_test

import (
	"strings"
	"testing"

	"throughline/internal/auth"
	"throughline/internal/store/storetest"
	"throughline/internal/web/roomtest"
	"throughline/internal/wiring/wiretest"
)

func TestABriefWithoutAMeetingIsOfEveryoneAndStrangersGetNone(t *testing.T) {
	w := wiretest.New(t, storetest.SQLite(t))
	h := roomtest.New(t, w)
	viewer := h.Enter(t, auth.Viewer)
	status, body := viewer.Get("/brief/NWF")
	if status != 200 {
		t.Fatalf("status %d", status)
	}
	for _, want := range []string{"No meeting is planned", "Dana Whitfield", "No words of theirs are kept", "None is written down", "Nothing is promised to them"} {
		if !strings.Contains(body, want) {
			t.Errorf("the brief does not say %q", want)
		}
	}
	for path, want := range map[string]int{"/brief/XYZ": 404, "/brief/NWF/nothing": 404, "/brief/keep.js": 200} {
		if status, _ := viewer.Get(path); status != want {
			t.Errorf("%s: %d", path, status)
		}
	}
	if _, body := viewer.Get("/settings"); !strings.Contains(body, "opens again without network") {
		t.Error("Settings does not say that briefs open without network on this machine")
	}
}
