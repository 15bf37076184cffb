package api

import (
	"context"

	"throughline/internal/api/rest"
	"throughline/internal/auth"
	core "throughline/internal/design"
	"throughline/internal/journal"
)

// concernPart is a concern with the requirements it is about.
type concernPart struct {
	core.Concern
	Requirements []string `json:"requirements"` // ids
}

// designConcerns are what a design has to speak to, and what is advised on each.
func designConcerns(s *rest.Server) {
	rest.Read(s, rest.On("/deals/{deal}/design/concerns", "List the concerns of a deal's design with what is advised on each; those nobody spoke to are findings", auth.See), func(ctx context.Context, c *rest.Caller) (rest.Page[concernPart], error) {
		out := rest.Page[concernPart]{Items: []concernPart{}}
		all, err := core.Concerns(ctx, c.Reader, c.Deal.ID)
		if err != nil {
			return out, err
		}
		of, err := core.ConcernedBy(ctx, c.Reader, c.Deal.ID)
		for _, k := range all {
			out.Items = append(out.Items, concernPart{k, append([]string{}, of[k.ID]...)})
		}
		return out, err
	})
	rest.Read(s, rest.On("/deals/{deal}/design/concerns/{id}", "Get one concern", auth.See), rest.OneOf[core.Concern])
	rest.Act(s, rest.On("/deals/{deal}/design/concerns", "Advise on a concern, or say why nothing is needed", auth.Build), "design.advise",
		func(ctx context.Context, tx *journal.Tx, c *rest.Caller, in core.Advice) (*core.Concern, error) {
			in.Deal = c.Deal.ID
			k, err := core.Advise(ctx, tx, in)
			return &k, err
		})
	rest.Edit(s, rest.On("/deals/{deal}/design/concerns/{id}", "Edit what is advised on a concern", auth.Build), "design.advise",
		rest.OnThing[core.Concern](func(ctx context.Context, tx *journal.Tx, c *rest.Caller, in core.Advice) (core.Concern, error) {
			in.ID, in.Revision = c.ID, c.Revision
			return core.Advise(ctx, tx, in)
		}))
	rest.Act(s, rest.On("/deals/{deal}/design/concerns/{id}/drop", "Take a concern off a design; a standard one is asked for again", auth.Build), "design.drop-concern",
		rest.OnThing[core.Concern](func(ctx context.Context, tx *journal.Tx, c *rest.Caller, _ struct{}) (removed, error) {
			return removed{c.ID}, core.DropConcern(ctx, tx, c.ID, c.Revision)
		}))
}
