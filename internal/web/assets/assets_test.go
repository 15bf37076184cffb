package assets

import (
	"compress/gzip"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
)

func get(t *testing.T, url string, header ...string) *http.Response {
	t.Helper()
	r := httptest.NewRequest(http.MethodGet, url, nil)
	for i := 0; i+1 < len(header); i += 2 {
		r.Header.Set(header[i], header[i+1])
	}
	w := httptest.NewRecorder()
	Handler().ServeHTTP(w, r)
	return w.Result()
}

func TestAnAssetIsServedForGoodUnderItsHash(t *testing.T) {
	res := get(t, URL("app.css"))
	if res.StatusCode != 200 || !strings.Contains(res.Header.Get("Cache-Control"), "immutable") {
		t.Fatalf("status %d, Cache-Control %q", res.StatusCode, res.Header.Get("Cache-Control"))
	}
	if again := get(t, URL("app.css"), "If-None-Match", res.Header.Get("ETag")); again.StatusCode != 304 {
		t.Errorf("with the same ETag: %d, want 304", again.StatusCode)
	}
}

func TestGzipIsSentOnlyToThoseWhoReadIt(t *testing.T) {
	plain, _ := io.ReadAll(get(t, URL("app.js")).Body)
	for _, c := range []struct {
		accept string
		zipped bool
	}{{"gzip, br", true}, {"br;q=1, GZIP;q=0.5", true}, {"gzip;q=0", false}, {"br", false}, {"", false}, {"xgzip", false}} {
		res := get(t, URL("app.js"), "Accept-Encoding", c.accept)
		if got := res.Header.Get("Content-Encoding") == "gzip"; got != c.zipped {
			t.Errorf("Accept-Encoding %q: gzip %v, want %v", c.accept, got, c.zipped)
			continue
		}
		if !c.zipped {
			continue
		}
		z, err := gzip.NewReader(res.Body)
		if err != nil {
			t.Fatal(err)
		}
		if got, _ := io.ReadAll(z); string(got) != string(plain) {
			t.Errorf("Accept-Encoding %q: what was unpacked differs", c.accept)
		}
	}
}

func TestUnknownAndHostilePathsAreNotFound(t *testing.T) {
	for _, path := range []string{"/assets/", "/assets/app.css", "/assets/../assets.go", "/assets/dist/app.css", "/assets/%00"} {
		if res := get(t, path); res.StatusCode != 404 {
			t.Errorf("%s: %d, want 404", path, res.StatusCode)
		}
	}
}

func TestTheFontsThePagePreloadsAreThere(t *testing.T) {
	for _, name := range []string{"ibm-plex-sans-latin-400-normal.woff2", "ibm-plex-sans-latin-500-normal.woff2", "ibm-plex-sans-latin-600-normal.woff2"} {
		if res := get(t, URL(name)); res.StatusCode != 200 || res.Header.Get("Content-Type") != "font/woff2" {
			t.Errorf("%s: %d %s", name, res.StatusCode, res.Header.Get("Content-Type"))
		}
	}
}

// The sizes are promises of the design: what every visitor pays for once, as it is sent.
func TestScriptAndStyleStaySmall(t *testing.T) {
	for name, limit := range map[string]int{"app.js": 24_000, "app.css": 18_000, "people.css": 4_000, "my.css": 1_000} {
		if plain, sent := Size(name); sent > limit {
			t.Errorf("%s is %d bytes (%d sent), over %d", name, plain, sent, limit)
		}
	}
}
