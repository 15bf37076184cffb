package web_test

import (
	"context"
	"fmt"
	"net/url"
	"regexp"
	"strings"
	"testing"

	"throughline/internal/account"
	"throughline/internal/answers"
	"throughline/internal/auth"
	"throughline/internal/clock"
	"throughline/internal/delivery"
	"throughline/internal/demo"
	"throughline/internal/design"
	"throughline/internal/discovery"
	"throughline/internal/evaluation"
	"throughline/internal/journal"
	"throughline/internal/thread"
	"throughline/internal/web/roomtest"
	"throughline/internal/wiring/wiretest"
)

func do[In, Out any](w *wiretest.World, f func(context.Context, *journal.Tx, In) (Out, error), in In) (out Out) {
	w.T.Helper()
	w.Do("something", func(ctx context.Context, tx *journal.Tx) (err error) {
		out, err = f(ctx, tx, in)
		return err
	})
	return out
}

// left makes a person of ours, gives them a part in one thing of each kind, and lets them leave.
func left(t *testing.T, w *wiretest.World) (h *roomtest.House, who string, forms map[string]string) {
	h = roomtest.New(t, w)
	p := auth.Person{Email: "priya@ours.example", Name: "Priya Nair", Role: auth.SE}
	w.Do("person.add", func(ctx context.Context, tx *journal.Tx) error { return auth.Add(ctx, tx, &p) })
	w.Do("deal.edit", func(ctx context.Context, tx *journal.Tx) error {
		d, err := account.Deal(ctx, tx, w.Deal)
		if err != nil {
			return err
		}
		d.SE = p.ID
		return journal.Update(ctx, tx, &d)
	})
	must := do(w, thread.Add, thread.NewRequirement{Deal: w.Deal, Statement: "Two million rows within ten minutes", Kind: thread.Quality, Priority: thread.Must})
	shown := do(w, demo.PlanDemo, demo.Plan{Deal: w.Deal, Title: "Export live", Kind: "live", HeldAt: clock.At(w.Clock.Now()), Contacts: []string{w.Dana}, Persons: []string{p.ID}, Owner: p.ID})
	said := do(w, answers.Write, answers.Wording{Deal: w.Deal, Requirements: []string{must.ID}, Question: "Can it", Words: "It can", Verdict: "affirm", Evidence: "guide, page 4", Approver: p.ID})
	trial := do(w, evaluation.DraftEvaluation, evaluation.Plan{Deal: w.Deal, Title: "Two weeks", Owner: p.ID})
	test := do(w, evaluation.AddCriterion, evaluation.NewCriterion{Evaluation: trial.ID, Requirement: must.ID, Statement: "Judged", Judged: true, Weight: 3, RunBy: p.ID})
	task := do(w, delivery.AddTask, delivery.NewTask{Deal: w.Deal, Title: "Set it up", Owner: p.ID})
	check := do(w, delivery.AddCheck, delivery.NewCheck{Deal: w.Deal, Title: "It is fast", Who: p.ID, Requirements: []string{must.ID}})
	ruling := do(w, design.AddDecision, design.NewDecision{Deal: w.Deal, Wording: design.Wording{Title: "One queue", Makers: []string{p.ID}}})
	call := do(w, discovery.Record, discovery.Recording{Deal: w.Deal, Title: "First call", Kind: "call", HeldAt: clock.At(w.Clock.Now()), People: []string{p.ID}, Consent: "given"})
	w.Do("person.edit", func(ctx context.Context, tx *journal.Tx) error {
		return auth.Change(ctx, tx, auth.PersonEdit{ID: p.ID, Name: p.Name, Role: p.Role})
	})
	return h, p.ID, map[string]string{
		"se":         "edit?",
		"asked_of":   "requirements/" + must.Key("NWF") + "?form=question",
		"persons":    "demo?form=edit&at=" + shown.ID,
		"demo owner": "demo?form=edit&at=" + shown.ID,
		"approver":   "demo?view=answers&form=edit-answer&at=" + said.ID,
		"owner":      "evaluation?view=evaluations&form=edit&at=" + trial.ID,
		"run_by":     "evaluation?view=criteria&form=edit-criterion&at=" + test.ID,
		"task owner": "delivery?view=plan&form=edit-task&at=" + task.ID,
		"who":        "delivery?view=checks&form=edit-check&at=" + check.ID,
		"makers":     "design?form=edit&at=" + ruling.ID,
		"people":     "discovery/" + call.Call.ID + "?form=edit",
	}
}

func TestAFormKeepsWhoeverStandsInItMarkedWhenTheyAreInactive(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		h, who, forms := left(t, w)
		v := h.Enter(t, auth.SA)
		for field, path := range forms {
			status, body := v.Get("/deals/NWF/" + path)
			name := field[strings.LastIndex(field, " ")+1:]
			control := regexp.MustCompile(`(?s)<select[^>]* name="`+name+`".*?</select>|<input type="checkbox" name="`+name+`".*?</label>`).FindAllString(body, -1)
			said := strings.Join(control, "")
			now := regexp.MustCompile(`(?s)value="` + who + `" (selected|checked).*?inactive`).FindString(said)
			if status != 200 || now == "" || strings.Contains(now, "</option>") {
				t.Errorf("%s at %s: %d, %q", field, path, status, said)
			}
		}
		_, body := v.Get("/deals/NWF/edit")
		if !strings.Contains(body, "Priya Nair is inactive.") {
			t.Error("a narrow form does not say that the SE is inactive")
		}
		_, body = v.Get("/deals/NWF/delivery?view=plan&form=task")
		if strings.Contains(body, `value="`+who+`"`) {
			t.Error("a new task is offered to somebody who is inactive")
		}
	})
}

func TestAnEditThatMetANewerTaskShowsItsOwnersByName(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		h, who, _ := left(t, w)
		v, sa := h.Enter(t, auth.SA), h.People[auth.SA].ID
		k := do(h.By(auth.SE), delivery.AddTask, delivery.NewTask{Deal: w.Deal, Title: "Load the orders", Owner: who})
		do(h.By(auth.SE), delivery.EditTask, delivery.TaskEdit{ID: k.ID, Title: "Load all orders", Party: "ours", Owner: who})
		form := url.Values{"form": {"edit-task"}, "revision": {fmt.Sprint(k.Revision)}, "title": {"Load the orders"}, "party": {"ours"}, "owner": {sa}, "started": {"on"}}
		status, body, _ := v.Post("/deals/NWF/delivery/tasks/"+k.ID+"/edit", form)
		if status != 409 {
			t.Fatalf("%d", status)
		}
		for _, words := range []string{"Mara Lindqvist changed T2", "Priya Nair, SE, inactive", `<p class="diff">Jonas Weber, SA</p>`, "Owner, chosen anew", `name="started" value="on"`} {
			if !strings.Contains(body, words) {
				t.Errorf("it does not hold %q", words)
			}
		}
	})
}
