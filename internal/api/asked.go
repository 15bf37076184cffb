package api

import (
	"context"

	"throughline/internal/api/rest"
	"throughline/internal/auth"
	"throughline/internal/compete"
	"throughline/internal/feedback"
	"throughline/internal/journal"
)

func init() { operations = append(operations, competitors, rivals, gaps, asks) }

// againstPart is the record against one competitor, with the claims on it.
type againstPart struct {
	compete.Record
	Claims []compete.Claim `json:"claims"`
}

// competitors are who else is asked, over all deals.
func competitors(s *rest.Server) {
	rest.Read(s, rest.On("/competitors", "List the competitors with the record against each", auth.See), func(ctx context.Context, c *rest.Caller) (rest.Page[compete.Record], error) {
		all, err := compete.Records(ctx, c.Reader)
		return rest.Page[compete.Record]{Items: all}, err
	})
	rest.Read(s, rest.On("/competitors/{id}", "Get one competitor: the deals it was met on, how each ended, and the claims that stand", auth.See), func(ctx context.Context, c *rest.Caller) (*againstPart, error) {
		record, claims, err := compete.Against(ctx, c.Reader, c.ID)
		return &againstPart{record, claims}, err
	})
	rest.Edit(s, rest.On("/competitors/{id}", "Edit what a competitor is called and what is known of it", auth.Promise), "compete.competitor",
		func(ctx context.Context, tx *journal.Tx, c *rest.Caller, in compete.CompetitorEdit) (*compete.Competitor, error) {
			in.ID, in.Revision = c.ID, c.Revision
			out, err := compete.EditCompetitor(ctx, tx, in)
			return &out, err
		})
}

// rivals are the competitors on a deal, and what is claimed of them.
func rivals(s *rest.Server) {
	rest.Read(s, rest.On("/deals/{deal}/rivals", "List the competitors on a deal", auth.See), rest.ListOf[compete.Rival])
	rest.Read(s, rest.On("/deals/{deal}/rivals/{id}", "Get one competitor on a deal", auth.See), rest.OneOf[compete.Rival])
	rest.Act(s, rest.On("/deals/{deal}/rivals", "Put a competitor on a deal, by its name", auth.Promise), "compete.meet",
		func(ctx context.Context, tx *journal.Tx, c *rest.Caller, in compete.Meeting) (*compete.Rival, error) {
			in.Deal = c.Deal.ID
			v, err := compete.Meet(ctx, tx, in)
			return &v, err
		})
	rest.Act(s, rest.On("/deals/{deal}/rivals/{id}/end", "Say how it ended with a competitor and what decided it, or take that back", auth.Promise), "compete.end",
		rest.OnThing[compete.Rival](func(ctx context.Context, tx *journal.Tx, c *rest.Caller, in compete.Ending) (compete.Rival, error) {
			in.ID, in.Revision = c.ID, c.Revision
			return compete.End(ctx, tx, in)
		}))
	rest.Read(s, rest.On("/deals/{deal}/claims", "List the claims on a deal's competitors", auth.See), rest.ListOf[compete.Claim])
	rest.Act(s, rest.On("/deals/{deal}/claims", "Make a claim on a competitor: where it is strong or weak, by what source", auth.Promise), "compete.claim",
		func(ctx context.Context, tx *journal.Tx, c *rest.Caller, in compete.NewClaim) (*compete.Claim, error) {
			in.Deal = c.Deal.ID
			k, err := compete.Say(ctx, tx, in)
			return &k, err
		})
	rest.Act(s, rest.On("/deals/{deal}/claims/{id}/withdraw", "Withdraw a claim, with the reason", auth.Promise), "compete.withdraw-claim",
		rest.OnThing[compete.Claim](func(ctx context.Context, tx *journal.Tx, c *rest.Caller, in compete.Retraction) (compete.Claim, error) {
			in.ID, in.Revision = c.ID, c.Revision
			return compete.WithdrawClaim(ctx, tx, in)
		}))
}

// behindPart is one gap with the asks behind it.
type behindPart struct {
	feedback.Gathered
	Asks []feedback.Ask `json:"asks"`
}

