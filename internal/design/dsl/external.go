package dsl

import "strings"

// markExternal tells what is not ours. The language has no word for it, so we
// go by the tags people give: "External", "Existing System" and the like, or
// by the property throughline.external.
func (r *reader) markExternal() {
	for i := range r.w.Elements {
		e := &r.w.Elements[i]
		switch e.Properties["throughline.external"] {
		case "true":
			e.External = true
			continue
		case "false":
			continue
		}
		for _, t := range r.tagsOf(i) {
			low := strings.ToLower(t)
			if strings.Contains(low, "external") || strings.Contains(low, "existing") {
				e.External = true
			}
		}
	}
}
