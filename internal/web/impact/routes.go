// Package impact draws what hangs on one thing: requirements, deals and money.
package impact

import (
	"throughline/internal/auth"
	"throughline/internal/web/kit"
)

// Routes are the pages of impact.
func Routes() []kit.Route {
	return []kit.Route{{Path: "GET /impact/{kind}/{id}", Needs: auth.See, Do: show}}
}
