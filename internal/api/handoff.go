package api

import (
	"context"

	"throughline/internal/account"
	"throughline/internal/api/rest"
	"throughline/internal/auth"
	"throughline/internal/clock"
	core "throughline/internal/handoff"
	"throughline/internal/journal"
	"throughline/internal/problem"
	"throughline/internal/thread"
)

func init() { operations = append(operations, handoffs, handoffDecisions) }

// handoffPart is a deal's handoff as it stands: every item with what it is about.
type handoffPart struct {
	core.Handoff
	Count   core.Count        `json:"count"`
	Why     string            `json:"why"` // what holds it open, in one line; empty when nothing does
	Holding []core.Holding    `json:"holding"`
	Items   []itemPart        `json:"items"`
	Beside  []itemPart        `json:"beside"` // what came after the freeze
	Changed []core.Difference `json:"changed"`
}

type itemPart struct {
	core.Item
	Key    string `json:"key"`
	Title  string `json:"title"`
	Open   bool   `json:"open"`   // it holds the handoff open
	Waits  bool   `json:"waits"`  // for the receiver
	Look   string `json:"look"`   // why to look at it first; empty for none
	Asked  string `json:"asked"`  // the query's words
	Answer string `json:"answer"` // and what was answered
}

// draftPart is what would be handed over if the signature came now.
type draftPart struct {
	Summary  string           `json:"summary"`
	Items    []draftItem      `json:"items"`
	Promises []thread.Promise `json:"promises"`
	Assumed  []core.Fact      `json:"assumed"`
}

type draftItem struct {
	Requirement string        `json:"requirement"`
	Key         string        `json:"key"`
	Title       string        `json:"title"`
	Bought      thread.Bought `json:"bought"`
	Look        string        `json:"look"`
}

// handoffs are the crossing itself: the draft, the receiver and the signature.
func handoffs(s *rest.Server) {
	rest.Read(s, rest.On("/deals/{deal}/handoff", "Get a deal's handoff, item by item", auth.See), theHandoff(core.ToBuild, "handoff/draft"))
	rest.Read(s, rest.On("/deals/{deal}/handoff/draft", "Get what would be handed over if the signature came now", auth.See), theDraft(core.ToBuild))
	rest.Read(s, rest.On("/deals/{deal}/handoff/run", "Get a deal's handoff to run, item by item", auth.See), theHandoff(core.ToRun, "handoff/run/draft"))
	rest.Read(s, rest.On("/deals/{deal}/handoff/run/draft", "Get what would be handed over to run now", auth.See), theDraft(core.ToRun))
	rest.Edit(s, rest.On("/deals/{deal}/handoff/receiver", "Name who receives the handoff", auth.Receive), "handoff.name-receiver",
		func(ctx context.Context, tx *journal.Tx, c *rest.Caller, in core.Naming) (*account.Opportunity, error) {
			in.Deal, in.Revision = c.Deal.ID, c.Revision
			if err := core.NameReceiver(ctx, tx, in); err != nil {
				return nil, err
			}
			return dealNow(ctx, c, tx)
		})
	rest.Move(s, rest.On("/deals/{deal}/handoff/sign", "Record the signature, at the deal's revision", auth.Sign), "handoff.sign",
		func(ctx context.Context, tx *journal.Tx, c *rest.Caller, in core.Signature) (*account.Opportunity, error) {
			in.Deal, in.Revision = c.Deal.ID, c.Revision
			if _, err := core.Sign(ctx, tx, in); err != nil {
				return nil, err
			}
			return dealNow(ctx, c, tx)
		})
	rest.Move(s, rest.On("/deals/{deal}/handoff/withdraw-signature", "Withdraw the signature, at the deal's revision", auth.Sign), "handoff.withdraw-signature",
		func(ctx context.Context, tx *journal.Tx, c *rest.Caller, in core.SignatureWithdrawal) (*account.Opportunity, error) {
			in.Deal, in.Revision = c.Deal.ID, c.Revision
			if err := core.WithdrawSignature(ctx, tx, in); err != nil {
				return nil, err
			}
			return dealNow(ctx, c, tx)
		})
	rest.Move(s, rest.On("/deals/{deal}/handoff/run", "Hand what is live over to whoever runs it, at the deal's revision", auth.Build), "handoff.run",
		func(ctx context.Context, tx *journal.Tx, c *rest.Caller, in core.RunHandoff) (*account.Opportunity, error) {
			in.Deal, in.Revision = c.Deal.ID, c.Revision
			if _, err := core.HandOver(ctx, tx, in); err != nil {
				return nil, err
			}
			return dealNow(ctx, c, tx)
		})
	rest.Act(s, rest.On("/deals/{deal}/handoff/withdraw-run", "Withdraw the handoff to run", auth.Build), "handoff.withdraw-run",
		decision(core.WithdrawRun, func(in *core.RunWithdrawal, deal string) core.Crossing { in.Deal = deal; return core.ToRun }))
}

