package design

import (
	"context"
	"slices"
	"strings"

	"throughline/internal/account"
	"throughline/internal/design/dsl"
	"throughline/internal/journal"
	"throughline/internal/problem"
)

// Shape is what a person says of an element.
type Shape struct {
	Name        string   `json:"name"`
	Description string   `json:"description"`
	Technology  string   `json:"technology"`
	Group       string   `json:"group"`
	Tags        []string `json:"tags"`
	External    bool     `json:"external"`
	Owner       string   `json:"owner"`
	URL         string   `json:"url"`
}

func (in *Shape) check(c *problem.Check) {
	in.Name = strings.TrimSpace(in.Name)
	c.Text("name", in.Name, 200)
	c.Optional("description", in.Description, 4000)
	c.Optional("technology", in.Technology, 200)
	c.Optional("group", in.Group, 200)
	c.Optional("owner", in.Owner, 120)
	c.Optional("url", in.URL, 2000)
	c.Fail(len(in.Tags) <= 40, "tags", "At most 40 tags fit.")
	for _, t := range in.Tags {
		c.Text("tags", t, 80)
		c.Fail(!strings.Contains(t, ","), "tags", "%q holds a comma; that divides tags.", t)
	}
}

func (in Shape) give(e *Element) {
	e.Name, e.Description, e.Technology, e.Group = in.Name, in.Description, in.Technology, in.Group
	e.Tags, e.External, e.Owner, e.URL = in.Tags, in.External, in.Owner, in.URL
}

// NewElement is an element to be added.
type NewElement struct {
	Deal         string
	Kind         dsl.Kind `json:"kind"`
	Parent       string   `json:"parent"`      // what holds it, by id
	Environment  string   `json:"environment"` // of a node at the top: production, test …
	Requirements []string `json:"requirements"`
	Shape
}

// AddElement adds an element by a form. It finds its place in the views by itself.
func AddElement(ctx context.Context, tx *journal.Tx, in NewElement) (Element, error) {
	var c problem.Check
	c.OneOf("kind", string(in.Kind), Kinds...)
	c.Optional("environment", in.Environment, 120)
	in.check(&c)
	if err := c.Err(); err != nil {
		return Element{}, err
	}
	if _, err := account.Deal(ctx, tx, in.Deal); err != nil {
		return Element{}, err
	}
	m, err := Read(ctx, tx, in.Deal)
	if err != nil {
		return Element{}, err
	}
	e := Element{Row: journal.Row{Deal: in.Deal}, Place: m.last(), Kind: in.Kind, Parent: in.Parent, Environment: in.Environment}
	in.give(&e)
	if err := m.fits(&e); err != nil {
		return e, err
	}
	e.touch(tx, "")
	m.Elements = append(m.Elements, e)
	m.repath()
	e = m.Elements[len(m.Elements)-1]
	if err := journal.Insert(ctx, tx, &e); err != nil {
		return e, err
	}
	if err := satisfy(ctx, tx, in.Deal, "element", e.ID, in.Requirements); err != nil {
		return e, err
	}
	return e, settleViews(ctx, tx, in.Deal)
}

// holders says what may stand in what.
var holders = map[dsl.Kind][]dsl.Kind{
	dsl.Person: nil, dsl.System: nil, dsl.Container: {dsl.System}, dsl.Component: {dsl.Container},
	dsl.Node: {dsl.Node}, dsl.Infrastructure: {dsl.Node},
}

// fits refuses an element where its kind cannot stand, and a name that stands there already.
func (m *Model) fits(e *Element) error {
	var c problem.Check
	parent, held := m.Element(e.Parent)
	may := holders[e.Kind]
	switch {
	case e.Parent != "" && !held:
		return problem.NotFound("element", e.Parent)
	case held && !slices.Contains(may, parent.Kind):
		c.Fail(false, "parent", "A %s cannot stand in a %s.", e.Kind, parent.Kind)
	case !held && len(may) > 0 && e.Kind != dsl.Node:
		c.Fail(false, "parent", "A %s stands in a %s: choose which.", e.Kind, may[0])
	case e.Kind == dsl.Node && !held:
		c.Text("environment", e.Environment, 120)
	case held:
		e.Environment = parent.Environment
	default:
		e.Environment = ""
	}
	for _, o := range m.Elements {
		if o.ID != e.ID && o.Parent == e.Parent && o.Environment == e.Environment && o.Name == e.Name && o.Kind != dsl.Instance {
			c.Fail(false, "name", "%q already stands here; give it another name.", e.Name)
		}
	}
	return c.Err()
}
