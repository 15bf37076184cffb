// Package portal draws what people see behind a link that was sent to them, without an account and
// without the bar of the workbench, and the letters for whoever sent them.
package portal

import (
	"throughline/internal/auth"
	"throughline/internal/web/kit"
)

// Routes are the pages behind links, and those of letters.
func Routes() []kit.Route {
	return []kit.Route{
		{Path: "GET /l/{secret}", Do: behind(show), Secret: true},
		{Path: "POST /l/{secret}/open", Do: behind(enter), Secret: true},
		{Path: "POST /l/{secret}/code", Do: behind(sendCode), Page: again, Secret: true},
		{Path: "POST /l/{secret}/enter", Do: behind(enterCode), Page: again, Secret: true},
		{Path: "POST /l/{secret}", Do: behind(answer), Page: again, Secret: true},
		{Path: "GET /l/{secret}/sign-off.txt", Do: behind(text), Secret: true},

		{Path: "GET /deals/{deal}/letters/{id}", Needs: auth.See, Do: showLetter},
		{Path: "POST /deals/{deal}/letters/{id}/sent", Needs: auth.Promise, Do: handOver, Page: showLetter},
		{Path: "POST /deals/{deal}/letters/{id}/settled", Needs: auth.Promise, Do: settle, Page: showLetter},
		{Path: "POST /deals/{deal}/links/{id}/revoke", Needs: auth.Promise, Do: revoke},
		{Path: "GET /settings/letters/{id}", Needs: auth.Manage, Do: showLetter},
		{Path: "POST /settings/letters/{id}/sent", Needs: auth.Manage, Do: handOver, Page: showLetter},
		{Path: "POST /settings/letters/{id}/settled", Needs: auth.Manage, Do: settle, Page: showLetter},
	}
}