// handoffDecisions are what both sides say of the items. They need no revision: each names the
// items it decides, and an item that stands otherwise by then refuses it.
func handoffDecisions(s *rest.Server) {
	rest.Act(s, rest.On("/deals/{deal}/handoff/accept", "Accept items, with or without a condition", auth.Receive), "handoff.accept",
		decision(core.Accept, func(in *core.Acceptance, deal string) core.Crossing { in.Deal = deal; return in.Crossing }))
	rest.Act(s, rest.On("/deals/{deal}/handoff/query", "Query items", auth.Receive), "handoff.query",
		decision(core.Query, func(in *core.Doubt, deal string) core.Crossing { in.Deal = deal; return in.Crossing }))
	rest.Act(s, rest.On("/deals/{deal}/handoff/return", "Return requirements with the reason", auth.Receive), "handoff.return",
		decision(core.Return, func(in *core.Refusal, deal string) core.Crossing { in.Deal = deal; return in.Crossing }))
	rest.Act(s, rest.On("/deals/{deal}/handoff/void", "Say that a promise does not bind, with the proof", auth.Receive), "handoff.void",
		decision(core.Void, func(in *core.Voiding, deal string) core.Crossing { in.Deal = deal; return in.Crossing }))
	rest.Act(s, rest.On("/deals/{deal}/handoff/answer", "Answer a query", auth.Sell), "handoff.answer",
		decision(func(ctx context.Context, tx *journal.Tx, in core.Reply) error {
			_, err := core.Answer(ctx, tx, in)
			return err
		}, func(in *core.Reply, deal string) core.Crossing { in.Deal = deal; return in.Crossing }))
	rest.Act(s, rest.On("/deals/{deal}/handoff/withdraw", "Withdraw returned items", auth.Sell), "handoff.withdraw",
		decision(core.Withdraw, func(in *core.Retreat, deal string) core.Crossing { in.Deal = deal; return in.Crossing }))
	rest.Act(s, rest.On("/deals/{deal}/handoff/reoffer", "Offer returned or withdrawn items again", auth.Sell), "handoff.reoffer",
		decision(core.Reoffer, func(in *core.Retreat, deal string) core.Crossing { in.Deal = deal; return in.Crossing }))
	rest.Act(s, rest.On("/deals/{deal}/handoff/mark", "Mark requirements as bought, implied or not bought", auth.Sign), "handoff.mark",
		decision(core.MarkBought, func(in *core.Mark, deal string) core.Crossing { in.Deal = deal; return core.ToBuild }))
}

