package house

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestEveryPackageStandsOnAFloor(t *testing.T) {
	for _, p := range allPackages(t) {
		room, _ := roomOf(p.ImportPath)
		if isOutside(p.ImportPath) {
			continue
		}
		if _, placed := rooms[strings.TrimPrefix(room, "internal/")]; !placed || !strings.HasPrefix(room, "internal/") {
			t.Errorf("%s stands on no floor: place it in rooms (floors_test.go) with the reason", p.ImportPath)
		}
	}
}

func TestEveryPlaceNamedHereExists(t *testing.T) {
	named := map[string]bool{}
	for name := range rooms {
		named["internal/"+name] = true
	}
	for name := range outside {
		named[name] = true
	}
	for name := range webShared {
		named["internal/web/"+name] = true
	}
	for name := range named {
		if !exists(name) && !awaited[name] {
			t.Errorf("floors_test.go names %s, which does not exist", name)
		}
	}
	for name := range awaited {
		if !named[name] {
			t.Errorf("%s is awaited but nothing in floors_test.go names it", name)
		}
		if exists(name) {
			t.Logf("%s stands: take it off the list of the awaited", name)
		}
	}
}

func TestImportsGoDown(t *testing.T) {
	for _, p := range allPackages(t) {
		if isOutside(p.ImportPath) {
			continue
		}
		for _, to := range p.Imports {
			if reason := refusal(p.ImportPath, to); reason != "" {
				t.Errorf("%s imports %s: %s", p.ImportPath, to, reason)
			}
		}
		for _, to := range append(p.TestImports, p.XTestImports...) {
			room, _ := roomOf(to)
			if reason := refusal(p.ImportPath, to); reason != "" && !testOnly(to) && !beforehand[room] {
				t.Errorf("a test of %s imports %s: %s", p.ImportPath, to, reason)
			}
		}
	}
}

// The rule is tried on imports that must not be, so that it cannot fall asleep.
func TestImportRuleRefusesWhatItShould(t *testing.T) {
	for _, c := range []struct {
		from, to string
		refused  bool
	}{
		{"internal/evaluation", "internal/thread", false},
		{"internal/evaluation", "internal/demo", true},
		{"internal/evaluation", "internal/handoff", true},
		{"internal/handoff", "internal/evaluation", false},
		{"internal/inbox", "internal/handoff", false},
		{"internal/thread", "internal/account", false},
		{"internal/account", "internal/thread", true},
		{"internal/thread", "internal/area", true},
		{"internal/area", "internal/thread", false},
		{"internal/store", "internal/account", true},
		{"internal/design/dsl", "internal/design", false},
		{"internal/design", "internal/design/dsl", false},
		{"internal/api", "internal/web/kit", true},
		{"internal/web/demo", "internal/web/evaluation", true},
		{"internal/web/demo", "internal/web/kit", false},
		{"internal/web/kit", "internal/web/demo", true},
		{"internal/web", "internal/web/demo", false},
		{"internal/web/demo", "internal/web", true},
		{"internal/thread", "internal/store/storetest", true},
		{"internal/thread", "tools/check", true},
		{"internal/thread", "cmd/throughline", true},
		{"internal/thread", "internal/nowhere", true},
	} {
		if reason := refusal(module+"/"+c.from, module+"/"+c.to); (reason != "") != c.refused {
			t.Errorf("%s importing %s: %q", c.from, c.to, reason)
		}
	}
}

// refusal is why one package may not import another; "" if it may.
func refusal(from, to string) string {
	if !own(to) {
		return ""
	}
	if isOutside(to) {
		return "it stands outside of the floors: " + outside[outsideName(to)]
	}
	fromRoom, fromPart := roomOf(from)
	toRoom, toPart := roomOf(to)
	if fromRoom == toRoom {
		return refusalInside(fromRoom, fromPart, toPart)
	}
	a, b := rooms[strings.TrimPrefix(fromRoom, "internal/")], rooms[strings.TrimPrefix(toRoom, "internal/")]
	switch {
	case b.floor == 0:
		return "it stands on no floor"
	case a.floor < b.floor:
		return "an import goes down, never up (" + b.why + ")"
	case a.floor == b.floor:
		return sideways[a.floor]
	}
	return ""
}

// refusalInside is the rule among the parts of one room: pages of an area know
// no other area's pages, and what they share knows none of them.
func refusalInside(room, from, to string) string {
	if room != "internal/web" || from == "" {
		return "" // internal/web itself puts all pages on their routes
	}
	first := func(part string) string { return strings.SplitN(part, "/", 2)[0] }
	if to == "" {
		return "the pages of an area know nothing of the others' routes"
	}
	if first(from) == first(to) || webShared[first(to)] != "" {
		return ""
	}
	return "no page knows another area's pages: what they share lives in web/kit and web/look"
}

func isOutside(importPath string) bool { return outsideName(importPath) != "" }

// outsideName is the entry of outside that holds the package, "" if none does.
func outsideName(importPath string) string {
	inside := strings.TrimPrefix(importPath, module+"/")
	for name := range outside {
		if inside == name || strings.HasPrefix(inside, name+"/") {
			return name
		}
	}
	return ""
}

// testOnly are the packages that exist for tests.
func testOnly(importPath string) bool {
	return strings.HasPrefix(outside[outsideName(importPath)], "for tests only")
}

func exists(folder string) bool {
	info, err := os.Stat(filepath.Join(root, folder))
	return err == nil && info.IsDir()
}
