package demo_test

import (
	"context"
	"fmt"
	"net/url"
	"strings"
	"testing"

	"throughline/internal/account"
	"throughline/internal/answers"
	"throughline/internal/auth"
	core "throughline/internal/demo"
	"throughline/internal/journal"
	"throughline/internal/thread"
	"throughline/internal/wiring/wiretest"
)

func TestADemoIsPlannedHeldAndReactedTo(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		h, all := heard(t, w)
		v := h.Enter(t, auth.SE)
		_, body := v.Get(room)
		holds(t, "empty", body, "A demo shows people of the customer", "Plan a demo", "Not shown yet", "NWF-1")
		status, _, to := v.Post(room+"/demos", form("form", "plan", "title", "Relay live", "kind", "live", "held_at", "2026-03-02T09:30", "contacts", w.Dana, "contacts", w.Tomas))
		if status != 303 || !strings.Contains(to, "at=") {
			t.Fatalf("plan: %d %s", status, to)
		}
		demos, _ := journal.List[core.Demo](w.Ctx(), w.Reader(), w.Deal)
		d := demos[0]
		for _, f := range []url.Values{form("title", "Late truck", "status", "ga", "minutes", "10", "requirements", all[0].ID), form("title", "Phone", "status", "roadmap", "requirements", all[2].ID)} {
			if status, body, _ := v.Post(room+"/demos/"+d.ID+"/segments", f); status != 303 {
				t.Fatalf("segment: %d %s", status, body)
			}
		}
		segs, _ := core.Segments(w.Ctx(), w.Reader(), w.Deal)
		w.Clock.Set(wiretest.Start.AddDate(0, 0, 1))
		f := form("form", "deliver", "held_at", "2026-03-02T09:30", "contacts", w.Dana, "contacts", w.Tomas, "shown."+segs[0].ID, "full", "shown."+segs[1].ID, "part", "said."+segs[1].ID, "ready in May", "due."+segs[1].ID, "2026-05-31", "said."+segs[0].ID, "always there")
		status, body, _ = v.Post(room+"/demos/"+d.ID+"/deliver", f)
		if status != 422 {
			t.Errorf("a promise of what is there already: %d", status)
		}
		holds(t, "promise of nothing", body, "promises nothing more", "ready in May")
		f.Del("said." + segs[0].ID)
		if status, _, _ = v.Post(room+"/demos/"+d.ID+"/deliver", f); status != 303 {
			t.Fatalf("deliver: %d", status)
		}
		if ps, _ := thread.Promises(w.Ctx(), w.Reader(), w.Deal); len(ps) != 1 || ps[0].Words.String() != "ready in May" || ps[0].Due != "2026-05-31" {
			t.Errorf("promises %+v", ps)
		}
		cell := segs[0].ID + "." + w.Dana
		status, body, _ = v.Post(room+"/demos/"+d.ID+"/react", form("form", "react", "mark."+cell, "-2", "mark."+segs[0].ID+"."+w.Tomas, "2", "words."+segs[0].ID+"."+w.Tomas, "At last"))
		if status != 422 {
			t.Errorf("against it without words: %d", status)
		}
		holds(t, "reactions", body, "a negative reaction stands in the way", "At last")
		if status, _, _ = v.Post(room+"/demos/"+d.ID+"/react", form("form", "react", "mark."+cell, "-2", "words."+cell, "Too slow for us", "mark."+segs[0].ID+"."+w.Tomas, "2", "words."+segs[0].ID+"."+w.Tomas, "At last")); status != 303 {
			t.Fatalf("react: %d", status)
		}
		_, body = v.Get(room + "?at=" + segs[0].ID)
		holds(t, "held", body, "Too slow for us", "−2", "+2", "Promise P1", "Shown, and it did not convince.")
		w.Verify()
	})
}

