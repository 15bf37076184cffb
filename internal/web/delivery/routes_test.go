package delivery_test

import (
	"context"
	"net/url"
	"strings"
	"testing"

	"throughline/internal/account"
	"throughline/internal/auth"
	core "throughline/internal/delivery"
	"throughline/internal/journal"
	"throughline/internal/web/roomtest"
	"throughline/internal/wiring/wiretest"
)

const room = "/deals/NWF/delivery"

func form(pairs ...string) url.Values {
	out := url.Values{}
	for i := 0; i+1 < len(pairs); i += 2 {
		out.Add(pairs[i], pairs[i+1])
	}
	return out
}

func TestEachViewShowsWhatItIsFor(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		h, ids := signed(t, w)
		tasks := planned(h, ids)
		checks := checked(h, ids)
		decided(h, ids)
		sa, viewer := h.Enter(t, auth.SA), h.Enter(t, auth.Viewer)
		for _, row := range []struct {
			address    string
			holds, not []string
		}{
			{"", []string{"10 days late", "Timeline of 6 tasks", "waits for T2", "NW-118", "No task yet", "NWF-5"}, []string{"Withdraw the decision"}},
			{"?party=customer", []string{"Open the firewall", "Connect the company directory"}, []string{">Train the planners<"}},
			{"?state=late", []string{"Open the firewall"}, []string{">Train the planners<"}},
			{"?words=directory", []string{"Connect the company directory"}, []string{">Open the firewall"}},
			{"?words=nothing+like+this", []string{"No task fits these filters."}, nil},
			{"?at=" + tasks[2].ID, []string{`aria-labelledby="task"`, "under way"}, nil},
			{"?at=" + checks[1].ID, []string{"310 min, missed", "load log", "≤ 240 min"}, nil},
			{"?view=checks&show=passed", []string{"8.5 min"}, []string{"310 min"}},
			{"?view=gates", []string{"3 things stand in the way", "Signed by Head of IT", "not signed yet"}, []string{"P2"}},
			{"?view=go-live", []string{"go with conditions", "The second load is watched by both sides", "The load runs once, on a Sunday. Until 1 Jun.", "Due in June.", "until 18 May", "Dana Whitfield, Jonas Weber"}, nil},
			{"?view=nonsense", []string{"Open the firewall"}, nil},
			{"?form=task&requirement=" + ids[4], []string{`value="` + ids[4] + `" checked`}, nil},
		} {
			status, body := sa.Get(room + row.address)
			if status != 200 {
				t.Fatalf("%s: %d", row.address, status)
			}
			for _, words := range row.holds {
				if !strings.Contains(body, words) {
					t.Errorf("%s does not hold %q", row.address, words)
				}
			}
			for _, words := range row.not {
				if strings.Contains(body, words) {
					t.Errorf("%s holds %q", row.address, words)
				}
			}
			if _, body := viewer.Get(room + row.address); strings.Contains(body, `action="/deals/NWF/delivery/`) || strings.Contains(body, "form=task") {
				t.Errorf("%s offers a viewer an act", row.address)
			}
		}
	})
}

func TestThePlanIsReadBeforeWhatItLacksAndWhatIsPickedBeforeBoth(t *testing.T) {
	w := wiretest.New(t, t.TempDir())
	h, ids := signed(t, w)
	tasks := planned(h, ids)
	sa := h.Enter(t, auth.SA)
	for _, row := range []struct{ address, first, then string }{
		{"", `id="plan"`, `id="unplanned"`},
		{"?at=" + tasks[0].ID, `id="task"`, `id="plan"`},
		{"?view=checks", `id="checks"`, `id="underived"`},
		{"", `<span class="plan-name">Open the firewall to the exchange</span>`, "<table"},
	} {
		_, body := sa.Get(room + row.address)
		if a, b := strings.Index(body, row.first), strings.Index(body, row.then); a < 0 || b < 0 || a > b {
			t.Errorf("%s: %s stands at %d and %s at %d", row.address, row.first, a, row.then, b)
		}
	}
}

func TestAnActIsRefusedToARoleAndToAnotherDeal(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		h, ids := signed(t, w)
		tasks, checks := planned(h, ids), checked(h, ids)
		gates, err := core.Gates(w.Ctx(), w.Reader(), w.Deal)
		if err != nil {
			t.Fatal(err)
		}
		live := decided(h, ids)
		other := otherDeal(w)
		sa := h.Enter(t, auth.SA)
		refused := []*roomtest.Visitor{h.Enter(t, auth.Viewer), h.Enter(t, auth.AE)}
		for _, path := range []string{"tasks", "plan/preview", "plan/import", "checks", "checks/derive", "gates", "go-live"} {
			for _, v := range refused {
				if status, _, _ := v.Post(room+"/"+path, form("title", "x")); status != 403 {
					t.Errorf("%s: %d to a role that may not", path, status)
				}
			}
		}
		for _, path := range []string{"tasks/" + tasks[1].ID + "/edit", "tasks/" + tasks[1].ID + "/link", "tasks/" + tasks[1].ID + "/complete", "tasks/" + tasks[0].ID + "/reopen", "tasks/" + tasks[5].ID + "/remove",
			"checks/" + checks[0].ID + "/edit", "checks/" + checks[0].ID + "/result", "checks/" + checks[0].ID + "/withdraw",
			"gates/" + gates[0].ID + "/sign", "gates/" + gates[0].ID + "/withdraw", "gates/" + gates[0].ID + "/remove", "go-live/" + live.ID + "/withdraw", "go-live/" + live.ID + "/end-hypercare"} {
			if status, _, _ := refused[0].Post(room+"/"+path, form("why", "x")); status != 403 {
				t.Errorf("%s: %d to a viewer", path, status)
			}
			if status, _, _ := sa.Post("/deals/"+other+"/delivery/"+path, form("title", "x", "why", "x", "role", "Head of IT")); status != 404 {
				t.Errorf("%s through another deal: %d", path, status)
			}
		}
		if status, _ := sa.Get(room + "/files/" + strings.Repeat("0", 64)); status != 404 {
			t.Errorf("a file that is not there: %d", status)
		}
		w.Verify()
	})
}

// otherDeal is a second deal of the workspace, by its prefix.
func otherDeal(w *wiretest.World) (prefix string) {
	w.T.Helper()
	w.Do("deal.add", func(ctx context.Context, tx *journal.Tx) error {
		d, err := account.AddDeal(ctx, tx, account.NewDeal{AccountName: "Halden Rail", Edit: account.Edit{Name: "Timetable"}})
		prefix = d.Prefix
		return err
	})
	return prefix
}
