// Package door is how one comes in and goes out: sign-in, sign-out, the sample's link, whom
// one is in the sample, and undo, which every page offers.
package door

import (
	"throughline/internal/auth"
	"throughline/internal/web/kit"
)

// Routes are the door's pages.
func Routes() []kit.Route {
	return []kit.Route{
		{Path: "GET /sign-in", Do: showSignIn},
		{Path: "POST /sign-in", Do: signIn, Page: showSignIn},
		{Path: "POST /sign-out", Do: signOut},
		{Path: "POST /switch", Needs: auth.See, Do: switchPerson},
		{Path: "POST /undo", Needs: auth.See, Do: undo},
	}
}
