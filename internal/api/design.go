package api

import (
	"context"

	"throughline/internal/api/rest"
	"throughline/internal/auth"
	core "throughline/internal/design"
	"throughline/internal/design/draw"
	"throughline/internal/design/dsl"
	"throughline/internal/journal"
	"throughline/internal/problem"
	"throughline/internal/thread"
)

func init() {
	operations = append(operations, designModel, designViews, designSatisfaction, designTexts)
}

// designModel are the elements and relationships of a deal.
func designModel(s *rest.Server) {
	rest.Read(s, rest.On("/deals/{deal}/design/elements", "List the elements of a deal's model", auth.See), func(ctx context.Context, c *rest.Caller) (rest.Page[core.Element], error) {
		all, err := core.Elements(ctx, c.Reader, c.Deal.ID)
		return rest.Page[core.Element]{Items: all}, err
	})
	rest.Read(s, rest.On("/deals/{deal}/design/elements/{id}", "Get one element", auth.See), rest.OneOf[core.Element])
	rest.Act(s, rest.On("/deals/{deal}/design/elements", "Add an element", auth.Build), "design.add-element",
		func(ctx context.Context, tx *journal.Tx, c *rest.Caller, in core.NewElement) (*core.Element, error) {
			in.Deal = c.Deal.ID
			e, err := core.AddElement(ctx, tx, in)
			return &e, err
		})
	rest.Edit(s, rest.On("/deals/{deal}/design/elements/{id}", "Edit an element", auth.Build), "design.edit-element",
		rest.OnThing[core.Element](func(ctx context.Context, tx *journal.Tx, c *rest.Caller, in core.ElementEdit) (core.Element, error) {
			in.ID, in.Revision = c.ID, c.Revision
			return core.EditElement(ctx, tx, in)
		}))
	rest.Act(s, rest.On("/deals/{deal}/design/elements/{id}/remove", "Remove an element with all that hangs on it", auth.Build), "design.remove-element",
		rest.OnThing[core.Element](func(ctx context.Context, tx *journal.Tx, c *rest.Caller, _ struct{}) (removed, error) {
			return removed{c.ID}, core.RemoveElement(ctx, tx, c.ID, c.Revision)
		}))
	rest.Read(s, rest.On("/deals/{deal}/design/relationships", "List the relationships of a deal's model; those between systems are interfaces", auth.See), func(ctx context.Context, c *rest.Caller) (rest.Page[relationshipPart], error) {
		m, err := core.Read(ctx, c.Reader, c.Deal.ID)
		out := rest.Page[relationshipPart]{Items: []relationshipPart{}}
		if err == nil {
			for _, r := range m.Relationships {
				out.Items = append(out.Items, relationshipPart{r, m.Interface(r)})
			}
		}
		return out, err
	})
	rest.Read(s, rest.On("/deals/{deal}/design/relationships/{id}", "Get one relationship", auth.See), rest.OneOf[core.Relationship])
	rest.Act(s, rest.On("/deals/{deal}/design/relationships", "Say that one element uses another", auth.Build), "design.relate",
		func(ctx context.Context, tx *journal.Tx, c *rest.Caller, in core.NewRelationship) (*core.Relationship, error) {
			in.Deal = c.Deal.ID
			r, err := core.Relate(ctx, tx, in)
			return &r, err
		})
	rest.Edit(s, rest.On("/deals/{deal}/design/relationships/{id}", "Edit a relationship: words, protocol, owner", auth.Build), "design.edit-relationship",
		rest.OnThing[core.Relationship](func(ctx context.Context, tx *journal.Tx, c *rest.Caller, in core.RelationshipEdit) (core.Relationship, error) {
			in.ID, in.Revision = c.ID, c.Revision
			return core.EditRelationship(ctx, tx, in)
		}))
	rest.Act(s, rest.On("/deals/{deal}/design/relationships/{id}/remove", "Remove a relationship", auth.Build), "design.unrelate",
		rest.OnThing[core.Relationship](func(ctx context.Context, tx *journal.Tx, c *rest.Caller, _ struct{}) (removed, error) {
			return removed{c.ID}, core.Unrelate(ctx, tx, c.ID, c.Revision)
		}))
}

