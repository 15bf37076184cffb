package documents

import (
	"strings"

	"throughline/internal/content"
	"throughline/internal/documents"
	"throughline/internal/problem"
	"throughline/internal/web/kit"
)

// alone is the policy of a document: its own style, no script, nothing from elsewhere.
const alone = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox allow-popups"

// show serves one document: NAME.html to read and print, in all other forms to take along.
func show(r *kit.Request) error {
	name, ending, _ := strings.Cut(r.PathValue("file"), ".")
	docs, err := all(r)
	if err != nil {
		return err
	}
	for _, d := range docs {
		for _, form := range documents.Forms {
			if d.Name == name && form.Ending == ending {
				return send(r, d, form)
			}
		}
	}
	return problem.NotFound("document", r.PathValue("file"))
}

func send(r *kit.Request, d content.Document, form documents.Form) error {
	file, err := form.Draw(d)
	if err != nil {
		return err
	}
	h := r.Writer().Header()
	h.Set("Cache-Control", "no-store")
	h.Set("Content-Type", form.Type)
	if form.Ending == "html" {
		h.Set("Content-Security-Policy", alone)
	} else {
		h.Set("Content-Disposition", `attachment; filename="`+r.Deal.Prefix+"-"+d.Name+"."+form.Ending+`"`)
	}
	_, err = r.Writer().Write(file)
	return err
}
