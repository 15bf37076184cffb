package api_test

import (
	"context"
	"net/http"
	"strings"
	"testing"

	"throughline/internal/auth"
	"throughline/internal/clock"
	"throughline/internal/discovery"
	"throughline/internal/journal"
	"throughline/internal/wiring/wiretest"
)

func TestAFollowUpIsWrittenAndSentOverTheAPI(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		c := newClient(t, w, auth.SE)
		se, viewer := c.token, tokenOf(t, w, auth.Viewer)
		var call string
		w.Do("discovery.record", func(ctx context.Context, tx *journal.Tx) error {
			r, err := discovery.Record(ctx, tx, discovery.Recording{Deal: w.Deal, Title: "First call", Kind: "call", HeldAt: clock.At(wiretest.Start), Consent: "none", Contacts: []string{w.Dana}})
			call = r.Call.ID
			return err
		})
		if status, text := c.status("GET", "/api/deals/NWF/follow-up-drafts/"+call, ""); status != http.StatusOK || !strings.Contains(text, "First call") || strings.Count(text, `"language"`) != 4 {
			t.Errorf("the drafts: %d %s", status, text)
		}
		if status, text := c.status("POST", "/api/deals/NWF/follow-ups", `{"kind":"call","about":"`+call+`","language":"en","subject":"Our call","words":"Not for everybody yet."}`); status != http.StatusOK {
			t.Fatalf("written: %d %s", status, text)
		}
		for token, want := range map[string]bool{se: true, viewer: false} {
			c.token = token
			if status, text := c.status("GET", "/api/deals/NWF/follow-ups", ""); status != http.StatusOK || strings.Contains(text, "Not for everybody yet.") != want {
				t.Errorf("read before it is sent: %d %s, want %t", status, text, want)
			}
		}
		w.Verify()
	})
}
