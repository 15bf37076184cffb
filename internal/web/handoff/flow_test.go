package handoff_test

import (
	"net/url"
	"strings"
	"testing"

	"throughline/internal/auth"
	core "throughline/internal/handoff"
	"throughline/internal/thread"
	"throughline/internal/web/roomtest"
	"throughline/internal/wiring/wiretest"
)

const room = "/deals/NWF/handoff"

func form(pairs ...string) url.Values {
	out := url.Values{}
	for i := 0; i+1 < len(pairs); i += 2 {
		out.Add(pairs[i], pairs[i+1])
	}
	return out
}

// posted sends a form and demands the status and words of the answer.
func posted(t *testing.T, v *roomtest.Visitor, path string, f url.Values, status int, holds ...string) {
	t.Helper()
	got, body, to := v.Post(room+"/"+path, f)
	if got != status {
		t.Fatalf("%s: %d, want %d: %.300s", path, got, status, body)
	}
	for _, words := range holds {
		if !strings.Contains(body+to, words) {
			t.Errorf("%s: the answer does not hold %q", path, words)
		}
	}
}

// sees demands that the room holds some words and not others.
func sees(t *testing.T, v *roomtest.Visitor, query string, holds, not []string) {
	t.Helper()
	status, body := v.Get(room + query)
	if status != 200 {
		t.Fatalf("%s: %d", query, status)
	}
	for _, words := range holds {
		if !strings.Contains(body, words) {
			t.Errorf("%q does not hold %q", query, words)
		}
	}
	for _, words := range not {
		if strings.Contains(body, words) {
			t.Errorf("%q holds %q", query, words)
		}
	}
}

func TestTheDraftIsForThoseOfTheDealFromTheTechnicalWinOn(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		h, ids := told(t, w)
		se, sa, viewer := h.Enter(t, auth.SE), h.Enter(t, auth.SA), h.Enter(t, auth.Viewer)
		sees(t, sa, "", []string{"can be seen from the technical win on"}, []string{needs[0].statement})
		sees(t, se, "?form=sign", []string{"Before you sign:", "What was bought", needs[0].statement}, nil)
		won(h, ids)
		sees(t, sa, "", []string{needs[0].statement, "has not agreed in writing", "two forests", "Who runs the directory"}, []string{"?form=sign"})
		sees(t, se, "", []string{"?form=sign", "Name another"}, nil)
		sees(t, viewer, "", []string{"The draft is for the receiver"}, []string{"?form=sign", "Name another", needs[0].statement})
		w.Verify()
	})
}

// signedOver records the signature over the page, without the last requirement.
func signedOver(t *testing.T, h *roomtest.House, se *roomtest.Visitor, ids []string) {
	t.Helper()
	won(h, ids)
	f := form("form", "sign", "receiver", h.People[auth.SA].ID, "signed_on", "2026-09-09", "bought."+ids[1], "implied", "bought."+ids[4], "not bought")
	posted(t, se, "sign", f, 422, "Is in the future", `value="2026-09-09"`, `value="implied" selected`)
	f.Set("signed_on", "2026-03-20")
	posted(t, se, "sign", f, 303, "done=", "#next")
	posted(t, se, "sign", f, 409, "was signed on 2026-03-20 already")
}

