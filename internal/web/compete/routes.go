// Package compete is who else is asked: the competitors of a deal with what is claimed of each and
// how it ended, and over all deals the record against every one.
package compete

import (
	"throughline/internal/auth"
	"throughline/internal/web/kit"
)

// Routes are the room's pages and acts.
func Routes() []kit.Route {
	return []kit.Route{
		{Path: "GET /deals/{deal}/compete", Needs: auth.See, Do: show},
		{Path: "POST /deals/{deal}/compete", Needs: auth.Promise, Do: meet, Page: show},
		{Path: "POST /deals/{deal}/compete/{id}/end", Needs: auth.Promise, Do: end, Page: show},
		{Path: "POST /deals/{deal}/compete/claims", Needs: auth.Promise, Do: claim, Page: show},
		{Path: "POST /deals/{deal}/compete/claims/{id}/withdraw", Needs: auth.Promise, Do: withdraw, Page: show},
		{Path: "GET /competitors", Needs: auth.See, Do: list},
		{Path: "GET /competitors/{id}", Needs: auth.See, Do: one},
		{Path: "POST /competitors/{id}/edit", Needs: auth.Promise, Do: edit, Page: one},
	}
}
