package design_test

import (
	"archive/zip"
	"bytes"
	"fmt"
	"net/url"
	"strings"
	"testing"
	"time"

	"throughline/internal/auth"
	core "throughline/internal/design"
	"throughline/internal/store/storetest"
	"throughline/internal/web/roomtest"
	"throughline/internal/wiring/wiretest"
)

func bundle(t *testing.T, files ...string) string {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for i := 0; i < len(files); i += 2 {
		f, err := w.Create(files[i])
		if err != nil {
			t.Fatal(err)
		}
		if _, err := f.Write([]byte(files[i+1])); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestUploadsAreReadOrRefusedWithASentence(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		h := roomtest.New(t, w)
		v := h.Enter(t, auth.SA)
		for _, row := range []struct{ name, file, content, says string }{
			{"outside", "x.zip", bundle(t, "../../x.dsl", "workspace {\n}"), "leaves its folder"},
			{"not a zip", "x.zip", "hello", "no zip that can be read"},
			{"an include that is not there", "x.dsl", "workspace {\n  !include parts.dsl\n}", "line 2, column"},
			{"binary", "x.dsl", "workspace\x00{}", "zero byte"},
			{"too large", "x.dsl", "workspace {\n" + strings.Repeat("// words\n", 1_300_000) + "}", "larger than 10 MB"},
		} {
			status, body, _ := v.Upload("/deals/NWF/design/import", url.Values{"form": {"import"}}, "file", row.file, row.content)
			if status != 422 || !strings.Contains(body, row.says) {
				t.Errorf("%s: %d, and does not say %q", row.name, status, row.says)
			}
		}
		good := bundle(t, "nw/workspace.dsl", "workspace {\n model {\n  !include parts/all.dsl\n  odd = element \"Odd\"\n }\n views {\n  theme default\n }\n}", "nw/parts/all.dsl", "relay = softwareSystem \"Relay\"")
		status, _, to := v.Upload("/deals/NWF/design/import", url.Values{"form": {"import"}}, "file", "nw.zip", good)
		if status != 303 {
			t.Fatalf("a good bundle: %d", status)
		}
		_, body := v.Get(to)
		if !strings.Contains(body, "Read from nw/workspace.dsl") || !strings.Contains(body, "2 added, 0 changed, 0 removed") {
			t.Error("the report is not shown")
		}
		_, _, to = v.Upload("/deals/NWF/design/import", url.Values{"form": {"import"}}, "file", "nw.zip", good)
		if _, body := v.Get(to); !strings.Contains(body, "Nothing changed") {
			t.Error("reading it twice is not said to change nothing")
		}
		w.Verify()
	})
}

func TestTheTextComesBackAsItWasRead(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		h, _ := modelled(t, w)
		_, text := tour(t)
		if status, body := h.Enter(t, auth.Viewer).Get("/deals/NWF/design/workspace.dsl"); status != 200 || body != string(text) {
			t.Errorf("%d, %d bytes of %d", status, len(body), len(text))
		}
	})
}

func TestAModelTooLargeToChooseFromIsNamed(t *testing.T) {
	w := wiretest.New(t, storetest.SQLite(t))
	h := roomtest.New(t, w)
	v := h.Enter(t, auth.SA)
	for _, row := range []struct {
		name, text string
		drawn      bool
	}{{"many systems", largeText(500, 9), true}, {"one system", largeText(1, 4999), false}} {
		start := time.Now()
		status, _, to := v.Upload("/deals/NWF/design/import", url.Values{"form": {"import"}}, "file", "large.dsl", row.text)
		read := time.Since(start)
		if status != 303 || read > 30*time.Second {
			t.Fatalf("%s: %d in %v", row.name, status, read)
		}
		start = time.Now()
		status, body := v.Get(to)
		took := time.Since(start)
		sent := v.Sent(to)
		if status != 200 || len(body) > 700_000 || sent > 120_000 || took > 10*time.Second {
			t.Errorf("%s: %d, %d bytes, %d sent, in %v", row.name, status, len(body), sent, took)
		} else {
			t.Logf("%s: read in %v, the page has %d bytes, %d sent, and takes %v", row.name, read, len(body), sent, took)
		}
		views, err := core.Views(w.Ctx(), w.Reader(), w.Deal)
		if err != nil {
			t.Fatal(err)
		}
		_, body = v.Get("/deals/NWF/design?view=" + views[1].ID)
		if strings.Contains(body, `<svg xmlns="http://www.w3.org/2000/svg" class="c4`) != row.drawn || strings.Contains(body, "a drawing shows at most 400") == row.drawn {
			t.Errorf("the containers of %s are drawn: %v", row.name, !row.drawn)
		}
		for _, page := range []string{"?list=all&page=3", "?form=relate", "?form=element", "?list=gaps"} {
			if sent := v.Sent("/deals/NWF/design" + page); sent > 120_000 {
				t.Errorf("%s: %s sends %d bytes", row.name, page, sent)
			}
		}
		if _, body := v.Get("/deals/NWF/design?list=all&page=3"); !strings.Contains(body, "301 to 400 of 5000") {
			t.Errorf("%s: no page of the list", row.name)
		}
		if _, body := v.Get("/deals/NWF/design?form=relate"); len(body) > 700_000 || !strings.Contains(body, `<input class="in" type="text"`) {
			t.Errorf("%s: the form lets one choose from all", row.name)
		}
		status, body, _ = v.Post("/deals/NWF/design/relationships", url.Values{"form": {"relate"}, "from": {"System 0 › Part 1"}, "to": {"nobody"}, "description": {"asks"}})
		if status != 422 || !strings.Contains(body, "No element is called") {
			t.Errorf("%s: %d for a name that is not there", row.name, status)
		}
	}
}

// largeText is so many systems with so many parts in each: 5,000 elements together.
func largeText(systems, parts int) string {
	var b strings.Builder
	b.WriteString("workspace {\n!identifiers hierarchical\nmodel {\n")
	for s := range systems {
		fmt.Fprintf(&b, "s%d = softwareSystem \"System %d\" {\n", s, s)
		for c := range parts {
			fmt.Fprintf(&b, "c%d = container \"Part %d\" \"What it does\" \"Go\"\n", c, c)
		}
		b.WriteString("}\n")
	}
	for s := range systems {
		for c := range parts - 1 {
			fmt.Fprintf(&b, "s%d.c%d -> s%d.c%d \"calls\" \"HTTPS\"\n", s, c, s, c+1)
		}
	}
	b.WriteString("}\n}\n")
	return b.String()
}
