package evaluation_test

import (
	"context"
	"fmt"
	"net/url"
	"strings"
	"testing"

	"throughline/internal/account"
	"throughline/internal/auth"
	core "throughline/internal/evaluation"
	"throughline/internal/journal"
	"throughline/internal/wiring/wiretest"
)

// form makes a form of pairs.
func form(pairs ...string) url.Values {
	f := url.Values{}
	for i := 0; i+1 < len(pairs); i += 2 {
		f.Add(pairs[i], pairs[i+1])
	}
	return f
}

// holds fails for what a page must hold and does not, or must not and does ("-" before it).
func holds(t *testing.T, what, body string, words ...string) {
	t.Helper()
	for _, w := range words {
		w, not := strings.CutPrefix(w, "-")
		if has := strings.Contains(body, w); has == not {
			t.Errorf("%s: that it holds %q is %v", what, w, has)
		}
	}
}

func TestTheWinSaysWhatIsMissingAndWhoCouldCloseIt(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		h, all := heard(t, w)
		v := h.Enter(t, auth.SE)
		status, body := v.Get(room)
		if status != 200 {
			t.Fatalf("%d", status)
		}
		holds(t, "open", body, "<span>open</span>", "0 of 4 musts have a ground", "Mara Lindqvist", "form=ground&amp;requirement="+all[2].ID, "Dana Whitfield", "form=sign-off", "-<span>lost")
		_, cs := tried(h, all)
		told(h, all, cs)
		_, body = v.Get(room)
		holds(t, "lived", body, "<span>claimed</span>", "9 of 16, 56 %", "As far as I am concerned you have it.", `>P1</a>`, "Halden Ferries", "on a caveat")
		status, _, to := v.Post(room+"/lose", form("form", "lose", "reason", "security", "words", "Their auditor said no"))
		if status != 303 || !strings.Contains(to, "view=win") {
			t.Errorf("losing led to %d %s", status, to)
		}
		_, body = v.Get(room)
		holds(t, "lost", body, "<span>lost</span>", "Lost for security", "Their auditor said no", "Reopen it", "-Record it as lost", "-What is still missing")
		w.Verify()
	})
}

func TestARoleThatMayNotSeesNoActAndIsTurnedAway(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		h, all := heard(t, w)
		e, cs := tried(h, all)
		told(h, all, cs)
		for _, role := range []auth.Role{auth.Viewer, auth.AE} {
			v := h.Enter(t, role)
			for _, view := range []string{"win&form=ground", "evaluations&form=edit&at=" + e.ID, "criteria&form=result&at=" + cs[0].ID, "sign-offs&form=sign-off"} {
				status, body := v.Get(room + "?view=" + view)
				if status != 200 {
					t.Errorf("%s on %s: %d", role, view, status)
				}
				holds(t, string(role)+" on "+view, body, `-action="`+room, "-Record a", "-Withdraw<")
			}
			for _, path := range []string{"/claim", "/evaluations", "/sign-offs", "/grounds", "/criteria/" + cs[0].ID + "/result", "/evaluations/" + e.ID + "/import"} {
				if status, _, _ := v.Post(room+path, form()); status != 403 {
					t.Errorf("%s posting %s: %d", role, path, status)
				}
			}
		}
	})
}

func TestAnotherDealsThingsAreNotThere(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		h, all := heard(t, w)
		e, cs := tried(h, all)
		told(h, all, cs)
		other := account.Opportunity{Name: "Second deal"}
		w.Do("import.crm", func(ctx context.Context, tx *journal.Tx) error {
			d, err := account.Deal(ctx, tx, w.Deal)
			if err != nil {
				return err
			}
			other.Account = d.Account
			return account.AddOpportunity(ctx, tx, &other, "Second")
		})
		v := h.Enter(t, auth.SE)
		there := "/deals/" + other.Prefix + "/evaluation"
		signs, _ := journal.List[core.SignOff](w.Ctx(), w.Reader(), w.Deal)
		grounds, _ := journal.List[core.Ground](w.Ctx(), w.Reader(), w.Deal)
		for path, f := range map[string]url.Values{"/evaluations/" + e.ID + "/edit": form("title", "x"), "/evaluations/" + e.ID + "/readout": form(), "/criteria/" + cs[0].ID + "/result": form("value", "3"),
			"/evaluations/" + e.ID + "/derive": form("requirements", all[0].ID), "/criteria/" + cs[0].ID + "/waive": form("contact", w.Dana, "reason", "x"),
			"/sign-offs/" + signs[0].ID + "/withdraw": form("why", "x"), "/grounds/" + grounds[0].ID + "/withdraw": form(), "/grounds": form("requirement", all[0].ID, "kind", "in use")} {
			if status, _, _ := v.Post(there+path, f); status != 404 {
				t.Errorf("%s: %d", path, status)
			}
		}
		w.Verify()
	})
}

