package design_test

import (
	"testing"

	"throughline/internal/auth"
	"throughline/internal/browsertest"
	core "throughline/internal/design"
	"throughline/internal/store/storetest"
	"throughline/internal/web/roomtest"
	"throughline/internal/wiring/wiretest"
)

// The SA opens the concerns, advises on one by key, and reads it among what is checked.
func TestAnArchitectAdvisesOnAConcernAndSeesWhatIsLeft(t *testing.T) {
	w := wiretest.New(t, storetest.SQLite(t))
	h, _ := signed(t, w)
	base, comeIn := h.Serve(t, auth.SA)
	tab := browsertest.Open(t)
	s := &story{t, tab, base + "/deals/NWF/design"}
	tab.GoTo(comeIn)
	tab.GoTo(s.room + "?form=concern&concern=scalability")
	tab.Type(`[name="advice"]`, "Eight partitions.\n- measure before each wave\n- double at 70 %")
	tab.Type(`[name="weeks"]`, "1.5")
	tab.Follow("form.form > .acts button.main")
	tab.WaitText("#toasts", "Advised on a concern of the design")
	tab.WaitText(`section[aria-labelledby="concerns"]`, "not checked")
	tab.WaitText(`section[aria-labelledby="concerns"]`, "1.5 weeks")
	s.look("concerns", "?part=concerns")
	s.look("concern-form", "?form=concern&concern=topology")
	all, err := core.Concerns(w.Ctx(), w.Reader(), w.Deal)
	if err != nil || len(all) != 1 {
		t.Fatalf("%d concerns, %v", len(all), err)
	}
	room := "/deals/NWF/design"
	v := h.Enter(t, auth.SA)
	if status, body, _ := v.Post(room+"/concerns", roomtest.Form("form", "concern", "name", "scalability", "advice", "twice")); status != 422 {
		t.Errorf("advised on twice: %d", status)
	} else {
		roomtest.Holds(t, "twice", body, "advised on already", "twice")
	}
	if status, _, _ := v.Post(room+"/concerns/"+all[0].ID+"/edit", roomtest.Form("form", "edit", "revision", "1", "name", "scalability", "advice", "Eight", "checked", "Load test of Friday")); status != 303 {
		t.Errorf("edit: %d", status)
	}
	if status, body, _ := v.Post(room+"/concerns/"+all[0].ID+"/edit", roomtest.Form("form", "edit", "revision", "1", "name", "scalability", "advice", "Nine", "room.at", all[0].ID)); status != 409 {
		t.Errorf("an edit of what changed meanwhile: %d", status)
	} else {
		roomtest.Holds(t, "conflict", body, "Load test of Friday", "Nine")
	}
	if status, _, _ := h.Enter(t, auth.Viewer).Post(room+"/concerns/"+all[0].ID+"/drop", roomtest.Form()); status != 403 {
		t.Errorf("a viewer takes it off: %d", status)
	}
	if status, _, _ := v.Post(room+"/concerns/"+all[0].ID+"/drop", roomtest.Form("form", "remove")); status != 303 {
		t.Errorf("taking it off: %d", status)
	}
	w.Verify()
}
