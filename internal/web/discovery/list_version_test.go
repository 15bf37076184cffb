package discovery_test

import (
	"net/http"
	"net/url"
	"strings"
	"testing"

	"throughline/internal/auth"
	core "throughline/internal/discovery"
	"throughline/internal/store/storetest"
	"throughline/internal/web/roomtest"
	"throughline/internal/wiring/wiretest"
)

const (
	answerable = "Nr.;Bereich;Anforderung;Priorität;Erfüllt (Ja / Nein / Teilweise);Kommentar\n" +
		"1.1;Anmeldung;Die Anwender müssen sich mit ihrem Firmenkonto anmelden können.;Muss;;\n" +
		"1.2;Anmeldung;Rechte sollen den Gruppen des Verzeichnisses folgen.;Soll;;\n" +
		"2.1;Betrieb;Der Export von 2 Millionen Zeilen muss in höchstens 10 Minuten fertig sein.;Muss;;\n" +
		"2.2;Betrieb;Protokolle müssen sieben Jahre im Land aufbewahrt werden.;Kann;;\n"
	newer = "Nr.;Bereich;Anforderung;Priorität;Erfüllt (Ja / Nein / Teilweise);Kommentar\n" +
		"1.1;Anmeldung;Die Anwender müssen sich mit ihrem Firmenkonto und einem zweiten Faktor anmelden können.;Muss;;\n" +
		"2.1;Betrieb;Der Export von 2 Millionen Zeilen muss in höchstens 10 Minuten fertig sein.;Muss;;\n" +
		"2.2;Betrieb;Protokolle müssen sieben Jahre im Land aufbewahrt werden.;Kann;;\n" +
		"2.3;Betrieb;Sicherungen müssen jede Nacht laufen.;Soll;;\n"
)

// brings brings a list, takes it and gives the path of its page.
func brings(t *testing.T, se *roomtest.Visitor, name, text string, said url.Values) string {
	t.Helper()
	status, body, at := se.Upload("/deals/NWF/discovery/lists", url.Values{"form": {"list"}}, "file", name, text)
	if status != http.StatusSeeOther {
		t.Fatalf("%d: %s", status, body)
	}
	path, _, _ := strings.Cut(at, "?")
	in := url.Values{"form": {"take"}, "name": {name}, "title": {strings.TrimSuffix(name, ".csv")}, "held_on": {"2026-03-01"}}
	for k, v := range said {
		in[k] = v
	}
	status, body, to := se.Post(path+"/take", in)
	if status != http.StatusSeeOther {
		t.Fatalf("%d: %s", status, body)
	}
	to, _, _ = strings.Cut(to, "?")
	return to
}

func TestANewerListShowsWhatChangedRowByRow(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		_, se := enter(t, w)
		first := brings(t, se, "erste.csv", answerable, url.Values{"sent_by": {w.Dana}})
		_, body := se.Get(first + "?mark=all")
		var ids []string
		found, err := core.Candidates(w.Ctx(), w.Reader(), w.Deal)
		if err != nil || strings.Count(body, "checked") < 4 {
			t.Fatalf("%d marked, %v", strings.Count(body, "checked"), err)
		}
		for _, c := range found {
			ids = append(ids, c.ID)
		}
		if status, body, _ := se.Post(first+"/accept-many", url.Values{"form": {"many"}, "ids": ids}); status != http.StatusSeeOther {
			t.Fatalf("%d: %s", status, body)
		}
		_, _, at := se.Upload("/deals/NWF/discovery/lists", url.Values{"form": {"list"}}, "file", "zweite.csv", newer)
		_, body = se.Get(at)
		holds(t, body, "Against their earlier list", "1 new, 1 changed, 1 gone, 2 as before", "[added: </span>und einem zweiten Faktor", "Take 3 changes", "<del>Rechte sollen")
		_, body = se.Get(at + "&earlier=none")
		holds(t, body, "Take 4 requirements")
		if status, _ := se.Get(at + "&earlier=nobody"); status != http.StatusNotFound {
			t.Errorf("a list that is none: %d", status)
		}
		second := brings(t, se, "zweite.csv", newer, nil)
		_, body = se.Get(second)
		holds(t, body, "changed", "Take the change", "Since “erste”", "It means the same: sign-offs stay", "Gone from their list")
		rows, err := core.OfCall(w.Ctx(), w.Reader(), second[strings.LastIndex(second, "/")+1:])
		if err != nil {
			t.Fatal(err)
		}
		for _, c := range rows {
			switch c.Version {
			case core.ChangedRow:
				if status, body, _ := se.Post(second+"/change", url.Values{"form": {"change"}, "id": {c.ID}, "statement": {"Anmeldung mit zweitem Faktor."}, "priority": {"must"}, "same_meaning": {"true"}}); status != http.StatusSeeOther {
					t.Errorf("%d: %s", status, body)
				}
			case core.GoneRow:
				_, body = se.Get(second + "?at=" + c.ID)
				holds(t, body, "stands in this list no more", "Withdraw it", "Still needed")
				if status, _, _ := se.Post(second+"/reject", url.Values{"form": {"reject"}, "id": {c.ID}, "why": {"still needed as it stands"}}); status != http.StatusSeeOther {
					t.Errorf("kept: %d", status)
				}
			}
		}
		_, body = se.Get("/deals/NWF/requirements")
		holds(t, body, "Anmeldung mit zweitem Faktor.", "Rechte sollen den Gruppen")
		_, _, at = se.Upload("/deals/NWF/discovery/lists", url.Values{"form": {"list"}}, "file", "dritte.csv", strings.ReplaceAll(newer, ";;\n", ";;;\n"))
		_, body = se.Get(at)
		holds(t, body, "already, word for word. There is nothing to take.")
		w.Verify()
	})
}

