// Package roomtest lets a test of a room's pages come in as people of each role: over HTTP as a
// plain client, or with the address that opens a browser's tab.
package roomtest

import (
	"context"
	"io"
	"log/slog"
	"net"
	"net/http"
	"net/http/cookiejar"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"

	"throughline/internal/account"
	"throughline/internal/auth"
	"throughline/internal/blob"
	"throughline/internal/journal"
	"throughline/internal/web"
	"throughline/internal/web/door"
	"throughline/internal/web/kit"
	"throughline/internal/wiring/wiretest"
)

// House is a world with its pages and people: one of each role; the SE, the SA and the account
// executive are the deal's.
type House struct {
	*wiretest.World
	People map[auth.Role]auth.Person
	site   *kit.Site
}

var names = map[auth.Role]string{auth.Admin: "Ines Amaro", auth.Manager: "Piet Hollander", auth.AE: "Cole Bryant", auth.SE: "Mara Lindqvist", auth.SA: "Jonas Weber", auth.Viewer: "Vera Stone"}

// New moves people into a world and makes its pages.
func New(t testing.TB, w *wiretest.World) *House {
	t.Helper()
	h := &House{World: w, People: map[auth.Role]auth.Person{}}
	for _, role := range auth.Roles {
		p := auth.Person{Email: strings.ToLower(string(role)) + "@ours.example", Name: names[role], Role: role}
		w.Do("person.add", func(ctx context.Context, tx *journal.Tx) error { return auth.Add(ctx, tx, &p) })
		h.People[role] = p
	}
	w.Do("deal.edit", func(ctx context.Context, tx *journal.Tx) error {
		d, err := account.Deal(ctx, tx, w.Deal)
		if err != nil {
			return err
		}
		d.SE, d.SA, d.AE = h.People[auth.SE].ID, h.People[auth.SA].ID, h.People[auth.AE].ID
		return journal.Update(ctx, tx, &d)
	})
	w.Who.Person, w.Who.Name = h.People[auth.SE].ID, names[auth.SE]
	w.House.Files = blob.Store{Folder: t.TempDir()}
	h.site = &kit.Site{House: w.House, Sessions: kit.NewSessions(w.House, false), Log: slog.New(slog.NewTextHandler(io.Discard, nil)), Upload: 64 << 20}
	return h
}

// By is the world as a person of the role acts in it.
func (h *House) By(role auth.Role) *wiretest.World {
	return h.As(h.People[role].ID, string(role))
}

// Visitor is a signed-in client; it follows no redirects.
type Visitor struct {
	t    testing.TB
	base string
	web  *http.Client
}

// Serve opens the pages for a person of the role and gives the address that signs them in.
func (h *House) Serve(t testing.TB, role auth.Role) (base, comeIn string) {
	p := h.People[role]
	link := door.NewLink(auth.Member{Workspace: p.Workspace, Person: p.ID})
	server := httptest.NewUnstartedServer(web.Handler(h.site, link, nil))
	server.Config.BaseContext = func(net.Listener) context.Context { return h.Ctx() }
	server.Start()
	t.Cleanup(server.Close)
	return server.URL, server.URL + link.Path()
}

// Enter signs a person of the role in.
func (h *House) Enter(t testing.TB, role auth.Role) *Visitor {
	t.Helper()
	base, comeIn := h.Serve(t, role)
	v := Outside(t, base)
	res, err := v.send(http.MethodGet, comeIn, "", nil)
	if err != nil {
		t.Fatal(err)
	}
	res.Body.Close()
	if res.StatusCode != http.StatusSeeOther {
		t.Fatalf("coming in as %s: %d", role, res.StatusCode)
	}
	return v
}

// Outside is a client that nobody is signed in with, in a browser of its own, on a base that Serve gave.
func Outside(t testing.TB, base string) *Visitor {
	t.Helper()
	jar, err := cookiejar.New(nil)
	if err != nil {
		t.Fatal(err)
	}
	return &Visitor{t, base, &http.Client{Jar: jar, CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}}
}

// Get asks for a page; path begins with a slash.
func (v *Visitor) Get(path string) (status int, body string) {
	v.t.Helper()
	res, err := v.send(http.MethodGet, v.base+path, "", nil)
	status, body, _ = v.read(res, err)
	return status, body
}

// Post sends a form and gives where it led to, for a redirect.
func (v *Visitor) Post(path string, form url.Values) (status int, body, to string) {
	v.t.Helper()
	return v.read(v.send(http.MethodPost, v.base+path, "application/x-www-form-urlencoded", strings.NewReader(form.Encode())))
}

// send sends a request that ends with the test.
func (v *Visitor) send(method, address, contentType string, body io.Reader) (*http.Response, error) {
	v.t.Helper()
	req, err := http.NewRequestWithContext(v.t.Context(), method, address, body)
	if err != nil {
		v.t.Fatal(err)
	}
	if contentType != "" {
		req.Header.Set("Content-Type", contentType)
	}
	return v.web.Do(req)
}

func (v *Visitor) read(res *http.Response, err error) (int, string, string) {
	v.t.Helper()
	if err != nil {
		v.t.Fatal(err)
	}
	defer res.Body.Close()
	raw, err := io.ReadAll(res.Body)
	if err != nil {
		v.t.Fatal(err)
	}
	return res.StatusCode, string(raw), res.Header.Get("Location")
}
