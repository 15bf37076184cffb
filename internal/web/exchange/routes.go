// Package exchange is the page Import: files of a CRM are looked at, then taken in; accounts
// that look alike are merged by a person.
package exchange

import (
	"throughline/internal/auth"
	"throughline/internal/web/kit"
)

// Routes are the pages of imports.
func Routes() []kit.Route {
	return []kit.Route{
		{Path: "GET /import", Needs: auth.See, Do: begin},
		{Path: "POST /import", Needs: auth.Promise, Do: give, Page: begin, Large: true},
		{Path: "GET /import/{run}", Needs: auth.See, Do: show},
		{Path: "POST /import/{run}/say", Needs: auth.Promise, Do: say, Page: show},
		{Path: "POST /import/{run}/take", Needs: auth.Promise, Do: take, Page: show},
		{Path: "POST /import/{run}/leave", Needs: auth.Promise, Do: leave, Page: show},
		{Path: "POST /import/{run}/back", Needs: auth.Promise, Do: back, Page: show},
		{Path: "POST /import/deal", Needs: auth.Promise, Do: takeFolder, Page: begin, Large: true},
		{Path: "GET /deals/{deal}/folder", Needs: auth.See, Do: takeAlong},
		{Path: "GET /import-duplicates", Needs: auth.See, Do: duplicates},
		{Path: "POST /import-duplicates", Needs: auth.Forget, Do: merge, Page: duplicates},
	}
}
