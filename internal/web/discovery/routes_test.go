package discovery_test

import (
	"context"
	"fmt"
	"net/http"
	"net/url"
	"strings"
	"testing"

	"throughline/internal/account"
	"throughline/internal/auth"
	core "throughline/internal/discovery"
	"throughline/internal/journal"
	"throughline/internal/thread"
	"throughline/internal/wiring/wiretest"
)

func holds(t *testing.T, body string, words ...string) {
	t.Helper()
	for _, w := range words {
		if !strings.Contains(body, w) {
			t.Errorf("the page does not say %q", w)
		}
	}
}

func lacks(t *testing.T, body string, words ...string) {
	t.Helper()
	for _, w := range words {
		if strings.Contains(body, w) {
			t.Errorf("the page says %q", w)
		}
	}
}

func TestTheRoomSaysHowToBegin(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		h, se := enter(t, w)
		status, body := se.Get("/deals/NWF/discovery")
		if status != http.StatusOK {
			t.Fatal(status)
		}
		holds(t, body, "Calls with the customer belong here", "Record a call", "Economic buyer")
		_, body = h.Enter(t, auth.Viewer).Get("/deals/NWF/discovery?form=record")
		lacks(t, body, "Record a call", "Add a fact", "Add a note")
	})
}

func TestOnlyWhoSellsMayDecide(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		h, _ := enter(t, w)
		call, found := recorded(w, "First call", "given", "call.txt", short, w.Dana)
		path := "/deals/NWF/discovery/" + call.ID
		for _, role := range []auth.Role{auth.Viewer, auth.AE} {
			v := h.Enter(t, role)
			for _, act := range []string{"/accept", "/merge", "/reject", "/accept-many", "/mark", "/propose", "/voices", "/consent", "/edit", "/remove"} {
				if status, _, _ := v.Post(path+act, url.Values{"id": {found[0].ID}}); status != http.StatusForbidden {
					t.Errorf("%s %s: %d", role, act, status)
				}
			}
			if status, body := v.Get(path); status != http.StatusOK || strings.Contains(body, "/accept") {
				t.Errorf("%s sees the forms, or not the page: %d", role, status)
			}
		}
		if status, _, _ := h.Enter(t, auth.SE).Post(path+"/forget", nil); status != http.StatusForbidden {
			t.Errorf("an SE forgot the words of a call: %d", status)
		}
		if status, _, to := h.Enter(t, auth.Manager).Post(path+"/forget", nil); status != http.StatusSeeOther {
			t.Errorf("a manager could not: %d %s", status, to)
		}
		_, body := h.Enter(t, auth.SE).Get(path)
		lacks(t, body, "five seconds", "seven years")
		holds(t, body, "were forgotten")
		w.Verify()
	})
}

func TestAnotherDealsThingsAreNotThere(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		_, se := enter(t, w)
		call, found := recorded(w, "First call", "given", "call.txt", short, w.Dana)
		var other account.Opportunity
		w.Do("import.crm", func(ctx context.Context, tx *journal.Tx) error {
			a := account.Account{Name: "Harbour Tools"}
			if err := account.AddAccount(ctx, tx, &a); err != nil {
				return err
			}
			other = account.Opportunity{Account: a.ID, Name: "Other"}
			return account.AddOpportunity(ctx, tx, &other, a.Name)
		})
		room := "/deals/" + other.Prefix + "/discovery"
		if status, _ := se.Get(room + "/" + call.ID); status != http.StatusNotFound {
			t.Errorf("another deal shows the call: %d", status)
		}
		for _, act := range []string{"/accept", "/reject", "/accept-many", "/propose", "/consent"} {
			if status, _, _ := se.Post(room+"/"+call.ID+act, url.Values{"id": {found[0].ID}, "ids": {found[0].ID}, "consent": {"given"}}); status != http.StatusNotFound {
				t.Errorf("another deal's call was acted on by %s: %d", act, status)
			}
		}
		mine, _ := recorded(w, "Second call", "given", "two.txt", "Dana Whitfield: The export has to end within ten minutes.", w.Dana)
		for act, form := range map[string]url.Values{"/accept": {"id": {found[0].ID}}, "/accept-many": {"ids": {found[0].ID}}, "/voices": {"voice": {found[0].Voice}, "who": {"side:ours"}}} {
			if status, _, _ := se.Post("/deals/NWF/discovery/"+mine.ID+act, form); status != http.StatusNotFound {
				t.Errorf("%s took what another call holds: %d", act, status)
			}
		}
		if status, _ := se.Get("/deals/NWF/discovery/no-such-call"); status != http.StatusNotFound {
			t.Errorf("a call that is not there: %d", status)
		}
		for _, path := range []string{"/facts/none/edit", "/facts/none/verify", "/facts/none/remove", "/notes/none/edit", "/notes/none/remove"} {
			if status, _, _ := se.Post("/deals/NWF/discovery"+path, nil); status != http.StatusNotFound {
				t.Errorf("%s: %d", path, status)
			}
		}
		w.Verify()
	})
}

