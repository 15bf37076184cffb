package web_test

import (
	"context"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"net/http/httputil"
	"net/url"
	"testing"

	"throughline/internal/area"
	"throughline/internal/sample"
	"throughline/internal/web"
	"throughline/internal/web/door"
	"throughline/internal/web/kit"
	"throughline/internal/wiring"
)

// line is a way to the sample's pages that can be cut, as in a tunnel.
type line struct {
	*httptest.Server
	house  *area.House
	comeIn string
	behind http.Handler
	refuse int // the status of every brief; 0 for none
}

// tunnel serves the sample over such a way.
func tunnel(t *testing.T) *line {
	t.Helper()
	ctx := context.Background()
	h, err := wiring.Open(ctx, t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { h.Journal.DB.Close() })
	if err := sample.First(ctx, h); err != nil {
		t.Fatal(err)
	}
	member, ok, err := sample.Door(ctx, h.Journal.DB)
	if err != nil || !ok {
		t.Fatalf("no way into the sample: %v", err)
	}
	link := door.NewLink(member)
	behind := httptest.NewServer(web.Handler(&kit.Site{House: h, Log: slog.New(slog.DiscardHandler), Sessions: kit.NewSessions(h, false), Upload: 1 << 20}, link, nil))
	t.Cleanup(behind.Close)
	to, _ := url.Parse(behind.URL)
	l := &line{house: h, behind: httputil.NewSingleHostReverseProxy(to)}
	l.Server = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if l.refuse != 0 && len(r.URL.Path) > 7 && r.URL.Path[:7] == "/brief/" && r.URL.Path != "/brief/keep.js" {
			http.Error(w, "no", l.refuse)
			return
		}
		l.behind.ServeHTTP(w, r)
	}))
	t.Cleanup(l.Server.Close)
	l.comeIn = l.URL + link.Path()
	return l
}

// cut ends every connection and takes none anew.
func (l *line) cut() {
	l.CloseClientConnections()
	l.Server.Close()
}
