package discovery_test

import (
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"throughline/internal/auth"
	"throughline/internal/browsertest"
	core "throughline/internal/discovery"
	"throughline/internal/store/storetest"
	"throughline/internal/web/roomtest"
	"throughline/internal/wiring/wiretest"
)

const theirList = "Lastenheft;;;\n;;;\nNr.;Bereich;Anforderung;Priorität\n" +
	"1.1;Anmeldung;Die Anwender müssen sich mit ihrem Firmenkonto anmelden können.;Muss\n" +
	"1.2;Anmeldung;Rechte sollen den Gruppen des Verzeichnisses folgen.;Soll\n" +
	"2.1;Betrieb;Der Export von 2 Millionen Zeilen muss in höchstens 10 Minuten fertig sein.;Muss\n"

func TestTheirListIsLookedAtCorrectedAndTaken(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		h, se := enter(t, w)
		status, body, at := se.Upload("/deals/NWF/discovery/lists", url.Values{"form": {"list"}}, "file", "liste.csv", theirList)
		if status != http.StatusSeeOther || !strings.Contains(at, "/discovery/lists/") {
			t.Fatalf("%d to %q: %s", status, at, body)
		}
		_, body = se.Get(at)
		holds(t, body, "liste.csv", "3 requirements found", "row 3: Nr.", "Take 3 requirements", "sheet 1, C4")
		_, body = se.Get(at + "&use.0=cover")
		holds(t, body, "No requirement is found yet.", "Nothing is found that reads like a requirement")
		_, body = se.Get(at + "&use.0=list&header.0=3&col.0.4=comment")
		holds(t, body, "You said so.", "3 requirements found")
		for _, bad := range []string{"&use.x=list", "&header.0=zero", "&col.0=number"} {
			if status, _ := se.Get(at + bad); status != http.StatusUnprocessableEntity {
				t.Errorf("%s: %d", bad, status)
			}
		}
		path, _, _ := strings.Cut(at, "?")
		status, body, _ = se.Post(path+"/take", url.Values{"form": {"take"}, "name": {"liste.csv"}, "col.0.4": {"comment"}, "title": {"Lastenheft"}, "held_on": {"soon"}})
		if status != http.StatusUnprocessableEntity {
			t.Fatalf("a day that is none: %d", status)
		}
		holds(t, body, `value="Lastenheft"`, "is no day", "You said so.")
		status, body, to := se.Post(path+"/take", url.Values{"form": {"take"}, "name": {"liste.csv"}, "title": {"Lastenheft"}, "held_on": {"2026-03-01"}, "sent_by": {w.Dana}})
		if status != http.StatusSeeOther {
			t.Fatalf("%d: %s", status, body)
		}
		_, body = se.Get(to)
		holds(t, body, "A list", "What stands in it", "stands in their list as 1.1 (sheet 1, C4)", "Dana Whitfield")
		if strings.Contains(body, "Propose again") || strings.Contains(body, "consent not recorded") {
			t.Error("the list is drawn as a call")
		}
		if status, _, _ := se.Post(path+"/take", url.Values{"form": {"take"}, "name": {"liste.csv"}, "title": {"Again"}, "held_on": {"2026-03-01"}}); status != http.StatusNotFound {
			t.Errorf("the file that was taken still waits in the clear: %d", status)
		}
		_, _, again := se.Upload("/deals/NWF/discovery/lists", url.Values{"form": {"list"}}, "file", "liste.csv", theirList)
		_, body = se.Get(again)
		holds(t, body, "There is nothing to take twice.", "Lastenheft")
		if status, body, _ := se.Post(path+"/take", url.Values{"form": {"take"}, "name": {"liste.csv"}, "title": {"Again"}, "held_on": {"2026-03-01"}}); status != http.StatusConflict || !strings.Contains(body, "already") {
			t.Errorf("the same list again: %d", status)
		}
		if found, err := core.Candidates(w.Ctx(), w.Reader(), w.Deal); err != nil || len(found) != 3 {
			t.Errorf("%d candidates, %v", len(found), err)
		}
		if status, _ := h.Enter(t, auth.Viewer).Get(again); status != http.StatusForbidden {
			t.Errorf("a viewer reads an upload: %d", status)
		}
		w.Verify()
	})
}

func TestAListThatCannotBeReadIsASentenceAtTheForm(t *testing.T) {
	w := wiretest.New(t, storetest.SQLite(t))
	_, se := enter(t, w)
	for name, content := range map[string]string{"cut.xlsx": "PK\x03\x04 cut off", "binary.csv": strings.Repeat("\x00\x01\x02\xff", 400)} {
		status, body, _ := se.Upload("/deals/NWF/discovery/lists", url.Values{"form": {"list"}}, "file", name, content)
		if status != http.StatusUnprocessableEntity {
			t.Errorf("%s: %d", name, status)
		}
		holds(t, body, "Their own list", "Nothing was saved.")
	}
	status, body, _ := se.Post("/deals/NWF/discovery/lists", url.Values{"form": {"list"}, "words": {"  "}})
	if status != http.StatusUnprocessableEntity || !strings.Contains(body, "Choose the file with their list, or paste it.") {
		t.Errorf("nothing at all: %d", status)
	}
	_, _, at := se.Post("/deals/NWF/discovery/lists", url.Values{"form": {"list"}, "words": {"1. The system must keep logs for seven years.\n2. Exports must end within ten minutes.\n3. Users should sign in with their company account.\n"}})
	_, body = se.Get(at)
	holds(t, body, "3 requirements found")
	if status, _ := se.Get("/deals/NWF/discovery/lists/" + strings.Repeat("0", 64)); status != http.StatusNotFound {
		t.Errorf("a file that is not kept: %d", status)
	}
}

// The SE takes the customer's list in by keyboard and accepts all of it at once.
func TestTheirListIsTakenByKeyboard(t *testing.T) {
	w := wiretest.New(t, storetest.SQLite(t))
	h := roomtest.New(t, w)
	base, comeIn := h.Serve(t, auth.SE)
	file := filepath.Join(t.TempDir(), "liste.csv")
	if err := os.WriteFile(file, []byte(theirList), 0o600); err != nil {
		t.Fatal(err)
	}
	tab := browsertest.Open(t)
	tab.GoTo(comeIn)
	tab.GoTo(base + "/deals/NWF/discovery")
	tab.Key("l")
	tab.Wait("#f-file")
	seen(t, tab, "bring a list")
	tab.Upload("#f-file", file)
	tab.Follow(`form[action$="/lists"] .btn.main`)
	tab.WaitText(".call-head", "3 requirements found")
	seen(t, tab, "read")
	tab.Key("t")
	tab.WaitText("#now", "1 of 3")
	tab.Wait("[data-living]")
	seen(t, tab, "list taken")
	tab.Key("v", "j", "v", "j", "v", "Shift+A")
	tab.WaitText("#toasts", "Accepted candidates")
	tab.GoTo(base + "/deals/NWF")
	tab.WaitText(".loom", "Rechte sollen den Gruppen des Verzeichnisses folgen.")
	w.Verify()
}
