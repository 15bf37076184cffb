package demo_test

import (
	"net/url"
	"strings"
	"testing"

	"throughline/internal/auth"
	core "throughline/internal/demo"
	"throughline/internal/wiring/wiretest"
)

func TestWhoMissedTheDemoIsListedWithTheActThatClosesIt(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		h, all := heard(t, w)
		v := h.Enter(t, auth.SE)
		d, segs := planned(h, all)
		if status, body, _ := v.Post(room+"/demos/"+d.ID+"/edit", form("form", "edit", "title", d.Title, "kind", "live", "held_at", "2026-03-02T09:30", "contacts", w.Tomas)); status != 303 {
			t.Fatalf("edit: %d %.300s", status, body)
		}
		w.Clock.Set(wiretest.Start.AddDate(0, 0, 1))
		do(w, "demo.deliver", core.Deliver, core.Delivery{ID: d.ID, Segments: []core.Told{{Segment: segs[0].ID, Shown: "full"}}})
		_, body := v.Get(room)
		form := "/deals/NWF/demo?view=demos&amp;form=plan&amp;contact=" + url.QueryEscape(w.Dana)
		holds(t, "missed", body, `id="missed"`, "Dana Whitfield", "Head of IT, technical decision", "has not seen", form, "-Plan one for all")
		if strings.Index(body, `id="missed"`) < strings.Index(body, `id="d-`+d.ID) {
			t.Error("who missed a demo is read before the demos")
		}
		_, body = h.Enter(t, auth.Viewer).Get(room)
		holds(t, "a viewer", body, "has not seen", "-form=plan")
		_, body = v.Get(room + "?view=demos&form=plan&contact=" + w.Dana)
		holds(t, "the form", body, `value="`+w.Dana+`" checked`, `-value="`+w.Tomas+`" checked`)
		next := do(w, "demo.plan", core.PlanDemo, core.Plan{Deal: w.Deal, Title: "For Dana", HeldAt: d.HeldAt, Contacts: []string{w.Dana}})
		s := do(w, "demo.segment", core.AddSegment, core.NewSegment{Demo: next.ID, Title: "Late truck", Status: "ga", Requirements: []string{all[0].ID}})
		_, body = v.Get(room)
		holds(t, "planned, and its time has passed", body, "Record the demo of", "at="+next.ID+"&amp;form=deliver", "-"+form)
		do(w, "demo.deliver", core.Deliver, core.Delivery{ID: next.ID, HeldAt: d.HeldAt, Segments: []core.Told{{Segment: s.ID, Shown: "full"}}})
		_, body = v.Get(room)
		holds(t, "seen", body, "-has not seen")
		w.Verify()
	})
}