func TestWhatWasTypedIsKept(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		h, all := heard(t, w)
		e, cs := tried(h, all)
		v := h.Enter(t, auth.SE)
		for _, row := range []struct {
			name, path string
			form       url.Values
			status     int
			words      []string
		}{
			{"an evaluation without a name", "/evaluations", form("form", "draft", "title", "", "scope", "only the export", "environment", "Nodes: 4\n: nothing", "from", "2026-03-20", "to", "2026-03-09"), 422,
				[]string{"only the export", "Nodes: 4", "Say something here.", "before it begins"}},
			{"a value that is none", "/criteria/" + cs[0].ID + "/result", form("form", "result", "value", "ten", "note", "on a slow night"), 422, []string{"on a slow night", "is not a number"}},
			{"a unit of another kind", "/criteria/" + cs[0].ID + "/result", form("form", "result", "value", "9", "unit", "GB", "note", "in the wrong column"), 422, []string{"in the wrong column", "Give it in min."}},
			{"a moment that is none", "/criteria/" + cs[0].ID + "/result", form("form", "result", "value", "9", "at", "yesterday"), 422, []string{"Write day and time"}},
			{"a waiver without a person", "/criteria/" + cs[2].ID + "/waive", form("form", "waive", "reason", "We look ourselves"), 422, []string{"We look ourselves"}},
			{"a waiver of what passed", "/criteria/" + cs[0].ID + "/waive", form("form", "waive", "contact", w.Dana, "reason", "Never mind"), 409, []string{"there is nothing to waive"}},
			{"a loss without a reason", "/lose", form("form", "lose", "words", "They went quiet"), 422, []string{"They went quiet", "choose one of"}},
			{"a ground of nothing", "/grounds", form("form", "ground", "kind", "reference", "who", "Halden Ferries"), 422, []string{"Halden Ferries", "Say which requirement"}},
			{"a start before its time", "/evaluations/" + e.ID + "/start", form("form", "start"), 409, []string{"only one that both sides agreed to starts"}},
			{"nobody decides", "/decides", form("form", "decides"), 422, []string{"Say who has the technical decision"}},
			{"no requirement chosen", "/evaluations/" + e.ID + "/derive", form("form", "derive", "weight", "5"), 422, []string{"Choose at least one requirement"}},
			{"no file", "/evaluations/" + e.ID + "/import", form("form", "import"), 422, []string{"Choose the file"}},
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

func TestTwoWhoEditAtOnceSeeBothVersions(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		h, all := heard(t, w)
		e, cs := tried(h, all)
		v := h.Enter(t, auth.SE)
		do(h.By(auth.SA), "evaluation.edit", core.EditEvaluation, core.Plan{ID: e.ID, Title: "Two weeks in Oslo", Decision: e.Decision, Scope: e.Scope, From: e.From, To: e.To})
		status, body, _ := v.Post(room+"/evaluations/"+e.ID+"/edit", form("form", "edit", "revision", fmt.Sprint(e.Revision), "title", "Two weeks in Bergen", "kind", "poc", "decision", e.Decision, "scope", "Export only"))
		if status != 409 {
			t.Fatalf("%d", status)
		}
		holds(t, "conflict", body, "Nothing is saved yet.", "Jonas Weber changed", "Bergen", "Oslo", "Export only", `value="mine"`)
		c := do(h.By(auth.SA), "evaluation.edit-criterion", core.EditCriterion, core.NewCriterion{ID: cs[0].ID, Requirement: all[0].ID, Weight: 2, RunBy: h.People[auth.SA].ID})
		status, body, _ = v.Post(room+"/criteria/"+c.ID+"/edit", form("form", "edit-criterion", "revision", fmt.Sprint(c.Revision-1), "requirement", all[0].ID, "statement", "Ends in time", "weight", "4", "run_by", w.Tomas))
		if status != 409 {
			t.Fatalf("criterion: %d", status)
		}
		holds(t, "criterion conflict", body, "Jonas Weber changed C1", "Ends in time", `<p class="diff">Jonas Weber, SA</p>`, `<p class="diff">Tomás`, "Who runs it, chosen anew")
		if strings.Contains(body, `<p class="diff">`+h.People[auth.SA].ID) {
			t.Error("a person is shown by an id")
		}
		status, _, _ = v.Post(room+"/criteria/"+c.ID+"/edit", form("form", "edit-criterion", "revision", fmt.Sprint(c.Revision), "resolve", "theirs", "requirement", all[0].ID, "statement", "Ends in time", "statement.theirs", c.Statement, "statement.mine", "Ends in time", "weight", "2"))
		now, err := journal.Load[core.Criterion](w.Ctx(), w.Reader(), c.ID)
		if status != 303 || err != nil || now.Statement != c.Statement {
			t.Errorf("taking theirs: %d, %q, %v", status, now.Statement, err)
		}
		w.Verify()
	})
}

