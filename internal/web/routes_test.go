package web_test

import (
	"context"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"regexp"
	"strings"
	"testing"

	"throughline/internal/account"
	"throughline/internal/auth"
	"throughline/internal/id"
	"throughline/internal/journal"
	"throughline/internal/web"
	"throughline/internal/web/kit"
	"throughline/internal/wiring/wiretest"
)

// pages is a world's pages with a person of each role signed in.
type pages struct {
	handler http.Handler
	cookies map[auth.Role]*http.Cookie
}

func open(t *testing.T, w *wiretest.World) *pages {
	t.Helper()
	w.Files.Folder = t.TempDir()
	site := &kit.Site{House: w.House, Log: slog.New(slog.DiscardHandler), Sessions: kit.NewSessions(w.House, false), Upload: 1 << 20}
	p := &pages{handler: web.Handler(site, nil, nil), cookies: map[auth.Role]*http.Cookie{}}
	for _, role := range auth.Roles {
		email := strings.ToLower(string(role)) + "@ours.example"
		person := auth.Person{Email: email, Role: role}
		w.Do("person.add", func(ctx context.Context, tx *journal.Tx) error { return auth.Add(ctx, tx, &person) })
		if err := auth.SetPassword(w.Ctx(), w.Journal.DB, email, "correct horse"); err != nil {
			t.Fatal(err)
		}
		res := p.send(http.MethodPost, "/sign-in", "email="+email+"&password=correct+horse", "")
		for _, c := range res.Result().Cookies() {
			p.cookies[role] = c
		}
		if p.cookies[role] == nil {
			t.Fatalf("%s could not sign in: %d", role, res.Code)
		}
	}
	return p
}

func (p *pages) send(method, path, body string, as auth.Role) *httptest.ResponseRecorder {
	req := httptest.NewRequest(method, path, strings.NewReader(body))
	if method == http.MethodPost {
		req.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	}
	if c := p.cookies[as]; c != nil {
		req.AddCookie(c)
	}
	res := httptest.NewRecorder()
	p.handler.ServeHTTP(res, req)
	return res
}

var parameter = regexp.MustCompile(`\{[a-z]+(\.\.\.)?\}`)

// address fills a route's pattern: the deal given, and a name that is nothing for the rest.
func address(r kit.Route, deal string) string {
	_, path, _ := strings.Cut(r.Path, " ")
	path = strings.ReplaceAll(path, "{deal}", deal)
	return parameter.ReplaceAllString(path, "nothing")
}

// Every route × role × method: what the table of roles forbids is 403, what it allows is not,
// and nobody who is not signed in gets past the door.
func TestEveryRouteKeepsToTheTableOfRoles(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		p := open(t, w)
		for _, route := range web.Routes() {
			if route.Needs == "" || strings.Contains(route.Path, "sign-out") || strings.Contains(route.Path, "POST /settings/workspace") {
				continue
			}
			path := address(route, "NWF")
			if res := p.send(route.Method(), path, "", ""); route.Method() == http.MethodPost && res.Code != 401 || route.Method() == http.MethodGet && res.Code != 303 {
				t.Errorf("%s, signed out: %d", route.Path, res.Code)
			}
			for _, role := range auth.Roles {
				res := p.send(route.Method(), path, "", role)
				forbidden := auth.May(role, route.Needs) != nil
				if forbidden != (res.Code == http.StatusForbidden) && !ownRule(res) || res.Code == http.StatusInternalServerError || res.Code == http.StatusUnauthorized {
					t.Errorf("%s as %s: %d, and the table says %v", route.Path, role, res.Code, auth.May(role, route.Needs))
				}
			}
		}
	})
}

// ownRule says whether an act refused a person that its role alone would allow, such as the
// receiver's decisions; its sentence names who may.
func ownRule(res *httptest.ResponseRecorder) bool {
	return res.Code == http.StatusForbidden && !strings.Contains(res.Body.String(), "may not do this (")
}

