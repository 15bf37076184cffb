package design

import (
	"fmt"
	"strconv"

	"github.com/a-h/templ"

	core "throughline/internal/design"
	"throughline/internal/design/draw"
	"throughline/internal/web/kit"
	"throughline/internal/web/look"
)

// list is one page of the rows below the drawing: those of the view, or all of the model.
type list struct {
	page                    int // from 0
	elements, relationships int // in all
	rows                    []core.Element
	lines                   []core.Relationship
}

// whole says whether the lists show all of the model and not only the view.
func (v *room) whole() bool { return state(v.r, "list") == "all" || v.view.ID == "" }

func (v *room) list() list {
	l := list{}
	elements, lines := v.m.Elements, v.m.Relationships
	if !v.whole() {
		elements, lines = v.shown()
	}
	l.elements, l.relationships = len(elements), len(lines)
	l.page, _ = strconv.Atoi(state(v.r, "page")) // what is no number is the first page
	last := max(0, (max(len(elements), len(lines))-1)/aPage)
	l.page = min(max(l.page, 0), last)
	from := l.page * aPage
	l.rows = elements[min(from, len(elements)):min(from+aPage, len(elements))]
	l.lines = lines[min(from, len(lines)):min(from+aPage, len(lines))]
	return l
}

// shown are the elements and relationships that the view draws.
func (v *room) shown() (elements []core.Element, lines []core.Relationship) {
	in := map[string]bool{}
	for _, f := range v.diagram.Picture.Frames {
		in[f.Key] = true
	}
	for _, b := range v.diagram.Picture.Boxes {
		in[b.Key] = true
		if e, ok := v.m.Element(b.Key); ok {
			elements = append(elements, e)
		}
	}
	seen := func(id string) string {
		for range 20 {
			e, ok := v.m.Element(id)
			if !ok || in[id] {
				break
			}
			id = e.Parent
		}
		return id
	}
	for _, r := range v.m.Relationships {
		if a, b := seen(r.From), seen(r.To); in[a] && in[b] && a != b {
			lines = append(lines, r)
		}
	}
	return elements, lines
}

func (v *room) listChoices() []look.Choice {
	a := address(v.r)
	a.Query.Del("page")
	all := look.Choice{Label: "Whole model", Href: a.With("list", "all") + "#elements", Current: v.whole(), Count: fmt.Sprint(len(v.m.Elements))}
	if v.view.ID == "" {
		return []look.Choice{all}
	}
	return []look.Choice{{Label: "In this view", Href: a.With("list", "") + "#elements", Current: !v.whole(), Count: fmt.Sprint(len(v.diagram.Picture.Boxes))}, all}
}

func (v *room) pager(l list, n int) (out look.PagerView) {
	if n <= aPage {
		return out
	}
	from := min(l.page*aPage, n)
	out.Words = fmt.Sprintf("%d to %d of %d", min(from+1, n), min(from+aPage, n), n)
	a := address(v.r)
	if l.page > 0 {
		out.Before = a.With("page", strconv.Itoa(l.page-1)) + "#elements"
	}
	if from+aPage < n {
		out.After = a.With("page", strconv.Itoa(l.page+1)) + "#elements"
	}
	return out
}

func (v *room) elementTable(l list) look.TableView {
	t := look.TableView{Caption: "Elements", Columns: []look.Column{{Label: "Element"}, {Label: "Kind"}, {Label: "Technology"}, {Label: "Owner"}, {Label: "State"}, {Label: "Satisfies"}}}
	for _, e := range l.rows {
		t.Rows = append(t.Rows, look.Row{ID: "e-" + e.ID, Selected: e.ID == v.picked, Cells: []templ.Component{
			look.Row2(look.Link(v.m.Name(e.ID), v.at(e.ID)), look.Soft(e.Description)), look.Text(kit.Sentence(kindWords[e.Kind])), look.Text(e.Technology),
			look.Text(v.names.Of(e.Owner)), stateTag(v.stateOf(e)), v.keys(v.satisfied[e.ID])}})
	}
	return t
}

// stateOf is how far the design of an element has come.
func (v *room) stateOf(e core.Element) draw.State {
	switch {
	case !v.ours(e):
		return draw.External
	case v.held.Holds(e.ID, e.Meaning()):
		return draw.Approved
	}
	return draw.Drafted
}

func stateTag(s draw.State) templ.Component {
	return look.Tag(s.Words(), map[draw.State]look.Tone{draw.Approved: look.Good, draw.Drafted: look.Wait}[s])
}

func (v *room) relationshipTable(l list) look.TableView {
	t := look.TableView{Caption: "Relationships", Columns: []look.Column{{Label: "Relationship"}, {Label: "Protocol"}, {Label: "Owner"}}}
	for _, r := range l.lines {
		row := look.Row{ID: "r-" + r.ID, Selected: r.ID == v.picked, Cells: []templ.Component{
			look.Row2(look.Link(r.Description, v.at(r.ID)), v.ends(r)), look.Text(r.Technology), look.Text(v.names.Of(r.Owner))}}
		if v.m.Interface(r) {
			if r.Technology == "" {
				row.Cells[1] = look.Tag("no protocol", look.Break)
			}
			if r.Owner == "" {
				row.Cells[2] = look.Tag("no owner", look.Break)
			}
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}
