package dsl

import (
	"bytes"
	"crypto/sha256"
	"slices"
	"strings"
)

// Print writes a workspace as text. One that was read and not changed since
// comes back byte for byte (its first file; included files stand unchanged in
// Sources). A changed or a new one is written afresh in one file, with
// hierarchical identifiers and without what is implied.
func Print(w *Workspace) []byte {
	fresh := w.fresh()
	if len(w.Sources) > 0 && sha256.Sum256(fresh) == w.print {
		return w.Sources[0].Bytes
	}
	return fresh
}

func (w *Workspace) hash() [32]byte { return sha256.Sum256(w.fresh()) }

// printer writes one workspace.
type printer struct {
	w     *Workspace
	b     bytes.Buffer
	depth int
	ids   map[string]string // key of element to its full identifier
	short map[string]string // key of element to the identifier where it stands
	env   map[string]string // environment to its identifier
	kids  map[string][]int  // key of parent (or "env " and name) to elements
	keys  map[string]int
	top   map[string]bool // identifiers taken at the top, in lower case
}

func (w *Workspace) fresh() []byte {
	p := &printer{w: w, ids: map[string]string{}, short: map[string]string{}, env: map[string]string{}, kids: map[string][]int{}, keys: map[string]int{}}
	for i, e := range w.Elements {
		p.keys[e.Key] = i
	}
	for i, e := range w.Elements {
		home := e.Parent
		if home == "" && e.Environment != "" {
			home = "env " + e.Environment
		}
		p.kids[home] = append(p.kids[home], i)
	}
	p.name()
	p.workspace()
	return p.b.Bytes()
}

func (p *printer) line(parts ...string) {
	p.b.WriteString(strings.Repeat("    ", p.depth))
	first := true
	for _, s := range parts {
		if s == "" {
			continue
		}
		if !first {
			p.b.WriteByte(' ')
		}
		p.b.WriteString(s)
		first = false
	}
	p.b.WriteByte('\n')
}

// block writes a head and what stands in its braces; without anything inside,
// and when it may, only the head.
func (p *printer) block(may bool, inside func(), head ...string) {
	before := p.b.Len()
	p.line(append(head, "{")...)
	start := p.b.Len()
	p.depth++
	inside()
	p.depth--
	if may && p.b.Len() == start {
		p.b.Truncate(before)
		p.line(head...)
		return
	}
	p.line("}")
}

// text quotes a value. A backslash has a meaning inside quotes, so what holds
// one is written as a text block.
func text(s string) string {
	if strings.Contains(s, `\`) && !strings.Contains(s, `"""`) {
		return "\"\"\"\n" + s + "\n\"\"\""
	}
	s = strings.NewReplacer(`\`, `/`, `"`, `\"`, "\n", `\n`, "\r", "").Replace(s)
	return `"` + s + `"`
}

// texts quotes values up to the last one that is not empty.
func texts(values ...string) string {
	for len(values) > 0 && values[len(values)-1] == "" {
		values = values[:len(values)-1]
	}
	out := make([]string, len(values))
	for i, v := range values {
		out[i] = text(v)
	}
	return strings.Join(out, " ")
}

func (p *printer) workspace() {
	w := p.w
	p.block(false, func() {
		p.line("!identifiers hierarchical")
		p.properties(w.Properties)
		p.b.WriteByte('\n')
		p.block(false, p.model, "model")
		if len(w.Views)+len(w.Styles)+len(w.ViewProperties) > 0 || slices.ContainsFunc(w.Kept, func(k Kept) bool { return k.Place == "views" }) {
			p.b.WriteByte('\n')
			p.block(false, p.views, "views")
		}
		p.kept("workspace")
	}, "workspace", texts(w.Name, w.Description))
}

func (p *printer) kept(place string) {
	for _, k := range p.w.Kept {
		if k.Place == place {
			p.line(k.Text)
		}
	}
}

func (p *printer) properties(m map[string]string) {
	if len(m) == 0 {
		return
	}
	p.block(true, func() {
		for _, k := range sortedKeys(m) {
			p.line(text(k), text(m[k]))
		}
	}, "properties")
}

func (p *printer) perspectives(list []Perspective) {
	if len(list) == 0 {
		return
	}
	p.block(true, func() {
		for _, v := range list {
			p.line(text(v.Name), text(v.Description), texts(v.Value))
		}
	}, "perspectives")
}

func (p *printer) model() {
	w := p.w
	if w.Separator != "/" || slices.ContainsFunc(w.Elements, func(e Element) bool { return strings.Contains(e.Group, "/") }) {
		props := copied(w.ModelProperties)
		if props == nil {
			props = map[string]string{}
		}
		props["structurizr.groupSeparator"] = w.Separator
		p.properties(props)
	} else {
		p.properties(w.ModelProperties)
	}
	if w.ImpliedOff {
		p.line("!impliedRelationships false")
	}
	p.elements("")
	p.b.WriteByte('\n')
	for _, rel := range w.Relationships {
		if p.environmentOf(rel) == "" {
			p.relationship(rel)
		}
	}
	for _, e := range w.Environments {
		p.environment(e)
	}
	p.kept("model")
}
