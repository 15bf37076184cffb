package requirements_test

import (
	"context"
	"fmt"
	"net/http"
	"net/url"
	"os"
	"strings"
	"testing"

	"throughline/internal/account"
	"throughline/internal/auth"
	"throughline/internal/browsertest"
	"throughline/internal/journal"
	"throughline/internal/store/storetest"
	"throughline/internal/thread"
	"throughline/internal/web/roomtest"
	"throughline/internal/wiring/wiretest"
)

func TestMain(m *testing.M) { os.Exit(browsertest.Run(m)) }

// needed are requirements of several kinds and priorities.
func needed(w *wiretest.World) (all []thread.Requirement) {
	for _, n := range []thread.NewRequirement{
		{Statement: "Replay 24 hours of events within 1 hour", Kind: thread.Functional, Priority: thread.Must, Group: "Operations", Measure: &thread.Measure{Metric: "time to replay", Comparison: "<=", Target: 1, Unit: "h"}},
		{Statement: "Shipment data stays in the EU", Kind: thread.Data, Priority: thread.Must, Group: "Security"},
		{Statement: "A page where a carrier sees its own events", Kind: thread.Functional, Priority: thread.Could, Product: "Portal"},
		{Statement: "The console is fast", Kind: thread.Quality, Priority: thread.Should, Group: "Operations"},
		{Statement: "No local accounts, not even for administrators", Kind: thread.Security, Priority: thread.Must, Group: "Security"},
	} {
		n.Deal = w.Deal
		w.Do("requirement.add", func(ctx context.Context, tx *journal.Tx) error {
			r, err := thread.Add(ctx, tx, n)
			all = append(all, r)
			return err
		})
	}
	return all
}

func order(body string) (keys []string) {
	for _, part := range strings.Split(body, `<tr`)[1:] {
		if i := strings.Index(part, `id="NWF-`); i >= 0 && i < 60 {
			keys = append(keys, strings.SplitN(part[i+4:], `"`, 2)[0])
		}
	}
	return keys
}

func TestTheListIsWhatTheAddressSays(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		h := roomtest.New(t, w)
		needed(w)
		v := h.Enter(t, auth.Viewer)
		for _, row := range []struct{ query, want string }{
			{"", "NWF-1 NWF-2 NWF-3 NWF-4 NWF-5"},
			{"?priority=must", "NWF-1 NWF-2 NWF-5"},
			{"?kind=functional", "NWF-1 NWF-3"},
			{"?words=events+carrier", "NWF-3"},
			{"?words=SECURITY", "NWF-2 NWF-5"},
			{"?state=unmeasured&priority=must", "NWF-2 NWF-5"},
			{"?state=hints", "NWF-4"},
			{"?state=withdrawn", ""},
			{"?sort=-key", "NWF-5 NWF-4 NWF-3 NWF-2 NWF-1"},
			{"?sort=priority", "NWF-1 NWF-2 NWF-5 NWF-4 NWF-3"},
			{"?sort=group", "NWF-1 NWF-4 NWF-2 NWF-5 NWF-3"},
			{"?sort=nonsense&after=-7&state=nonsense", "NWF-1 NWF-2 NWF-3 NWF-4 NWF-5"},
		} {
			status, body := v.Get("/deals/NWF/requirements" + row.query)
			if got := strings.Join(order(body), " "); status != http.StatusOK || got != row.want {
				t.Errorf("%s: %d, %s, want %s", row.query, status, got, row.want)
			}
			if strings.Contains(body, `name="ids"`) {
				t.Error("a viewer can mark rows")
			}
		}
		if status, _, _ := v.Post("/deals/NWF/requirements/bulk", nil); status != http.StatusForbidden {
			t.Errorf("a viewer changed requirements: %d", status)
		}
	})
}