// Every route with a deal answers 404 for a deal of another workspace, whoever asks.
func TestAnotherWorkspacesDealIsNotThere(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		p := open(t, w)
		other := *w
		other.Who = journal.Actor{Workspace: id.New(w.Ctx()), Person: "someone", Role: "admin"}
		other.Do("workspace.found", func(ctx context.Context, tx *journal.Tx) error {
			return account.Found(ctx, tx, &account.Workspace{Name: "Other"})
		})
		other.Do("deal.add", func(ctx context.Context, tx *journal.Tx) error {
			a := account.Account{Name: "Zebra Unlimited"}
			if err := account.AddAccount(ctx, tx, &a); err != nil {
				return err
			}
			o := account.Opportunity{Account: a.ID, Name: "Secret plan"}
			if err := account.AddOpportunity(ctx, tx, &o, a.Name); err != nil {
				return err
			}
			other.Deal = o.Prefix
			return nil
		})
		for _, route := range web.Routes() {
			if !strings.Contains(route.Path, "{deal}") {
				continue
			}
			res := p.send(route.Method(), address(route, other.Deal), "", auth.Admin)
			if res.Code != http.StatusNotFound || strings.Contains(res.Body.String(), "Secret plan") {
				t.Errorf("%s for another workspace's deal: %d", route.Path, res.Code)
			}
		}
		if res := p.send(http.MethodGet, "/deals?phase=all", "", auth.Admin); strings.Contains(res.Body.String(), "Zebra") {
			t.Error("the portfolio shows another workspace's deal")
		}
	})
}

func TestAFormFromAnotherSiteIsRefused(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		p := open(t, w)
		req := httptest.NewRequest(http.MethodPost, "/deals/NWF/promises", strings.NewReader("words=we+promise"))
		req.Header.Set("Content-Type", "application/x-www-form-urlencoded")
		req.Header.Set("Sec-Fetch-Site", "cross-site")
		req.AddCookie(p.cookies[auth.SE])
		res := httptest.NewRecorder()
		p.handler.ServeHTTP(res, req)
		if res.Code != http.StatusForbidden {
			t.Errorf("answered %d", res.Code)
		}
	})
}

func TestTriesAtTheDoorAreCounted(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		p := open(t, w)
		code := 0
		for range 12 {
			code = p.send(http.MethodPost, "/sign-in", "form=sign-in&email=se@ours.example&password=wrong", "").Code
		}
		if code != http.StatusServiceUnavailable {
			t.Errorf("the twelfth wrong password was answered with %d", code)
		}
	})
}

func TestAnOfficeThatSignsInFromOneAddressIsNoAttack(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		p := open(t, w)
		for i := range 12 {
			if code := p.send(http.MethodPost, "/sign-in", "form=sign-in&email=sa@ours.example&password=correct+horse", "").Code; code != http.StatusSeeOther {
				t.Fatalf("sign-in %d of the right password was answered with %d", i+1, code)
			}
		}
	})
}

func TestWhatWasTypedIsKeptThroughAnError(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		p := open(t, w)
		res := p.send(http.MethodPost, "/deals/NWF/requirements", "form=add&statement=Replay+a+day&kind=wish&priority=must", auth.SE)
		if res.Code != http.StatusUnprocessableEntity || !strings.Contains(res.Body.String(), "Replay a day") || !strings.Contains(res.Body.String(), "choose one of") {
			t.Errorf("answered %d: %.300s", res.Code, res.Body)
		}
	})
}

func TestASessionThatEndedInAFormLeadsBackToIt(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		p := open(t, w)
		for _, row := range []struct{ from, to string }{
			{"http://example.com/deals/NWF?form=add", "/sign-in?next=%2Fdeals%2FNWF%3Fform%3Dadd"},
			{"http://elsewhere.example/deals/NWF", "/sign-in"},
			{"", "/sign-in"},
			{"http://example.com/%zz", "/sign-in"},
		} {
			req := httptest.NewRequest(http.MethodPost, "/deals/NWF/requirements", strings.NewReader("form=add&statement=typed"))
			req.Header.Set("Content-Type", "application/x-www-form-urlencoded")
			req.Header.Set("Sec-Fetch-Site", "same-origin")
			req.Header.Set("Referer", row.from)
			res := httptest.NewRecorder()
			p.handler.ServeHTTP(res, req.WithContext(w.Ctx()))
			if body := res.Body.String(); res.Code != http.StatusUnauthorized || !strings.Contains(body, "nothing was saved") || !strings.Contains(body, `href="`+row.to+`"`) {
				t.Errorf("from %q: %d, without the way to %s", row.from, res.Code, row.to)
			}
		}
	})
}