// decision makes an act on a handoff's items; it answers with the handoff as it stands then.
func decision[In any](do func(context.Context, *journal.Tx, In) error, of func(in *In, deal string) core.Crossing) func(context.Context, *journal.Tx, *rest.Caller, In) (core.Handoff, error) {
	return func(ctx context.Context, tx *journal.Tx, c *rest.Caller, in In) (core.Handoff, error) {
		crossing := of(&in, c.Deal.ID)
		if err := do(ctx, tx, in); err != nil {
			return core.Handoff{}, err
		}
		h, _, err := crossing.Standing(ctx, tx, c.Deal.ID)
		return h, err
	}
}

// theHandoff reads a crossing; its draft is at the address given.
func theHandoff(crossing core.Crossing, draft string) func(context.Context, *rest.Caller) (*handoffPart, error) {
	return func(ctx context.Context, c *rest.Caller) (*handoffPart, error) {
		v, signed, err := crossing.Load(ctx, c.Reader, c.Deal.ID)
		if err != nil {
			return nil, err
		}
		if !signed {
			return nil, problem.New(problem.Missing, "The %s of %s did not come to pass yet. Its draft is at %s.", crossing, c.Deal.Prefix, draft)
		}
		return handoffNow(ctx, c, v)
	}
}

func handoffNow(ctx context.Context, c *rest.Caller, v *core.Review) (*handoffPart, error) {
	t, err := threadNow(ctx, c)
	if err != nil {
		return nil, err
	}
	past, err := journal.Frozen(ctx, c.Reader, c.Deal.ID, v.FrozenAt)
	if err != nil {
		return nil, err
	}
	out := &handoffPart{Handoff: v.Handoff, Count: v.Count(), Why: v.Why(t.Facts.Today), Holding: append([]core.Holding{}, v.Holding(t.Facts.Today)...)}
	first := v.Crossing.Exceptions(&t.Picture)
	out.Items, out.Beside = itemParts(v.Items, first), itemParts(v.Beside, first)
	out.Changed, err = core.Differences(ctx, past, c.Reader, c.Deal.ID)
	return out, err
}

func itemParts(lines []core.Line, first map[string]string) []itemPart {
	out := []itemPart{}
	for _, l := range lines {
		p := itemPart{Item: l.Item, Key: l.Key, Title: l.Title, Open: l.Open(), Waits: l.Waits(), Look: first[l.Thing]}
		p.State = l.State
		if l.Asked != nil {
			p.Asked, p.Answer = l.Asked.Words, l.Asked.Reply()
		}
		out = append(out, p)
	}
	return out
}

func theDraft(crossing core.Crossing) func(context.Context, *rest.Caller) (*draftPart, error) {
	return func(ctx context.Context, c *rest.Caller) (*draftPart, error) {
		t, err := threadNow(ctx, c)
		if err != nil {
			return nil, err
		}
		if err := crossing.MayDraft(&t, c.Person); err != nil {
			return nil, err
		}
		d, err := crossing.DraftOf(ctx, c.Reader, &t)
		return draftPartOf(d), err
	}
}

func draftPartOf(d core.Draft) *draftPart {
	out := &draftPart{Summary: d.Summary(), Items: []draftItem{}, Promises: append([]thread.Promise{}, d.Promises...), Assumed: append([]core.Fact{}, d.Assumed...)}
	for _, r := range d.Rows {
		out.Items = append(out.Items, draftItem{r.Requirement.ID, r.Key, r.Requirement.Statement, r.Bought, r.Exception})
	}
	return out
}

// dealNow is the deal as an act leaves it.
func dealNow(ctx context.Context, c *rest.Caller, tx *journal.Tx) (*account.Opportunity, error) {
	d, err := account.Deal(ctx, tx, c.Deal.ID)
	return &d, err
}

// threadNow is the deal's thread as it stands.
func threadNow(ctx context.Context, c *rest.Caller) (thread.Thread, error) {
	home, err := account.Home(ctx, c.Reader)
	if err != nil {
		return thread.Thread{}, err
	}
	return c.House.Thread(ctx, c.Reader, c.Deal.ID, clock.Now(ctx).In(home.Location()))
}
