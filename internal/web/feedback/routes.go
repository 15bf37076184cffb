// Package feedback is what the product lacks: the gaps that a deal waits for, with product's answer
// to each, and over all deals what every gap is worth.
package feedback

import (
	"throughline/internal/auth"
	"throughline/internal/web/kit"
)

// Routes are the room's pages and acts.
func Routes() []kit.Route {
	return []kit.Route{
		{Path: "GET /deals/{deal}/gaps", Needs: auth.See, Do: show},
		{Path: "POST /deals/{deal}/gaps", Needs: auth.Promise, Do: ask, Page: show},
		{Path: "POST /deals/{deal}/gaps/{id}/leave", Needs: auth.Promise, Do: leave, Page: show},
		{Path: "POST /deals/{deal}/gaps/{id}/pass-on", Needs: auth.Promise, Do: passOn, Page: show},
		{Path: "GET /gaps", Needs: auth.See, Do: list},
		{Path: "GET /gaps/{id}", Needs: auth.See, Do: one},
		{Path: "POST /gaps/{id}/edit", Needs: auth.Promise, Do: edit, Page: one},
		{Path: "POST /gaps/{id}/tell", Needs: auth.Promise, Do: tell, Page: one},
		{Path: "POST /gaps/{id}/answer", Needs: auth.Promise, Do: answer, Page: one},
	}
}
