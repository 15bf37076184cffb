package browsertest

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
)

// Violation is one rule of axe-core that the page breaks.
type Violation struct {
	Rule   string   `json:"id"`     // axe's name of the rule, as "button-name"
	Impact string   `json:"impact"` // minor, moderate, serious or critical
	Help   string   `json:"help"`   // what the rule asks for
	Nodes  []string `json:"nodes"`  // each element: its selector and what is wrong with it
}

// String is the violation as a person repairs it.
func (v Violation) String() string {
	return fmt.Sprintf("%s (%s): %s\n    %s", v.Rule, v.Impact, v.Help, strings.Join(v.Nodes, "\n    "))
}

// levels are the tags of axe-core for WCAG 2.2, A and AA.
const levels = `["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]`

// axeSource is axe-core's script, read from node_modules once.
var axeSource = sync.OnceValues(func() (string, error) {
	root, err := Root()
	if err != nil {
		return "", err
	}
	script, err := os.ReadFile(filepath.Join(root, "node_modules", "axe-core", "axe.min.js"))
	if err != nil {
		return "", fmt.Errorf("axe-core is not here: run `npm ci` in %s (`make test` does): %w", root, err)
	}
	return string(script), nil
})

// Axe fails the test for each rule of WCAG 2.2 AA that axe-core finds broken on
// the page as it is now.
func (tab *Tab) Axe() {
	tab.t.Helper()
	for _, v := range tab.Violations() {
		tab.t.Errorf("axe-core on %s, %d wide, %s: %s", tab.where(), tab.view.width, tab.view.scheme, v)
	}
}

// Violations asks axe-core for what Axe would fail on.
func (tab *Tab) Violations() []Violation {
	tab.t.Helper()
	source, err := axeSource()
	if err != nil {
		tab.t.Fatal(err)
	}
	if !Evaluate[bool](tab, `"axe" in window`) {
		// Through the debugger, so a strict content security policy stays as it is.
		Evaluate[bool](tab, source+"; true")
	}
	answer := Evaluate[string](tab, `axe.run(document, {
		runOnly: `+levels+`,
		resultTypes: ["violations"],
	}).then(found => JSON.stringify(found.violations.map(v => ({
		id: v.id, impact: v.impact, help: v.help,
		nodes: v.nodes.slice(0, 10).map(n => n.target.join(" ") + ": " + n.failureSummary.replace(/\s+/g, " ")),
	}))))`)
	var found []Violation
	if err := json.Unmarshal([]byte(answer), &found); err != nil {
		tab.t.Fatalf("axe-core's answer cannot be read: %v", err)
	}
	return found
}
