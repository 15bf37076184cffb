// Package staffing is the week of a house as a page: who has room, which requests for an SA are
// open and who should take them, and the plan of least cost with what it rests on.
package staffing

import (
	"throughline/internal/auth"
	"throughline/internal/web/kit"
)

// Routes are the room's pages and acts.
func Routes() []kit.Route {
	return []kit.Route{
		{Path: "GET /staffing", Needs: auth.See, Do: show},
		{Path: "POST /staffing/hours", Needs: auth.Receive, Do: setHours, Page: show},
		{Path: "POST /staffing/keep", Needs: auth.Receive, Do: keep, Page: show},
		{Path: "POST /staffing/fix", Needs: auth.Receive, Do: fix, Page: show},
		{Path: "POST /staffing/release", Needs: auth.Receive, Do: release, Page: show},
		{Path: "GET /staffing/capacity", Needs: auth.See, Do: showCapacity},
		{Path: "POST /staffing/capacity", Needs: auth.See, Do: workCapacity, Page: showCapacity},
	}
}