func TestManyAreChangedInOneActOrNone(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		h := roomtest.New(t, w)
		all := needed(w)
		v := h.Enter(t, auth.SE)
		marks := func(revision int64) (out []string) {
			for _, r := range all[:2] {
				out = append(out, fmt.Sprintf("%s@%d", r.ID, revision))
			}
			return out
		}
		send := func(form url.Values) (int, string, string) {
			form.Set("form", "bulk")
			form.Set("state", "kind=&priority=must")
			return v.Post("/deals/NWF/requirements/bulk", form)
		}
		status, _, to := send(url.Values{"ids": marks(1), "change": {"priority"}, "priority": {"should"}})
		if status != http.StatusSeeOther || !strings.Contains(to, "priority=must") || !strings.Contains(to, "done=") {
			t.Fatalf("%d %s", status, to)
		}
		status, body, _ := send(url.Values{"ids": marks(1), "change": {"group"}, "group": {"My heading"}})
		if status != http.StatusConflict || !strings.Contains(body, "NWF-1 was changed since you read it") || !strings.Contains(body, `value="My heading"`) {
			t.Errorf("a stale change: %d", status)
		}
		for _, row := range []struct {
			form url.Values
			want int
			says string
		}{
			{url.Values{"change": {"kind"}, "kind": {"data"}}, 422, "Choose at least one requirement."},
			{url.Values{"ids": marks(2), "change": {""}}, 422, "Say what should change of them."},
			{url.Values{"ids": marks(2), "change": {"withdraw"}, "withdraw": {" "}}, 422, "Say why they are no longer needed."},
			{url.Values{"ids": marks(2), "change": {"priority"}, "priority": {"urgent"}}, 422, "choose one of must"},
			{url.Values{"ids": marks(2), "change": {"owes"}, "owes": {"heard", "nowhere"}, "owes_why": {"x"}}, 422, "is no station"},
			{url.Values{"ids": marks(2), "change": {"priority"}, "priority": {"should"}}, 409, "are so already"},
			{url.Values{"ids": {"no-such-id@1"}, "change": {"kind"}, "kind": {"data"}}, 404, "no requirement"},
			{url.Values{"ids": marks(2), "change": {"owes"}, "owes": {"heard", "won"}, "owes_why": {"shown by the trial"}}, 303, ""},
			{url.Values{"ids": marks(3), "change": {"rule"}}, 303, ""},
			{url.Values{"ids": marks(4), "change": {"withdraw"}, "withdraw": {"of the old tender"}}, 303, ""},
		} {
			status, body, _ := send(row.form)
			if status != row.want || !strings.Contains(body, row.says) {
				t.Errorf("%v: %d, %s", row.form, status, row.says)
			}
		}
		_, body = v.Get("/deals/NWF/requirements?state=withdrawn")
		if got := strings.Join(order(body), " "); got != "NWF-1 NWF-2" || !strings.Contains(body, "withdrawn: of the old tender") {
			t.Errorf("withdrawn are %s", got)
		}
		w.Verify()
	})
}

func TestAnotherDealsRequirementIsNotChanged(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		h := roomtest.New(t, w)
		all := needed(w)
		var other account.Opportunity
		w.Do("import.crm", func(ctx context.Context, tx *journal.Tx) error {
			a := account.Account{Name: "Harbour Tools"}
			if err := account.AddAccount(ctx, tx, &a); err != nil {
				return err
			}
			other = account.Opportunity{Account: a.ID, Name: "Other"}
			return account.AddOpportunity(ctx, tx, &other, a.Name)
		})
		status, _, _ := h.Enter(t, auth.SE).Post("/deals/"+other.Prefix+"/requirements/bulk", url.Values{"ids": {all[0].ID + "@1"}, "change": {"kind"}, "kind": {"data"}})
		if status != http.StatusNotFound {
			t.Errorf("%d", status)
		}
	})
}

// By keyboard: two rows are marked and set to should; Enter in a field changes only its own.
func TestManyAreChangedByKeyboard(t *testing.T) {
	w := wiretest.New(t, storetest.SQLite(t))
	h := roomtest.New(t, w)
	base, comeIn := h.Serve(t, auth.SE)
	tab := browsertest.Open(t)
	tab.GoTo(comeIn)
	tab.GoTo(base + "/deals/NWF/requirements")
	seen(t, tab, "empty")
	needed(w)
	tab.GoTo(base + "/deals/NWF/requirements?sort=priority")
	seen(t, tab, "list")
	tab.Wait("#NWF-1")
	tab.Key("j", "v", "j", "v")
	if n := tab.Count(".mark:checked"); n != 2 {
		t.Fatalf("%d rows are marked", n)
	}
	tab.Click("#f-group")
	tab.Key("P", "e", "a", "k", "Enter")
	tab.WaitText("#toasts", "Undo")
	tab.WaitText("#NWF-2", "Peak")
	if strings.Contains(tab.Text("#NWF-5"), "Peak") || tab.Count(`#NWF-2 .mo[data-m="M"]`) != 1 {
		t.Error("more was changed than the heading of the two")
	}
	tab.GoTo(base + "/deals/NWF/requirements?mark=all")
	seen(t, tab, "marked")
	w.Verify()
}

func seen(t *testing.T, tab *browsertest.Tab, name string) {
	t.Helper()
	for _, width := range []int64{browsertest.Desk, browsertest.Phone} {
		for _, scheme := range []browsertest.Scheme{browsertest.Light, browsertest.Dark} {
			tab.See(width, 900, scheme)
			tab.Axe()
			if wide := browsertest.Evaluate[int](tab, `document.documentElement.scrollWidth`); int64(wide) > width {
				t.Errorf("%s is %d wide on %d", name, wide, width)
			}
			tab.Shot("requirements-"+name, width, 900, scheme)
		}
	}
	tab.See(browsertest.Desk, 900, browsertest.Light)
}
