package dsl

import (
	"slices"
	"strings"
)

// pending is a view whose clauses wait until the whole model is known.
type pending struct {
	s       *statement
	clauses []*statement
}

// viewWords maps the keyword of a view to its kind and what its words mean.
// "?" marks the ones that may be left out.
var viewWords = map[string]struct {
	kind  ViewKind
	words []string
}{
	"systemlandscape": {Landscape, []string{"key?", "description?"}},
	"systemcontext":   {ContextView, []string{"scope", "key?", "description?"}},
	"container":       {ContainerView, []string{"scope", "key?", "description?"}},
	"component":       {ComponentView, []string{"scope", "key?", "description?"}},
	"deployment":      {Deployment, []string{"scope", "environment", "key?", "description?"}},
	"dynamic":         {Dynamic, []string{"scope", "key?", "description?"}},
	"filtered":        {Filtered, []string{"base", "mode", "tags", "key?", "description?"}},
	"custom":          {CustomView, []string{"key?", "title?", "description?"}},
	"image":           {Image, []string{"scope", "key?"}},
}

// viewsLine reads a line inside views { }.
func (r *reader) viewsLine(s *statement) error {
	if known, err := r.setting(s); known {
		return err
	}
	w := s.word(0)
	if _, ok := viewWords[w]; ok {
		return r.view(s)
	}
	switch w {
	case "styles":
		return r.styles(s, "")
	case "properties":
		return r.properties(s, &r.w.ViewProperties)
	case "theme", "themes", "branding", "terminology", "configuration":
		return r.keep(s, "views")
	}
	return r.unknown(s, 0, "in views", "systemLandscape", "systemContext", "container", "component", "deployment", "dynamic", "filtered", "custom", "image", "styles", "theme", "themes", "branding", "terminology", "properties")
}

func (r *reader) view(s *statement) error {
	if len(r.w.Views) >= maxViews {
		return s.wrong(0, "the workspace holds more than %d views", maxViews)
	}
	how := viewWords[s.word(0)]
	v := View{Kind: how.kind, Line: s.line}
	shape := s.arg(0) + " <" + strings.Join(how.words, "> <") + ">"
	if err := s.count(1+len(how.words), shape); err != nil {
		return err
	}
	for i, w := range how.words {
		value := s.arg(i + 1)
		if value == "" && !strings.HasSuffix(w, "?") {
			return s.wrong(i+1, "expected %s", shape)
		}
		if err := r.viewWord(s, i+1, &v, strings.TrimSuffix(w, "?"), value); err != nil {
			return err
		}
	}
	if v.Key == "" {
		r.auto++
		v.Key, v.Unnamed = string(v.Kind)+"-"+itoa(r.auto), true
	}
	if r.viewKeys[v.Key] {
		return s.wrong(0, "a view with the key %s is already there; choose another", quote(v.Key))
	}
	r.viewKeys[v.Key] = true
	place := len(r.w.Views)
	r.w.Views, r.views = append(r.w.Views, v), append(r.views, pending{s: s})
	return r.each(s.body, func(s *statement) error { return r.viewLine(s, place) })
}

func (r *reader) viewWord(s *statement, i int, v *View, word, value string) error {
	switch word {
	case "key":
		v.Key = value
	case "title":
		v.Title = value
	case "description":
		v.Description = value
	case "scope":
		if value == "*" {
			return nil
		}
		p, err := r.element(s, i, scope{}, scopeOf[v.Kind])
		if err != nil {
			return err
		}
		v.Scope = r.w.Elements[p].Key
	case "environment":
		v.Environment = value
		if x, ok := r.find(value, "", func(x ref) bool { return x.kind == toEnvironment }); ok {
			v.Environment = r.w.Environments[x.place].Name
		}
		if !slices.ContainsFunc(r.w.Environments, func(e Environment) bool { return e.Name == v.Environment }) {
			return s.wrong(i, "no environment is called %s", quote(value))
		}
	case "base":
		if v.Base = value; !r.viewKeys[value] {
			return s.wrong(i, "no view before this has the key %s", quote(value))
		}
	case "mode":
		if v.Mode = strings.ToLower(value); v.Mode != "include" && v.Mode != "exclude" {
			return s.wrong(i, "expected include or exclude, found %s", quote(value))
		}
	case "tags":
		addTags(&v.Tags, value)
	}
	return nil
}

// scopeOf says what a view can be of.
var scopeOf = map[ViewKind]func(Kind) bool{
	ContextView:   func(k Kind) bool { return k == System },
	ContainerView: func(k Kind) bool { return k == System },
	ComponentView: func(k Kind) bool { return k == Container },
	Deployment:    func(k Kind) bool { return k == System },
	Dynamic:       func(k Kind) bool { return k == System || k == Container },
}

// viewLine reads a line inside a view.
func (r *reader) viewLine(s *statement, place int) error {
	v := &r.w.Views[place]
	switch s.word(0) {
	case "include", "exclude":
		return r.clause(s, place)
	case "autolayout":
		v.Layout = &AutoLayout{s.word(1), s.arg(2), s.arg(3)}
		return s.count(4, "autoLayout [tb|bt|lr|rl] [rank gap] [node gap]")
	case "animation":
		return r.each(s.body, func(s *statement) error {
			step := make([]string, len(s.tokens))
			for i := range step {
				step[i] = s.arg(i)
			}
			v.Animation = append(v.Animation, step)
			return nil
		})
	case "title":
		v.Title = s.arg(1)
		return s.count(2, "title <text>")
	case "description":
		v.Description = s.arg(1)
		return s.count(2, "description <text>")
	case "properties":
		return r.properties(s, &v.Properties)
	case "default":
		v.Default = true
		return s.count(1, "default")
	}
	switch {
	case v.Kind == Image && len(s.tokens) > 0 && slices.Contains([]string{"image", "plantuml", "mermaid", "kroki", "light", "dark"}, s.word(0)):
		v.Body = append(v.Body, s.text())
		return nil
	case v.Kind == Dynamic:
		return r.step(s, place, 0)
	}
	return r.unknown(s, 0, "in a view", "include", "exclude", "autoLayout", "animation", "title", "description", "properties", "default")
}

func (r *reader) clause(s *statement, place int) error {
	c := Clause{Exclude: s.word(0) == "exclude", Line: s.line}
	for i := 1; i < len(s.tokens); i++ {
		if s.arg(i) == "->" && len(c.Expressions) > 0 && i+1 < len(s.tokens) {
			c.Expressions[len(c.Expressions)-1] += "->" + s.arg(i+1)
			i++
			continue
		}
		c.Expressions = append(c.Expressions, s.arg(i))
	}
	if len(c.Expressions) == 0 {
		return s.wrong(0, "expected what to %s", s.word(0))
	}
	r.w.Views[place].Clauses = append(r.w.Views[place].Clauses, c)
	r.views[place].clauses = append(r.views[place].clauses, s)
	return nil
}
