package settings_test

import (
	"net/url"
	"os"
	"strconv"
	"strings"
	"testing"

	"throughline/internal/auth"
	"throughline/internal/browsertest"
	"throughline/internal/people/guide"
	"throughline/internal/store/storetest"
	"throughline/internal/web/roomtest"
	"throughline/internal/wiring/wiretest"
)

func TestMain(m *testing.M) { os.Exit(browsertest.Run(m)) }

func TestAnAdminPutsTheirOwnGuideInForceAndEveryRoomFollowsIt(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		h := roomtest.New(t, w)
		admin, se := h.Enter(t, auth.Admin), h.Enter(t, auth.SE)
		form := url.Values{"form": {"guide"}}
		text := string(guide.Text())
		own := strings.NewReplacer(`"low": 145000`, `"low": 151000`, `"name": "Sales process"`, `"name": "Selling with others"`,
			`"says": "I enjoy being on stage."`, `"says": "I like a full hall."`, `"name": "Chief Architect"`, `"name": "Master Architect"`,
			`"drivers": ["deeper technical work"`, `"drivers": ["quieter days"`, `"says": "One seat holds both roles."`, `"says": "A seat for two."`).Replace(text)
		if status, body := se.Get("/settings/guide"); status != 200 || strings.Contains(body, "Put your own in force") || !strings.Contains(body, "came with the program") {
			t.Errorf("an SE reads it and cannot change it: %d", status)
		}
		if status, body, _ := se.Upload("/settings/guide", form, "file", "own.json", own); status != 403 || !strings.Contains(body, "Only a people administrator") {
			t.Errorf("an SE puts one in force: %d", status)
		}
		for name, c := range map[string]struct{ text, says string }{
			"not JSON":        {"Gaps and bands", "Line 1, column 2: This is not JSON"},
			"2 MB":            {strings.Repeat("a", 2<<20), "larger than 1 MB"},
			"no text":         {"\xff\xfe", "not UTF-8"},
			"a reversed band": {strings.Replace(text, `"high": 200000`, `"high": 1000`, 1), "bands[0]: Runs from"},
			"many faults":     {strings.Replace(text, `"id": "se1"`, `"id": "se0"`, 1), "There is no place"},
		} {
			status, body, _ := admin.Upload("/settings/guide", form, "file", "own.json", c.text)
			if status != 422 || !strings.Contains(body, c.says) {
				t.Errorf("%s: %d, want %q", name, status, c.says)
			}
			if name == "a reversed band" && !strings.Contains(body, "&#34;high&#34;: 1000") {
				t.Errorf("%s: what was sent does not stand in the form", name)
			}
		}
		if status, body, _ := admin.Post("/settings/guide", url.Values{"form": {"guide"}, "guide": {" "}}); status != 422 || !strings.Contains(body, "Choose a file") {
			t.Errorf("nothing sent: %d", status)
		}
		if status, body, _ := admin.Upload("/settings/guide", form, "file", "own.json", own); status != 303 {
			t.Fatalf("%d %.2000s", status, body)
		}
		for path, says := range map[string]string{
			"/settings/guide": "SE, Mid-Level: low is 151000 instead of 145000.", "/settings/guide/file": `"low": 151000`,
			"/people": "Selling with others", "/people/fit": "I like a full hall.", "/people/ladders": "Master Architect", "/people/pay": "151", "/people/pay/check": "151",
			"/people/transitions": "quieter days", "/people/engagement": "A seat for two.", "/my": "Selling with others",
		} {
			if status, body := se.Get(path); status != 200 || !strings.Contains(body, says) {
				t.Errorf("%s: %d, and no %q", path, status, says)
			}
		}
		if status, _, _ := admin.Post("/settings/guide/shipped", url.Values{"revision": {"7"}}); status != 409 {
			t.Errorf("a stale way back: %d", status)
		}
		if status, _, _ := admin.Post("/settings/guide/shipped", url.Values{}); status != 303 {
			t.Errorf("back to the shipped one: %d", status)
		}
		if _, body := se.Get("/people"); strings.Contains(body, "Selling with others") {
			t.Error("the own guide still holds")
		}
		w.Verify()
	})
}

