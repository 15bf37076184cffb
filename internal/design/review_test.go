package design_test

import (
	"context"
	"strings"
	"testing"

	"throughline/internal/design"
	"throughline/internal/journal"
	"throughline/internal/problem"
	"throughline/internal/thread"
	"throughline/internal/wiring/wiretest"
)

func review(w *wiretest.World, approvers ...string) design.Version {
	w.T.Helper()
	return do(w, "design.request-review", design.RequestReview, design.ReviewRequest{Deal: w.Deal, Title: "First design", Approvers: approvers})
}

func approve(w *wiretest.World, id string) design.Version {
	w.T.Helper()
	return do(w, "design.approve", design.Approve, design.VersionApproval{ID: id})
}

func decide(w *wiretest.World, id string, status design.DecisionStatus, by string) error {
	return try(w, "design.decide", design.Decide, design.Ruling{ID: id, Status: status, SupersededBy: by})
}

// sign takes the deal over the signature, so that designed shows what it is.
func sign(w *wiretest.World) {
	w.T.Helper()
	w.Do("handoff.sign", func(ctx context.Context, tx *journal.Tx) error {
		d, err := loadDeal(ctx, tx, w.Deal)
		if err != nil {
			return err
		}
		d.SignedOn = w.Today()
		return journal.Update(ctx, tx, &d)
	})
}

func TestDesignedIsReachedByWhatWasApprovedAndFallsBackWhenItsMeaningChanges(t *testing.T) {
	each(t, func(t *testing.T, w *wiretest.World, replay, _ thread.Requirement) {
		read(w, relayText)
		router := named(w, "Event router")
		satisfy(w, "element", router.ID, replay.ID)
		if c := designed(w, replay.ID); c.State != thread.Started {
			t.Errorf("before the signature it is %s", c.State)
		}
		v := review(w, "jonas")
		jonas := w.As("jonas", "SA")
		if err := try(w, "design.approve", design.Approve, design.VersionApproval{ID: v.ID}); problem.Of(err) != problem.Forbidden {
			t.Errorf("someone who was not asked approved: %v", err)
		}
		v = approve(jonas, v.ID)
		sign(w)
		c := designed(w, replay.ID)
		if c.State != thread.Reached || c.Verdict.By != "jonas" || c.Verdict.At != v.ApprovedAt {
			t.Errorf("after the approval: %s %+v", c.State, c.Verdict)
		}
		edit := func(name, owner string) {
			e := named(w, "Event router")
			do(w, "design.edit-element", design.EditElement, design.ElementEdit{ID: e.ID, Revision: e.Revision,
				Shape: design.Shape{Name: name, Description: e.Description, Technology: e.Technology, Owner: owner}})
		}
		edit("Event router", "Platform team")
		if c := designed(w, replay.ID); c.State != thread.Reached {
			t.Error("a new owner is no new meaning")
		}
		e := named(w, "Event router")
		do(w, "design.edit-element", design.EditElement, design.ElementEdit{ID: e.ID, Shape: design.Shape{Name: e.Name, Description: "Does something else", Technology: e.Technology}})
		if c := designed(w, replay.ID); c.State != thread.Started || !strings.Contains(c.Verdict.Evidence[0].Text, "changed since version 1") {
			t.Errorf("after a change: %s %+v", c.State, c.Verdict.Evidence)
		}
		approve(jonas, review(w, "jonas").ID)
		if c := designed(w, replay.ID); c.State != thread.Reached {
			t.Errorf("approved again, it is %s", c.State)
		}
		all, err := design.Versions(w.Ctx(), w.Reader(), w.Deal)
		if err != nil || len(all) != 2 || all[0].State != design.VersionSuperseded || all[1].State != design.VersionApproved {
			t.Errorf("versions %+v, %v", all, err)
		}
	})
}

