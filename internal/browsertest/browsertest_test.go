package browsertest

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestMain(m *testing.M) { os.Exit(Run(m)) }

const page = `<!doctype html><html lang="en"><head><title>Small page</title><meta name="viewport" content="width=device-width">
<style>body{background:#fff;color:#111} @media (prefers-color-scheme: dark){body{background:#111;color:#eee}}</style></head>
<body><main><h1>Small page</h1>
<form action="/said" method="get">
<label for="words">Words</label> <input id="words" name="words" value="old">
<label for="side">Side</label> <select id="side" name="side"><option>pre</option><option>post</option></select>
<label for="letter">Letter</label> <input type="file" id="letter">
<button id="send">%s</button></form>
<p id="keys"></p><p id="later"></p></main>
<script>
document.addEventListener("keydown", e => { document.querySelector("#keys").textContent += (e.ctrlKey ? "^" : "") + e.key + " "; });
setTimeout(() => { document.querySelector("#later").textContent = "it came"; }, 150);
</script></body></html>`

func serve(t *testing.T) string {
	mux := http.NewServeMux()
	write := func(body string) http.HandlerFunc {
		return func(w http.ResponseWriter, r *http.Request) {
			w.Header().Set("Content-Type", "text/html; charset=utf-8")
			fmt.Fprint(w, body)
		}
	}
	mux.HandleFunc("/good", write(fmt.Sprintf(page, "Send")))
	mux.HandleFunc("/bad", write(fmt.Sprintf(page, "")))
	mux.HandleFunc("/throws", write(`<!doctype html><script>nothing.here()</script>`))
	mux.HandleFunc("/strict", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Security-Policy", "default-src 'self'")
		write(`<!doctype html><html lang="en"><title>Strict</title><main><h1>Strict</h1></main></html>`)(w, r)
	})
	mux.HandleFunc("/breaches", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Security-Policy", "default-src 'self'")
		write(`<!doctype html><title>Breaches</title><script>1</script>`)(w, r)
	})
	mux.HandleFunc("/said", func(w http.ResponseWriter, r *http.Request) {
		write("<!doctype html><title>Said</title><p id=said>"+r.FormValue("words")+" "+r.FormValue("side"))(w, r)
	})
	s := httptest.NewServer(mux)
	t.Cleanup(s.Close)
	return s.URL
}

func TestPageIsUsedAsAPersonDoes(t *testing.T) {
	address := serve(t)
	tab := Open(t)
	tab.GoTo(address + "/good")
	if got := tab.Value("#words"); got != "old" {
		t.Errorf("the field holds %q", got)
	}
	tab.WaitText("#later", "it came")
	tab.Type("#words", "new Wörter")
	tab.Choose("#side", "post")
	tab.Key("Tab")
	if got := tab.Focused(); got != "#side" {
		t.Errorf("after Tab the focus is on %q", got)
	}
	tab.Key("Shift+Tab", "Ctrl+k", "Escape")
	if got := tab.Text("#keys"); !strings.Contains(got, "^k Escape") {
		t.Errorf("keys that arrived: %q", got)
	}
	letter := filepath.Join(t.TempDir(), "letter.txt")
	if err := os.WriteFile(letter, []byte("yes"), 0o644); err != nil {
		t.Fatal(err)
	}
	tab.Upload("#letter", letter)
	if got := tab.Value("#letter"); !strings.HasSuffix(got, "letter.txt") {
		t.Errorf("uploaded %q", got)
	}
	if sent := tab.Sent(); sent < len(page) || sent > 2*len(page) {
		t.Errorf("the page cost %d bytes, it has %d", sent, len(page))
	}
	if shift := tab.LayoutShift(); shift != 0 {
		t.Errorf("the page moved by %g", shift)
	}
	tab.Follow("#send")
	if got := tab.Text("#said"); got != "new Wörter post" {
		t.Errorf("sent %q", got)
	}
	if !strings.HasPrefix(tab.Location(), address+"/said?") || tab.Count("p") != 1 {
		t.Errorf("at %s with %d paragraphs", tab.Location(), tab.Count("p"))
	}
}

func TestAxeFindsAButtonWithoutAName(t *testing.T) {
	address := serve(t)
	tab := Open(t)
	tab.GoTo(address + "/good")
	tab.Axe()
	tab.See(Phone, 844, Dark)
	tab.Axe()
	tab.GoTo(address + "/bad")
	found := tab.Violations()
	if len(found) != 1 || found[0].Rule != "button-name" || !strings.Contains(found[0].String(), "#send") {
		t.Errorf("found %v, want button-name on #send alone", found)
	}
}

func TestAxeRunsUnderAStrictPolicy(t *testing.T) {
	address := serve(t)
	tab := Open(t)
	tab.GoTo(address + "/strict")
	tab.Axe()
}

func TestPageThatThrowsOrBreaksItsPolicyIsAFault(t *testing.T) {
	address := serve(t)
	for path, want := range map[string]string{"/throws": "nothing is not defined", "/breaches": "Content Security Policy"} {
		tab := Open(t)
		tab.GoTo(address + path)
		tab.WaitGone("#nothing") // one turn of the browser, so that its message has come
		seen := tab.faults.take()
		if len(seen) != 1 || !strings.Contains(seen[0], want) {
			t.Errorf("%s: faults %q, want one with %q", path, seen, want)
		}
	}
}

func TestEachTabHasCookiesOfItsOwn(t *testing.T) {
	address := serve(t)
	first, second := Open(t), Open(t)
	first.GoTo(address + "/good")
	Evaluate[string](first, `document.cookie = "who=first"`)
	second.GoTo(address + "/good")
	if got := Evaluate[string](second, `document.cookie`); got != "" {
		t.Errorf("the second tab is %q", got)
	}
}

func TestShotShowsThePageInTheSchemeAsked(t *testing.T) {
	folder := t.TempDir()
	t.Setenv(ShotsVariable, folder)
	tab := Open(t)
	tab.GoTo(serve(t) + "/good")
	tab.Shot("small", Phone, 844, Dark)
	tab.Shot("small", Desk, 900, Light)
	if got := Evaluate[int](tab, `window.innerWidth`); got != Desk {
		t.Errorf("the window is %d wide afterwards", got)
	}
	for _, name := range []string{"small-390-dark.png", "small-1440-light.png"} {
		picture, err := os.ReadFile(filepath.Join(folder, name))
		if err != nil || !strings.HasPrefix(string(picture), "\x89PNG") {
			t.Errorf("%s: %v, %d bytes", name, err, len(picture))
		}
	}
	tab.See(Phone, 844, Dark)
	if got := Evaluate[string](tab, `getComputedStyle(document.body).backgroundColor`); got != "rgb(17, 17, 17)" {
		t.Errorf("dark is %s", got)
	}
}

func TestKeysAreReadAsTheyAreWritten(t *testing.T) {
	for name, ok := range map[string]bool{
		"j": true, "+": true, "Ctrl++": true, "Ctrl+Shift+k": true, "Enter": true, "é": true,
		"": false, "jk": false, "Strg+k": false, "Ctrl+": false,
	} {
		if key, held, err := parseKey(name); (err == nil) != ok {
			t.Errorf("parseKey(%q) = %q %v, %v", name, key, held, err)
		}
	}
}
