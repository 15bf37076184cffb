package documents_test

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"throughline/internal/content"
	"throughline/internal/design"
	"throughline/internal/documents"
	"throughline/internal/journal"
	"throughline/internal/problem"
	"throughline/internal/thread"
	"throughline/internal/wiring/wiretest"
)

const relay = `workspace {
    model {
        planner = person "Planner"
        erp = softwareSystem "ERP <script>" "Holds | orders" "External"
        relay = softwareSystem "Relay" "Moves events" {
            router = container "Event router" "Gives each shipment one order" "Go" {
                properties {
                    "throughline.satisfies" "NWF-1"
                }
            }
        }
        planner -> router "asks" "HTTPS"
        relay -> erp "reads orders from" "SFTP"
    }
}
`

func story(t *testing.T, w *wiretest.World) []content.Document {
	w.Do("requirement.add", func(ctx context.Context, tx *journal.Tx) error {
		r, err := thread.Add(ctx, tx, thread.NewRequirement{Deal: w.Deal, Statement: "Replay 24 hours of events within 1 hour", Kind: thread.Functional, Priority: thread.Must, RaisedBy: w.Dana,
			Measure: &thread.Measure{Metric: "time to replay", Comparison: "<=", Target: 60, Unit: "min"},
			Quotes:  []thread.NewQuote{{From: "call", Words: "we need a day back in an hour", Speaker: w.Dana}}})
		if err != nil {
			return err
		}
		_, err = thread.Give(ctx, tx, thread.NewPromise{Deal: w.Deal, Requirement: r.ID, Words: "Replay in half an hour by May", Due: "1 May 2026", ToContact: w.Dana})
		return err
	})
	w.Do("design.import", func(ctx context.Context, tx *journal.Tx) error {
		_, err := design.Import(ctx, tx, design.Reading{Deal: w.Deal, Source: []byte(relay)})
		return err
	})
	w.Do("design.add-decision", func(ctx context.Context, tx *journal.Tx) error {
		_, err := design.AddDecision(ctx, tx, design.NewDecision{Deal: w.Deal, Wording: design.Wording{Title: "Keep events in a log", Context: "Replay is asked for.",
			Options: []design.Option{{Title: "Log", Good: "replays"}, {Title: "Queue", Bad: "forgets"}}}})
		return err
	})
	th, err := w.Thread(w.Ctx(), w.Reader(), w.Deal, w.Today())
	if err != nil {
		t.Fatal(err)
	}
	docs, err := documents.Of(w.Ctx(), w.House, w.Reader(), &th)
	if err != nil {
		t.Fatal(err)
	}
	return docs
}

func TestADealsDocumentsAreWrittenWhole(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		docs := story(t, w)
		dir := filepath.Join(t.TempDir(), "documents")
		names, err := documents.Write(dir, docs)
		if err != nil {
			t.Fatal(err)
		}
		for name, wants := range map[string][]string{
			"thread.md":                          {"Owed and missing", "`NWF-1`", "heard: reached on 2 Mar 2026, Dana Whitfield", "we need a day back in an hour"},
			"promise-ledger.md":                  {"Replay in half an hour by May", "1 May 2026"},
			"architecture-document.html":         {"<svg", "ERP &lt;script&gt;", "Gives each shipment one order", "has no owner", "NWF-1", "Not yet known"},
			"architecture-document.md":           {"![", "Holds \\| orders", "no version of this design"},
			"architecture-document-figure-1.svg": {"<svg", "Relay"},
			"decision-log.md":                    {"D-1 Keep events in a log", "Considered options", "proposed", "| Queue |"},
			"decision-log.html":                  {"Content-Security-Policy", "Replay is asked for."},
		} {
			if !strings.Contains(strings.Join(names, " "), name) {
				t.Errorf("%s is not among %v", name, names)
			}
			text, err := os.ReadFile(filepath.Join(dir, name))
			if err != nil {
				t.Error(err)
			}
			for _, want := range wants {
				if !strings.Contains(strings.ToLower(string(text)), strings.ToLower(want)) {
					t.Errorf("%s lacks %q:\n%.3000s", name, want, text)
				}
			}
			if strings.Contains(strings.ReplaceAll(string(text), "\\<script", ""), "<script") {
				t.Errorf("%s holds a script", name)
			}
		}
		if keep := os.Getenv("THROUGHLINE_DRAWINGS"); keep != "" {
			if _, err := documents.Write(keep, docs); err != nil {
				t.Fatal(err)
			}
		}
	})
}

func TestNamesOfFilesStayInTheirFolder(t *testing.T) {
	dir := t.TempDir()
	inside := filepath.Join(dir, "in")
	docs := []content.Document{{Name: "../../out"}, {Name: "out"}, {Name: ""}, {Name: "CON"}, {Name: "/etc/passwd"}, {Name: "Ünïcode/ك"}, {Name: strings.Repeat("long ", 90)}}
	names, err := documents.Write(inside, docs)
	if err != nil || len(names) != len(documents.Forms)*len(docs) {
		t.Fatalf("%v %v", names, err)
	}
	seen := map[string]bool{}
	for _, n := range names {
		if seen[n] || n != filepath.Base(n) || len(n) > 120 || strings.HasPrefix(n, ".") {
			t.Errorf("%q", n)
		}
		seen[n] = true
		if _, err := os.Stat(filepath.Join(inside, n)); err != nil {
			t.Error(err)
		}
	}
	all, _ := os.ReadDir(dir)
	if len(all) != 1 || !seen["out.md"] || !seen["out-2.md"] || !seen["document-con.md"] {
		t.Errorf("%v, %v", all, names)
	}
}

func TestAFolderThatCannotBeMadeIsAProblemInWords(t *testing.T) {
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	_, err := documents.Write(filepath.Join(file, "x"), []content.Document{{Name: "a"}})
	if problem.Of(err) != problem.Refused || !strings.Contains(err.Error(), "Choose a folder") {
		t.Errorf("%v", err)
	}
}
