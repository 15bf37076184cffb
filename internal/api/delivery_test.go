package api_test

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"throughline/internal/account"
	"throughline/internal/auth"
	"throughline/internal/journal"
	"throughline/internal/wiring/wiretest"
)

// at is the header that names the revision a thing is at.
func (c client) at(path string) (header, revision string) {
	c.t.Helper()
	_, _, h := c.do("GET", path, "")
	if h.Get("ETag") == "" {
		c.t.Fatalf("%s has no revision", path)
	}
	return "If-Match", h.Get("ETag")
}

// move posts to a thing at the revision that it is at.
func (c client) move(thing, verb, body string) map[string]any {
	c.t.Helper()
	header, revision := c.at(thing)
	return c.made("POST", thing+"/"+verb, body, header, revision)
}

func personOf(t *testing.T, w *wiretest.World, role auth.Role) string {
	t.Helper()
	people, err := auth.People(w.Ctx(), w.Reader())
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range people {
		if p.Role == role {
			return p.ID
		}
	}
	t.Fatalf("no %s", role)
	return ""
}

func TestADealIsHandedOverDeliveredAndGoesLiveOverTheAPI(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		se, sa := newClient(t, w, auth.SE), newClient(t, w, auth.SA)
		kept := se.made("POST", "/api/deals/NWF/requirements", need)["id"].(string)
		back := se.made("POST", "/api/deals/NWF/requirements", strings.Replace(need, "Replay", "Reload", 1))["id"].(string)
		handOver(t, w, se, sa, kept, back)
		deliver(t, sa, kept)
		if all := sa.made("GET", "/api/deals/NWF/thread", ""); !strings.Contains(fmt.Sprint(all["coverage"]), "live:map[owed:1 reached:1]") {
			t.Errorf("coverage %v", all["coverage"])
		}
		w.Verify()
	})
}

// handOver signs; one requirement is queried, answered and accepted, the other returned and withdrawn.
func handOver(t *testing.T, w *wiretest.World, se, sa client, kept, back string) {
	t.Helper()
	room := "/api/deals/NWF/handoff"
	if status, _, _ := sa.do("GET", room, ""); status != 404 {
		t.Errorf("a handoff before the signature: %d", status)
	}
	sign := fmt.Sprintf(`{"receiver":%q}`, personOf(t, w, auth.SA))
	if status, _, _ := se.do("POST", room+"/sign", sign); status != 428 {
		t.Errorf("signed without a revision: %d", status)
	}
	header, revision := se.at("/api/deals/NWF")
	se.made("POST", room+"/sign", sign, header, revision)
	if status, body, _ := se.do("POST", room+"/accept", fmt.Sprintf(`{"things":[%q]}`, kept)); status != 403 {
		t.Errorf("the SE accepted in place of the receiver: %d %v", status, body)
	}
	sa.made("POST", room+"/query", fmt.Sprintf(`{"things":[%q],"words":"From which queue?"}`, kept))
	se.made("POST", room+"/answer", fmt.Sprintf(`{"thing":%q,"answer":"From all three"}`, kept))
	sa.made("POST", room+"/accept", fmt.Sprintf(`{"things":[%q],"condition":"after the upgrade"}`, kept))
	sa.made("POST", room+"/return", fmt.Sprintf(`{"things":[%q],"reason":"Nobody sold the hardware"}`, back))
	if v := sa.made("GET", room, ""); v["state"] != "returned" || !strings.Contains(v["why"].(string), "NWF-2") || len(v["items"].([]any)) != 2 {
		t.Errorf("%v: %v", v["state"], v["why"])
	}
	se.made("POST", room+"/withdraw", fmt.Sprintf(`{"things":[%q],"reason":"Not in this order"}`, back))
	if v := sa.made("GET", room, ""); v["state"] != "complete" {
		t.Errorf("%v: %v", v["state"], v["why"])
	}
}