func TestTheReceiverDecidesItemByItemAndTheSEAnswers(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		h, ids := told(t, w)
		se, sa := h.Enter(t, auth.SE), h.Enter(t, auth.SA)
		signedOver(t, h, se, ids)
		sees(t, sa, "", []string{"Look at these first", "It is implied, not bought.", "Take it over", "Not bought", `id="next"`, "For you"}, []string{"It was bought"})
		sees(t, se, "", []string{"It was bought", "Jonas Weber accepts, queries or returns", "Withdraw the signature"}, []string{">Accept"})
		sees(t, se, "", []string{"Correct what was bought", "form=m-" + ids[1]}, []string{"form=m-" + ids[0], "accept, and on to the next"})
		sees(t, sa, "?form=bought", nil, []string{"Correct what was bought", "They were"})
		posted(t, se, "mark", form("form", "bought", "bought", "implied"), 422, "Choose at least one requirement", `value="implied" checked`)
		posted(t, se, "mark", form("form", "bought", "bought", "implied", "requirements", ids[2], "requirements", ids[3]), 303)
		posted(t, se, "mark", form("form", "bought", "bought", "bought", "requirements", ids[2], "requirements", ids[3]), 303)
		posted(t, se, "accept", form("things", ids[0]), 403, "Not done.", "Only the receiver")
		posted(t, sa, "accept", form("things", ids[0]), 303)
		posted(t, sa, "accept", form("form", "c-"+ids[1], "things", ids[1], "condition", "after the second forest is joined"), 303)
		posted(t, sa, "query", form("form", "q-"+ids[2], "things", ids[2], "words", ""), 422, "Say something here")
		posted(t, sa, "query", form("form", "q-"+ids[2], "things", ids[2], "words", "Which country?"), 303)
		posted(t, sa, "return", form("form", "r-"+ids[3], "things", ids[3], "reason", strings.Repeat("x", 2001)), 422, "at most 2000 fit")
		posted(t, sa, "return", form("form", "r-"+ids[3], "things", ids[3], "reason", "One hour was never tested"), 303)
		sees(t, se, "?show=mine", []string{"“Which country?”", "One hour was never tested", "Answer", "Offer it again", "Withdraw it"}, []string{needs[0].statement})
		posted(t, se, "answer", form("form", "a-"+ids[2], "thing", ids[2], "answer", "Norway"), 303)
		posted(t, se, "reoffer", form("form", "o-"+ids[3], "things", ids[3], "reason", "Tested on Monday"), 303)
		sees(t, sa, "?show=open", []string{"“Norway”", "Tested on Monday"}, []string{needs[0].statement})
		posted(t, sa, "accept", form("things", ids[2], "things", ids[3]), 303)
		posted(t, sa, "void", form("form", "v-"+promise(h), "thing", promise(h), "proof", ""), 422)
		posted(t, sa, "accept", form("things", promise(h)), 303)
		sees(t, sa, "", []string{"Complete: no item is open.", "after the second forest is joined", "4 of 4 accepted"}, []string{"Take it over", ">Return"})
		posted(t, se, "mark", form("requirements", ids[4], "bought", "bought"), 303)
		sees(t, sa, "", []string{"After the freeze", needs[4].statement}, nil)
		w.Verify()
	})
}

func TestReturnedIsWithdrawnAndASignatureCanBe(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		h, ids := told(t, w)
		se, sa := h.Enter(t, auth.SE), h.Enter(t, auth.SA)
		signedOver(t, h, se, ids)
		posted(t, sa, "return", form("things", ids[0], "things", ids[1], "reason", "Not sold"), 303)
		posted(t, se, "withdraw", form("form", "w-"+ids[0], "things", ids[0], "reason", "Not in this order"), 303)
		do(w, "requirement.add", thread.Add, thread.NewRequirement{Deal: w.Deal, Statement: "Drivers sign in with a badge", Kind: thread.Functional, Priority: thread.Must})
		sees(t, sa, "", []string{"Changed since the freeze", "Drivers sign in with a badge", "Not in this order"}, nil)
		posted(t, se, "withdraw-signature", form("form", "withdraw-signature", "why", ""), 422)
		posted(t, se, "withdraw-signature", form("form", "withdraw-signature", "why", "The order was cancelled"), 303)
		if _, signed, err := core.ToBuild.Load(w.Ctx(), w.Reader(), w.Deal); signed || err != nil {
			t.Errorf("still signed, %v", err)
		}
		w.Verify()
	})
}

func TestTheRoomsActsAreRefusedToRolesThatMayNot(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		h, ids := told(t, w)
		se := h.Enter(t, auth.SE)
		signedOver(t, h, se, ids)
		who := map[auth.Role]*roomtest.Visitor{auth.Viewer: h.Enter(t, auth.Viewer), auth.AE: h.Enter(t, auth.AE)}
		for _, path := range []string{"receiver", "accept", "query", "return", "void", "answer", "withdraw", "reoffer"} {
			for role, v := range who {
				if status, _, _ := v.Post(room+"/"+path, form("things", ids[0])); status != 403 {
					t.Errorf("%s by a %s: %d", path, role, status)
				}
			}
		}
		for _, path := range []string{"sign", "withdraw-signature", "mark"} {
			posted(t, who[auth.Viewer], path, form(), 403)
		}
		sees(t, who[auth.Viewer], "?form=q-"+ids[0], nil, []string{`action="/deals/NWF/handoff/`, "form=m-", "?form=receiver"})
		if status, _ := se.Get("/deals/XYZ/handoff"); status != 404 {
			t.Errorf("a deal that is not there: %d", status)
		}
		w.Verify()
	})
}
