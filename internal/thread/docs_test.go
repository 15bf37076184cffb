package thread_test

import (
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"

	"throughline/internal/thread"
)

var update = flag.Bool("update", false, "write docs/thread.md anew")

const page = "../../docs/thread.md"

// The rules stand once, in the code; the docs print them.
func TestTheDocsPrintTheRules(t *testing.T) {
	var b strings.Builder
	b.WriteString("# The rules of the thread\n\nPrinted from `internal/thread`; `go test ./internal/thread -run Docs -update` writes it anew.\n\n## Stations\n\n")
	b.WriteString("| # | station | side | reached when | evidence | due when nobody set a date |\n|---|---|---|---|---|---|\n")
	for i, s := range thread.Stations {
		if s.Station == thread.Accepted {
			b.WriteString("| — | **the signature** | | | | |\n")
		}
		fmt.Fprintf(&b, "| %d | %s | %s | %s | %s | %s |\n", i+1, s.Name, s.Side, s.Reached, s.Evidence, s.Due)
	}
	b.WriteString("\n## What is owed\n\nThe first rule that fits; the code is `Owed`.\n\n| rule | owed |\n|---|---|\n")
	for _, r := range thread.OwedRules {
		fmt.Fprintf(&b, "| %s | %s |\n", r.When, r.Owes)
	}
	b.WriteString("\n## Breaks\n\nThe worst first. Lost, disqualified and withdrawn deals count none.\n\n| break | when |\n|---|---|\n")
	for _, r := range thread.BreakRules {
		fmt.Fprintf(&b, "| %s | %s |\n", r.Rule, r.When)
	}
	if *update {
		if err := os.WriteFile(page, []byte(b.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	got, err := os.ReadFile(page)
	if err != nil || string(got) != b.String() {
		t.Errorf("docs/thread.md is not what the code says (%v); run: go test ./internal/thread -run Docs -update", err)
	}
}
