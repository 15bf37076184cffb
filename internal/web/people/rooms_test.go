package people_test

import (
	"net/url"
	"os"
	"strings"
	"testing"

	"throughline/internal/auth"
	"throughline/internal/browsertest"
	"throughline/internal/store/storetest"
	"throughline/internal/web/roomtest"
	"throughline/internal/wiring/wiretest"
)

func TestMain(m *testing.M) { os.Exit(browsertest.Run(m)) }

// holds asks for a page and says what is not on it.
func holds(t *testing.T, v *roomtest.Visitor, path string, want ...string) string {
	t.Helper()
	status, body := v.Get(path)
	if status != 200 {
		t.Errorf("%s: %d", path, status)
	}
	for _, words := range want {
		if !strings.Contains(body, words) {
			t.Errorf("%s does not say %q", path, words)
		}
	}
	return body
}

func TestTheRoleGuideLeadsFromEachDutyToWhereItIsDone(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		viewer := roomtest.New(t, w).Enter(t, auth.Viewer)
		holds(t, viewer, "/people", "Here&#39;s how our product could work for you.", "Here&#39;s how we&#39;ll build and deploy this.",
			"/deals/NWF/discovery", "/deals/NWF/demo", "/deals/NWF/evaluation", "/deals/NWF/design", "/deals/NWF/delivery",
			"primary deliverable", "Weeks to months", "Technical Account Manager", "GTM Engineer", "contradicted by its own figures", "28.47 to 40.7", "3 to 5 years",
			"certifications that the market pays for", "Sales Engineer", "Product Manager", "cloud providers use it for both in one")
		for _, room := range []string{"discovery", "demo", "evaluation", "design", "delivery"} {
			if status, _ := viewer.Get("/deals/NWF/" + room); status != 200 {
				t.Errorf("a duty leads to %s, which is %d", room, status)
			}
		}
	})
}

func TestRoleFitGivesBothRolesTheirReasonsAndKeepsNothing(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		viewer := roomtest.New(t, w).Enter(t, auth.Viewer)
		body := holds(t, viewer, "/people/fit", "I enjoy being on stage.", "no database, no address and no log")
		if n := strings.Count(body, "<fieldset class=\"agree\""); n < 12 || n > 20 {
			t.Errorf("%d questions; twelve to twenty are plain", n)
		}
		if strings.Contains(body, "data-draft") {
			t.Error("the browser would keep the answers")
		}
		status, body, _ := viewer.Post("/people/fit", url.Values{"q.stage": {"4"}, "q.design": {"1"}, "s.demo": {"5"}, "level": {"senior"}})
		for _, words := range []string{"What your answers say", "Speaks for it", "Speaks against it", "What would change it", "Solutions Engineer", "Solutions Architect", "neither decides", `value="4" checked`} {
			if status != 200 || !strings.Contains(body, words) {
				t.Errorf("the result is %d and does not say %q", status, words)
			}
		}
		for name, form := range map[string]url.Values{"nothing": {}, "off the scale": {"q.stage": {"9"}}, "no number": {"q.stage": {"much"}}, "a level of nowhere": {"s.demo": {"3"}, "level": {"chief"}}, "a rating of 6": {"s.demo": {"6"}}} {
			if status, body, _ := viewer.Post("/people/fit", form); status != 422 || !strings.Contains(body, "Nothing was done.") {
				t.Errorf("%s: %d", name, status)
			}
		}
		_, body = viewer.Get("/people/fit")
		if strings.Contains(body, "What your answers say") || strings.Contains(body, `value="4" checked`) {
			t.Error("answers come back that should be gone")
		}
	})
}

const advertisement = "What you will do\nRun discovery calls and qualify opportunities.\nBuild and deliver tailored demos <b>for buyers</b>.\nAnswer RFPs and security questionnaires.\nBring a driver's licence."

func TestAnAdvertisementIsReadWithItsQuotesMarked(t *testing.T) {
	w := wiretest.New(t, storetest.SQLite(t))
	viewer := roomtest.New(t, w).Enter(t, auth.Viewer)
	status, body, _ := viewer.Post("/people/title", url.Values{"title": {"Solutions Architect, Globex"}, "text": {advertisement}})
	for _, words := range []string{"Before the sale: an SE’s work", "The title alone would have said", "<mark class=\"pre\"", "Runs discovery calls and qualification", "&lt;b&gt;for buyers&lt;/b&gt;"} {
		if status != 200 || !strings.Contains(body, words) {
			t.Errorf("%d, not there: %q", status, words)
		}
	}
	if strings.Contains(body, "<b>for buyers</b>") {
		t.Error("the advertisement's marks are taken for ours")
	}
	for name, row := range map[string]struct {
		form url.Values
		says string
	}{
		"empty": {url.Values{}, "Paste the advertisement."}, "of 5 MB": {url.Values{"text": {strings.Repeat("work ", 1<<20)}}, "at most 4096 are read"},
		"no text": {url.Values{"text": {"a\x00b"}}, "bytes that are not text"},
	} {
		if status, body, _ := viewer.Post("/people/title", row.form); status != 422 || !strings.Contains(body, row.says) {
			t.Errorf("%s: %d", name, status)
		}
	}
	if status, body, _ := viewer.Post("/people/title", url.Values{"text": {"Wir suchen einen netten Menschen."}}); status != 200 || !strings.Contains(body, "It does not say") || !strings.Contains(body, "three duties") {
		t.Errorf("one that says nothing: %d", status)
	}
}

