// Command throughline is the workbench: it wires the house and hands it to the command line.
package main

import (
	"context"
	"net/http"
	"os"
	"strings"
	_ "time/tzdata" // a workspace's zone is known on every machine

	"throughline/internal/api"
	"throughline/internal/area"
	"throughline/internal/cli"
	"throughline/internal/web"
	"throughline/internal/web/door"
	"throughline/internal/web/kit"
	"throughline/internal/wiring"
	files "throughline/testdata/tour"
)

// version is set when a release is linked.
var version = "dev"

func main() {
	os.Exit(cli.Main(context.Background(), &cli.Parts{Version: version, Open: wiring.Open, Serve: serve, Tour: files.Files}))
}

// serve builds the pages over an open house.
func serve(h *area.House, s cli.Serving) (http.Handler, error) {
	site := &kit.Site{House: h, Log: s.Log, Version: s.Version, Public: s.Public, Proxies: s.Proxies, Upload: s.Upload,
		Sessions: kit.NewSessions(h, strings.HasPrefix(s.Public, "https://"))}
	mounts := map[string]http.Handler{"/api/": api.New(h, site.Sessions, s.Version)}
	var link *door.Link
	if s.Enter != nil {
		link = door.NewLink(*s.Enter)
		s.Link(link.Path())
	}
	return web.Handler(site, link, mounts), nil
}
