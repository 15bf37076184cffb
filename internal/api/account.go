package api

import (
	"context"

	"throughline/internal/account"
	"throughline/internal/api/rest"
	"throughline/internal/auth"
	"throughline/internal/journal"
	"throughline/internal/search"
)

func init() { operations = append(operations, dealActs, stakeholders, accounts) }

// dealActs are a deal as it is written by hand.
func dealActs(s *rest.Server) {
	rest.Act(s, rest.On("/deals", "Add a deal by hand", auth.Promise), "deal.add", func(ctx context.Context, tx *journal.Tx, _ *rest.Caller, in account.NewDeal) (*account.Opportunity, error) {
		d, err := account.AddDeal(ctx, tx, in)
		return &d, err
	})
	rest.Edit(s, rest.On("/deals/{deal}", "Edit a deal", auth.Promise), "deal.edit", func(ctx context.Context, tx *journal.Tx, c *rest.Caller, in account.Edit) (*account.Opportunity, error) {
		in.Deal, in.Revision = c.Deal.ID, c.Revision
		d, err := account.EditDeal(ctx, tx, in)
		return &d, err
	})
	rest.Act(s, rest.On("/deals/{deal}/lose", "End a deal without a signature", auth.Sign), "deal.lose", func(ctx context.Context, tx *journal.Tx, c *rest.Caller, in account.Loss) (*account.Opportunity, error) {
		in.Deal, in.Revision = c.Deal.ID, c.Revision
		d, err := account.Lose(ctx, tx, in)
		return &d, err
	})
	rest.Act(s, rest.On("/deals/{deal}/reopen", "Reopen a deal that ended", auth.Sign), "deal.reopen", func(ctx context.Context, tx *journal.Tx, c *rest.Caller, _ struct{}) (*account.Opportunity, error) {
		d, err := account.Reopen(ctx, tx, c.Deal.ID, c.Revision)
		return &d, err
	})
	rest.Act(s, rest.On("/deals/{deal}/archive", "Archive a deal, or bring it back", auth.Forget), "deal.archive", func(ctx context.Context, tx *journal.Tx, c *rest.Caller, in account.Archive) (*account.Opportunity, error) {
		in.Deal, in.Revision = c.Deal.ID, c.Revision
		d, err := account.ArchiveDeal(ctx, tx, in)
		return &d, err
	})
	rest.Act(s, rest.On("/deals/{deal}/delete", "Delete a deal with everything in it; the body repeats its key", auth.Forget), "deal.delete", func(ctx context.Context, tx *journal.Tx, c *rest.Caller, in account.Removal) (rest.Said, error) {
		in.Deal = c.Deal.ID
		return rest.Said{Done: true}, account.DeleteDeal(ctx, tx, in)
	})
}

// stakeholders are the contacts' roles in a deal.
func stakeholders(s *rest.Server) {
	rest.Read(s, rest.On("/deals/{deal}/stakeholders", "List a deal's stakeholders", auth.See), func(ctx context.Context, c *rest.Caller) (rest.Page[account.Stakeholder], error) {
		all, err := journal.List[account.Stakeholder](ctx, c.Reader, c.Deal.ID)
		return rest.Page[account.Stakeholder]{Items: all}, err
	})
	rest.Act(s, rest.On("/deals/{deal}/stakeholders", "Give a contact a role in a deal", auth.Promise), "stakeholder.add",
		func(ctx context.Context, tx *journal.Tx, c *rest.Caller, in account.Stakeholder) (*account.Stakeholder, error) {
			in.Row = journal.Row{Deal: c.Deal.ID}
			return &in, account.AddStakeholder(ctx, tx, &in)
		})
	rest.Edit(s, rest.On("/deals/{deal}/stakeholders/{id}", "Change a stakeholder's role", auth.Promise), "stakeholder.edit",
		rest.OnThing[account.Stakeholder](func(ctx context.Context, tx *journal.Tx, c *rest.Caller, in account.StakeholderEdit) (account.Stakeholder, error) {
			in.ID, in.Revision = c.ID, c.Revision
			return account.EditStakeholder(ctx, tx, in)
		}))
	rest.Act(s, rest.On("/deals/{deal}/stakeholders/{id}/remove", "Take a stakeholder off a deal", auth.Promise), "stakeholder.remove",
		func(ctx context.Context, tx *journal.Tx, c *rest.Caller, _ struct{}) (rest.Said, error) {
			if _, err := rest.OfDeal[account.Stakeholder](ctx, tx, c); err != nil {
				return rest.Said{}, err
			}
			return rest.Said{Done: true}, account.RemoveStakeholder(ctx, tx, c.ID)
		})
}

