// Package brief draws the brief of a meeting: a page for the way there, that is small, prints on one
// sheet, and opens again without network.
package brief

import (
	"throughline/internal/auth"
	"throughline/internal/web/kit"
)

// Routes are the briefs and their keeper. They stand under an address of their own, since the
// keeper may look at nothing else.
func Routes() []kit.Route {
	return []kit.Route{
		{Path: "GET /brief/{deal}", Needs: auth.See, Do: show},
		{Path: "GET /brief/{deal}/{meeting}", Needs: auth.See, Do: show},
		{Path: "GET /brief/keep.js", Do: keeper},
	}
}