// removed names what an act took away.
type removed struct {
	Removed string `json:"removed"`
}

// relationshipPart is a relationship with what follows from the model.
type relationshipPart struct {
	core.Relationship
	Interface bool `json:"interface"` // it crosses from one system to another
}

// viewPart is a view as it is drawn.
type viewPart struct {
	core.View
	Title         string      `json:"title"`
	Notice        string      `json:"notice"` // what could not be drawn as it should
	Elements      []placePart `json:"elements"`
	Relationships []linePart  `json:"relationships"`
}

type placePart struct {
	Element      string `json:"element"`
	Name         string `json:"name"`
	State        string `json:"state"`
	Requirements int    `json:"requirements"` // how many it satisfies
	X            int    `json:"x"`
	Y            int    `json:"y"`
}

type linePart struct {
	From        string `json:"from"`
	To          string `json:"to"`
	Description string `json:"description"`
	Technology  string `json:"technology"`
}

// designViews are the drawings and where things stand in them.
func designViews(s *rest.Server) {
	rest.Read(s, rest.On("/deals/{deal}/design/views", "List a deal's views", auth.See), func(ctx context.Context, c *rest.Caller) (rest.Page[core.View], error) {
		all, err := core.Views(ctx, c.Reader, c.Deal.ID)
		return rest.Page[core.View]{Items: all}, err
	})
	rest.Read(s, rest.On("/deals/{deal}/design/views/{id}", "Get a view: its elements with their places, and its relationships", auth.See), oneView)
	rest.Act(s, rest.On("/deals/{deal}/design/views/{id}/move", "Move elements in a view", auth.Build), "design.move",
		rest.OnThing[core.View](func(ctx context.Context, tx *journal.Tx, c *rest.Caller, in core.Moves) (moved, error) {
			in.View = c.ID
			return moved{len(in.Moves)}, core.Move(ctx, tx, in)
		}))
	rest.Act(s, rest.On("/deals/{deal}/design/views/{id}/tidy", "Lay a view out afresh", auth.Build), "design.tidy",
		rest.Back[core.View](func(ctx context.Context, tx *journal.Tx, c *rest.Caller, _ struct{}) error {
			return core.Tidy(ctx, tx, c.ID)
		}))
}

type moved struct {
	Moved int `json:"moved"`
}

func oneView(ctx context.Context, c *rest.Caller) (*viewPart, error) {
	v, err := rest.OfDeal[core.View](ctx, c.Reader, c)
	if err != nil {
		return nil, err
	}
	d, err := core.Diagram(ctx, c.Reader, c.Deal.ID, v.ID)
	if err != nil {
		return nil, err
	}
	rows := draw.Rows(d)
	out := &viewPart{View: v, Title: d.Picture.Title, Notice: rows.Notice}
	for _, e := range rows.Elements {
		at := d.Layout.Boxes[e.Key]
		out.Elements = append(out.Elements, placePart{e.Key, e.Name, e.State, e.Requirements, at.X, at.Y})
	}
	for _, r := range rows.Relationships {
		out.Relationships = append(out.Relationships, linePart{r.From, r.To, r.Description, r.Technology})
	}
	return out, nil
}

