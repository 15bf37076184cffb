package design_test

import (
	"fmt"
	"testing"

	"throughline/internal/auth"
	"throughline/internal/browsertest"
	core "throughline/internal/design"
	"throughline/internal/design/dsl"
	"throughline/internal/store/storetest"
	"throughline/internal/web/roomtest"
	"throughline/internal/wiring/wiretest"
)

// story is one tab in the room, looked at in both widths and both themes at each step.
type story struct {
	t    *testing.T
	tab  *browsertest.Tab
	room string
}

func (s *story) look(name, address string) {
	s.t.Helper()
	s.tab.GoTo(s.room + address)
	for _, width := range []int64{browsertest.Desk, browsertest.Phone} {
		for _, scheme := range []browsertest.Scheme{browsertest.Light, browsertest.Dark} {
			s.tab.See(width, 900, scheme)
			s.tab.Axe()
			if wide := browsertest.Evaluate[int](s.tab, `document.documentElement.scrollWidth`); int64(wide) > width {
				s.t.Errorf("%s is %d wide on %d", name, wide, width)
			}
			s.tab.Shot("design-"+name, width, 900, scheme)
		}
	}
	s.tab.See(browsertest.Desk, 900, browsertest.Light)
}

// The SA reads the tour's workspace, looks at both views, links, decides, and approves.
func TestAnArchitectTakesADesignFromItsTextToItsApproval(t *testing.T) {
	w := wiretest.New(t, storetest.SQLite(t))
	h, ids := signed(t, w)
	base, comeIn := h.Serve(t, auth.SA)
	tab := browsertest.Open(t)
	s := &story{t, tab, base + "/deals/NWF/design"}
	tab.GoTo(comeIn)
	s.look("empty", "")
	readInTheBrowser(s)
	views, err := core.Views(w.Ctx(), w.Reader(), w.Deal)
	if err != nil || len(views) != 2 {
		t.Fatalf("%d views, %v", len(views), err)
	}
	s.look("context", "?view="+views[0].ID)
	s.look("containers", "?view="+views[1].ID)
	store := named(h, "Event store")
	s.look("element", "?view="+views[1].ID+"&at="+store.ID)
	s.look("element-form", "?form=element")
	linkInTheBrowser(s, h, store.ID, ids)
	moveInTheBrowser(s, h, views[1].ID, store.ID)
	decideInTheBrowser(s, ids)
	reviewInTheBrowser(s, h)
	s.look("approved", "?view="+views[1].ID+"&at="+store.ID)
	s.look("review", "?part=review")
	s.look("relationship", "?at="+bareInterface(h))
	elsewhereInTheBrowser(s, h)
	tab.GoTo(s.room + "?view=" + views[1].ID)
	if sent := tab.Sent(); sent > 120_000 {
		t.Errorf("the room costs %d bytes", sent)
	}
	if shift := tab.LayoutShift(); shift > 0.01 {
		t.Errorf("the layout shifts by %.3f", shift)
	}
	w.Verify()
}

// readInTheBrowser is refused with line and column, then reads the file and says what it did.
func readInTheBrowser(s *story) {
	s.t.Helper()
	s.tab.GoTo(s.room)
	s.tab.Wait("[data-key=I]")
	s.tab.Key("i")
	s.tab.Wait("#f-text")
	s.tab.Type("#f-text", "workspace {\n model {\n  a -> b\n }\n}")
	s.tab.Follow("form.form button.main")
	s.tab.WaitText(".form .line.bad", "line 3, column")
	if got := s.tab.Value("#f-text"); got != "workspace {\n model {\n  a -> b\n }\n}" {
		s.t.Errorf("the text became %q", got)
	}
	s.tab.Axe()
	s.tab.Shot("design-refused", browsertest.Desk, 900, browsertest.Light)
	path, _ := tour(s.t)
	s.tab.GoTo(s.room + "?form=import")
	s.tab.Upload("#f-file", path)
	s.tab.Follow("form.form button.main")
	s.tab.WaitText("#toasts", "Structurizr DSL")
	s.tab.WaitText("#main", "Read from relay-northwind.dsl")
	s.tab.Axe()
	s.tab.Shot("design-report", browsertest.Desk, 900, browsertest.Light)
	s.tab.Shot("design-report", browsertest.Phone, 900, browsertest.Dark)
}

func linkInTheBrowser(s *story, h *roomtest.House, element string, ids []string) {
	s.t.Helper()
	s.look("satisfy", "?form=satisfy&at="+element)
	s.tab.Click(`input[value="` + ids[2] + `"]`)
	s.tab.Click(`input[value="` + ids[3] + `"]`)
	s.tab.Follow("form.form > .acts button.main")
	s.tab.WaitText("#beside", "NWF-3")
	router, gateway := named(h, "Event router"), named(h, "EDI gateway")
	s.look("cover", "?form=cover&requirement=NWF-2")
	s.tab.Click(`input[value="` + router.ID + `"]`)
	s.tab.Click(`input[value="` + gateway.ID + `"]`)
	s.tab.Follow("form.form > .acts button.main")
	s.tab.WaitText(".coverage", "EDI gateway, Event router")
}