func TestEachStepOfTheLaddersIsALinkWithWhatItAsks(t *testing.T) {
	w := wiretest.New(t, storetest.SQLite(t))
	viewer := roomtest.New(t, w).Enter(t, auth.Viewer)
	holds(t, viewer, "/people/ladders", "Distinguished Engineer", "exit, small company", "switch of roles, both ways", "/people/ladders?step=sav#step")
	holds(t, viewer, "/people/ladders?step=se3", "Wins complex evaluations alone", "185,000 to 250,000 USD", "Presentation and demo")
	holds(t, viewer, "/people/ladders?step=sa6", "no weights, no band")
	if _, body := viewer.Get("/people/ladders?step=%3Cscript%3E"); !strings.Contains(body, "Choose a step") {
		t.Error("a step of nowhere")
	}
}

func TestMovesSayGapsWhatFillsThemAndWhatChanges(t *testing.T) {
	w := wiretest.New(t, storetest.SQLite(t))
	se := roomtest.New(t, w).Enter(t, auth.SE)
	holds(t, se, "/people/transitions", "9 of 26 points", "7 of 24 points", "65.38 %", "implementation-level technical depth", "/deals/NWF/design", "information, not a wall", "+8.05 %", "−7.45 %",
		"16,766 to 19,484", "weeks to months", "AWS Solutions Architect Professional", "To management", "Product Manager", "GTM Engineer", "sales management", "technical leadership")
}

func TestTheRulesSayWhoShouldBeOnADealAndWhatToAsk(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		viewer := roomtest.New(t, w).Enter(t, auth.Viewer)
		holds(t, viewer, "/people/engagement", "E1", "E8", "at least 3", "Give what you know of a deal", "overlap most where implementation takes most")
		holds(t, viewer, "/people/engagement?months=4&integrations=2&configuration=standard&policy=split&seats=9&depth=no", "An SE, with an SA from the first discovery call.", "decides", "What would change it")
		holds(t, viewer, "/people/engagement?months=4&integrations=&configuration=standard&policy=split&seats=9&depth=no", "Undecided", "How many custom integrations does it need?")
		status, body := viewer.Get("/people/engagement?months=-1&seats=0")
		if status != 422 || !strings.Contains(body, "less than nothing") || !strings.Contains(body, "nobody to staff") || !strings.Contains(body, `value="-1"`) {
			t.Errorf("a case that cannot be: %d", status)
		}
	})
}

func TestEveryoneCanReadTheRoomsOfPeople(t *testing.T) {
	h := roomtest.New(t, wiretest.New(t, storetest.SQLite(t)))
	base, comeIn := h.Serve(t, auth.SE)
	tab := browsertest.Open(t)
	tab.GoTo(comeIn)
	look := func(name string) {
		t.Helper()
		for _, width := range []int64{browsertest.Desk, browsertest.Phone} {
			for _, scheme := range []browsertest.Scheme{browsertest.Light, browsertest.Dark} {
				tab.See(width, 900, scheme)
				tab.Axe()
				tab.Shot(name, width, 900, scheme)
				if wide := browsertest.Evaluate[int](tab, `document.documentElement.scrollWidth`); int64(wide) > width {
					t.Errorf("%s is %d wide on %d", name, wide, width)
				}
			}
		}
		tab.See(browsertest.Desk, 900, browsertest.Light)
	}
	for name, path := range map[string]string{"guide": "/people", "ladders": "/people/ladders?step=sa4", "moves": "/people/transitions", "engagement": "/people/engagement?months=4&policy=split"} {
		tab.GoTo(base + path)
		look(name)
	}
	tab.GoTo(base + "/people/fit")
	tab.Click(`input[name="q.stage"][value="4"]`)
	tab.Key("Left") // by keyboard: mostly
	tab.Click(`input[name="q.steady"][value="0"]`)
	tab.Click(".skills-too > summary")
	tab.Choose(`[name="s.demo"]`, "4")
	tab.Follow(`form[aria-label="Role fit"] button[type="submit"]`)
	tab.WaitText("#result", "What your answers say")
	if got := browsertest.Evaluate[string](tab, `document.querySelector('input[name="q.stage"]:checked').value`); got != "3" {
		t.Errorf("the answer comes back as %q", got)
	}
	look("fit")
	tab.GoTo(base + "/people/title")
	browsertest.Evaluate[bool](tab, `document.querySelector("#f-text").value = "Run discovery calls. Build customized demos. Design the production architecture. Write deployment plans.", true`)
	tab.Follow(`form[aria-label="Advertisement"] button[type="submit"]`)
	tab.WaitText("#reading", "What it asks for")
	look("title")
}
