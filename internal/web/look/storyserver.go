package look

import (
	"net/http"
	"strings"

	"throughline/internal/web/assets"
)

// StoryServer serves the storybook under the same content security policy as the
// product, so that a style or script written into a page is seen to fail here first.
// The look is taken from ?theme=dark and ?density=compact.
func StoryServer() http.Handler {
	mux := http.NewServeMux()
	mux.Handle("/assets/", assets.Handler())
	mux.HandleFunc("GET /palette", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "application/json")
		body := "[]"
		if strings.HasPrefix("northwind", strings.ToLower(r.URL.Query().Get("q"))) {
			body = `[{"title":"Northwind Freight","hint":"deal, in delivery","href":"/thread","key":"NWF"},{"title":"Replay any 24 hours of events into one consumer within 1 hour","hint":"requirement","href":"/thread?at=NWF-7.proven","key":"NWF-7"}]`
		}
		_, _ = w.Write([]byte(body))
	})
	mux.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Security-Policy", "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'")
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		page, ok := Stories(r.URL.Path, r.URL.Query())
		if !ok || r.Method != http.MethodGet {
			page = storyFailure(r.URL.Query())
		}
		if err := page.Render(r.Context(), w); err != nil {
			http.Error(w, err.Error(), http.StatusInternalServerError)
		}
	})
	return mux
}
