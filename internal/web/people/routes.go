// Package people is what is known of the two roles, as pages: the role guide, role fit, titles,
// ladders, moves and who is on a deal. Nothing typed here is stored.
package people

import (
	"throughline/internal/auth"
	"throughline/internal/web/kit"
)

// Routes are the rooms' pages. Large takes an advertisement of any size, so that one that is too
// long is refused with its own sentence.
func Routes() []kit.Route {
	return []kit.Route{
		{Path: "GET /people", Needs: auth.See, Do: showGuide},
		{Path: "GET /people/fit", Needs: auth.See, Do: showFit},
		{Path: "POST /people/fit", Needs: auth.See, Do: judgeFit, Page: showFit},
		{Path: "GET /people/title", Needs: auth.See, Do: showTitle},
		{Path: "POST /people/title", Needs: auth.See, Do: readTitle, Page: showTitle, Large: true},
		{Path: "GET /people/ladders", Needs: auth.See, Do: showLadders},
		{Path: "GET /people/transitions", Needs: auth.See, Do: showTransitions},
		{Path: "GET /people/engagement", Needs: auth.See, Do: showEngagement, Page: showEngagement},
	}
}
