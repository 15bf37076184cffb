// Package pay is what the two roles are paid, as pages: bands, curves, a calculator for own
// figures and the check of bands against what is claimed of them. Nothing typed here is stored,
// and no person's pay is known.
package pay

import (
	"throughline/internal/auth"
	"throughline/internal/web/kit"
)

// Routes are the room's pages.
func Routes() []kit.Route {
	return []kit.Route{
		{Path: "GET /people/pay", Needs: auth.See, Do: show, Page: show},
		{Path: "GET /people/pay/check", Needs: auth.See, Do: showCheck},
		{Path: "POST /people/pay/check", Needs: auth.See, Do: check, Page: showCheck},
	}
}
