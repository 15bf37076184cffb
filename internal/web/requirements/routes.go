// Package requirements is the list of a deal's requirements: filtered, sorted, and changed many
// at once.
package requirements

import (
	"throughline/internal/auth"
	"throughline/internal/web/kit"
)

// Routes are the list and its one act.
func Routes() []kit.Route {
	return []kit.Route{
		{Path: "GET /deals/{deal}/requirements", Needs: auth.See, Do: list},
		{Path: "POST /deals/{deal}/requirements/bulk", Needs: auth.Sell, Do: bulk, Page: list},
	}
}
