package api

import (
	"context"

	"throughline/internal/api/rest"
	"throughline/internal/auth"
	"throughline/internal/blob"
	core "throughline/internal/design"
	"throughline/internal/journal"
)

func init() {
	operations = append(operations, designDecisions, designElsewhere, designVersions, designComments, designConcerns)
}

// designDecisions are the architecture decisions of a deal.
func designDecisions(s *rest.Server) {
	rest.Read(s, rest.On("/deals/{deal}/design/decisions", "List a deal's architecture decisions", auth.See), func(ctx context.Context, c *rest.Caller) (rest.Page[core.Decision], error) {
		all, err := core.Decisions(ctx, c.Reader, c.Deal.ID)
		return rest.Page[core.Decision]{Items: all}, err
	})
	rest.Read(s, rest.On("/deals/{deal}/design/decisions/{id}", "Get one decision", auth.See), rest.OneOf[core.Decision])
	rest.Act(s, rest.On("/deals/{deal}/design/decisions", "Propose a decision", auth.Build), "design.add-decision",
		func(ctx context.Context, tx *journal.Tx, c *rest.Caller, in core.NewDecision) (*core.Decision, error) {
			in.Deal = c.Deal.ID
			d, err := core.AddDecision(ctx, tx, in)
			return &d, err
		})
	rest.Edit(s, rest.On("/deals/{deal}/design/decisions/{id}", "Edit a decision's words", auth.Build), "design.edit-decision",
		rest.OnThing[core.Decision](func(ctx context.Context, tx *journal.Tx, c *rest.Caller, in core.DecisionEdit) (core.Decision, error) {
			in.ID, in.Revision = c.ID, c.Revision
			return core.EditDecision(ctx, tx, in)
		}))
	rest.Act(s, rest.On("/deals/{deal}/design/decisions/{id}/decide", "Accept, reject, supersede or reopen a decision", auth.Build), "design.decide",
		rest.OnThing[core.Decision](func(ctx context.Context, tx *journal.Tx, c *rest.Caller, in core.Ruling) (core.Decision, error) {
			in.ID, in.Revision = c.ID, c.Revision
			return core.Decide(ctx, tx, in)
		}))
}

// because is the reason that a withdrawal gives.
type because struct {
	Why string `json:"why"`
}

// designElsewhere are documents that stand outside.
func designElsewhere(s *rest.Server) {
	rest.Read(s, rest.On("/deals/{deal}/design/elsewhere", "List documents elsewhere that satisfy requirements", auth.See), rest.ListOf[core.Elsewhere])
	rest.Read(s, rest.On("/deals/{deal}/design/elsewhere/{id}", "Get one document elsewhere", auth.See), rest.OneOf[core.Elsewhere])
	rest.Act(s, rest.On("/deals/{deal}/design/elsewhere", "Point to a document elsewhere, by its address or a file that is kept", auth.Build), "design.point-elsewhere",
		func(ctx context.Context, tx *journal.Tx, c *rest.Caller, in core.Pointer) (*core.Elsewhere, error) {
			in.Deal = c.Deal.ID
			if in.File != "" {
				if err := c.FindFile(ctx, &blob.File{Hash: in.File}, "file"); err != nil {
					return nil, err
				}
			}
			e, err := core.PointElsewhere(ctx, tx, in)
			return &e, err
		})
	rest.Act(s, rest.On("/deals/{deal}/design/elsewhere/{id}/approve", "Record the approval of a document elsewhere", auth.Build), "design.approve-elsewhere",
		rest.OnThing[core.Elsewhere](func(ctx context.Context, tx *journal.Tx, c *rest.Caller, in core.ElsewhereApproval) (core.Elsewhere, error) {
			in.ID, in.Revision = c.ID, c.Revision
			return core.ApproveElsewhere(ctx, tx, in)
		}))
	rest.Act(s, rest.On("/deals/{deal}/design/elsewhere/{id}/withdraw", "Withdraw the approval of a document elsewhere", auth.Build), "design.withdraw-elsewhere",
		rest.Back[core.Elsewhere](func(ctx context.Context, tx *journal.Tx, c *rest.Caller, in because) error {
			return core.WithdrawElsewhere(ctx, tx, c.ID, c.Revision, in.Why)
		}))
}

// designVersions are the reviews of the design and their approvals.
func designVersions(s *rest.Server) {
	rest.Read(s, rest.On("/deals/{deal}/design/versions", "List the versions of a deal's design", auth.See), func(ctx context.Context, c *rest.Caller) (rest.Page[core.Version], error) {
		all, err := core.Versions(ctx, c.Reader, c.Deal.ID)
		return rest.Page[core.Version]{Items: all}, err
	})
	rest.Read(s, rest.On("/deals/{deal}/design/versions/{id}", "Get one version", auth.See), rest.OneOf[core.Version])
	rest.Act(s, rest.On("/deals/{deal}/design/reviews", "Ask named people to approve the design as it stands", auth.Build), "design.request-review",
		func(ctx context.Context, tx *journal.Tx, c *rest.Caller, in core.ReviewRequest) (*core.Version, error) {
			in.Deal = c.Deal.ID
			v, err := core.RequestReview(ctx, tx, in)
			return &v, err
		})
	rest.Act(s, rest.On("/deals/{deal}/design/versions/{id}/approve", "Approve a version, or record a stakeholder's approval", auth.Build), "design.approve",
		rest.OnThing[core.Version](func(ctx context.Context, tx *journal.Tx, c *rest.Caller, in core.VersionApproval) (core.Version, error) {
			in.ID, in.Revision = c.ID, c.Revision
			return core.Approve(ctx, tx, in)
		}))
	rest.Act(s, rest.On("/deals/{deal}/design/versions/{id}/withdraw", "Withdraw the approval of a version", auth.Build), "design.withdraw-approval",
		rest.Back[core.Version](func(ctx context.Context, tx *journal.Tx, c *rest.Caller, in because) error {
			return core.WithdrawApproval(ctx, tx, c.ID, c.Revision, in.Why)
		}))
}

// designComments are notes on things of the design.
func designComments(s *rest.Server) {
	rest.Read(s, rest.On("/deals/{deal}/design/comments", "List the comments on a deal's design", auth.See), rest.ListOf[core.ReviewNote])
	rest.Act(s, rest.On("/deals/{deal}/design/comments", "Comment on an element, relationship, decision, version or document elsewhere", auth.Build), "design.comment",
		func(ctx context.Context, tx *journal.Tx, c *rest.Caller, in core.Remark) (*core.ReviewNote, error) {
			if err := designed(ctx, c, tx, in.AboutKind, in.About); err != nil {
				return nil, err
			}
			n, err := core.Comment(ctx, tx, in)
			return &n, err
		})
	type settling struct {
		Resolved bool `json:"resolved" doc:"false opens it again"`
	}
	rest.Act(s, rest.On("/deals/{deal}/design/comments/{id}/resolve", "Settle a comment, or open it again", auth.Build), "design.resolve-comment",
		rest.Back[core.ReviewNote](func(ctx context.Context, tx *journal.Tx, c *rest.Caller, in settling) error {
			return core.ResolveComment(ctx, tx, c.ID, c.Revision, in.Resolved)
		}))
}

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
