package team_test

import (
	"context"
	"testing"

	"throughline/internal/account"
	"throughline/internal/clock"
	"throughline/internal/discovery"
	"throughline/internal/journal"
	"throughline/internal/people"
	"throughline/internal/problem"
	"throughline/internal/team"
	"throughline/internal/wiring/wiretest"
)

func TestEvidenceIsCountedFromWorkAndHiddenByWhoeverDidIt(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		se, lead := hire(t, w)
		w.Do("deal.edit", func(ctx context.Context, tx *journal.Tx) error {
			d, err := account.Deal(ctx, tx, w.Deal)
			if err != nil {
				return err
			}
			d.SE, d.SA = se, lead
			return journal.Update(ctx, tx, &d)
		})
		w.Do("people.appoint", func(ctx context.Context, tx *journal.Tx) error {
			_, err := people.Appoint(ctx, tx, people.Appointment{Person: lead})
			return err
		})
		w.As(lead, "SA").Do("people.place", func(ctx context.Context, tx *journal.Tx) error {
			_, err := people.Place(ctx, tx, people.PlaceIn{Person: se, Lead: lead, Place: "se2", Since: "2025-01-01"})
			return err
		})
		w.As(se, "SE").Do("call.record", func(ctx context.Context, tx *journal.Tx) error {
			_, err := discovery.Record(ctx, tx, discovery.Recording{Deal: w.Deal, Title: "First call", Kind: "call", HeldAt: clock.At(w.Clock.Now()), People: []string{se, lead}, Consent: "given"})
			return err
		})
		of := func(viewer, person string) []people.Piece {
			out, err := team.EvidenceOf(w.Ctx(), w.Reader(), viewer, person)
			if err != nil {
				t.Fatal(err)
			}
			return out
		}
		mine := of(se, se)
		if len(mine) != 1 || mine[0].Does != "call held" || mine[0].Part != people.Led || mine[0].Key != "NWF" || mine[0].On != w.Today() || mine[0].Weight(w.Today()) != 100 {
			t.Fatalf("%+v", mine)
		}
		if all := of(lead, lead); len(all) != 1 || all[0].Part != people.TookPart || all[0].Weight(w.Today()) != 50 {
			t.Errorf("who took part: %+v", all)
		}
		if all := of(se, lead); len(all) != 0 {
			t.Errorf("a peer reads evidence: %+v", all)
		}
		say := func(in people.RemarkIn) error {
			_, err := w.As(se, "SE").Try("evidence.remark", func(ctx context.Context, tx *journal.Tx) error {
				_, err := team.RemarkOn(ctx, tx, in)
				return err
			})
			return err
		}
		if err := say(people.RemarkIn{Kind: "call", Thing: "another", Words: "x"}); problem.Of(err) != problem.Invalid {
			t.Errorf("a thing that is not theirs: %v", err)
		}
		if err := say(people.RemarkIn{Kind: "call", Thing: mine[0].Thing, Words: "The hard one."}); err != nil {
			t.Fatal(err)
		}
		if all := of(lead, se); len(all) != 1 || all[0].Words != "The hard one." {
			t.Errorf("the comment: %+v", all)
		}
		if err := say(people.RemarkIn{Kind: "call", Thing: mine[0].Thing, Hidden: true}); err != nil {
			t.Fatal(err)
		}
		if theirs, own := of(lead, se), of(se, se); len(theirs) != 0 || len(own) != 1 || !own[0].Hidden {
			t.Errorf("hidden: %+v, %+v", theirs, own)
		}
		w.Verify()
	})
}
