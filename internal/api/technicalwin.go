package api

import (
	"context"

	"throughline/internal/api/rest"
	"throughline/internal/auth"
	"throughline/internal/evaluation"
	"throughline/internal/journal"
	"throughline/internal/thread"
)

// wording is one line of the list that a stakeholder can sign.
type wording struct {
	Requirement string          `json:"requirement"`
	Key         string          `json:"key"`
	Priority    thread.Priority `json:"priority"`
	Wording     string          `json:"wording"`
	Meaning     int             `json:"meaning"`
}

// technicalWin is the win with what it needs: grounds, sign-offs, and what was only said.
func technicalWin(s *rest.Server) {
	rest.Read(s, rest.On("/deals/{deal}/technical-win", "Get the technical win with all that is missing", auth.See), func(ctx context.Context, c *rest.Caller) (evaluation.WinStatus, error) {
		today, err := c.Today(ctx)
		if err != nil {
			return evaluation.WinStatus{}, err
		}
		th, err := c.House.Thread(ctx, c.Reader, c.Deal.ID, today)
		if err != nil {
			return evaluation.WinStatus{}, err
		}
		return evaluation.Win(ctx, c.Reader, &th.Picture)
	})
	rest.Read(s, rest.On("/deals/{deal}/outcomes", "List the spoken wins and losses of a deal", auth.See), rest.ListOf[evaluation.Record])
	rest.Act(s, rest.On("/deals/{deal}/technical-win/claim", "Record a win that was only said", auth.Sell), "evaluation.claim",
		func(ctx context.Context, tx *journal.Tx, c *rest.Caller, in evaluation.Claim) (*evaluation.Record, error) {
			in.Deal = c.Deal.ID
			r, err := evaluation.ClaimWin(ctx, tx, in)
			return &r, err
		})
	rest.Act(s, rest.On("/deals/{deal}/technical-win/lose", "Record that the technical win is lost", auth.Sell), "evaluation.lose",
		func(ctx context.Context, tx *journal.Tx, c *rest.Caller, in evaluation.Loss) (*evaluation.Record, error) {
			in.Deal = c.Deal.ID
			r, err := evaluation.Lose(ctx, tx, in)
			return &r, err
		})
	rest.Act(s, rest.On("/deals/{deal}/outcomes/{id}/reopen", "Take a loss or a claim back", auth.Sell), "evaluation.reopen",
		rest.Back[evaluation.Record](func(ctx context.Context, tx *journal.Tx, c *rest.Caller, in evaluation.Reopening) error {
			in.ID, in.Revision = c.ID, c.Revision
			return evaluation.Reopen(ctx, tx, in)
		}))
	grounds(s)
	signOffs(s)
}

func grounds(s *rest.Server) {
	rest.Read(s, rest.On("/deals/{deal}/grounds", "List the references and uses recorded in a deal", auth.See), rest.ListOf[evaluation.Ground])
	rest.Act(s, rest.On("/deals/{deal}/grounds", "Record a reference, or that it is in use", auth.Sell), "evaluation.ground",
		func(ctx context.Context, tx *journal.Tx, c *rest.Caller, in evaluation.NewGround) (*evaluation.Ground, error) {
			if err := rest.InDeal[thread.Requirement](ctx, tx, c, in.Requirement); err != nil {
				return nil, err
			}
			g, err := evaluation.AddGround(ctx, tx, in)
			return &g, err
		})
	rest.Act(s, rest.On("/deals/{deal}/grounds/{id}/withdraw", "Take a reference or a use back", auth.Sell), "evaluation.withdraw-ground",
		rest.Back[evaluation.Ground](func(ctx context.Context, tx *journal.Tx, c *rest.Caller, _ struct{}) error {
			return evaluation.WithdrawGround(ctx, tx, evaluation.Removal{ID: c.ID, Revision: c.Revision})
		}))
}

func signOffs(s *rest.Server) {
	rest.Read(s, rest.On("/deals/{deal}/wordings", "List the exact wordings that can be signed", auth.See), func(ctx context.Context, c *rest.Caller) (rest.Page[wording], error) {
		all, err := thread.Requirements(ctx, c.Reader, c.Deal.ID)
		out := rest.Page[wording]{Items: []wording{}}
		for _, r := range all {
			if r.Stands() {
				out.Items = append(out.Items, wording{r.ID, r.Key(c.Deal.Prefix), r.Priority, evaluation.Wording(r), r.Meaning})
			}
		}
		return out, err
	})
	rest.Read(s, rest.On("/deals/{deal}/sign-offs", "List a deal's sign-offs", auth.See), rest.ListOf[evaluation.SignOff])
	rest.Read(s, rest.On("/deals/{deal}/sign-offs/{id}", "Get one sign-off", auth.See), rest.OneOf[evaluation.SignOff])
	rest.Act(s, rest.On("/deals/{deal}/sign-offs", "Record a stakeholder's written word on exact wordings", auth.Sell), "evaluation.sign-off",
		func(ctx context.Context, tx *journal.Tx, c *rest.Caller, in evaluation.NewSignOff) (*evaluation.SignOff, error) {
			in.Deal = c.Deal.ID
			if err := c.FindFile(ctx, in.ProofFile, "proof_file"); err != nil {
				return nil, err
			}
			out, err := evaluation.Sign(ctx, tx, in)
			return &out, err
		})
	rest.Act(s, rest.On("/deals/{deal}/sign-offs/{id}/withdraw", "Withdraw a sign-off; its caveats become void", auth.Sell), "evaluation.withdraw-sign-off",
		rest.Back[evaluation.SignOff](func(ctx context.Context, tx *journal.Tx, c *rest.Caller, in evaluation.Unsigning) error {
			in.ID, in.Revision = c.ID, c.Revision
			return evaluation.WithdrawSignOff(ctx, tx, in)
		}))
}
