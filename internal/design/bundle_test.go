package design_test

import (
	"archive/zip"
	"bytes"
	"io/fs"
	"strings"
	"testing"

	"throughline/internal/design"
	"throughline/internal/problem"
	"throughline/internal/thread"
	"throughline/internal/wiring/wiretest"
)

// entry is one file of a zip under test.
type entry struct {
	name, text string
	mode       fs.FileMode
}

func zipped(t testing.TB, entries ...entry) []byte {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for _, e := range entries {
		h := &zip.FileHeader{Name: e.name, Method: zip.Deflate}
		h.SetMode(0o644 | e.mode)
		f, err := w.CreateHeader(h)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := f.Write([]byte(e.text)); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

const includes = "workspace {\n model {\n  !include parts/all.dsl\n }\n}\n"

func TestABundleIsReadWithWhatItIncludes(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		for _, folder := range []string{"", "northwind/"} {
			data := zipped(t, entry{folder + "readme.md", "words", 0}, entry{folder + "workspace.dsl", includes, 0}, entry{folder + "parts/all.dsl", "relay = softwareSystem \"Relay " + folder + "\"", 0},
				entry{"__MACOSX/._workspace.dsl", "x", 0})
			in, err := design.Bundle(bytes.NewReader(data), int64(len(data)))
			if err != nil {
				t.Fatal(err)
			}
			in.Deal = w.Deal
			if rep := do(w, "design.import", design.Import, in); rep.Elements != 1 {
				t.Errorf("%+v", rep)
			}
		}
		w.Verify()
	})
}

func TestABundleThatCouldDoHarmIsRefusedWithASentence(t *testing.T) {
	many := make([]entry, 2001)
	for i := range many {
		many[i].name = "f" + strings.Repeat("x", i%7) + string(rune('a'+i%26)) + ".txt"
	}
	bomb := strings.Repeat("\x00", 65<<20)
	for _, row := range []struct {
		name    string
		data    []byte
		refused string
	}{
		{"no zip", []byte("PK\x03\x04 not really"), "no zip that can be read"},
		{"a path outside", zipped(t, entry{"../../x.dsl", includes, 0}), "leaves its folder"},
		{"an absolute path", zipped(t, entry{"/etc/x.dsl", includes, 0}), "leaves its folder"},
		{"a path of another system", zipped(t, entry{`..\x.dsl`, includes, 0}), "leaves its folder"},
		{"a link", zipped(t, entry{"workspace.dsl", "/etc/passwd", fs.ModeSymlink}), "a link and not a file"},
		{"a bomb", zipped(t, entry{"workspace.dsl", includes, 0}, entry{"bomb.bin", bomb, 0}), "more than 64 MB"},
		{"too many files", zipped(t, many...), "at most 2000"},
		{"no workspace", zipped(t, entry{"a.txt", "x", 0}), "no file that ends in .dsl"},
		{"two beside each other", zipped(t, entry{"a.dsl", "x", 0}, entry{"b.dsl", "x", 0}), "workspace.dsl"},
	} {
		_, err := design.Bundle(bytes.NewReader(row.data), int64(len(row.data)))
		if problem.Of(err) != problem.Invalid || !strings.Contains(err.Error(), row.refused) {
			t.Errorf("%s: %v", row.name, err)
		}
	}
}

func FuzzBundle(f *testing.F) {
	f.Add(zipped(f, entry{"workspace.dsl", includes, 0}))
	f.Add([]byte("PK\x05\x06"))
	f.Fuzz(func(t *testing.T, data []byte) {
		if _, err := design.Bundle(bytes.NewReader(data), int64(len(data))); err != nil && problem.Of(err) != problem.Invalid {
			t.Error(err)
		}
	})
}

func TestWhatSatisfiesARequirementIsSetAtOnce(t *testing.T) {
	each(t, func(t *testing.T, w *wiretest.World, replay, audit thread.Requirement) {
		read(w, relayText)
		router, store := named(w, "Event router"), named(w, "Event store")
		d := do(w, "design.add-decision", design.AddDecision, design.NewDecision{Deal: w.Deal, Wording: design.Wording{Title: "Partition by shipment"}})
		set := func(things ...string) error {
			return try(w, "design.satisfy", once(design.SatisfyRequirement), design.Satisfiers{Deal: w.Deal, Requirement: audit.ID, Things: things})
		}
		for _, row := range []struct {
			things []string
			want   map[string]bool
		}{
			{[]string{router.ID, d.ID}, map[string]bool{router.ID: true, d.ID: true}},
			{[]string{store.ID, d.ID, d.ID}, map[string]bool{store.ID: true, d.ID: true}},
			{nil, map[string]bool{}},
		} {
			if err := set(row.things...); err != nil {
				t.Fatal(err)
			}
			all, err := design.Satisfied(w.Ctx(), w.Reader(), w.Deal)
			if err != nil {
				t.Fatal(err)
			}
			for _, id := range []string{router.ID, store.ID, d.ID} {
				has := 0
				for _, r := range all[id] {
					if r == audit.ID {
						has++
					}
				}
				if (has == 1) != row.want[id] || has > 1 {
					t.Errorf("after %v: %s is linked %d times", row.things, id, has)
				}
			}
		}
		if err := set("nothing"); problem.Of(err) != problem.Missing {
			t.Errorf("a thing that is not there: %v", err)
		}
	})
}
