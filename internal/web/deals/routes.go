// Package deals is the portfolio: every deal of the workspace with its coverage, breaks and money.
package deals

import (
	"throughline/internal/auth"
	"throughline/internal/web/kit"
)

// Routes are the pages of the portfolio.
func Routes() []kit.Route {
	return []kit.Route{
		{Path: "GET /deals", Needs: auth.See, Do: list},
	}
}