func TestAnApprovalIsOfWhatWasLookedAtAndIsWithdrawnNeverUndone(t *testing.T) {
	each(t, func(t *testing.T, w *wiretest.World, replay, _ thread.Requirement) {
		read(w, relayText)
		router := named(w, "Event router")
		satisfy(w, "element", router.ID, replay.ID)
		v := review(w, "mara", w.Dana)
		do(w, "design.edit-element", design.EditElement, design.ElementEdit{ID: router.ID, Shape: design.Shape{Name: "Router"}})
		if err := try(w, "design.approve", design.Approve, design.VersionApproval{ID: v.ID}); problem.Of(err) != problem.Refused {
			t.Errorf("what nobody looked at was approved: %v", err)
		}
		v = review(w, "mara", w.Dana)
		if v.Number != 1 {
			t.Errorf("the review asked for anew is version %d", v.Number)
		}
		v = approve(w, v.ID)
		if v.State != design.VersionInReview || v.Waits("mara") || !v.Waits(w.Dana) {
			t.Errorf("after one of two: %+v", v)
		}
		if err := try(w, "design.approve", design.Approve, design.VersionApproval{ID: v.ID, Approver: w.Dana}); problem.Of(err) != problem.Invalid {
			t.Errorf("a contact's approval without a place: %v", err)
		}
		receipt := w.Do("design.approve", func(ctx context.Context, tx *journal.Tx) (err error) {
			v, err = design.Approve(ctx, tx, design.VersionApproval{ID: v.ID, Approver: w.Dana, Note: "mail of 2 March"})
			return err
		})
		if v.State != design.VersionApproved {
			t.Errorf("after both: %s", v.State)
		}
		if _, err := w.Journal.Undo(w.Ctx(), w.Who, receipt.Act); problem.Of(err) != problem.Refused {
			t.Errorf("an approval was undone: %v", err)
		}
		sign(w)
		w.Do("design.withdraw-approval", func(ctx context.Context, tx *journal.Tx) error {
			return design.WithdrawApproval(ctx, tx, v.ID, v.Revision, "Sizing was wrong")
		})
		if c := designed(w, replay.ID); c.State != thread.Started {
			t.Errorf("after the withdrawal it is %s", c.State)
		}
	})
}

func TestADecisionSatisfiesOnceItIsAcceptedAndApproved(t *testing.T) {
	each(t, func(t *testing.T, w *wiretest.World, replay, _ thread.Requirement) {
		sign(w)
		d := do(w, "design.add-decision", design.AddDecision, design.NewDecision{Deal: w.Deal, Requirements: []string{replay.ID},
			Wording: design.Wording{Title: "Keep events in a log", Makers: []string{"jonas", w.Dana}, Options: []design.Option{{Title: "Log"}, {Title: "Queue"}}}})
		if c := designed(w, replay.ID); d.Key() != "D-1" || c.State != thread.Started {
			t.Errorf("%s proposed: %s", d.Key(), c.State)
		}
		if err := decide(w, d.ID, design.Accepted, ""); problem.Of(err) != problem.Refused {
			t.Errorf("accepted without an outcome: %v", err)
		}
		do(w, "design.edit-decision", design.EditDecision, design.DecisionEdit{ID: d.ID, Wording: design.Wording{Title: d.Title, Outcome: "Log, because replay is asked for", Options: d.Options}})
		if err := decide(w, d.ID, design.Accepted, ""); err != nil {
			t.Fatal(err)
		}
		approve(w, review(w, "mara").ID)
		if c := designed(w, replay.ID); c.State != thread.Reached {
			t.Errorf("accepted and approved: %s", c.State)
		}
		next := do(w, "design.add-decision", design.AddDecision, design.NewDecision{Deal: w.Deal, Wording: design.Wording{Title: "Use a queue", Outcome: "Queue"}})
		if err := decide(w, d.ID, design.Superseded, next.ID); problem.Of(err) != problem.Refused {
			t.Errorf("superseded by what is not accepted: %v", err)
		}
		if err := decide(w, next.ID, design.Accepted, ""); err != nil {
			t.Fatal(err)
		}
		if err := decide(w, d.ID, design.Superseded, next.ID); err != nil {
			t.Fatal(err)
		}
		if c := designed(w, replay.ID); c.Verdict != nil {
			t.Errorf("a superseded decision still says %+v", c.Verdict)
		}
	})
}

func TestADocumentElsewhereSatisfiesOnceANamedPersonApprovedIt(t *testing.T) {
	each(t, func(t *testing.T, w *wiretest.World, _, audit thread.Requirement) {
		sign(w)
		if err := try(w, "design.point-elsewhere", design.PointElsewhere, design.Pointer{Deal: w.Deal, Title: "x", URL: "javascript:alert(1)"}); problem.Of(err) != problem.Invalid {
			t.Errorf("an address that is none: %v", err)
		}
		e := do(w, "design.point-elsewhere", design.PointElsewhere, design.Pointer{Deal: w.Deal, Title: "Security concept", URL: "https://wiki.example/sec",
			Section: "4.2 Retention", Tool: "Confluence", Requirements: []string{audit.ID}})
		if c := designed(w, audit.ID); c.State != thread.Started {
			t.Errorf("pointed to: %s", c.State)
		}
		in := design.ElsewhereApproval{ID: e.ID, Approver: w.Dana, ApprovedOn: w.Today().AddDays(1)}
		if err := try(w, "design.approve-elsewhere", design.ApproveElsewhere, in); problem.Of(err) != problem.Invalid {
			t.Errorf("approved tomorrow: %v", err)
		}
		in.ApprovedOn = w.Today()
		do(w, "design.approve-elsewhere", design.ApproveElsewhere, in)
		if c := designed(w, audit.ID); c.State != thread.Reached || c.Verdict.By != w.Dana {
			t.Errorf("approved: %s %+v", c.State, c.Verdict)
		}
	})
}

