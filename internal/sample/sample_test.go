package sample

import (
	"fmt"
	"io/fs"
	"regexp"
	"strings"
	"testing"
	"time"

	"throughline/internal/account"
	"throughline/internal/clock"
	"throughline/internal/discovery"
	"throughline/internal/exchange/intake"
	"throughline/internal/inbox"
	"throughline/internal/journal"
	"throughline/internal/store"
	"throughline/internal/tally"
	"throughline/internal/thread"
)

func TestEachOfTheEightDealsStandsWhereItSays(t *testing.T) {
	each(t, func(t *testing.T, w *lived) {
		for folder, want := range map[string]struct {
			phase        account.Phase
			win          string
			requirements int
			breaks       int
			all          string // stations that every standing and bought requirement has reached
			none         string // stations that none has
		}{
			"gas":       {account.Open, "open", 8, 0, "heard", "shown proven won"},
			"meridian":  {account.Open, "open", 13, 2, "heard", "won accepted"},
			"castellan": {account.Won, "conditional", 13, 0, "heard won", "designed live"},
			"orrin":     {account.Won, "achieved", 14, 0, "heard won accepted designed", "verified live"},
			"lumen":     {account.Won, "achieved", 12, 0, "heard won accepted designed planned", ""},
			"pelican":   {account.Lost, "lost", 8, 0, "heard", "won"},
			"northwind": {account.Won, "open", 16, 7, "heard won", ""},
			"tessier":   {account.Open, "claimed", 12, 0, "heard", "won designed"},
		} {
			th := w.thread(folder)
			if th.Facts.Deal.Phase != want.phase || th.TechnicalWin != want.win || len(th.Rows) != want.requirements || len(th.Breaks) != want.breaks {
				t.Errorf("%s: %s, win %s, %d requirements, %d breaks: %+v", folder, th.Facts.Deal.Phase, th.TechnicalWin, len(th.Rows), len(th.Breaks), th.Breaks)
			}
			for _, l := range th.Rows {
				for _, c := range l.Cells {
					if l.Requirement.PostOwed() && strings.Contains(want.all, c.Station.String()) && c.State != thread.Reached {
						t.Errorf("%s: %s is not %s", folder, l.Key, c.Station)
					}
					if strings.Contains(want.none, c.Station.String()) && c.State == thread.Reached {
						t.Errorf("%s: %s is %s already", folder, l.Key, c.Station)
					}
				}
			}
		}
		w.verify()
	})
}

func TestTheSampleTellsTheSameStoryOnAnyDay(t *testing.T) {
	one, two := live(t, t.TempDir(), wednesday), live(t, t.TempDir(), saturday)
	for _, d := range deals {
		if a, b := one.states(d.folder), two.states(d.folder); a != b {
			t.Errorf("%s (%s) is\n%s\non a Wednesday and\n%s\non a Saturday", d.folder, d.shows, a, b)
		}
		if a, b := one.thread(d.folder), two.thread(d.folder); len(a.Breaks) != len(b.Breaks) || a.TechnicalWin != b.TechnicalWin {
			t.Errorf("%s: %s with %d breaks, and %s with %d", d.folder, a.TechnicalWin, len(a.Breaks), b.TechnicalWin, len(b.Breaks))
		}
	}
	for _, w := range []*lived{one, two} {
		now, _ := store.List[clock.Instant](w.ctx, w.Journal.DB.Read, store.SQL(`SELECT at FROM journal ORDER BY seq DESC LIMIT 1`))
		if clock.Now(w.ctx).Before(now[0]) {
			t.Errorf("an act at %v is still to come", now[0])
		}
		for _, m := range w.Moments() {
			if m.Weekday() == time.Saturday || m.Weekday() == time.Sunday || m.Hour() < 8 || m.Hour() > 18 {
				t.Errorf("somebody worked on %s", m.Format("Monday 15:04"))
			}
		}
	}
	if one.Today == two.Today || one.Until(saturday) != two.Until(saturday) {
		t.Error("the two are one, or not the same acts")
	}
}

func TestDealsAreLivedBesideEachOther(t *testing.T) {
	w := live(t, t.TempDir(), wednesday)
	rows, err := store.List[string](w.ctx, w.Journal.DB.Read, store.SQL(`SELECT deal FROM journal WHERE deal <> '' ORDER BY seq`))
	if err != nil {
		t.Fatal(err)
	}
	turns := 0
	for i := 1; i < len(rows); i++ {
		if rows[i] != rows[i-1] {
			turns++
		}
	}
	if turns < 60 {
		t.Errorf("the journal turns from deal to deal %d times", turns)
	}
}

