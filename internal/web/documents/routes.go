// Package documents lists a deal's deliverables and serves each as a page, for Word, as PDF or as Markdown.
package documents

import (
	"throughline/internal/auth"
	"throughline/internal/web/kit"
)

// Routes are the documents' pages.
func Routes() []kit.Route {
	return []kit.Route{
		{Path: "GET /deals/{deal}/documents", Needs: auth.See, Do: list},
		{Path: "GET /deals/{deal}/documents/{file}", Needs: auth.See, Do: show},
		{Path: "GET /deals/{deal}/manuals/{name}", Needs: auth.See, Do: manual},
		{Path: "POST /deals/{deal}/manuals/{name}", Needs: auth.Build, Do: write, Page: manual},
	}
}
