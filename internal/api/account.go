package api

import (
	"context"

	"throughline/internal/account"
	"throughline/internal/auth"
	"throughline/internal/journal"
	"throughline/internal/search"
)

func init() { operations = append(operations, dealActs, stakeholders, accounts) }

// dealActs are a deal as it is written by hand.
func dealActs(s *server) {
	act(s, op{"/deals", "Add a deal by hand", auth.Promise}, "deal.add", func(ctx context.Context, tx *journal.Tx, _ *caller, in account.NewDeal) (*account.Opportunity, error) {
		d, err := account.AddDeal(ctx, tx, in)
		return &d, err
	})
	edit(s, op{"/deals/{deal}", "Edit a deal", auth.Promise}, "deal.edit", func(ctx context.Context, tx *journal.Tx, c *caller, in account.Edit) (*account.Opportunity, error) {
		in.Deal, in.Revision = c.Deal.ID, c.Revision
		d, err := account.EditDeal(ctx, tx, in)
		return &d, err
	})
	act(s, op{"/deals/{deal}/lose", "End a deal without a signature", auth.Sign}, "deal.lose", func(ctx context.Context, tx *journal.Tx, c *caller, in account.Loss) (*account.Opportunity, error) {
		in.Deal, in.Revision = c.Deal.ID, c.Revision
		d, err := account.Lose(ctx, tx, in)
		return &d, err
	})
	act(s, op{"/deals/{deal}/reopen", "Reopen a deal that ended", auth.Sign}, "deal.reopen", func(ctx context.Context, tx *journal.Tx, c *caller, _ struct{}) (*account.Opportunity, error) {
		d, err := account.Reopen(ctx, tx, c.Deal.ID, c.Revision)
		return &d, err
	})
	act(s, op{"/deals/{deal}/archive", "Archive a deal, or bring it back", auth.Forget}, "deal.archive", func(ctx context.Context, tx *journal.Tx, c *caller, in account.Archive) (*account.Opportunity, error) {
		in.Deal, in.Revision = c.Deal.ID, c.Revision
		d, err := account.ArchiveDeal(ctx, tx, in)
		return &d, err
	})
	act(s, op{"/deals/{deal}/delete", "Delete a deal with everything in it; the body repeats its key", auth.Forget}, "deal.delete", func(ctx context.Context, tx *journal.Tx, c *caller, in account.Removal) (said, error) {
		in.Deal = c.Deal.ID
		return said{true}, account.DeleteDeal(ctx, tx, in)
	})
}

