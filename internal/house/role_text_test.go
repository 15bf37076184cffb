package house

import (
	"fmt"
	"regexp"
	"strings"
	"testing"
)

// roleText holds every statement of the text on the two roles, and where it lives.
const roleText = "docs/role-text.md"

// notBuilt is what a cell says that names nothing yet.
const notBuilt = "not built"

// statements are the rows of a table of them: id, statement, page, command, test.
func statements(text string) [][]string {
	var rows [][]string
	for line := range strings.SplitSeq(text, "\n") {
		if cells := strings.Split(strings.Trim(line, "| "), " | "); len(cells) == 5 && strings.HasPrefix(cells[0], "S") {
			rows = append(rows, cells)
		}
	}
	return rows
}

var (
	quoted      = regexp.MustCompile("`([^`]+)`")
	testName    = regexp.MustCompile(`(?m)^func ((?:Test|Fuzz)\w+)\(`)
	commandName = regexp.MustCompile("(?m)^\\s+(\\w+)\\s+\\w+\\s+`cmd:\"")
	commandWord = regexp.MustCompile(`cmd:"" name:"(\w+)"|enum:"([\w,]+)"`) // its own name, or what an argument may be
)

// builtThings are the pages, commands and tests that there are.
func builtThings(t *testing.T) (pages, commands, tests map[string]bool) {
	pages, commands, tests = map[string]bool{}, map[string]bool{}, map[string]bool{}
	for page := range sameAct { // that these are the routes, TestWhateverAPageCanDoTheAPICanDo holds
		pages[page] = true
	}
	for page := range onlyOnPages {
		pages[page] = true
	}
	for _, name := range files(t, isTest) {
		for _, f := range testName.FindAllSubmatch(read(t, name), -1) {
			tests[string(f[1])] = true
		}
	}
	for _, name := range files(t, func(name string) bool { return strings.HasPrefix(name, "internal/cli/") && !isTest(name) }) {
		for _, f := range commandName.FindAllSubmatch(read(t, name), -1) {
			commands[strings.ToLower(string(f[1]))] = true
		}
		for _, f := range commandWord.FindAllStringSubmatch(string(read(t, name)), -1) {
			for word := range strings.SplitSeq(f[1]+f[2], ",") {
				commands[word] = true
			}
		}
	}
	return pages, commands, tests
}

// unfounded are the faults of the table: a statement left out, a name of nothing, a claim
// without a test.
func unfounded(rows [][]string, pages, commands, tests map[string]bool) []string {
	var out []string
	for i, row := range rows {
		if want := fmt.Sprintf("S%02d", i+1); row[0] != want {
			out = append(out, fmt.Sprintf("%s stands where %s belongs", row[0], want))
		}
		found := [5]int{}
		for cell, known := range map[int]map[string]bool{2: pages, 3: commands, 4: tests} {
			for _, q := range quoted.FindAllStringSubmatch(row[cell], -1) {
				found[cell]++
				names := []string{q[1]}
				if cell == 3 {
					names = strings.Fields(strings.TrimPrefix(q[1], "throughline"))
				}
				for _, name := range names {
					if !known[name] {
						out = append(out, fmt.Sprintf("%s names %q, which does not exist", row[0], name))
					}
				}
			}
			if found[cell] == 0 && row[cell] != "–" && !strings.Contains(row[cell], notBuilt) {
				out = append(out, fmt.Sprintf("%s says %q, which names nothing", row[0], row[cell]))
			}
		}
		if built := found[2]+found[3] > 0; built != (found[4] > 0) {
			out = append(out, row[0]+" claims a place without a test, or a test without a place")
		}
	}
	return out
}

func TestEveryStatementOfTheRoleTextLivesWhereItSays(t *testing.T) {
	pages, commands, tests := builtThings(t)
	rows := statements(string(read(t, roleText)))
	if len(rows) != 100 {
		t.Errorf("%s holds %d statements, the text has 100", roleText, len(rows))
	}
	for _, fault := range unfounded(rows, pages, commands, tests) {
		t.Error(fault)
	}
	open := 0
	for _, row := range rows {
		if !strings.Contains(row[4], "`") {
			open++
		}
	}
	t.Logf("%d of %d statements have a place and a test", len(rows)-open, len(rows))
}

// The rule is tried on rows that must not be.
func TestAFalseClaimOnTheRoleTextIsFound(t *testing.T) {
	have := func(names ...string) map[string]bool {
		out := map[string]bool{}
		for _, n := range names {
			out[n] = true
		}
		return out
	}
	for row, faults := range map[string]int{
		"| S01 | a | `GET /deals` | `throughline people fit` | `TestA` |": 0,
		"| S01 | a | not built | – | not built |":                         0,
		"| S02 | a | not built | – | not built |":                         1,
		"| S01 | a | `GET /golf` | – | `TestA` |":                         1,
		"| S01 | a | not built | `throughline people golf` | `TestA` |":   1,
		"| S01 | a | `GET /deals` | – | `TestB` |":                        1,
		"| S01 | a | `GET /deals` | – | not built |":                      1,
		"| S01 | a | not built | – | `TestA` |":                           1,
		"| S01 | a | somewhere | – | not built |":                         1,
	} {
		if got := unfounded(statements(row), have("GET /deals"), have("people", "fit"), have("TestA")); len(got) != faults {
			t.Errorf("%s: %q, want %d faults", row, got, faults)
		}
	}
}