func TestAFileThatCannotBeReadIsASentenceAndTheWordsStay(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		h, se := enter(t, w)
		form := url.Values{"form": {"record"}, "title": {"A call that was long"}, "held_on": {"2026-03-02"}, "consent": {"given"}, "newcomers": {"Priya Nair, security"}}
		for _, row := range []struct {
			name, file string
			content    string
			want       string
		}{
			{"binary", "call.vtt", "PK\x03\x04" + strings.Repeat("\x00\x01\x02\xff", 400), "call.vtt"},
			{"empty", "call.vtt", "", "call.vtt is empty"},
			{"without a word", "call.txt", "\n\n  \n", "call.txt"},
		} {
			status, body, _ := se.Upload("/deals/NWF/discovery/calls", form, "file", row.file, row.content)
			if status != http.StatusUnprocessableEntity {
				t.Errorf("%s: %d", row.name, status)
			}
			holds(t, body, row.want, `value="A call that was long"`, "Priya Nair, security", "Nothing was saved.")
		}
		if status, body, _ := se.Upload("/deals/NWF/discovery/calls", form, "file", "long.txt", strings.Repeat("Dana: yes. ", 7<<20)); status != http.StatusUnprocessableEntity || !strings.Contains(body, "larger than 64 MB") {
			t.Errorf("a file over the limit: %d", status)
		}
		calls, err := core.Calls(w.Ctx(), w.Reader(), w.Deal)
		if err != nil || len(calls) != 0 {
			t.Errorf("%d calls are kept, %v", len(calls), err)
		}
		holders, err := journal.List[account.Stakeholder](w.Ctx(), h.Reader(), w.Deal)
		if err != nil || len(holders) != 2 {
			t.Errorf("%d stakeholders after refused files, %v", len(holders), err)
		}
		w.Verify()
	})
}

func TestPastedWordsAreReadAndWhoIsNewJoinsTheDeal(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		_, se := enter(t, w)
		form := url.Values{"form": {"record"}, "title": {"Call about <b>security</b>"}, "held_on": {"2026-03-02"}, "held_time": {"14:30"}, "consent": {"given"}, "contacts": {w.Dana},
			"newcomers": {"Priya Nair, security\r\n\r\n"}, "words": {"Priya Nair: Leavers have to be removed within fifteen minutes.\r\n<script>alert(1)</script>\r\nDana Whitfield: And we need it by June."}}
		status, _, to := se.Post("/deals/NWF/discovery/calls", form)
		if status != http.StatusSeeOther {
			t.Fatalf("%d", status)
		}
		status, body := se.Get(to)
		if status != http.StatusOK {
			t.Fatal(status)
		}
		holds(t, body, "Call about &lt;b&gt;security&lt;/b&gt;", "Dana Whitfield, Priya Nair", "14:30", "Recorded a call", "within fifteen minutes", "1 of ")
		lacks(t, body, "<script>alert")
		again, body, _ := se.Post("/deals/NWF/discovery/calls", form)
		if again != http.StatusConflict {
			t.Errorf("the same words twice: %d", again)
		}
		holds(t, body, "pasted words is the file of")
		form.Set("title", "")
		form.Set("held_on", "soon")
		status, body, _ = se.Post("/deals/NWF/discovery/calls", form)
		if status != http.StatusUnprocessableEntity {
			t.Errorf("no title: %d", status)
		}
		holds(t, body, "is no day like 2026-03-02", "fifteen minutes")
		w.Verify()
	})
}

func TestAHeldCallShowsNoWordsAndWhoCanRelease(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		_, se := enter(t, w)
		call, found := recorded(w, "Held call", "none", "call.txt", short, w.Dana)
		path := "/deals/NWF/discovery/" + call.ID
		if len(found) != 0 {
			t.Fatalf("%d candidates of a held call", len(found))
		}
		_, body := se.Get(path)
		holds(t, body, "Nothing is read", "nobody&#39;s consent is recorded", "Those who spoke can give it: Dana Whitfield")
		lacks(t, body, "five seconds", "seven years", "Mark a quote")
		if status, body, _ := se.Post(path+"/mark", url.Values{"form": {"mark"}, "quote": {"read dispatch changes within five seconds"}}); status != http.StatusConflict {
			t.Errorf("a quote of held words was marked: %d", status)
		} else {
			holds(t, body, "is held")
		}
		status, _, to := se.Post(path+"/consent", url.Values{"form": {"consent"}, "consent": {"given"}, "by": {w.Dana}, "revision": {fmt.Sprint(call.Revision)}})
		if status != http.StatusSeeOther {
			t.Fatal(status)
		}
		_, body = se.Get(to)
		holds(t, body, "consent given by Dana Whitfield", "five seconds", "1 of ")
		w.Verify()
	})
}

