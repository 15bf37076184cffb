package design_test

import (
	"context"
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"throughline/internal/account"
	"throughline/internal/design"
	"throughline/internal/journal"
	"throughline/internal/problem"
	"throughline/internal/thread"
	"throughline/internal/wiring/wiretest"
)

// lacking are the findings on concerns: "D-31 scalability".
func lacking(w *wiretest.World) (out []string) {
	all, err := design.Findings(w.Ctx(), w.Reader(), w.Deal)
	if err != nil {
		w.T.Fatal(err)
	}
	for _, f := range all {
		if f.Kind == "concern" {
			out = append(out, f.Code+" "+f.Name)
		}
	}
	return out
}

func TestEveryDesignIsAskedForIntegrationMigrationTopologySecurityAndScalability(t *testing.T) {
	each(t, func(t *testing.T, w *wiretest.World, replay, audit thread.Requirement) {
		want := []string{"D-31 integration", "D-31 data migration", "D-31 topology", "D-31 security configuration", "D-31 scalability"}
		if got := lacking(w); !slices.Equal(got, want) {
			t.Errorf("nothing advised: %q", got)
		}
		all, _ := design.Findings(w.Ctx(), w.Reader(), w.Deal)
		if i := slices.IndexFunc(all, func(f design.Finding) bool { return f.Name == "security configuration" }); !strings.Contains(all[i].What, "NWF-2") || all[i].Must {
			t.Errorf("the security requirement, a should, is not named, or is made a must: %+v", all[i])
		}
		k := do(w, "design.advise", design.Advise, design.Advice{Deal: w.Deal, Name: " Security  configuration ", Advice: "Sign in through their provider.\n- keys in their module", Weeks: 1.5, Requirements: []string{audit.ID}})
		do(w, "design.advise", design.Advise, design.Advice{Deal: w.Deal, Name: "data migration", NotNeeded: "Nothing is moved"})
		if got := lacking(w); !slices.Equal(got, []string{"D-31 integration", "D-31 topology", "D-31 scalability", "D-32 security configuration"}) {
			t.Errorf("two spoken to: %q", got)
		}
		k = do(w, "design.advise", design.Advise, design.Advice{ID: k.ID, Revision: k.Revision, Name: k.Name, Advice: k.Advice, Checked: "Reviewed with Marcus", Weeks: 2, Requirements: []string{audit.ID, replay.ID}})
		of, err := design.ConcernedBy(w.Ctx(), w.Reader(), w.Deal)
		if err != nil || len(of[k.ID]) != 2 || k.Effort() != "2 weeks" || slices.Contains(lacking(w), "D-32 security configuration") {
			t.Errorf("checked: %+v %v %v", k, of, err)
		}
		w.Do("design.drop-concern", func(ctx context.Context, tx *journal.Tx) error { return design.DropConcern(ctx, tx, k.ID, 0) })
		if got := lacking(w); !slices.Contains(got, "D-31 security configuration") {
			t.Errorf("taken off: %q", got)
		}
	})
}

func TestAStandardProductIsAskedForNoConcern(t *testing.T) {
	each(t, func(t *testing.T, w *wiretest.World, _, _ thread.Requirement) {
		w.Do("deal.edit", func(ctx context.Context, tx *journal.Tx) error {
			d, err := account.Deal(ctx, tx, w.Deal)
			if err != nil {
				return err
			}
			d.Standard = true
			return journal.Update(ctx, tx, &d)
		})
		if got := lacking(w); got != nil {
			t.Errorf("%q", got)
		}
	})
}

func TestAdviceThatSaysNothingOrTwoThingsIsRefused(t *testing.T) {
	each(t, func(t *testing.T, w *wiretest.World, replay, _ thread.Requirement) {
		do(w, "design.advise", design.Advise, design.Advice{Deal: w.Deal, Name: "topology", Advice: "Two zones"})
		for what, in := range map[string]design.Advice{
			"nothing":                  {Deal: w.Deal, Name: "integration"},
			"no name":                  {Deal: w.Deal, Advice: "x"},
			"advice and none needed":   {Deal: w.Deal, Name: "integration", Advice: "x", NotNeeded: "y"},
			"weeks below 0":            {Deal: w.Deal, Name: "integration", Advice: "x", Weeks: -1},
			"weeks of a century":       {Deal: w.Deal, Name: "integration", Advice: "x", Weeks: 5200},
			"work on what is not done": {Deal: w.Deal, Name: "integration", NotNeeded: "x", Weeks: 1},
			"a second topology":        {Deal: w.Deal, Name: "TOPOLOGY", Advice: "Three zones"},
			"nine thousand letters":    {Deal: w.Deal, Name: "integration", Advice: strings.Repeat("x", 9000)},
		} {
			if err := try(w, "design.advise", design.Advise, in); problem.Of(err) != problem.Invalid {
				t.Errorf("%s: %v", what, err)
			}
		}
		if err := try(w, "design.advise", design.Advise, design.Advice{Deal: w.Deal, Name: "integration", Advice: "x", Requirements: []string{replay.ID, "none"}}); problem.Of(err) != problem.Missing {
			t.Errorf("a requirement that is not there: %v", err)
		}
	})
}

func TestWhatIsAdvisedStandsInTheArchitectureDocument(t *testing.T) {
	each(t, func(t *testing.T, w *wiretest.World, replay, _ thread.Requirement) {
		do(w, "design.advise", design.Advise, design.Advice{Deal: w.Deal, Name: "scalability", Advice: "Eight partitions.\n\n1. measure\n2. double", Checked: "Load test", Weeks: 3, Requirements: []string{replay.ID}})
		th, err := w.Thread(w.Ctx(), w.Reader(), w.Deal, w.Today())
		if err != nil {
			t.Fatal(err)
		}
		docs, err := design.Area().Documents(w.Ctx(), w.Reader(), &th)
		if err != nil || len(docs) == 0 {
			t.Fatalf("%d documents, %v", len(docs), err)
		}
		text, err := json.Marshal(docs[0])
		for _, words := range []string{"Concerns and what we advise", "Scalability", "Eight partitions", "double", "Checked: Load test", "Effort: 3 weeks", "NWF-1", "Nobody advised on integration"} {
			if !strings.Contains(string(text), words) {
				t.Errorf("%q is not in %s (%v)", words, text, err)
			}
		}
	})
}