// deliver plans, checks, passes a gate and decides.
func deliver(t *testing.T, sa client, kept string) {
	t.Helper()
	room := "/api/deals/NWF"
	text := `"title,due,requirements,depends\nLoad,2026-04-01,NWF-1,\nTurn,2026-04-02,,Trip\nTrip,2026-04-03,,Turn\n"`
	would := sa.made("POST", room+"/plan", `{"text":`+text+`,"dry_run":true}`)
	if would["created"] != 1.0 || len(would["errors"].([]any)) != 2 || !strings.Contains(fmt.Sprint(would["errors"]), "“Turn” waits for “Trip” waits for “Turn”") {
		t.Errorf("the plan would be %v", would)
	}
	if all := sa.made("GET", room+"/tasks", "")["items"].([]any); len(all) != 0 {
		t.Errorf("a dry run kept %v", all)
	}
	sa.made("POST", room+"/plan", `{"text":`+text+`}`)
	load := sa.made("GET", room+"/tasks", "")["items"].([]any)[0].(map[string]any)
	if fmt.Sprint(load["requirements"]) != "["+kept+"]" {
		t.Errorf("the task makes %v true", load["requirements"])
	}
	task := room + "/tasks/" + load["id"].(string)
	if status, _, _ := sa.do("POST", task+"/complete", `{}`, "If-Match", `"9"`); status != 412 {
		t.Errorf("completed at a stale revision: %d", status)
	}
	sa.move(task, "complete", `{}`)
	check := sa.made("POST", room+"/checks/derive", fmt.Sprintf(`{"requirements":[%q]}`, kept))["items"].([]any)[0].(map[string]any)
	if r := sa.made("POST", fmt.Sprintf("%s/checks/%s/results", room, check["id"]), `{"value":50,"unit":"min"}`); r["passed"] != true {
		t.Errorf("50 min of 1 h: %v", r)
	}
	gate := sa.made("POST", room+"/gates", `{"name":"Ready","criteria":[{"kind":"at station","station":"verified"},{"kind":"signed by role","role":"IT"}]}`)
	sa.move(fmt.Sprintf("%s/gates/%s", room, gate["id"]), "sign", `{"role":"IT"}`)
	if g := sa.made("GET", room+"/gates", "")["items"].([]any)[0].(map[string]any); g["passed"] != true {
		t.Errorf("the gate: %v", g)
	}
	decide := `{"outcome":"go","persons":["jonas"],"evidence":"the run of today","hypercare_until":"2030-01-01","requirements":[%s]}`
	if status, body, _ := sa.do("POST", room+"/go-live", fmt.Sprintf(decide, "")); status != 422 {
		t.Errorf("went live with nothing: %d %v", status, body)
	}
	live := sa.made("POST", room+"/go-live", fmt.Sprintf(decide, fmt.Sprintf("%q", kept)))
	end := fmt.Sprintf("%s/go-live/%v/end-hypercare", room, live["id"])
	if status, body, _ := sa.do("POST", end, `{"how":""}`, "If-Match", `"1"`); status != 422 {
		t.Errorf("hypercare ended without a word: %d %v", status, body)
	}
	if status, body, _ := sa.do("POST", end, `{"how":"Calm; their desk runs it"}`, "If-Match", `"1"`); status != 200 || body["hypercare_ended"] == "" {
		t.Errorf("the end of hypercare: %d %v", status, body)
	}
}

func TestAThingOfAnotherDealIsNotThere(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		sa := newClient(t, w, auth.SA)
		task := sa.made("POST", "/api/deals/NWF/tasks", `{"title":"Load"}`)["id"]
		other := otherDeal(w)
		for _, path := range []string{"complete", "reopen", "remove"} {
			if status, body, _ := sa.do("POST", fmt.Sprintf("/api/deals/%s/tasks/%s/%s", other, task, path), `{}`, "If-Match", `"1"`); status != 404 {
				t.Errorf("%s through another deal: %d %v", path, status, body)
			}
		}
		w.Verify()
	})
}

// otherDeal is a second deal of the workspace, by its prefix.
func otherDeal(w *wiretest.World) string {
	w.T.Helper()
	var d account.Opportunity
	w.Do("deal.add", func(ctx context.Context, tx *journal.Tx) (err error) {
		d, err = account.AddDeal(ctx, tx, account.NewDeal{AccountName: "Halden Rail", Edit: account.Edit{Name: "Timetable"}})
		return err
	})
	return d.Prefix
}
