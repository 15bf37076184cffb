package dsl

import (
	"slices"
	"strings"
	"unicode"
)

// name gives every element and environment an identifier: its own where that
// is free, else one made from its name.
func (p *printer) name() {
	top := map[string]bool{"this": true}
	p.top = top
	p.nameAll(p.kids[""], "", top, top)
	for _, e := range p.w.Environments {
		p.env[e.Name] = free(e.Identifier, e.Name, top, top)
		p.nameAll(p.kids["env "+e.Name], p.env[e.Name]+".", map[string]bool{}, top)
	}
}

func (p *printer) nameAll(list []int, prefix string, here, top map[string]bool) {
	for _, i := range list {
		e := p.w.Elements[i]
		id := free(e.Identifier, e.Name, here, top)
		p.short[e.Key], p.ids[e.Key] = id, prefix+id
		p.nameAll(p.kids[e.Key], prefix+id+".", map[string]bool{}, top)
	}
}

// free finds an identifier that is taken neither here nor at the top, where it
// would be mistaken for another one.
func free(id, name string, here, top map[string]bool) string {
	if !validIdentifier(id) {
		id = camel(name)
	}
	try := id
	for n := 2; here[strings.ToLower(try)] || top[strings.ToLower(try)]; n++ {
		try = id + itoa(n)
	}
	here[strings.ToLower(try)] = true
	return try
}

// camel makes "eventRouter" of "Event router".
func camel(name string) string {
	var b strings.Builder
	up := false
	for _, c := range name {
		switch {
		case c > 127 || !unicode.IsLetter(c) && !unicode.IsDigit(c):
			up = b.Len() > 0
		case up:
			b.WriteRune(unicode.ToUpper(c))
			up = false
		case b.Len() == 0:
			b.WriteRune(unicode.ToLower(c))
		default:
			b.WriteRune(c)
		}
		if b.Len() > 60 {
			break
		}
	}
	if b.Len() == 0 {
		return "element"
	}
	return b.String()
}

// elements writes what stands in one place, groups opened and closed as needed.
func (p *printer) elements(home string) {
	var open []string
	turn := func(path []string) {
		same := 0
		for same < len(open) && same < len(path) && open[same] == path[same] {
			same++
		}
		for len(open) > same {
			open = open[:len(open)-1]
			p.depth--
			p.line("}")
		}
		for _, g := range path[same:] {
			p.line("group", text(g), "{")
			p.depth++
			open = append(open, g)
		}
	}
	for _, i := range p.kids[home] {
		var path []string
		if g := p.w.Elements[i].Group; g != "" {
			path = strings.Split(g, p.w.Separator)
		}
		turn(path)
		p.element(p.w.Elements[i])
	}
	turn(nil)
}

func (p *printer) element(e Element) {
	id := p.short[e.Key]
	tags := strings.Join(e.Tags, ",")
	var head string
	switch e.Kind {
	case Person:
		head = "person " + texts(e.Name, e.Description, tags)
	case System:
		head = "softwareSystem " + texts(e.Name, e.Description, tags)
	case Container:
		head = "container " + texts(e.Name, e.Description, e.Technology, tags)
	case Component:
		head = "component " + texts(e.Name, e.Description, e.Technology, tags)
	case Custom:
		head = "element " + texts(e.Name, e.Technology, e.Description, tags)
	case Node:
		head = "deploymentNode " + texts(e.Name, e.Description, e.Technology, tags, e.Instances)
	case Infrastructure:
		head = "infrastructureNode " + texts(e.Name, e.Description, e.Technology, tags)
	case Instance:
		head = "instanceOf " + p.ids[e.Of]
		if len(e.Groups) > 0 {
			head += " " + p.deploymentGroups(e)
		}
		if tags != "" {
			head += " " + text(tags)
		}
	}
	p.block(true, func() { p.inside(e) }, id, "=", head)
}

func (p *printer) deploymentGroups(e Element) string {
	ids := make([]string, len(e.Groups))
	for i, g := range e.Groups {
		ids[i] = p.env[e.Environment] + "." + p.groupID(e.Environment, g)
	}
	return strings.Join(ids, ",")
}

// groupID is the identifier of a deployment group, by its place.
func (p *printer) groupID(environment, group string) string {
	for _, e := range p.w.Environments {
		if e.Name == environment {
			return "group-" + itoa(slices.Index(e.Groups, group)+1)
		}
	}
	return "group-0"
}

func (p *printer) inside(e Element) {
	if e.URL != "" {
		p.line("url", text(e.URL))
	}
	p.properties(e.Properties)
	p.perspectives(e.Perspectives)
	for _, c := range e.Checks {
		p.line("healthCheck", texts(c.Name, c.URL, c.Interval, c.Timeout))
	}
	p.kept(e.Key)
	p.elements(e.Key)
}

func (p *printer) relationship(rel Relationship) {
	from, to := p.ids[rel.From], p.ids[rel.To]
	if rel.Implied || from == "" || to == "" {
		return
	}
	id := ""
	if low := strings.ToLower(rel.Identifier); validIdentifier(rel.Identifier) && !p.top[low] {
		p.top[low] = true
		id = rel.Identifier + " ="
	}
	p.block(true, func() {
		if rel.URL != "" {
			p.line("url", text(rel.URL))
		}
		p.properties(rel.Properties)
		p.perspectives(rel.Perspectives)
	}, id, from, "->", to, texts(rel.Description, rel.Technology, strings.Join(rel.Tags, ",")))
}

// environmentOf says in which environment a relationship is written, if any.
func (p *printer) environmentOf(rel Relationship) string {
	for _, k := range []string{rel.From, rel.To} {
		if i, ok := p.keys[k]; ok && p.w.Elements[i].Environment != "" {
			return p.w.Elements[i].Environment
		}
	}
	return ""
}

func (p *printer) environment(e Environment) {
	p.b.WriteByte('\n')
	p.block(false, func() {
		for _, g := range e.Groups {
			p.line(p.groupID(e.Name, g), "= deploymentGroup", text(g))
		}
		p.elements("env " + e.Name)
		for _, x := range p.w.Removed {
			if x.Environment == e.Name && p.ids[x.From] != "" && p.ids[x.To] != "" {
				p.line(p.ids[x.From], "-/>", p.ids[x.To])
			}
		}
		for _, rel := range p.w.Relationships {
			if p.environmentOf(rel) == e.Name {
				p.relationship(rel)
			}
		}
	}, p.env[e.Name], "= deploymentEnvironment", text(e.Name))
}
