// Package capture draws the box for a note after a call, and what a note proposes.
package capture

import (
	"throughline/internal/auth"
	"throughline/internal/web/kit"
)

// Routes are the box, the notes whose deal is not known, and the proposals of a note.
func Routes() []kit.Route {
	return []kit.Route{
		{Path: "GET /capture", Needs: auth.Promise, Do: box},
		{Path: "POST /capture", Needs: auth.Promise, Do: take, Page: box},
		{Path: "GET /capture/{note}", Needs: auth.Promise, Do: showNote},
		{Path: "POST /capture/{note}/file", Needs: auth.Promise, Do: file, Page: showNote},
		{Path: "POST /capture/{note}/drop", Needs: auth.Promise, Do: drop, Page: showNote},
		{Path: "GET /deals/{deal}/captures/{call}", Needs: auth.See, Do: show},
		{Path: "POST /deals/{deal}/captures/{call}/accept", Needs: auth.Promise, Do: accept, Page: show},
		{Path: "POST /deals/{deal}/captures/{call}/accept-all", Needs: auth.Promise, Do: acceptAll, Page: show},
		{Path: "POST /deals/{deal}/captures/{call}/reject", Needs: auth.Promise, Do: reject, Page: show},
		{Path: "POST /deals/{deal}/captures/{call}/move", Needs: auth.Promise, Do: move, Page: show},
	}
}