func TestAnApprovalSaysBeforeWhatItPromises(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		h, all := heard(t, w)
		as := written(h, all)
		se, sa := h.Enter(t, auth.SE), h.Enter(t, auth.SA)
		_, body := se.Get(room + "?view=answers&form=approve&at=" + as[1].ID)
		holds(t, "another's", body, "waits for Jonas Weber", "-Approve it in my name")
		if status, _, _ := se.Post(room+"/answers/"+as[1].ID+"/approve", form("form", "approve", "version", "1")); status != 403 {
			t.Errorf("another's approval: %d", status)
		}
		_, body = sa.Get(room + "?view=answers&form=approve&at=" + as[1].ID)
		holds(t, "in part", body, "approving it makes these words a promise", "Approve it in my name")
		_, body = sa.Get(room + "?view=answers&form=approve&at=" + as[2].ID)
		holds(t, "standard", body, "promises nothing more than the product does", `-name="beyond"`)
		if status, _, _ := sa.Post(room+"/answers/"+as[1].ID+"/approve", form("form", "approve", "version", "1", "due", "2026-06-30")); status != 303 {
			t.Errorf("approval: %d", status)
		}
		ps, _ := thread.Promises(w.Ctx(), w.Reader(), w.Deal)
		if len(ps) != 2 || ps[1].Sort != "partly" || ps[1].Due != "2026-06-30" {
			t.Errorf("promises %+v", ps)
		}
		status, _, _ := sa.Post(room+"/answers/"+as[2].ID+"/approve", form("form", "approve", "version", "7"))
		if status != 409 {
			t.Errorf("a version nobody read: %d", status)
		}
		_, body = sa.Get(room + "?at=" + as[0].ID)
		holds(t, "approved", body, "approved by Mara Lindqvist", "Promise P1", `href="https://docs.example/keys"`, "“Can we hold our own keys?”")
		w.Verify()
	})
}

func TestWhatWasTypedIsKept(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		h, all := heard(t, w)
		d, segs := planned(h, all)
		as := written(h, all)
		v := h.Enter(t, auth.SE)
		for _, row := range []struct {
			name, path string
			form       url.Values
			status     int
			words      []string
		}{
			{"a demo without a time", "/demos", form("form", "plan", "title", "Second showing", "held_at", ""), 422, []string{"Second showing", "Say when."}},
			{"a time that is none", "/demos", form("form", "plan", "title", "Second showing", "held_at", "soon"), 422, []string{"Second showing", "Write day and time"}},
			{"a segment without a name", "/demos/" + d.ID + "/segments", form("form", "segment", "title", "", "capability", "live map", "minutes", "x"), 422, []string{"live map"}},
			{"a segment edited into nothing", "/segments/" + segs[0].ID + "/edit", form("form", "edit-segment", "title", " ", "capability", "other map", "status", "ga"), 422, []string{"other map", "Say something here."}},
			{"held before its time", "/demos/" + d.ID + "/deliver", form("form", "deliver", "held_at", "2027-01-01T10:00", "shown."+segs[0].ID, "full", "shown."+segs[1].ID, "full", "said."+segs[1].ID, "soon there", "shown."+segs[2].ID, "full"), 422, []string{"Is still to come", "soon there"}},
			{"reactions to a plan", "/demos/" + d.ID + "/react", form("form", "react", "mark."+segs[0].ID+"."+w.Dana, "1"), 409, []string{"Not done.", "only planned"}},
			{"an answer to nothing", "/answers", form("form", "answer", "words", "Certainly", "verdict", "affirm"), 422, []string{"Certainly", "Say which requirement it answers."}},
			{"a script as evidence", "/answers", form("form", "answer", "words", "Certainly", "verdict", "affirm", "requirements", all[0].ID, "evidence", "javascript:alert(1)"), 422, []string{"Only http and https"}},
			{"withdrawn without a reason", "/answers/" + as[0].ID + "/withdraw", form("form", "withdraw-answer", "why", ""), 422, []string{"Say something here."}},
		} {
			status, body, _ := v.Post(room+row.path, row.form)
			if status != row.status {
				t.Errorf("%s: %d, want %d", row.name, status, row.status)
			}
			holds(t, row.name, body, row.words...)
		}
		w.Verify()
	})
}