// gaps are what the product lacks, over all deals.
func gaps(s *rest.Server) {
	rest.Read(s, rest.On("/gaps", "List the gaps with the deals and the money that wait for each", auth.See), func(ctx context.Context, c *rest.Caller) (rest.Page[feedback.Gathered], error) {
		all, err := feedback.Gather(ctx, c.Reader)
		return rest.Page[feedback.Gathered]{Items: all}, err
	})
	rest.Read(s, rest.On("/gaps/{id}", "Get one gap with who asks for it", auth.See), func(ctx context.Context, c *rest.Caller) (*behindPart, error) {
		g, all, err := feedback.Behind(ctx, c.Reader, c.ID)
		return &behindPart{g, all}, err
	})
	rest.Edit(s, rest.On("/gaps/{id}", "Edit what a gap is called and what it is about", auth.Promise), "feedback.gap",
		func(ctx context.Context, tx *journal.Tx, c *rest.Caller, in feedback.GapEdit) (*feedback.Gap, error) {
			in.ID, in.Revision = c.ID, c.Revision
			g, err := feedback.EditGap(ctx, tx, in)
			return &g, err
		})
	rest.Act(s, rest.On("/gaps/{id}/tell", "Record that product heard of a gap: who, when, and what they call it", auth.Promise), "feedback.tell",
		func(ctx context.Context, tx *journal.Tx, c *rest.Caller, in feedback.Telling) (*feedback.Gap, error) {
			in.ID, in.Revision = c.ID, c.Revision
			g, err := feedback.Tell(ctx, tx, in)
			return &g, err
		})
	rest.Act(s, rest.On("/gaps/{id}/answer", "Record product's answer on a gap", auth.Promise), "feedback.answer",
		func(ctx context.Context, tx *journal.Tx, c *rest.Caller, in feedback.Word) (*feedback.Gap, error) {
			in.ID, in.Revision = c.ID, c.Revision
			g, err := feedback.Answer(ctx, tx, in)
			return &g, err
		})
}

// asks are what one deal waits for.
func asks(s *rest.Server) {
	rest.Read(s, rest.On("/deals/{deal}/gaps", "List the gaps that a deal waits for, each with product's answer", auth.See), func(ctx context.Context, c *rest.Caller) (rest.Page[feedback.Known], error) {
		all, err := feedback.Of(ctx, c.Reader, c.Deal.ID)
		return rest.Page[feedback.Known]{Items: append([]feedback.Known{}, all...)}, err
	})
	rest.Read(s, rest.On("/deals/{deal}/gaps/candidates", "List the requirements that are no standard and ask for no gap yet", auth.See), func(ctx context.Context, c *rest.Caller) (rest.Page[feedback.Candidate], error) {
		t, err := threadNow(ctx, c)
		if err != nil {
			return rest.Page[feedback.Candidate]{}, err
		}
		all, err := feedback.Asks(ctx, c.Reader, c.Deal.ID)
		return rest.Page[feedback.Candidate]{Items: feedback.Candidates(&t.Picture, all)}, err
	})
	rest.Read(s, rest.On("/deals/{deal}/asks/{id}", "Get one ask of a deal", auth.See), rest.OneOf[feedback.Ask])
	rest.Act(s, rest.On("/deals/{deal}/asks", "Say that a deal waits for a gap, by its title", auth.Promise), "feedback.ask",
		func(ctx context.Context, tx *journal.Tx, c *rest.Caller, in feedback.NewAsk) (*feedback.Ask, error) {
			in.Deal = c.Deal.ID
			a, err := feedback.AskFor(ctx, tx, in)
			return &a, err
		})
	rest.Act(s, rest.On("/deals/{deal}/asks/{id}/leave", "Take back that a deal waits for a gap", auth.Promise), "feedback.leave",
		rest.OnThing[feedback.Ask](func(ctx context.Context, tx *journal.Tx, c *rest.Caller, _ struct{}) (removed, error) {
			return removed{c.ID}, feedback.Leave(ctx, tx, c.ID, c.Revision)
		}))
	rest.Act(s, rest.On("/deals/{deal}/asks/{id}/pass-on", "Record that the customer heard product's answer", auth.Promise), "feedback.pass-on",
		rest.OnThing[feedback.Ask](func(ctx context.Context, tx *journal.Tx, c *rest.Caller, _ struct{}) (feedback.Ask, error) {
			return feedback.PassOn(ctx, tx, c.ID, c.Revision)
		}))
}
