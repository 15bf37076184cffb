// Package web serves the pages: it joins the route tables of the areas' pages and knows the
// order of the rooms.
package web

import (
	"net/http"

	"throughline/internal/web/activity"
	"throughline/internal/web/assets"
	"throughline/internal/web/brief"
	"throughline/internal/web/capture"
	"throughline/internal/web/compete"
	"throughline/internal/web/deals"
	"throughline/internal/web/delivery"
	"throughline/internal/web/demo"
	"throughline/internal/web/design"
	"throughline/internal/web/discovery"
	"throughline/internal/web/documents"
	"throughline/internal/web/door"
	"throughline/internal/web/engagement"
	"throughline/internal/web/evaluation"
	"throughline/internal/web/exchange"
	"throughline/internal/web/feedback"
	"throughline/internal/web/followup"
	"throughline/internal/web/handoff"
	"throughline/internal/web/impact"
	"throughline/internal/web/inbox"
	"throughline/internal/web/kit"
	"throughline/internal/web/my"
	"throughline/internal/web/pay"
	"throughline/internal/web/people"
	"throughline/internal/web/portal"
	"throughline/internal/web/requirements"
	"throughline/internal/web/search"
	"throughline/internal/web/settings"
	"throughline/internal/web/staffing"
	"throughline/internal/web/thread"
)

// Routes is every page's route.
func Routes() []kit.Route {
	var out []kit.Route
	for _, of := range []func() []kit.Route{
		door.Routes,
		deals.Routes,
		thread.Routes,
		requirements.Routes,
		discovery.Routes,
		demo.Routes,
		evaluation.Routes,
		engagement.Routes,
		compete.Routes,
		feedback.Routes,
		handoff.Routes,
		design.Routes,
		delivery.Routes,
		documents.Routes,
		inbox.Routes,
		capture.Routes,
		brief.Routes,
		search.Routes,
		impact.Routes,
		activity.Routes,
		settings.Routes,
		people.Routes,
		pay.Routes,
		staffing.Routes,
		my.Routes,
		portal.Routes,
		followup.Routes,
		exchange.Routes,
	} {
		out = append(out, of()...)
	}
	return out
}

// Tabs are the rooms of a deal, in the order of the stations.
func Tabs(*kit.Request) []kit.Tab {
	return []kit.Tab{
		{Label: "Thread", Path: ""},
		{Label: "Discovery", Path: "discovery"},
		{Label: "Engagement", Path: "engagement"},
		{Label: "Competitors and gaps", Path: "compete"},
		{Label: "Demo and answers", Path: "demo"},
		{Label: "Evaluation", Path: "evaluation"},
		{Label: "Handoff", Path: "handoff", Seam: true},
		{Label: "Design", Path: "design"},
		{Label: "Delivery", Path: "delivery"},
		{Label: "Documents", Path: "documents"},
		{Label: "Activity", Path: "activity"},
	}
}

// Handler serves pages, assets and whatever else is mounted (the JSON API).
func Handler(site *kit.Site, link *door.Link, mounts map[string]http.Handler) http.Handler {
	site.Tabs = Tabs
	mux := http.NewServeMux()
	mux.Handle("GET /assets/", assets.Handler())
	mux.Handle("GET /healthz", door.Health())
	mux.Handle("GET /readyz", door.Ready(site.House))
	for path, h := range mounts {
		mux.Handle(path, h)
	}
	mux.Handle("/", site.Handler(append(Routes(), link.Routes()...)))
	return mux
}
