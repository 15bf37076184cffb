package design

import (
	"fmt"

	"throughline/internal/content"
	"throughline/internal/design/draw"
	"throughline/internal/design/dsl"
)

// Strategy lists the decisions that hold, in one line each.
func (a *Paper) Strategy() []content.Block {
	var items [][]content.Span
	for _, d := range a.decisions {
		if d.Status == Accepted {
			items = append(items, append(key(d.Key()), content.Span{Text: " " + d.Title + ". " + d.Outcome}))
		}
	}
	if len(items) == 0 {
		return nil
	}
	return []content.Block{content.H(1, "Solution strategy"), content.Para("The decisions that hold; the decision log has them whole."), {List: &content.List{Items: items}}}
}

// Parts shows what our systems are made of.
func (a *Paper) Parts() []content.Block {
	out := a.figures(ContainerView, "Building blocks")
	table := content.Table{Caption: "Elements", Head: []string{"Element", "Kind", "Technology", "Purpose", "Owner", "State", "Satisfies"}}
	for _, e := range a.m.Elements {
		if e.Environment != "" {
			continue
		}
		table.Rows = append(table.Rows, [][]content.Span{content.Text(a.m.Name(e.ID)), content.Text(string(e.Kind)), content.Text(e.Technology), content.Text(e.Description),
			content.Text(a.names.Of(e.Owner)), content.Text(a.stateWords(e)), a.satisfies(e.ID)})
	}
	if len(table.Rows) == 0 {
		return out
	}
	if len(out) == 0 {
		out = []content.Block{content.H(1, "Building blocks")}
	}
	return append(out, content.Block{Table: &table})
}

func (a *Paper) stateWords(e Element) string {
	if e.Kind == dsl.Person {
		return "person"
	}
	s := a.marks[e.ID].State
	if s == draw.Unknown {
		s = draw.Drafted
	}
	return s.Words()
}

// satisfies lists keys of requirements.
func (a *Paper) satisfies(id string) []content.Span { return a.listed(a.satisfied[id]) }

func (a *Paper) listed(requirements []string) (out []content.Span) {
	for i, r := range requirements {
		if i > 0 {
			out = append(out, content.Span{Text: ", "})
		}
		out = append(out, key(a.keys[r])...)
	}
	return out
}

// Nodes shows where it runs.
func (a *Paper) Nodes() []content.Block {
	table := content.Table{Caption: "What runs where", Head: []string{"Environment", "Node", "What", "Technology", "Number"}}
	for _, e := range a.m.Elements {
		if e.Environment == "" {
			continue
		}
		node, _ := a.m.Element(e.Parent)
		number := e.More.Instances
		if number == "" {
			number = "1"
		}
		table.Rows = append(table.Rows, [][]content.Span{content.Text(e.Environment), content.Text(node.Name), content.Text(e.Name), content.Text(e.Technology), content.Text(number)})
	}
	if len(table.Rows) == 0 {
		return nil
	}
	return []content.Block{content.H(1, "Deployment"), {Table: &table}}
}

// Interfaces lists what crosses from one system to another.
func (a *Paper) Interfaces() []content.Block {
	table := content.Table{Caption: "Interfaces", Head: []string{"From", "To", "Purpose", "Protocol", "Owner"}}
	for _, r := range a.m.Interfaces() {
		table.Rows = append(table.Rows, [][]content.Span{content.Text(a.m.Name(r.From)), content.Text(a.m.Name(r.To)), content.Text(r.Description),
			content.Text(orNot(r.Technology)), content.Text(orNot(a.names.Of(r.Owner)))})
	}
	if len(table.Rows) == 0 {
		return nil
	}
	return []content.Block{content.H(1, "Interfaces"), {Table: &table}}
}

// Advice says of each concern what we advise, or why nothing is needed.
func (a *Paper) Advice() []content.Block {
	var out []content.Block
	for _, k := range a.concerns {
		out = append(out, a.adviceOn(k)...)
	}
	if len(out) == 0 {
		return nil
	}
	return append([]content.Block{content.H(1, "Concerns and what we advise")}, out...)
}