func TestCriteriaComeFromRequirementsAndAreLocked(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		h, all := heard(t, w)
		v := h.Enter(t, auth.SE)
		status, _, to := v.Post(room+"/evaluations", form("form", "draft", "title", "Two weeks", "entry", "Data is copied\n\n Firewall open "))
		if status != 303 {
			t.Fatalf("%d", status)
		}
		es, _ := journal.List[core.Evaluation](w.Ctx(), w.Reader(), w.Deal)
		e := es[0]
		if len(e.Entry) != 2 || e.Entry[1].Text != "Firewall open" || !strings.Contains(to, e.ID) {
			t.Errorf("entry %v, to %s", e.Entry, to)
		}
		path := room + "/evaluations/" + e.ID
		if status, _, _ := v.Post(path+"/derive", form("requirements", all[0].ID, "requirements", all[2].ID, "weight", "4", "run_by", w.Tomas)); status != 303 {
			t.Errorf("derive: %d", status)
		}
		cs, _ := core.CriteriaOf(w.Ctx(), w.Reader(), e)
		if len(cs) != 2 || cs[0].Measure == nil || cs[1].Measure != nil || cs[0].Weight != 4 || cs[1].RunBy != w.Tomas || !cs[1].Must {
			t.Fatalf("criteria %+v", cs)
		}
		_, body := v.Get(room + "?view=criteria&form=derive&at=" + e.ID)
		holds(t, "derive", body, all[1].ID, `-name="requirements" value="`+all[0].ID)
		if status, _, _ := v.Post(path+"/lock", form("criterion", cs[1].ID)); status != 303 {
			t.Errorf("lock: %d", status)
		}
		if status, _, _ := v.Post(room+"/criteria/"+cs[0].ID+"/remove", form()); status != 303 {
			t.Errorf("remove: %d", status)
		}
		status, body, _ = v.Post(room+"/criteria/"+cs[1].ID+"/remove", form())
		if status != 409 {
			t.Errorf("removing a locked one: %d", status)
		}
		holds(t, "removing", body, "Not done.", "was agreed to")
		if status, _, _ := v.Post(room+"/criteria/"+cs[1].ID+"/result", form("form", "result", "passed", "yes")); status != 303 {
			t.Errorf("judged: %d", status)
		}
		_, body = v.Get(room + "?at=" + cs[1].ID)
		holds(t, "judged", body, "Judged to have passed", "counts")
		w.Verify()
	})
}

func TestWhoDecidesIsMarkedEvenByName(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		h, _ := heard(t, w)
		v := h.Enter(t, auth.SE)
		if status, _, _ := v.Post(room+"/decides", form("form", "decides", "name", "Nils Berg", "role", "CTO")); status != 303 {
			t.Fatalf("%d", status)
		}
		holders, _ := journal.List[account.Stakeholder](w.Ctx(), w.Reader(), w.Deal)
		last := holders[len(holders)-1]
		if len(holders) != 3 || !last.Decides || last.Role != "CTO" {
			t.Errorf("stakeholders %+v", holders)
		}
		w.Verify()
	})
}