func TestEveryPastMomentOfADealCanBeSeen(t *testing.T) {
	each(t, func(t *testing.T, w *lived) {
		for _, d := range deals {
			deal, faces := w.tales[d.folder].Deal(), map[string]bool{}
			life, err := store.List[clock.Instant](w.ctx, w.Journal.DB.Read, store.SQL(`SELECT at FROM journal WHERE deal = $1 ORDER BY seq`), deal)
			if err != nil {
				t.Fatal(err)
			}
			for i := range 20 {
				at := life[(len(life)-1)*i/19]
				past, err := journal.AsOf(w.ctx, w.r, deal, at)
				if err != nil {
					t.Fatal(err)
				}
				th, err := w.House.Thread(w.ctx, past, deal, at.In(w.Zone))
				if err != nil {
					t.Fatalf("%s at %v: %v", d.folder, at, err)
				}
				faces[fmt.Sprint(tally.Standings(&th.Picture))] = true
			}
			if len(faces) < 5 {
				t.Errorf("%s has %d faces in 20 moments", d.folder, len(faces))
			}
		}
	})
}

func TestSomethingWaitsForEveryoneWhoWorksOnDeals(t *testing.T) {
	w := live(t, t.TempDir(), wednesday)
	for who, least := range map[string]int{"mara": 6, "ines": 1, "jonas": 3, "priya": 1, "sofia": 0} {
		in, err := inbox.Of(w.ctx, w.House, w.r, w.People[who].ID, w.Today)
		if err != nil || in.WaitSum < least || in.Seen.At.IsZero() {
			t.Errorf("%s: %d things wait, %v", who, in.WaitSum, err)
		}
	}
}

func TestAccountsThatMayBeOneAreThereToBeMerged(t *testing.T) {
	w := live(t, t.TempDir(), wednesday)
	alike, err := intake.Duplicates(w.ctx, w.r)
	if err != nil || len(alike) != 2 {
		t.Errorf("%+v, %v", alike, err)
	}
	gas := w.thread("gas").Facts.Deal
	if lumen := w.thread("lumen").Facts.Deal; gas.BeginsFrom != lumen.ID || gas.Account != lumen.Account || gas.Type != "expansion" {
		t.Errorf("the expansion is %+v", gas)
	}
}

// ciphertext is a sealed text as the journal holds it: its owner, a dot, base64.
var ciphertext = regexp.MustCompile(`"[0-9a-z]{16}\.[A-Za-z0-9+/]+"`)

// unfinished is what a text looks like that somebody forgot to write.
var unfinished = regexp.MustCompile(`(?i)lorem|ipsum|\btodo\b|\btbd\b|\bxxx|\bfoo\b|\{[dwm]|%!|<nil>|\bplaceholder\b`)

func TestEveryTextIsWrittenOut(t *testing.T) {
	w := live(t, t.TempDir(), wednesday)
	err := fs.WalkDir(embedded, "deals", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		text, err := fs.ReadFile(embedded, path)
		if bad := unfinished.FindString(w.Say(string(text))); bad != "" {
			t.Errorf("%s holds %q", path, bad)
		}
		if turns := strings.Count(string(text), "\n\n") + 1; strings.HasSuffix(path, ".txt") && (turns < 15 || turns > 40) {
			t.Errorf("%s has %d turns", path, turns)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	rows, err := store.List[string](w.ctx, w.Journal.DB.Read, store.SQL(`SELECT now FROM journal`))
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range deals {
		words, _ := journal.List[thread.Quote](w.ctx, w.r, w.tales[d.folder].Deal())
		for _, q := range words {
			rows = append(rows, q.Words.String())
		}
		for _, p := range w.thread(d.folder).Facts.Promises {
			rows = append(rows, p.Words.String(), p.NewWords.String())
		}
	}
	for _, row := range rows {
		row = ciphertext.ReplaceAllString(row, `""`) // its letters fall as they may
		if bad := unfinished.FindString(row); bad != "" {
			t.Errorf("%q in %.200s", bad, row)
		}
	}
}

func TestEveryRequirementHasItsWordsAndAMeasureWhereItNeedsOne(t *testing.T) {
	w := live(t, t.TempDir(), wednesday)
	for _, d := range deals {
		th := w.thread(d.folder)
		for _, l := range th.Rows {
			if len(l.Cells[thread.Heard].Verdict.Evidence) == 0 || l.Requirement.Grouping == "" || l.Requirement.RaisedBy == "" {
				t.Errorf("%s has no quote, no heading or nobody who raised it", l.Key)
			}
		}
		calls, err := discovery.Calls(w.ctx, w.r, th.Facts.Deal.ID)
		if err != nil || len(calls) == 0 {
			t.Errorf("%s: %d calls, %v", d.folder, len(calls), err)
		}
	}
}
