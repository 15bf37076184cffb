// Package staffing is the week of a house as a page: who has room, which requests for an SA are
// open and who should take them, and the plan of least cost with what it rests on.
package staffing

import (
	"throughline/internal/auth"
	"throughline/internal/web/kit"
)

// Routes are the room's page and act.
func Routes() []kit.Route {
	return []kit.Route{
		{Path: "GET /staffing", Needs: auth.See, Do: show},
		{Path: "POST /staffing/hours", Needs: auth.Receive, Do: setHours, Page: show},
	}
}
