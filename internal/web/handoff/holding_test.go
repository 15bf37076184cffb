package handoff_test

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"throughline/internal/auth"
	"throughline/internal/journal"
	"throughline/internal/thread"
	"throughline/internal/web/roomtest"
	"throughline/internal/wiring/wiretest"
)

func TestWhatIsOpenIsListedWithWhoClosesIt(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		h, ids := told(t, w)
		se, sa := h.Enter(t, auth.SE), h.Enter(t, auth.SA)
		signedOver(t, h, se, ids)
		posted(t, sa, "query", form("form", "q-"+ids[2], "things", ids[2], "words", "Which country?"), 303)
		sees(t, sa, "", []string{"<b>1 query</b>", "Mara Lindqvist answers", "<b>3 requirements not decided</b>", "Jonas Weber accepts, queries or returns",
			`href="/deals/NWF/handoff#i-` + ids[2] + `"`, `id="i-` + ids[2] + `"`}, []string{"Open:", "Which 3"})
	})
}

func TestWhatIsOpenIsFoldedWhenItIsLong(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		h, _ := told(t, w)
		se := h.Enter(t, auth.SE)
		for i := range 7 {
			do(w, "requirement.add", thread.Add, thread.NewRequirement{Deal: w.Deal, Statement: fmt.Sprintf("Need number %d", i), Kind: thread.Functional, Priority: thread.Could})
		}
		posted(t, se, "sign", form("form", "sign", "receiver", h.People[auth.SA].ID, "signed_on", string(w.Today())), 303)
		sees(t, se, "", []string{"<summary>Which 12</summary>"}, nil)
	})
}

// says demands what the head of the deal says of its technical win.
func says(t *testing.T, v *roomtest.Visitor, want string) {
	t.Helper()
	_, body := v.Get(room)
	_, rest, _ := strings.Cut(body, "Technical win</dt>")
	rest, _, _ = strings.Cut(rest, "</dd>")
	if !strings.Contains(rest, ">"+want+"</a>") {
		t.Errorf("the deal's head says of the technical win %q, not %q", rest, want)
	}
}

func TestASignedDealSaysHowItWasWon(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		h, ids := told(t, w)
		se := h.Enter(t, auth.SE)
		says(t, se, "Open")
		sign := form("form", "sign", "receiver", h.People[auth.SA].ID, "signed_on", string(w.Today()))
		posted(t, se, "sign", sign, 303)
		says(t, se, "Signed without technical win")
		if _, body := se.Get("/deals"); !strings.Contains(body, "none today") || strings.Contains(body, ">open</span>") {
			t.Error("the list of deals does not say that the signed one has no technical win")
		}
		w.Clock.Add(60e9)
		posted(t, se, "withdraw-signature", form("form", "withdraw-signature", "why", "Signed too early"), 303)
		won(h, ids)
		says(t, se, "Achieved")
		posted(t, se, "sign", sign, 303)
		says(t, se, "Achieved")
		w.Clock.Add(60e9)
		do(w, "requirement.add", thread.Add, thread.NewRequirement{Deal: w.Deal, Statement: "Heard after the signature", Kind: thread.Security, Priority: thread.Must})
		says(t, se, "Achieved") // a change was no part of what was won
		w.Do("requirement.edit", func(ctx context.Context, tx *journal.Tx) error {
			_, err := thread.Reword(ctx, tx, thread.Edit{ID: ids[0], Statement: "Staff and guests sign in", Kind: thread.Security, Priority: thread.Must})
			return err
		})
		says(t, se, "Won when signed, not today")
		w.Verify()
	})
}
