package documents

import (
	"net/http"
	"strings"

	"throughline/internal/documents"
	"throughline/internal/problem"
	"throughline/internal/web/kit"
)

// alone is the policy of a document: its own style, no script, nothing from elsewhere.
const alone = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox allow-popups"

// show serves one document: NAME.html to read and print, NAME.md to take along.
func show(r *kit.Request) error {
	name, form, _ := strings.Cut(r.PathValue("file"), ".")
	docs, err := all(r)
	if err != nil {
		return err
	}
	for _, d := range docs {
		if d.Name != name {
			continue
		}
		w := r.Writer()
		w.Header().Set("Cache-Control", "no-store")
		switch form {
		case "html":
			w.Header().Set("Content-Type", "text/html; charset=utf-8")
			w.Header().Set("Content-Security-Policy", alone)
			_, err = w.Write(documents.HTML(d))
			return err
		case "md":
			w.Header().Set("Content-Type", "text/markdown; charset=utf-8")
			w.Header().Set("Content-Disposition", `attachment; filename="`+r.Deal.Prefix+"-"+d.Name+`.md"`)
			w.WriteHeader(http.StatusOK)
			_, err = w.Write(documents.Markdown(d))
			return err
		}
	}
	return problem.NotFound("document", r.PathValue("file"))
}
