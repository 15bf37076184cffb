package kit

import (
	"strings"

	"throughline/internal/clock"
	"throughline/internal/web/look"
)

// ZoneField is a select of time zones by region, whichever stands in it now among them. The
// field's own options stand first.
func (r *Request) ZoneField(form string, f look.Field, kept string) look.Field {
	f = r.Field(form, f, kept)
	for _, name := range clock.Zones() {
		region, place, _ := strings.Cut(name, "/")
		label := strings.ReplaceAll(strings.ReplaceAll(place, "/", ", "), "_", " ")
		if place == "" {
			region, label = "Anywhere", name
		}
		f.Options = append(f.Options, look.Option{Value: name, Label: label, Group: region})
	}
	if f.Value != "" {
		f.Options = Standing(f.Options, nil, f.Value)
	}
	return f
}