func TestTheirFileIsAnsweredAndNothingElseOfItChanges(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		h, se := enter(t, w)
		list := brings(t, se, "erste.csv", answerable, url.Values{"sent_by": {w.Dana}})
		answer := strings.Replace(list, "/discovery/", "/discovery/answer/", 1)
		_, body := se.Get(answer)
		holds(t, body, "Nothing on the thread answers a row of it yet", "It waits to be reviewed.", "Save their file")
		if _, file := se.Get(answer + "/file"); file != answerable {
			t.Errorf("the copy differs: %q", file)
		}
		found, err := core.Candidates(w.Ctx(), w.Reader(), w.Deal)
		if err != nil {
			t.Fatal(err)
		}
		for i, c := range found[:3] {
			se.Post(list+"/accept", url.Values{"form": {"accept"}, "id": {c.ID}, "sort": {"need"}, "proposed": {"x"}})
			mark := []string{"yes", "no", "with effort"}[i]
			if status, body, _ := se.Post("/deals/NWF/requirements/NWF-"+string(rune('1'+i))+"/feasible", url.Values{"form": {"feasible"}, "feasible": {mark}, "why": {"our own reason"}}); status != http.StatusSeeOther && status != http.StatusForbidden {
				t.Fatalf("%d: %s", status, body)
			}
		}
		sa := h.Enter(t, auth.SA)
		for i, mark := range []string{"yes", "no", "with effort"} {
			sa.Post("/deals/NWF/requirements/NWF-"+string(rune('1'+i))+"/feasible", url.Values{"form": {"feasible"}, "feasible": {mark}, "why": {"our own reason"}})
		}
		status, file := se.Get(answer + "/file")
		want := strings.NewReplacer("anmelden können.;Muss;;", "anmelden können.;Muss;Ja;", "folgen.;Soll;;", "folgen.;Soll;Nein;", "fertig sein.;Muss;;", "fertig sein.;Muss;Teilweise;").Replace(answerable)
		if status != http.StatusOK || file != want {
			t.Errorf("%d:\n%s, want\n%s", status, file, want)
		}
		_, body = se.Get(answer)
		holds(t, body, "3 of 4 rows answered on the thread, 3 cells filled.", "Save the answered file", "E2")
		if strings.Contains(body, "our own reason") {
			t.Error("the reason that is ours is shown")
		}
		w.Verify()
	})
}

func TestACorrectionOfColumnsServesTheNextListOfThatForm(t *testing.T) {
	w := wiretest.New(t, storetest.SQLite(t))
	_, se := enter(t, w)
	list := brings(t, se, "erste.csv", theirList, url.Values{"use.0": {"list"}, "header.0": {"3"}, "col.0.2": {"other"}, "col.0.3": {"wording"}})
	_, body := se.Get(list)
	holds(t, body, "Firmenkonto")
	_, _, at := se.Upload("/deals/NWF/discovery/lists", url.Values{"form": {"list"}}, "file", "other.csv", strings.ReplaceAll(strings.ReplaceAll(theirList, "Firmenkonto", "Ausweis"), "1.", "7."))
	_, body = se.Get(at)
	holds(t, body, "said of a list of this form on", "Read it as proposed", "You said so.")
	_, body = se.Get(at + "&fresh=1")
	if strings.Contains(body, "said of a list of this form on") || strings.Contains(body, "You said so.") {
		t.Error("read as proposed it still follows the correction")
	}
	path, _, _ := strings.Cut(at, "?")
	se.Post(path+"/take", url.Values{"form": {"take"}, "name": {"other.csv"}, "title": {"Other"}, "held_on": {"2026-03-01"}, "fresh": {"1"}, "earlier": {"none"}})
	_, _, at = se.Upload("/deals/NWF/discovery/lists", url.Values{"form": {"list"}}, "file", "third.csv", strings.ReplaceAll(theirList, "Firmenkonto", "Konto"))
	if _, body = se.Get(at); strings.Contains(body, "said of a list of this form on") {
		t.Error("what was taken back is still remembered")
	}
	w.Verify()
}
