package evaluation_test

import (
	"fmt"
	"net/url"
	"strings"
	"testing"

	"throughline/internal/auth"
	core "throughline/internal/evaluation"
	"throughline/internal/journal"
	"throughline/internal/thread"
	"throughline/internal/web/roomtest"
	"throughline/internal/wiring/wiretest"
)

// marks are a letter's: what it says of each wording.
func marks(all []thread.Requirement, f url.Values, words ...string) url.Values {
	for i, x := range words {
		f.Set("item."+all[i].ID, x)
		f.Set("wording."+all[i].ID, core.Wording(all[i]))
		f.Set("meaning."+all[i].ID, fmt.Sprint(all[i].Meaning))
	}
	return f
}

func signs(t *testing.T, h *roomtest.House) []core.SignOff {
	t.Helper()
	all, err := journal.List[core.SignOff](h.Ctx(), h.Reader(), h.Deal)
	if err != nil {
		t.Fatal(err)
	}
	return all
}

func TestALetterIsRecordedItemByItem(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		h, all := heard(t, w)
		v := h.Enter(t, auth.SE)
		_, body := v.Get(room + "?view=sign-offs&form=sign-off")
		holds(t, "form", body, "“The nightly export of two million rows ends within ten minutes (export of 2 M rows ≤ 10 min)”", "Dana Whitfield, Head of IT · has the technical decision")
		f := marks(all, form("form", "sign-off", "contact", w.Dana, "words", "As discussed"), "agree", "caveat", "refuse", "none")
		status, body, _ := v.Upload(room+"/sign-offs", f, "proof_file", "letter.pdf", "%PDF signed")
		if status != 422 || len(signs(t, h)) != 0 {
			t.Errorf("a caveat without words: %d", status)
		}
		holds(t, "caveat", body, "Write the condition in their words.", "say by when", "As discussed")
		f.Set("caveat."+all[1].ID, "once it can be stopped")
		f.Set("due."+all[1].ID, "2026-05-31")
		status, _, to := v.Upload(room+"/sign-offs", f, "proof_file", "letter.pdf", "%PDF signed")
		if status != 303 || !strings.Contains(to, "sign-offs") {
			t.Fatalf("%d %s", status, to)
		}
		got := signs(t, h)
		if len(got) != 2 || got[0].Decision != core.Caveated || len(got[0].Items) != 2 || got[1].Decision != core.Refusal || len(got[1].Items) != 1 || got[0].ProofSize != 11 || got[0].Items[1].Caveat == "" {
			t.Fatalf("sign-offs %+v", got)
		}
		if status, body, _ := v.Fetch("/deals/NWF/files/" + got[0].ProofHash); status != 200 || body != "%PDF signed" {
			t.Errorf("the letter: %d %q", status, body)
		}
		_, body = v.Get(room + "?view=sign-offs")
		holds(t, "list", body, "Dana Whitfield agreed on a caveat", "Dana Whitfield refused", "once it can be stopped", "letter.pdf")
		status, _, _ = v.Post(room+"/sign-offs/"+got[1].ID+"/withdraw", form("form", "withdraw-sign-off", "why", ""))
		if status != 422 {
			t.Errorf("withdrawn without a reason: %d", status)
		}
		if status, _, _ = v.Post(room+"/sign-offs/"+got[1].ID+"/withdraw", form("form", "withdraw-sign-off", "why", "Typed by mistake")); status != 303 {
			t.Errorf("withdraw: %d", status)
		}
		_, body = v.Get(room + "?view=sign-offs")
		holds(t, "withdrawn", body, "Typed by mistake")
		w.Verify()
	})
}

// A must begins without a mark, so that nobody's silence is recorded as a yes.
func TestWhatALetterSaysOfAMustIsChosenByItsRecorder(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		h, all := heard(t, w)
		v := h.Enter(t, auth.SE)
		_, body := v.Get(room + "?view=sign-offs&form=sign-off")
		holds(t, "form", body, `<option value="" selected>Choose</option>`, `<option value="none" selected>Not in the letter</option>`, `-<option value="agree" selected`, `data-choose="agree"`)
		f := marks(all, form("form", "sign-off", "contact", w.Dana, "proof", "reply of 3 March"), "refuse", "", "none")
		status, body, _ := v.Post(room+"/sign-offs", f)
		if status != 422 || len(signs(t, h)) != 0 {
			t.Fatalf("%d, %d signed", status, len(signs(t, h)))
		}
		holds(t, "a missing choice", body, `href="#f-item.`+all[1].ID+`"`, "Choose what the letter says of NWF-2.", "-says of NWF-3.", "reply of 3 March", `<option value="refuse" selected>`)
		f.Set("item."+all[1].ID, "agree")
		if status, _, _ = v.Post(room+"/sign-offs", f); status != 303 || len(signs(t, h)) != 2 {
			t.Errorf("once it is chosen: %d", status)
		}
		f = marks(all, form("form", "sign-off", "contact", w.Dana, "proof", "reply of 3 March"), "none", "none", "none")
		if status, body, _ = v.Post(room+"/sign-offs", f); status != 422 {
			t.Errorf("a letter that says nothing: %d", status)
		}
		holds(t, "nothing", body, "Mark at least one wording")
		w.Verify()
	})
}

func TestAWordingThatChangedMeanwhileIsNotSigned(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		h, all := heard(t, w)
		v := h.Enter(t, auth.SE)
		f := marks(all, form("form", "sign-off", "contact", w.Dana, "proof", "reply of 3 March"), "agree", "agree")
		r := all[0]
		do(h.By(auth.SA), "requirement.edit", thread.Reword, thread.Edit{ID: r.ID, Statement: "The export ends early enough", Kind: r.Kind, Priority: r.Priority, Measure: r.Measure})
		status, body, _ := v.Post(room+"/sign-offs", f)
		if status != 409 || len(signs(t, h)) != 0 {
			t.Fatalf("%d, %d signed", status, len(signs(t, h)))
		}
		holds(t, "stale", body, "A wording changed while you were writing.", "“The export ends early enough", "reply of 3 March", "[removed: ")
		w.Verify()
	})
}
