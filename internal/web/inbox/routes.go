// Package inbox draws a person's first page.
package inbox

import (
	"throughline/internal/auth"
	"throughline/internal/web/kit"
)

// Routes are the inbox's pages.
func Routes() []kit.Route {
	return []kit.Route{
		{Path: "GET /inbox", Needs: auth.See, Do: show},
		{Path: "POST /inbox/seen", Needs: auth.See, Do: mark, Page: show},
	}
}