func TestReviewsAndOldProposalsWaitInTheInbox(t *testing.T) {
	each(t, func(t *testing.T, w *wiretest.World, _, _ thread.Requirement) {
		do(w, "design.add-decision", design.AddDecision, design.NewDecision{Deal: w.Deal, Wording: design.Wording{Title: "Keep events in a log"}})
		review(w, "jonas")
		waiting := func(person string, days int) (out []string) {
			all, err := design.Area().Inbox(w.Ctx(), w.Reader(), person, w.Today().AddDays(days))
			if err != nil {
				t.Fatal(err)
			}
			for _, x := range all {
				out = append(out, x.Verb)
			}
			return out
		}
		if got := waiting("jonas", 0); len(got) != 1 || got[0] != "Review" {
			t.Errorf("jonas: %v", got)
		}
		if got := waiting("mara", 0); len(got) != 0 {
			t.Errorf("mara on the day: %v", got)
		}
		if got := waiting("mara", 15); len(got) != 1 || got[0] != "Decide" {
			t.Errorf("mara after 15 days: %v", got)
		}
	})
}

func TestFindingsNameTheThingThatLacks(t *testing.T) {
	each(t, func(t *testing.T, w *wiretest.World, replay, audit thread.Requirement) {
		read(w, relayText)
		all, err := design.Findings(w.Ctx(), w.Reader(), w.Deal)
		if err != nil {
			t.Fatal(err)
		}
		got := map[string]string{}
		for _, f := range all {
			got[f.Code] += f.Name + ";"
		}
		want := map[string]string{"D-01": "NWF-1;", "D-02": "Event router;", "D-07": "Relay → ERP;"}
		for code, names := range want {
			if got[code] != names {
				t.Errorf("%s names %q, want %q", code, got[code], names)
			}
		}
		satisfy(w, "element", named(w, "Event router").ID, replay.ID)
		r := model(w).Interfaces()[0]
		do(w, "design.edit-relationship", design.EditRelationship, design.RelationshipEdit{ID: r.ID, Revision: r.Revision, Use: design.Use{Description: r.Description, Technology: "SFTP", Owner: "Jonas"}})
		for _, k := range design.Standard {
			do(w, "design.advise", design.Advise, design.Advice{Deal: w.Deal, Name: k.Name, NotNeeded: "A trial on one machine"})
		}
		if all, err := design.Findings(w.Ctx(), w.Reader(), w.Deal); err != nil || len(all) != 0 {
			t.Errorf("%v %v", all, err)
		}
	})
}

func TestRemovingAnElementTakesItsLinksAndLeavesTheRequirement(t *testing.T) {
	each(t, func(t *testing.T, w *wiretest.World, replay, _ thread.Requirement) {
		read(w, relayText)
		relay, router := named(w, "Relay"), named(w, "Event router")
		satisfy(w, "element", router.ID, replay.ID)
		receipt := w.Do("design.remove-element", func(ctx context.Context, tx *journal.Tx) error { return design.RemoveElement(ctx, tx, relay.ID, 0) })
		m := model(w)
		if len(m.Elements) != 3 || len(m.Relationships) != 0 || len(views(w)) != 0 {
			t.Errorf("left: %d elements, %d relationships, %d views", len(m.Elements), len(m.Relationships), len(views(w)))
		}
		if c := designed(w, replay.ID); c.Verdict != nil {
			t.Errorf("still designed: %+v", c.Verdict)
		}
		if _, err := w.Journal.Undo(w.Ctx(), w.Who, receipt.Act); err != nil {
			t.Fatal(err)
		}
		if c := designed(w, replay.ID); c.Verdict == nil || len(views(w)) != 2 {
			t.Error("undo did not bring it back")
		}
	})
}

func TestAnotherWorkspaceSeesNothingOfTheDesign(t *testing.T) {
	each(t, func(t *testing.T, w *wiretest.World, _, _ thread.Requirement) {
		read(w, relayText)
		other := w.Journal.Reader("another")
		m, err := design.Read(w.Ctx(), other, w.Deal)
		if err != nil || len(m.Elements)+len(m.Relationships) != 0 {
			t.Errorf("it sees %d elements, %v", len(m.Elements), err)
		}
		if _, err := design.Diagram(w.Ctx(), other, w.Deal, views(w)[0].ID); problem.Of(err) != problem.Missing {
			t.Errorf("a view from outside: %v", err)
		}
	})
}
