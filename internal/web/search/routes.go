// Package search draws the search page, answers the palette, and leads to any thing by its kind
// and id.
package search

import (
	"throughline/internal/auth"
	"throughline/internal/web/kit"
)

// Routes are the pages of search.
func Routes() []kit.Route {
	return []kit.Route{
		{Path: "GET /search", Needs: auth.See, Do: show},
		{Path: "GET /palette", Needs: auth.See, Do: palette},
		{Path: "GET /go/{kind}/{id}", Needs: auth.See, Do: lead},
	}
}