// moveInTheBrowser drags an element, moves it by keys and by a button; each place is kept.
func moveInTheBrowser(s *story, h *roomtest.House, view, element string) {
	s.t.Helper()
	address := s.room + "?view=" + view + "&at=" + element
	box := fmt.Sprintf(`document.querySelector('.c4-box[data-element="%s"]')`, element)
	at := func() string {
		return browsertest.Evaluate[string](s.tab, box+`.dataset.x + " " + `+box+`.dataset.y`)
	}
	s.tab.GoTo(address)
	before := at()
	drag := fmt.Sprintf(`(() => {
		const box = %s, r = box.getBoundingClientRect(), x = r.x + r.width / 2, y = r.y + r.height / 2;
		const send = (type, dx, dy) => (type === "pointerdown" ? box : document).dispatchEvent(new PointerEvent(type, {bubbles: true, cancelable: true, pointerType: "mouse", button: 0, clientX: x + dx, clientY: y + dy}));
		send("pointerdown", 0, 0); send("pointermove", 10, 10); send("pointermove", 60, 48); send("pointerup", 60, 48); box.querySelector("text").dispatchEvent(new MouseEvent("click", {bubbles: true, cancelable: true}));
		return true;
	})()`, box)
	browsertest.Evaluate[bool](s.tab, drag)
	s.tab.Wait(".c4wrap[data-kept]")
	dragged := at()
	s.tab.GoTo(address)
	if got := at(); got != dragged || got == before {
		s.t.Errorf("dragged from %s to %s, after a reload it stands at %s", before, dragged, got)
	}
	browsertest.Evaluate[bool](s.tab, box+`.focus() === undefined`)
	s.tab.Key("Right", "Right", "Down")
	s.tab.Wait(".c4wrap[data-kept]")
	var x, y, nx, ny int
	fmt.Sscan(dragged, &x, &y)
	fmt.Sscan(at(), &nx, &ny)
	if nx != x+24 || ny != y+12 {
		s.t.Errorf("two right and one down went from %d, %d to %d, %d", x, y, nx, ny)
	}
	if held := browsertest.Evaluate[string](s.tab, `document.activeElement.dataset.element ?? ""`); held != element {
		s.t.Errorf("the focus went to %q", held)
	}
	s.tab.GoTo(address)
	s.tab.Follow(`.nudge button[aria-label="Move left"]`)
	fmt.Sscan(at(), &x, &y)
	if x != nx-24 || y != ny {
		s.t.Errorf("the button went from %d, %d to %d, %d", nx, ny, x, y)
	}
	s.tab.Shot("design-moved", browsertest.Desk, 900, browsertest.Light)
	s.tab.GoTo(address)
	s.tab.Follow(".drawing > .foot button")
	s.tab.WaitText("#toasts", "idied a view up")
	if got := at(); got != before {
		s.t.Errorf("tidied up it stands at %s, not at %s", got, before)
	}
}

func decideInTheBrowser(s *story, ids []string) {
	s.t.Helper()
	s.look("decisions-none", "?part=decisions")
	s.look("decision-form", "?part=decisions&form=decision")
	s.tab.Type("#f-title", "Partition by shipment, not by carrier")
	s.tab.Type("#f-context", "Events of one shipment come from several carriers, and the TMS needs them in order.")
	s.tab.Type(`[id="f-options.1.title"]`, "By shipment")
	s.tab.Type(`[id="f-options.1.good"]`, "One order for each shipment")
	s.tab.Type(`[id="f-options.2.title"]`, "By carrier")
	s.tab.Type(`[id="f-options.2.bad"]`, "Two carriers of one shipment overtake each other")
	s.tab.Click(`input[name=requirements][value="` + ids[1] + `"]`)
	s.tab.Follow("form.form > .acts button.main")
	s.tab.WaitText("#decision", "D-1")
	s.tab.Follow(`button[data-key="A"]`)
	s.tab.WaitText("#main .line.bad", "no outcome yet")
	s.tab.Axe()
	s.tab.Follow(`a[data-key="E"]`)
	s.tab.Type("#f-outcome", "By shipment: order is what the TMS asks for, and eight partitions carry the peak.")
	s.tab.Follow("form.form > .acts button.main")
	s.tab.Follow(`button[data-key="A"]`)
	s.tab.WaitText("#main", "accepted")
	s.look("decision", "?at="+browsertest.Evaluate[string](s.tab, `new URL(location).searchParams.get("at")`))
}

func reviewInTheBrowser(s *story, h *roomtest.House) {
	s.t.Helper()
	s.look("review-form", "?form=review")
	s.tab.Type("#f-title", "First complete design")
	s.tab.Click(`input[value="` + h.People[auth.SA].ID + `"]`)
	s.tab.Follow("form.form > .acts button.main")
	s.tab.WaitText(".standing", "asks Jonas Weber to approve")
	s.tab.GoTo(s.room)
	s.tab.Wait(`.standing button[data-key="A"]`)
	s.tab.Shot("design-in-review", browsertest.Desk, 900, browsertest.Light)
	s.tab.Key("a")
	s.tab.WaitText(".standing", "by Jonas Weber")
	s.tab.WaitText(".coverage", "3 reached")
}

func elsewhereInTheBrowser(s *story, h *roomtest.House) {
	s.t.Helper()
	s.tab.GoTo(s.room + "?part=elsewhere&form=elsewhere")
	s.tab.Type("#f-title", "Network design")
	s.tab.Type("#f-url", "https://wiki.northwind.example/network")
	s.tab.Type("#f-section", "Sheet 2")
	s.tab.Type("#f-tool", "draw.io")
	s.tab.Follow("form.form > .acts button.main")
	s.tab.Follow(`.item a.main`)
	s.tab.Choose("#f-approver", h.Dana)
	s.tab.Follow("form.form > .acts button.main")
	s.tab.WaitText(".item", "approved by Dana Whitfield")
	s.look("elsewhere", "?part=elsewhere")
}

// bareInterface is a relationship between systems that lacks its owner.
func bareInterface(h *roomtest.House) string {
	m := model(h)
	for _, r := range m.Interfaces() {
		if e, _ := m.Element(r.From); r.Owner == "" && e.Kind == dsl.Container {
			return r.ID
		}
	}
	h.T.Fatal("every interface has an owner")
	return ""
}
