package dsl

import (
	"slices"
	"strings"
)

func (p *printer) views() {
	p.properties(p.w.ViewProperties)
	for _, v := range p.w.Views {
		p.view(v)
	}
	if len(p.w.Styles) > 0 {
		p.block(true, p.styles, "styles")
	}
	p.kept("views")
}

func (p *printer) view(v View) {
	scope := "*"
	if v.Scope != "" {
		if scope = p.ids[v.Scope]; scope == "" {
			return // what it was of is gone
		}
	}
	if v.Kind == Deployment && p.env[v.Environment] == "" {
		return
	}
	key := v.Key
	if v.Unnamed && v.Description == "" && v.Title == "" {
		key = ""
	}
	var head []string
	switch v.Kind {
	case Landscape:
		head = []string{"systemLandscape", texts(key, v.Description)}
	case ContextView:
		head = []string{"systemContext", scope, texts(key, v.Description)}
	case ContainerView:
		head = []string{"container", scope, texts(key, v.Description)}
	case ComponentView:
		head = []string{"component", scope, texts(key, v.Description)}
	case Deployment:
		head = []string{"deployment", scope, p.env[v.Environment], texts(key, v.Description)}
	case Dynamic:
		head = []string{"dynamic", scope, texts(key, v.Description)}
	case Filtered:
		head = []string{"filtered", text(v.Base), v.Mode, text(strings.Join(v.Tags, ",")), texts(key, v.Description)}
	case CustomView:
		head = []string{"custom", texts(key, v.Title, v.Description)}
	case Image:
		head = []string{"image", scope, texts(key)}
	}
	p.block(v.Kind == Filtered, func() { p.viewBody(v) }, head...)
}

func (p *printer) viewBody(v View) {
	if v.Title != "" && v.Kind != CustomView {
		p.line("title", text(v.Title))
	}
	if v.Kind == Image && v.Description != "" {
		p.line("description", text(v.Description))
	}
	p.clauses(v)
	for _, line := range v.Body {
		p.line(line)
	}
	p.steps(v)
	if v.Layout != nil {
		p.line("autoLayout", v.Layout.Direction, v.Layout.Rank, v.Layout.Node)
	}
	if v.Default {
		p.line("default")
	}
	p.properties(v.Properties)
}

// clauses writes includes and excludes as they were where they name nothing;
// else what they came down to, since names may have changed or gone.
func (p *printer) clauses(v View) {
	if !slices.ContainsFunc(v.Clauses, func(c Clause) bool { return slices.ContainsFunc(c.Expressions, namesThings) }) {
		for _, c := range v.Clauses {
			word := "include"
			if c.Exclude {
				word = "exclude"
			}
			p.line(word, texts(c.Expressions...))
		}
		return
	}
	shown, drawn := map[string]bool{}, map[string]bool{}
	for _, k := range v.Elements {
		if id := p.ids[k]; id != "" {
			shown[k] = true
			p.line("include", id)
		}
	}
	for _, k := range v.Relationships {
		drawn[k] = true
	}
	for _, rel := range p.w.Relationships {
		if shown[rel.From] && shown[rel.To] && !drawn[rel.Key()] {
			p.line("exclude", text(p.ids[rel.From]+"->"+p.ids[rel.To]))
		}
	}
}

func namesThings(expr string) bool {
	for _, side := range strings.Split(expr, "->") {
		side = strings.TrimSpace(side)
		if side == "" || side == "*" || side == "*?" {
			continue
		}
		asks := strings.HasPrefix(side, "element.") || strings.HasPrefix(side, "relationship.")
		if !asks || strings.Contains(side, "parent") || strings.Contains(side, "source") || strings.Contains(side, "destination") || strings.ContainsAny(side, "&|") {
			return true
		}
	}
	return false
}

func (p *printer) steps(v View) {
	sequence := 0
	closeOne := func() {
		if sequence > 0 {
			p.depth--
			p.line("}")
		}
	}
	for _, st := range v.Steps {
		from, to := p.ids[st.From], p.ids[st.To]
		if from == "" || to == "" || !p.connected(st.From, st.To) {
			continue
		}
		if st.Sequence != sequence {
			closeOne()
			if sequence = st.Sequence; sequence > 0 {
				p.line("{")
				p.depth++
			}
		}
		p.line(st.Order+":", from, "->", to, texts(st.Description, st.Technology))
	}
	closeOne()
}

func (p *printer) connected(a, b string) bool {
	return slices.ContainsFunc(p.w.Relationships, func(r Relationship) bool {
		return r.From == a && r.To == b || r.From == b && r.To == a
	})
}

func (p *printer) styles() {
	for _, scheme := range []string{"", "light", "dark"} {
		var list []Style
		for _, st := range p.w.Styles {
			if st.Scheme == scheme {
				list = append(list, st)
			}
		}
		if scheme == "" {
			p.styleList(list)
		} else if len(list) > 0 {
			p.block(false, func() { p.styleList(list) }, scheme)
		}
	}
}

func (p *printer) styleList(list []Style) {
	for _, st := range list {
		p.block(false, func() {
			for _, set := range st.Settings {
				if name, ok := strings.CutPrefix(set.Name, "properties "); ok {
					p.properties(map[string]string{name: set.Value})
					continue
				}
				p.line(set.Name, text(set.Value))
			}
		}, st.Of, text(st.Tag))
	}
}