func TestEachDecisionGoesOnToTheNext(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		_, se := enter(t, w)
		call, found := tourCall(t, w)
		path := "/deals/NWF/discovery/" + call.ID
		next := func(act string, form url.Values) {
			t.Helper()
			status, body, to := se.Post(path+act, form)
			if status != http.StatusSeeOther || !strings.Contains(to, "?at=") || !strings.Contains(to, "#c-") {
				t.Fatalf("%s: %d %s %s", act, status, to, body)
			}
		}
		id := func(i int) []string { return []string{found[i].ID} }
		needs := []int{}
		for i := range found {
			if found[i].Sort == core.Need {
				needs = append(needs, i)
			}
		}
		next("/accept", url.Values{"form": {"accept"}, "id": id(needs[0]), "sort": {"need"}, "statement": {"Dispatch changes arrive within 5 seconds"}, "priority": {"should"}, "kind": {"integration"},
			"proposed": {"measure"}, "measure.metric": {"time"}, "measure.comparison": {""}, "measure.target": {"5"}})
		all, err := thread.Requirements(w.Ctx(), w.Reader(), w.Deal)
		if err != nil || len(all) != 1 || all[0].Statement != "Dispatch changes arrive within 5 seconds" || all[0].Priority != thread.Should || all[0].Measure != nil {
			t.Fatalf("%+v %v", all, err)
		}
		next("/merge", url.Values{"form": {"merge"}, "id": id(needs[1]), "into": {all[0].ID}})
		next("/reject", url.Values{"form": {"reject"}, "id": id(needs[2]), "reason": {""}, "why": {"not a need"}})
		_, body := se.Get(path + "?at=" + found[needs[2]].ID)
		holds(t, body, "Not a need.", "rejected")
		next("/accept", url.Values{"form": {"accept"}, "id": id(needs[3]), "sort": {"fact"}, "value": {"72"}, "unit": {"hours"}, "name": {"retries"}})
		next("/accept-many", url.Values{"form": {"many"}, "ids": {found[needs[4]].ID, found[needs[5]].ID}})
		_, body = se.Get(path)
		holds(t, body, fmt.Sprintf("6 of %d decided", len(found)), "4 accepted, 1 merged, 1 rejected")
		if status, _, _ := se.Post(path+"/accept", url.Values{"form": {"accept"}, "id": id(needs[0]), "sort": {"need"}}); status != http.StatusConflict {
			t.Errorf("decided twice: %d", status)
		}
		w.Verify()
	})
}

func TestWhatWasTypedOfACandidateStays(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		_, se := enter(t, w)
		call, found := recorded(w, "First call", "given", "call.txt", short, w.Dana)
		path := "/deals/NWF/discovery/" + call.ID
		status, body, _ := se.Post(path+"/accept", url.Values{"form": {"accept"}, "id": {found[0].ID}, "sort": {"need"}, "statement": {strings.Repeat("word ", 120)}, "kind": {"wish"}, "priority": {"must"},
			"measure.metric": {"my metric"}, "measure.comparison": {"<="}, "measure.target": {"soon"}})
		if status != http.StatusUnprocessableEntity {
			t.Fatal(status)
		}
		holds(t, body, "my metric", `value="soon"`, "word word", "Nothing was saved.", `id="c-`+found[0].ID)
		status, _, _ = se.Post(path+"/merge", url.Values{"form": {"merge"}, "id": {found[0].ID}})
		if status != http.StatusUnprocessableEntity {
			t.Errorf("merged into nothing: %d", status)
		}
		status, body, _ = se.Post(path+"/reject", url.Values{"form": {"reject"}, "id": {found[0].ID}})
		if status != http.StatusUnprocessableEntity {
			t.Errorf("rejected without a reason: %d", status)
		}
		holds(t, body, "Say something here.")
		status, body, _ = se.Post(path+"/mark", url.Values{"form": {"mark"}, "quote": {"words that nobody said"}})
		if status != http.StatusConflict {
			t.Errorf("marked what nobody said: %d", status)
		}
		holds(t, body, "not in the transcript", "words that nobody said")
		w.Verify()
	})
}
