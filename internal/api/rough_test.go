package api_test

import (
	"context"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/alexedwards/scs/v2"

	"throughline/internal/api"
	"throughline/internal/auth"
	"throughline/internal/store/storetest/server"
	"throughline/internal/wiring/wiretest"
)

// A token and a session are answered alike while the database is gone: with a problem that says
// so, never with 'sign in again'.
func TestTheAPISaysThatTheDatabaseIsGone(t *testing.T) {
	ctx := context.Background()
	pg, err := server.Start(ctx, server.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = pg.Stop() })
	w := wiretest.New(t, pg.URL())
	token := tokenOf(t, w, auth.SE)
	sessions := scs.New()
	sessions.Store = auth.Sessions{DB: w.Journal.DB}
	handler := api.New(w.House, sessions, "test")
	if err := pg.Kill(); err != nil {
		t.Fatal(err)
	}
	for name, header := range map[string][2]string{"a token": {"Authorization", "Bearer " + token}, "a session": {"Cookie", "session=abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG"}} {
		req := httptest.NewRequest(http.MethodGet, "/api/deals", nil)
		req.Header.Set(header[0], header[1])
		res := httptest.NewRecorder()
		handler.ServeHTTP(res, req)
		if res.Code != http.StatusBadGateway || res.Header().Get("Content-Type") != "application/problem+json" || !strings.Contains(res.Body.String(), "not there right now. Nothing was saved; try again in a moment.") {
			t.Errorf("%s: %d %s %s", name, res.Code, res.Header().Get("Content-Type"), res.Body)
		}
	}
}
