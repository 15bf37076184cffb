// Package kit turns a request into an actor, a workspace and a deal, and what comes of it into
// a page. Every area's pages are made with it; it knows no area.
//
// An area's package in internal/web/<area>/ has routes.go with one line a route:
//
//	func Routes() []kit.Route {
//		return []kit.Route{
//			{Path: "GET /deals/{deal}/evaluation", Needs: auth.See, Do: show},
//			{Path: "POST /deals/{deal}/sign-off", Needs: auth.Sell, Do: sign, Page: show},
//		}
//	}
//
// show and sign are func(*kit.Request) error. show ends with r.Draw(page(…)). sign decodes the
// form into the act's own input struct, calls r.Act("evaluation.sign-off", func(ctx, tx) error)
// and ends with r.Done("/deals/NWF/evaluation"): a redirect to the page, which says what was
// done and offers to undo it. When it fails with a problem, Page is drawn again by itself, with
// the person's words (r.Value, r.Fault) and the right status (422, 409, 403).
package kit