func TestTwoWhoEditOneAnswerSeeBothVersions(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		h, all := heard(t, w)
		a := written(h, all)[1]
		v := h.Enter(t, auth.SE)
		do(h.By(auth.SA), "answers.edit", answers.Edit, answers.Wording{ID: a.ID, Requirements: []string{all[5].ID}, Words: "Eight years today.", Verdict: answers.Partly})
		f := form("form", "edit-answer", "revision", fmt.Sprint(a.Revision), "words", "Nine years today.", "verdict", "partly", "requirements", all[5].ID)
		status, body, _ := v.Post(room+"/answers/"+a.ID+"/edit", f)
		if status != 409 {
			t.Fatalf("%d", status)
		}
		holds(t, "conflict", body, "Jonas Weber changed A2", "Eight", "Nine", "Seven", all[5].ID)
		f.Set("revision", fmt.Sprint(a.Revision+1))
		f.Set("resolve", "mine")
		f.Set("words.mine", "Nine years today.")
		f.Set("words.theirs", "Eight years today.")
		if status, _, _ = v.Post(room+"/answers/"+a.ID+"/edit", f); status != 303 {
			t.Errorf("keeping mine: %d", status)
		}
		now, err := journal.Load[answers.Answer](w.Ctx(), w.Reader(), a.ID)
		if err != nil || now.Words != "Nine years today." || now.Version != 3 {
			t.Errorf("%+v, %v", now, err)
		}
		w.Verify()
	})
}

func TestRolesAndOtherDealsAreTurnedAway(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		h, all := heard(t, w)
		d, segs := planned(h, all)
		as := written(h, all)
		paths := map[string]url.Values{"/demos/" + d.ID + "/edit": form("title", "x", "held_at", "2026-03-02T10:00"), "/demos/" + d.ID + "/deliver": form(), "/demos/" + d.ID + "/withdraw": form("why", "x"),
			"/demos/" + d.ID + "/segments": form("title", "x"), "/demos/" + d.ID + "/react": form(), "/segments/" + segs[0].ID + "/edit": form("title", "x"),
			"/answers/" + as[0].ID + "/edit": form("words", "x"), "/answers/" + as[1].ID + "/approve": form(), "/answers/" + as[0].ID + "/withdraw": form("why", "x")}
		for _, role := range []auth.Role{auth.Viewer, auth.AE} {
			v := h.Enter(t, role)
			for _, view := range []string{"demos&form=plan", "demos&form=deliver&at=" + d.ID, "answers&form=answer", "answers&form=approve&at=" + as[2].ID} {
				status, body := v.Get(room + "?view=" + view)
				if status != 200 {
					t.Errorf("%s on %s: %d", role, view, status)
				}
				holds(t, string(role)+" on "+view, body, `-action="`+room, "-Plan a demo", "-Write an answer", "-Withdraw<")
			}
			for path, f := range paths {
				if status, _, _ := v.Post(room+path, f); status != 403 {
					t.Errorf("%s posting %s: %d", role, path, status)
				}
			}
		}
		other := account.Opportunity{Name: "Second deal"}
		w.Do("import.crm", func(ctx context.Context, tx *journal.Tx) error {
			deal, err := account.Deal(ctx, tx, w.Deal)
			if err != nil {
				return err
			}
			other.Account = deal.Account
			return account.AddOpportunity(ctx, tx, &other, "Second")
		})
		v := h.Enter(t, auth.SE)
		for path, f := range paths {
			if status, _, _ := v.Post("/deals/"+other.Prefix+"/demo"+path, f); status != 404 {
				t.Errorf("another deal's %s: %d", path, status)
			}
		}
		w.Verify()
	})
}
