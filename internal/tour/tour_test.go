package tour_test

import (
	"context"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"throughline/internal/area"
	"throughline/internal/clock"
	"throughline/internal/documents"
	"throughline/internal/exchange"
	"throughline/internal/journal"
	"throughline/internal/store/storetest"
	"throughline/internal/tour"
	"throughline/internal/wiring"
)

const folder = "../../testdata/tour"

// lived is a story with what it leaves.
type lived struct {
	house *area.House
	story tour.Story
	file  *exchange.ThreadFile
	bytes map[string]string // thread.json and the documents, by name
}

// live lives the story on a fresh database.
func live(t *testing.T, ctx context.Context, url string, in fs.FS) (lived, error) {
	t.Helper()
	h, err := wiring.Open(ctx, url)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { h.Journal.DB.Close() })
	h.Files.Folder = t.TempDir()
	l := lived{house: h}
	l.story, err = tour.Live(ctx, h, in, nil)
	return l, err
}

// leave makes thread.json and the documents.
func (l *lived) leave(t *testing.T) {
	t.Helper()
	ctx := context.Background()
	r := l.house.Journal.Reader(l.story.Workspace)
	th, err := l.house.Thread(ctx, r, l.story.Deal, l.story.Ended.In(time.UTC))
	if err != nil {
		t.Fatal(err)
	}
	if l.file, err = exchange.ThreadOf(ctx, r, &th, l.story.Ended); err != nil {
		t.Fatal(err)
	}
	b, err := l.file.JSON()
	if err != nil {
		t.Fatal(err)
	}
	docs, err := documents.Of(ctx, l.house, r, &th)
	if err != nil {
		t.Fatal(err)
	}
	l.bytes = map[string]string{"thread.json": string(b)}
	for _, d := range docs {
		l.bytes[d.Name+".md"], l.bytes[d.Name+".html"] = string(documents.Markdown(d)), string(documents.HTML(d))
	}
}

func TestTheWholeDealIsLivedAndVerifiesOnBothDatabases(t *testing.T) {
	var first map[string]string
	storetest.Each(t, func(t *testing.T, url string) {
		l, err := live(t, context.Background(), url, os.DirFS(folder))
		if err != nil {
			t.Fatal(err)
		}
		rep, err := journal.Verify(context.Background(), l.house.Journal.DB.Read)
		if err != nil {
			t.Fatal(err)
		}
		more, err := l.house.Tallies.Verify(context.Background(), l.house.Journal.Reader(l.story.Workspace))
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range append(rep.Findings, more...) {
			t.Errorf("%s: %s", f.Where, f.What)
		}
		l.leave(t)
		if first == nil {
			first = l.bytes
		}
		same(t, first, l.bytes)
	})
}

func TestTheSameBytesOnAnyDayInAnyZone(t *testing.T) {
	a, err := live(t, context.Background(), storetest.SQLite(t), os.DirFS(folder))
	if err != nil {
		t.Fatal(err)
	}
	a.leave(t)
	here := time.Local
	time.Local = time.FixedZone("far away", 13*3600+45*60)
	defer func() { time.Local = here }()
	other := clock.With(context.Background(), func() time.Time { return time.Date(2031, 2, 28, 23, 59, 0, 0, time.Local) })
	b, err := live(t, other, storetest.SQLite(t), os.DirFS(folder))
	if err != nil {
		t.Fatal(err)
	}
	b.leave(t)
	if len(a.bytes) < 11 {
		t.Errorf("%d files", len(a.bytes))
	}
	same(t, a.bytes, b.bytes)
}

func same(t *testing.T, a, b map[string]string) {
	t.Helper()
	if len(a) != len(b) {
		t.Errorf("%d files and %d", len(a), len(b))
	}
	for name, text := range a {
		if b[name] == text {
			continue
		}
		x, y := strings.Split(text, "\n"), strings.Split(b[name], "\n")
		for i := range x {
			if i >= len(y) || x[i] != y[i] {
				t.Errorf("%s differs in line %d: %.200q and %.200q", name, i+1, x[i], strings.Join(y[min(i, len(y)):min(i+1, len(y))], ""))
				break
			}
		}
	}
}

func TestActsOfTheStoryAreActsThatActivityCanName(t *testing.T) {
	l, err := live(t, context.Background(), storetest.SQLite(t), os.DirFS(folder))
	if err != nil {
		t.Fatal(err)
	}
	rows, err := l.house.Journal.DB.Read.Query("SELECT DISTINCT act FROM journal")
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	n := 0
	for rows.Next() {
		var act string
		if err := rows.Scan(&act); err != nil {
			t.Fatal(err)
		}
		n++
		if l.house.Act(act) == act {
			t.Errorf("no area names the act %s", act)
		}
	}
	if n < 40 || rows.Err() != nil {
		t.Errorf("%d kinds of act, %v", n, rows.Err())
	}
}

// A file that no longer holds what the story needs ends it with a sentence that names it.
func TestAFileThatNoLongerFitsEndsTheStoryWithASentence(t *testing.T) {
	for name, c := range map[string]struct{ file, old, new, says string }{
		"no customer":        {"salesforce-opportunities.csv", "Northwind Freight", "Northwest Freight", "one account called Northwind Freight"},
		"a need is gone":     {"discovery-call.vtt", "replay twenty-four hours", "look at twenty-four hours", "replay, within one hour"},
		"a criterion is no":  {"evaluation-results.csv", "C7;", "C77;", "line 9, column \"criterion\""},
		"replay passes":      {"evaluation-results.csv", "C3;91", "C3;51", "must fail one criterion"},
		"no caveat":          {"sign-off-reply.txt", "parallel", "order", "must hold the caveat"},
		"an element is gone": {"relay-northwind.dsl", `"Event store"`, `"Event shelf"`, `no element called "Event store"`},
		"DSL is broken":      {"relay-northwind.dsl", "model {", "model", "line"},
		"a task for nothing": {"plan.csv", "NWF-17", "NWF-77", "NWF-77"},
		"a circle":           {"plan.csv", "2026-07-10,,,NW-101", "2026-07-10,13,,NW-101", "wait"},
		"a file is missing":  {"plan.csv", "", "", "plan.csv"},
	} {
		t.Run(name, func(t *testing.T) {
			in := fstest.MapFS{}
			for _, f := range tour.Inputs {
				b, err := os.ReadFile(filepath.Join(folder, f))
				if err != nil {
					t.Fatal(err)
				}
				text := string(b)
				if f == c.file && c.old == "" {
					continue
				}
				if f == c.file {
					if !strings.Contains(text, c.old) {
						t.Fatalf("%s does not hold %q", f, c.old)
					}
					text = strings.ReplaceAll(text, c.old, c.new)
				}
				in[f] = &fstest.MapFile{Data: []byte(text)}
			}
			if _, err := live(t, context.Background(), storetest.SQLite(t), in); err == nil || !strings.Contains(err.Error(), c.says) {
				t.Errorf("gave %v", err)
			}
		})
	}
}