// stakeholders are the contacts' roles in a deal.
func stakeholders(s *server) {
	read(s, op{"/deals/{deal}/stakeholders", "List a deal's stakeholders", auth.See}, func(ctx context.Context, c *caller) (Page[account.Stakeholder], error) {
		all, err := journal.List[account.Stakeholder](ctx, c.Reader, c.Deal.ID)
		return Page[account.Stakeholder]{Items: all}, err
	})
	act(s, op{"/deals/{deal}/stakeholders", "Give a contact a role in a deal", auth.Promise}, "stakeholder.add",
		func(ctx context.Context, tx *journal.Tx, c *caller, in account.Stakeholder) (*account.Stakeholder, error) {
			in.Row = journal.Row{Deal: c.Deal.ID}
			return &in, account.AddStakeholder(ctx, tx, &in)
		})
	edit(s, op{"/deals/{deal}/stakeholders/{id}", "Change a stakeholder's role", auth.Promise}, "stakeholder.edit",
		onThing[account.Stakeholder](func(ctx context.Context, tx *journal.Tx, c *caller, in account.StakeholderEdit) (account.Stakeholder, error) {
			in.ID, in.Revision = c.ID, c.Revision
			return account.EditStakeholder(ctx, tx, in)
		}))
	act(s, op{"/deals/{deal}/stakeholders/{id}/remove", "Take a stakeholder off a deal", auth.Promise}, "stakeholder.remove",
		func(ctx context.Context, tx *journal.Tx, c *caller, _ struct{}) (said, error) {
			if _, err := ofDeal[account.Stakeholder](ctx, tx, c); err != nil {
				return said{}, err
			}
			return said{true}, account.RemoveStakeholder(ctx, tx, c.ID)
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
func accounts(s *server) {
	get(s, op{"/accounts", "List accounts by name", auth.See}, func(ctx context.Context, c *caller, q query) (Page[account.Account], error) {
		all, err := account.Accounts(ctx, c.Reader, q.After, q.Limit+1)
		out := Page[account.Account]{Items: all}
		if len(all) > q.Limit {
			out.Items, out.Next = all[:q.Limit], all[q.Limit-1].Cursor()
		}
		return out, err
	})
	read(s, op{"/accounts/{id}", "Get an account", auth.See}, func(ctx context.Context, c *caller) (*account.Account, error) {
		a, err := journal.Load[account.Account](ctx, c.Reader, c.ID)
		return &a, err
	})
	act(s, op{"/accounts", "Add an account", auth.Promise}, "account.add", func(ctx context.Context, tx *journal.Tx, _ *caller, in account.Account) (*account.Account, error) {
		a := account.Account{Name: in.Name, Domain: in.Domain, Industry: in.Industry}
		return &a, account.AddAccount(ctx, tx, &a)
	})
	edit(s, op{"/accounts/{id}", "Edit an account", auth.Promise}, "account.edit", func(ctx context.Context, tx *journal.Tx, c *caller, in account.AccountEdit) (*account.Account, error) {
		in.ID, in.Revision = c.ID, c.Revision
		a, err := account.EditAccount(ctx, tx, in)
		return &a, err
	})
	act(s, op{"/accounts/{id}/merge", "Merge another account into this one", auth.Forget}, "account.merge", func(ctx context.Context, tx *journal.Tx, c *caller, in account.Merge) (said, error) {
		in.Into = c.ID
		return said{true}, account.MergeAccounts(ctx, tx, in)
	})
	read(s, op{"/accounts/{id}/contacts", "List an account's contacts", auth.See}, func(ctx context.Context, c *caller) (Page[account.Contact], error) {
		all, err := account.ContactsOf(ctx, c.Reader, c.ID)
		return Page[account.Contact]{Items: all}, err
	})
	get(s, op{"/contacts", "Find contacts by the beginnings of their names, in words", auth.See}, findContacts)
	read(s, op{"/contacts/{id}", "Get a contact", auth.See}, func(ctx context.Context, c *caller) (*account.Contact, error) {
		k, err := journal.Load[account.Contact](ctx, c.Reader, c.ID)
		return &k, err
	})
	act(s, op{"/contacts", "Add a contact", auth.Promise}, "contact.add", func(ctx context.Context, tx *journal.Tx, _ *caller, in newContact) (*account.Contact, error) {
		if in.Account != "" {
			if _, err := journal.Load[account.Account](ctx, tx, in.Account); err != nil {
				return nil, err
			}
		}
		k, err := account.AddContact(ctx, tx, account.NewContact{Account: in.Account, Name: in.Name, Email: in.Email, Title: in.Title, Party: in.Party})
		return &k, err
	})
	edit(s, op{"/contacts/{id}", "Edit a contact", auth.Promise}, "contact.edit", func(ctx context.Context, tx *journal.Tx, c *caller, in account.ContactEdit) (*account.Contact, error) {
		in.ID, in.Revision = c.ID, c.Revision
		k, err := account.EditContact(ctx, tx, in)
		return &k, err
	})
}

// mostNames is how many names one question looks at.
const mostNames = 500

func findContacts(ctx context.Context, c *caller, q query) (Page[account.Contact], error) {
	out := Page[account.Contact]{Items: []account.Contact{}}
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
	ids, out.Next = cut(ids, q)
	for _, id := range ids {
		k, err := journal.Load[account.Contact](ctx, c.Reader, id)
		if err != nil {
			return out, err
		}
		out.Items = append(out.Items, k)
	}
	return out, nil
}