func (a *Paper) adviceOn(k Concern) []content.Block {
	out := []content.Block{content.H(2, k.Title())}
	if k.NotNeeded != "" {
		return append(out, content.Para("Nothing is needed: "+k.NotNeeded))
	}
	out = append(out, content.Written(k.Advice)...)
	checked := "not yet"
	if k.Checked != "" {
		checked = k.Checked
	}
	items := [][]content.Span{content.Text("Checked: " + checked)}
	if k.Weeks > 0 {
		items = append(items, content.Text("Effort: "+k.Effort()))
	}
	if ids := a.concernOf[k.ID]; len(ids) > 0 {
		items = append(items, append(content.Text("Concerns "), a.listed(ids)...))
	}
	return append(out, content.Block{List: &content.List{Items: items}})
}

func orNot(s string) string {
	if s == "" {
		return "not yet known"
	}
	return s
}

// index says of each requirement what satisfies it.
func (a *Paper) index() []content.Block {
	said := map[string][]string{}
	note := func(id, text string) {
		for _, r := range a.satisfied[id] {
			said[r] = append(said[r], text)
		}
	}
	for _, e := range a.m.Elements {
		note(e.ID, a.m.Name(e.ID))
	}
	for _, d := range a.decisions {
		note(d.ID, d.Key()+" "+d.Title)
	}
	for _, e := range a.elsewheres {
		note(e.ID, e.Said())
	}
	table := content.Table{Caption: "Requirements and what satisfies them", Head: []string{"Key", "Requirement", "Priority", "Satisfied by"}}
	for _, l := range a.t.Rows {
		r := l.Requirement
		if !r.Stands() || !r.PostOwed() {
			continue
		}
		by := said[r.ID]
		text := "nothing yet"
		for i, s := range by {
			if i == 0 {
				text = s
			} else {
				text += ", " + s
			}
		}
		table.Rows = append(table.Rows, [][]content.Span{key(l.Key), content.Exact(r.Statement), content.Text(string(r.Priority)), content.Text(text)})
	}
	if len(table.Rows) == 0 {
		return nil
	}
	return []content.Block{content.H(1, "Requirements"), {Table: &table}}
}

// outside lists the documents that stand elsewhere.
func (a *Paper) outside() []content.Block {
	table := content.Table{Caption: "Documents elsewhere", Head: []string{"Document", "Section", "Tool", "Approved by", "On"}}
	for _, e := range a.elsewheres {
		by, on := "nobody yet", ""
		if e.Approved() {
			by, on = a.names.Of(e.Approver), string(e.ApprovedOn)
		}
		table.Rows = append(table.Rows, [][]content.Span{{{Text: e.Title, Href: e.URL}}, content.Text(e.Section), content.Text(e.Tool), content.Text(by), content.Text(on)})
	}
	if len(table.Rows) == 0 {
		return nil
	}
	return []content.Block{content.H(1, "Documents elsewhere"), {Table: &table}}
}

// unknown lists what is missing, in place of empty chapters.
func (a *Paper) unknown() []content.Block {
	var items [][]content.Span
	lacks := func(when bool, text string) {
		if when {
			items = append(items, content.Text(text))
		}
	}
	lacks(!a.approved, "No version of this design is approved.")
	lacks(len(a.views) == 0, "No view can be drawn: the model holds no system of ours.")
	lacks(len(a.decisions) == 0, "No decision is recorded.")
	deployed := false
	for _, e := range a.m.Elements {
		deployed = deployed || e.Environment != ""
	}
	lacks(!deployed, "Where it runs: the model holds no node.")
	for i, f := range a.findings {
		if i == 100 {
			items = append(items, content.Text(fmt.Sprintf("And %d more.", len(a.findings)-i)))
			break
		}
		items = append(items, content.Text(f.What))
	}
	if len(items) == 0 {
		return nil
	}
	return []content.Block{content.H(1, "Not yet known"), {List: &content.List{Items: items}}}
}