func TestASkillOfOnesOwnIsWrittenInAFormAndTakenInEverywhere(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		h := roomtest.New(t, w)
		admin, se := h.Enter(t, auth.Admin), h.Enter(t, auth.SE)
		if status, _, _ := se.Post("/settings/guide/skills", ownSkill("skill")); status != 403 {
			t.Errorf("an SE adds a skill: %d", status)
		}
		faulty := ownSkill("skill")
		faulty.Set("weights.sa.senior", "much")
		if status, body, _ := admin.Post("/settings/guide/skills", faulty); status != 422 || !strings.Contains(body, "not a whole number") || !strings.Contains(body, "Cloud networks") {
			t.Errorf("a weight in words: %d", status)
		}
		faulty.Set("weights.sa.senior", "9")
		if status, body, _ := admin.Post("/settings/guide/skills", faulty); status != 422 || !strings.Contains(body, "Give a weight from 0") {
			t.Errorf("a weight of nine: %d", status)
		}
		if status, body, _ := admin.Post("/settings/guide/skills", ownSkill("skill")); status != 303 {
			t.Fatalf("%d %.3000s", status, body)
		}
		for path, says := range map[string]string{"/settings/guide": "0, 1, 2, 3", "/settings/guide/file": "Cloud networks", "/people": "Cloud networks", "/people/fit": "Cloud networks", "/people/transitions": "Draw the network.", "/my": "Cloud networks"} {
			if status, body := se.Get(path); status != 200 || !strings.Contains(body, says) {
				t.Errorf("%s: %d, and no %q", path, status, says)
			}
		}
		_, body := admin.Get("/settings/guide?form=skill-cloud-networ")
		if !strings.Contains(body, `value="Draw the network."`) {
			t.Error("the form of a skill does not hold what stands")
		}
		change := ownSkill("skill-cloud-networ")
		change.Set("name", "Networks of clouds")
		if status, _, _ := admin.Post("/settings/guide/skills/cloud-networ/edit", change); status != 303 {
			t.Errorf("changed: %d", status)
		}
		if status, _, _ := admin.Post("/settings/guide/skills/demo/remove", url.Values{}); status != 409 {
			t.Errorf("the text's own is taken out: %d", status)
		}
		if status, _, _ := admin.Post("/settings/guide/skills/cloud-networ/remove", url.Values{}); status != 303 {
			t.Errorf("taken out: %d", status)
		}
		w.Verify()
	})
}

func ownSkill(form string) url.Values {
	out := url.Values{"form": {form}, "name": {"Cloud networks"}, "scale": {"work"}, "counts": {"depth"}, "says": {"Draw the network."}, "station": {"designed"}, "seen": {"a drawing"}}
	for i, level := range []string{"junior", "mid", "senior", "principal"} {
		out.Set("weights.se."+level, strconv.Itoa(i))
		out.Set("weights.sa."+level, strconv.Itoa(i+2))
	}
	return out
}

func TestEveryoneCanReadTheSettingsOfTheGuide(t *testing.T) {
	w := wiretest.New(t, storetest.SQLite(t))
	h := roomtest.New(t, w)
	own := strings.NewReplacer(`"low": 145000`, `"low": 151000`, `"name": "Sales process"`, `"name": "Selling with others"`).Replace(string(guide.Text()))
	if status, _, _ := h.Enter(t, auth.Admin).Upload("/settings/guide", url.Values{"form": {"guide"}}, "file", "own.json", own); status != 303 {
		t.Fatal(status)
	}
	if status, _, _ := h.Enter(t, auth.Admin).Post("/settings/guide/skills", ownSkill("skill")); status != 303 {
		t.Fatal(status)
	}
	base, comeIn := h.Serve(t, auth.Admin)
	tab := browsertest.Open(t)
	tab.GoTo(comeIn)
	for _, path := range []string{"/settings/guide", "/settings/guide?form=skill", "/settings/office"} {
		tab.GoTo(base + path)
		for _, width := range []int64{browsertest.Desk, browsertest.Phone} {
			for _, scheme := range []browsertest.Scheme{browsertest.Light, browsertest.Dark} {
				tab.See(width, 900, scheme)
				tab.Axe()
				if wide := browsertest.Evaluate[int](tab, `document.documentElement.scrollWidth`); int64(wide) > width {
					t.Errorf("%s: %d wide on %d", path, wide, width)
				}
			}
		}
	}
}
