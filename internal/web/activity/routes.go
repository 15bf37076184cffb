// Package activity draws what was done in a deal, act by act, out of the journal.
package activity

import (
	"throughline/internal/auth"
	"throughline/internal/web/kit"
)

// Routes are the pages of activity.
func Routes() []kit.Route {
	return []kit.Route{{Path: "GET /deals/{deal}/activity", Needs: auth.See, Do: show}}
}
