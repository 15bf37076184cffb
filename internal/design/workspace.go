package design

import (
	"maps"
	"slices"

	"throughline/internal/design/dsl"
)

// workspace gives the model to the engines, each element under the key that name gives it.
func (m *Model) workspace(name func(Element) string) *dsl.Workspace {
	w := &dsl.Workspace{Separator: m.Text.Separator}
	if w.Separator == "" {
		w.Separator = "/"
	}
	key := m.keys(name)
	for _, e := range m.Elements {
		d := dsl.Element{}
		e.fill(&d, key)
		w.Elements = append(w.Elements, d)
	}
	for _, r := range m.Relationships {
		d := dsl.Relationship{}
		r.fill(&d, key)
		w.Relationships = append(w.Relationships, d)
	}
	for _, tag := range m.Text.Stores {
		w.Styles = append(w.Styles, dsl.Style{Of: "element", Tag: tag, Settings: []dsl.Setting{{Name: "shape", Value: "Cylinder"}}})
	}
	return w
}

// keys maps ids to keys; what is not there has none.
func (m *Model) keys(name func(Element) string) map[string]string {
	out := make(map[string]string, len(m.Elements))
	for _, e := range m.Elements {
		out[e.ID] = name(e)
	}
	return out
}

// fill writes the element's fields over those of d, and leaves what we do not hold.
func (e Element) fill(d *dsl.Element, key map[string]string) {
	d.Key, d.Kind, d.Name, d.Description, d.Technology = key[e.ID], e.Kind, e.Name, e.Description, e.Technology
	d.Parent, d.Of, d.Environment = key[e.Parent], key[e.Of], e.Environment
	d.Tags, d.Group, d.URL = e.Tags, e.Group, e.URL
	d.Identifier, d.Properties, d.Perspectives = e.Identifier, e.More.Properties, e.More.Perspectives
	d.Groups, d.Instances, d.Checks = e.More.Groups, e.More.Instances, e.More.Checks
	if d.External != e.External {
		d.Properties = withProperty(d.Properties, "throughline.external", map[bool]string{true: "true", false: "false"}[e.External])
	}
	d.External = e.External
	if e.Owner != "" && e.Owner != d.Properties[ownerProperty] {
		d.Properties = withProperty(d.Properties, ownerProperty, e.Owner)
	}
}

func (r Relationship) fill(d *dsl.Relationship, key map[string]string) {
	d.From, d.To, d.Description, d.Technology, d.Tags = key[r.From], key[r.To], r.Description, r.Technology, r.Tags
	d.Identifier, d.URL, d.Properties, d.Perspectives = r.More.Identifier, r.More.URL, r.More.Properties, r.More.Perspectives
	if r.Owner != "" && r.Owner != d.Properties[ownerProperty] {
		d.Properties = withProperty(d.Properties, ownerProperty, r.Owner)
	}
}

// What of ours travels in a text, as properties that other tools keep.
const (
	ownerProperty     = "throughline.owner"
	satisfiesProperty = "throughline.satisfies" // keys of requirements, by commas
)

func withProperty(m map[string]string, name, value string) map[string]string {
	out := map[string]string{}
	maps.Copy(out, m)
	out[name] = value
	return out
}

// take reads an element's fields from what a text says.
func (e *Element) take(d dsl.Element, parent, of string) {
	e.Origin, e.Path, e.Identifier, e.Kind, e.Name = d.Key, d.Key, d.Identifier, d.Kind, d.Name
	e.Description, e.Technology, e.Parent, e.Of, e.Environment = d.Description, d.Technology, parent, of, d.Environment
	e.Tags, e.Group, e.External, e.URL = d.Tags, d.Group, d.External, d.URL
	e.More = More{Properties: d.Properties, Perspectives: d.Perspectives, Groups: d.Groups, Instances: d.Instances, Checks: d.Checks}
	if owner := d.Properties[ownerProperty]; owner != "" {
		e.Owner = owner
	}
}

func (r *Relationship) take(d dsl.Relationship, from, to string) {
	r.Origin, r.From, r.To, r.Description, r.Technology, r.Tags = d.Key(), from, to, d.Description, d.Technology, d.Tags
	r.More = More{Identifier: d.Identifier, URL: d.URL, Properties: d.Properties, Perspectives: d.Perspectives}
	if owner := d.Properties[ownerProperty]; owner != "" {
		r.Owner = owner
	}
}

// stores are the tags that a text draws as what keeps data.
func stores(w *dsl.Workspace) (out []string) {
	for _, st := range w.Styles {
		for _, set := range st.Settings {
			if st.Of == "element" && (set.Value == "Cylinder" || set.Value == "cylinder") && !slices.Contains(out, st.Tag) {
				out = append(out, st.Tag)
			}
		}
	}
	return out
}