// newContact is a contact as the API takes it.
type newContact struct {
	Account string `json:"account" doc:"an account's id"`
	Name    string `json:"name"`
	Email   string `json:"email"`
	Title   string `json:"title"`
	Party   string `json:"party"`
}

// accounts are companies and the people outside.
func accounts(s *rest.Server) {
	rest.Get(s, rest.On("/accounts", "List accounts by name", auth.See), func(ctx context.Context, c *rest.Caller, q rest.Query) (rest.Page[account.Account], error) {
		all, err := account.Accounts(ctx, c.Reader, q.After, q.Limit+1)
		out := rest.Page[account.Account]{Items: all}
		if len(all) > q.Limit {
			out.Items, out.Next = all[:q.Limit], all[q.Limit-1].Cursor()
		}
		return out, err
	})
	rest.Read(s, rest.On("/accounts/{id}", "Get an account", auth.See), func(ctx context.Context, c *rest.Caller) (*account.Account, error) {
		a, err := journal.Load[account.Account](ctx, c.Reader, c.ID)
		return &a, err
	})
	rest.Act(s, rest.On("/accounts", "Add an account", auth.Promise), "account.add", func(ctx context.Context, tx *journal.Tx, _ *rest.Caller, in account.Account) (*account.Account, error) {
		a := account.Account{Name: in.Name, Domain: in.Domain, Industry: in.Industry}
		return &a, account.AddAccount(ctx, tx, &a)
	})
	rest.Edit(s, rest.On("/accounts/{id}", "Edit an account", auth.Promise), "account.edit", func(ctx context.Context, tx *journal.Tx, c *rest.Caller, in account.AccountEdit) (*account.Account, error) {
		in.ID, in.Revision = c.ID, c.Revision
		a, err := account.EditAccount(ctx, tx, in)
		return &a, err
	})
	rest.Act(s, rest.On("/accounts/{id}/merge", "Merge another account into this one", auth.Forget), "account.merge", func(ctx context.Context, tx *journal.Tx, c *rest.Caller, in account.Merge) (rest.Said, error) {
		in.Into = c.ID
		return rest.Said{Done: true}, account.MergeAccounts(ctx, tx, in)
	})
	rest.Read(s, rest.On("/accounts/{id}/contacts", "List an account's contacts", auth.See), func(ctx context.Context, c *rest.Caller) (rest.Page[account.Contact], error) {
		all, err := account.ContactsOf(ctx, c.Reader, c.ID)
		return rest.Page[account.Contact]{Items: all}, err
	})
	rest.Get(s, rest.On("/contacts", "Find contacts by the beginnings of their names, in words", auth.See), findContacts)
	rest.Read(s, rest.On("/contacts/{id}", "Get a contact", auth.See), func(ctx context.Context, c *rest.Caller) (*account.Contact, error) {
		k, err := journal.Load[account.Contact](ctx, c.Reader, c.ID)
		return &k, err
	})
	rest.Act(s, rest.On("/contacts", "Add a contact", auth.Promise), "contact.add", func(ctx context.Context, tx *journal.Tx, _ *rest.Caller, in newContact) (*account.Contact, error) {
		if in.Account != "" {
			if _, err := journal.Load[account.Account](ctx, tx, in.Account); err != nil {
				return nil, err
			}
		}
		k, err := account.AddContact(ctx, tx, account.NewContact{Account: in.Account, Name: in.Name, Email: in.Email, Title: in.Title, Party: in.Party})
		return &k, err
	})
	rest.Edit(s, rest.On("/contacts/{id}", "Edit a contact", auth.Promise), "contact.edit", func(ctx context.Context, tx *journal.Tx, c *rest.Caller, in account.ContactEdit) (*account.Contact, error) {
		in.ID, in.Revision = c.ID, c.Revision
		k, err := account.EditContact(ctx, tx, in)
		return &k, err
	})
}

// mostNames is how many names one question looks at.
const mostNames = 500

func findContacts(ctx context.Context, c *rest.Caller, q rest.Query) (rest.Page[account.Contact], error) {
	out := rest.Page[account.Contact]{Items: []account.Contact{}}
	hits, err := search.Names(ctx, c.Reader, q.Words, mostNames)
	if err != nil {
		return out, err
	}
	var ids []string
	for _, h := range hits {
		if h.Kind == "contact" {
			ids = append(ids, h.Thing)
		}
	}
	ids, out.Next = rest.Cut(ids, q)
	for _, id := range ids {
		k, err := journal.Load[account.Contact](ctx, c.Reader, id)
		if err != nil {
			return out, err
		}
		out.Items = append(out.Items, k)
	}
	return out, nil
}