// designSatisfaction is what satisfies what, and what is lacking.
func designSatisfaction(s *rest.Server) {
	rest.Read(s, rest.On("/deals/{deal}/design/findings", "List what the design lacks", auth.See), func(ctx context.Context, c *rest.Caller) (rest.Page[core.Finding], error) {
		all, err := core.Findings(ctx, c.Reader, c.Deal.ID)
		return rest.Page[core.Finding]{Items: all}, err
	})
	rest.Read(s, rest.On("/deals/{deal}/design/satisfied", "Get which requirements each element, decision and document satisfies, by id", auth.See), func(ctx context.Context, c *rest.Caller) (map[string][]string, error) {
		return core.Satisfied(ctx, c.Reader, c.Deal.ID)
	})
	rest.Act(s, rest.On("/deals/{deal}/design/satisfy", "Set which requirements one thing of the design satisfies", auth.Build), "design.satisfy",
		func(ctx context.Context, tx *journal.Tx, c *rest.Caller, in core.Satisfaction) (core.Satisfaction, error) {
			if err := designed(ctx, c, tx, in.Kind, in.ID); err != nil {
				return in, err
			}
			return in, core.Satisfy(ctx, tx, in)
		})
	rest.Act(s, rest.On("/deals/{deal}/design/requirements/{id}/satisfy", "Set all that satisfies one requirement, named by its key", auth.Build), "design.satisfy",
		func(ctx context.Context, tx *journal.Tx, c *rest.Caller, in core.Satisfiers) (core.Satisfiers, error) {
			r, err := thread.HoldKey(ctx, tx, c.Deal.ID, c.ID)
			if err != nil {
				return in, err
			}
			in.Deal, in.Requirement = c.Deal.ID, r.ID
			return in, core.SatisfyRequirement(ctx, tx, in)
		})
}

// designed refuses a thing of the design that is of another deal.
func designed(ctx context.Context, c *rest.Caller, src journal.Source, kind, id string) error {
	deal, err := core.DealOf(ctx, src, kind, id)
	if err == nil && deal != c.Deal.ID {
		err = problem.NotFound(kind, id)
	}
	return err
}

// importPath takes whole workspaces, so its body may be as large as those: escaped as JSON a
// text grows by half at most.
const importPath = "/deals/{deal}/design/import"

func init() { rest.Bodies[importPath] = dsl.MaxBytes * 2 }

// workspaceText is a model in the Structurizr DSL.
type workspaceText struct {
	Name  string            `json:"name" doc:"of the file; workspace.dsl when empty"`
	Text  string            `json:"text"`
	Files map[string]string `json:"files,omitempty" doc:"the files it includes, by their paths"`
}

// readReport says what reading a text did.
type readReport struct {
	Added         []core.Line   `json:"added"`
	Changed       []core.Line   `json:"changed"`
	Removed       []core.Line   `json:"removed"`
	Warnings      []readWarning `json:"warnings"` // kept, and not read
	Elements      int           `json:"elements"`
	Relationships int           `json:"relationships"`
}

type readWarning struct {
	File   string `json:"file"`
	Line   int    `json:"line"`
	Column int    `json:"column"`
	Text   string `json:"text"`
}

// designTexts read a model from a text and write it as one.
func designTexts(s *rest.Server) {
	rest.Read(s, rest.On("/deals/{deal}/design/text", "Get a deal's model in the Structurizr DSL", auth.See), func(ctx context.Context, c *rest.Caller) (workspaceText, error) {
		text, err := core.Export(ctx, c.Reader, c.Deal.ID)
		return workspaceText{Name: "workspace.dsl", Text: string(text)}, err
	})
	rest.Act(s, rest.On(importPath, "Read a deal's model from the Structurizr DSL", auth.Build), "design.import",
		func(ctx context.Context, tx *journal.Tx, c *rest.Caller, in workspaceText) (readReport, error) {
			files, err := core.Folder(in.Files)
			if err != nil {
				return readReport{}, err
			}
			rep, err := core.Import(ctx, tx, core.Reading{Deal: c.Deal.ID, Name: in.Name, Source: []byte(in.Text), Files: files})
			out := readReport{Added: rep.Added, Changed: rep.Changed, Removed: rep.Removed, Elements: rep.Elements, Relationships: rep.Relationships}
			for _, w := range rep.Warnings {
				out.Warnings = append(out.Warnings, readWarning(w))
			}
			return out, err
		})
}
