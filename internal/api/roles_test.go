package api_test

import (
	"context"
	"io"
	"net/http"
	"regexp"
	"strings"
	"testing"

	"github.com/alexedwards/scs/v2"

	"throughline/internal/account"
	"throughline/internal/api"
	"throughline/internal/auth"
	"throughline/internal/id"
	"throughline/internal/journal"
	"throughline/internal/wiring/wiretest"
)

var parameter = regexp.MustCompile(`\{[a-z]+\}`)

func (c client) status(method, path, body string) (int, string) {
	c.t.Helper()
	req, err := http.NewRequest(method, c.url+path, strings.NewReader(body))
	if err != nil {
		c.t.Fatal(err)
	}
	req.Header.Set("Content-Type", "application/json")
	if c.token != "" {
		req.Header.Set("Authorization", "Bearer "+c.token)
	}
	res, err := http.DefaultClient.Do(req)
	if err != nil {
		c.t.Fatal(err)
	}
	defer res.Body.Close()
	text, err := io.ReadAll(res.Body)
	if err != nil {
		c.t.Fatal(err)
	}
	return res.StatusCode, string(text)
}

// Every operation × role: what the table of roles forbids is 403, what it allows is not; a
// deal of another workspace is 404 and a stranger 401.
func TestEveryOperationKeepsToTheTableOfRoles(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		w.Files.Folder = t.TempDir()
		c := newClient(t, w, auth.SE)
		tokens := map[auth.Role]string{auth.SE: c.token}
		for _, role := range auth.Roles {
			if role != auth.SE {
				tokens[role] = tokenOf(t, w, role)
			}
		}
		other := foreignDeal(w)
		for _, need := range api.Needs(w.House, scs.New()) {
			at := func(deal string) string {
				return "/api" + parameter.ReplaceAllString(strings.ReplaceAll(need.Path, "{deal}", deal), "nothing")
			}
			for role, token := range tokens {
				c.token = token
				status, body := c.status(need.Method, at("NWF"), "{}")
				err := auth.May(role, auth.Permission(need.Permission))
				byTable := status == http.StatusForbidden && strings.Contains(body, "may not do this (")
				if byTable != (err != nil) || status == http.StatusInternalServerError || status == http.StatusUnauthorized {
					t.Errorf("%s %s as %s: %d %.200s, and the table says %v", need.Method, need.Path, role, status, body, err)
				}
			}
			c.token = ""
			if status, _ := c.status(need.Method, at("NWF"), "{}"); status != http.StatusUnauthorized {
				t.Errorf("%s %s by a stranger: %d", need.Method, need.Path, status)
			}
			c.token = tokens[auth.Admin]
			if status, body := c.status(need.Method, at(other), "{}"); strings.Contains(need.Path, "{deal}") && status != http.StatusNotFound {
				t.Errorf("%s %s for another workspace's deal: %d %.200s", need.Method, need.Path, status, body)
			}
		}
	})
}

// elsewhere is another workspace of the same house.
func elsewhere(w *wiretest.World) *wiretest.World {
	other := *w
	other.Who = journal.Actor{Workspace: id.New(w.Ctx()), Person: "someone", Role: "admin"}
	other.Do("workspace.found", func(ctx context.Context, tx *journal.Tx) error {
		return account.Found(ctx, tx, &account.Workspace{Name: "Other"})
	})
	return &other
}

// foreignDeal is a deal of another workspace, by its prefix.
func foreignDeal(w *wiretest.World) (prefix string) {
	elsewhere(w).Do("deal.add", func(ctx context.Context, tx *journal.Tx) error {
		a := account.Account{Name: "Zebra Unlimited"}
		if err := account.AddAccount(ctx, tx, &a); err != nil {
			return err
		}
		o := account.Opportunity{Account: a.ID, Name: "Secret plan"}
		err := account.AddOpportunity(ctx, tx, &o, a.Name)
		prefix = o.Prefix
		return err
	})
	return prefix
}
