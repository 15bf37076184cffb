package intake

import (
	"context"

	"throughline/internal/account"
	"throughline/internal/journal"
)

// held things are what is kept, or will be, with what a batch does to them.
type held struct{ made, changed bool }

func (h held) state() State {
	switch {
	case h.made:
		return Created
	case h.changed:
		return Updated
	}
	return Unchanged
}

type heldAccount struct {
	account.Account
	held
	met bool // is in the plan
}

type heldContact struct {
	account.Contact
	held
	met bool
}

type heldDeal struct {
	account.Opportunity
	held
	met      bool
	prefixOf string   // the name its prefix is made from
	holders  []string // contacts that become its stakeholders
	changes  []string // in words
}

// atHand holds the kept things that rows of a batch are about, by what rows call them. That of
// a dry run goes on through all batches and holds what would have been made.
type atHand struct {
	account  map[string]*heldAccount   // by id
	external map[string]*heldAccount   // by source and the CRM's id
	named    map[string][]*heldAccount // by folded name, merged ones too

	contact   map[string]*heldContact   // by source and the CRM's id
	contactOf map[string][]*heldContact // by account's id
	asked     map[string]bool           // accounts whose contacts are at hand

	deal     map[string]*heldDeal   // by source and the CRM's id
	dealOf   map[string][]*heldDeal // by account's id and name
	dealByID map[string]*heldDeal
}

func newAtHand() *atHand {
	return &atHand{account: map[string]*heldAccount{}, external: map[string]*heldAccount{}, named: map[string][]*heldAccount{},
		contact: map[string]*heldContact{}, contactOf: map[string][]*heldContact{}, asked: map[string]bool{},
		deal: map[string]*heldDeal{}, dealOf: map[string][]*heldDeal{}, dealByID: map[string]*heldDeal{}}
}

func key(a, b string) string { return a + "\x00" + b }

// wanted gathers different words, less those already known.
type wanted struct {
	list []string
	seen map[string]bool
}

func (w *wanted) add(s string) {
	if s == "" || w.seen[s] {
		return
	}
	if w.seen == nil {
		w.seen = map[string]bool{}
	}
	w.seen[s] = true
	w.list = append(w.list, s)
}

// fetchAccounts brings the accounts that rows name, and those they were merged into.
func (s *atHand) fetchAccounts(ctx context.Context, r *journal.Reader, rows []row) error {
	var ids, keys wanted
	for _, row := range rows {
		ids.add(row.rec.Account.ParentID)
		ids.add(row.rec.Account.ExternalID)
		keys.add(account.KeyOf(row.rec.Account.Name).Key)
		for _, o := range row.rec.Others {
			ids.add(o.ExternalID)
			keys.add(account.KeyOf(o.Name).Key)
		}
	}
	byID, err := account.AccountsByExternal(ctx, r, ids.list)
	if err != nil {
		return err
	}
	byKey, err := account.AccountsByKey(ctx, r, keys.list)
	if err != nil {
		return err
	}
	for _, a := range append(byID, byKey...) {
		s.addAccount(&heldAccount{Account: a})
	}
	return s.followMerges(ctx, r)
}

// followMerges brings what the accounts at hand were merged into.
func (s *atHand) followMerges(ctx context.Context, r *journal.Reader) error {
	for more := true; more; {
		more = false
		for _, a := range s.account {
			if a.MergedInto == "" || s.account[a.MergedInto] != nil {
				continue
			}
			next, err := journal.Load[account.Account](ctx, r, a.MergedInto)
			if err != nil {
				return err
			}
			s.addAccount(&heldAccount{Account: next})
			more = true
		}
	}
	return nil
}

func (s *atHand) addAccount(a *heldAccount) {
	if s.account[a.ID] != nil {
		return
	}
	s.account[a.ID] = a
	s.named[a.Key] = append(s.named[a.Key], a)
	s.nameExternal(a)
}

func (s *atHand) nameExternal(a *heldAccount) {
	if a.ExternalID != "" {
		s.external[key(a.Source, a.ExternalID)] = a
	}
}

// standing is the account that an account was merged into, or itself.
func (s *atHand) standing(a *heldAccount) *heldAccount {
	for range 16 {
		next := s.account[a.MergedInto]
		if a.MergedInto == "" || next == nil {
			return a
		}
		a = next
	}
	return a
}

// fetchOthers brings the contacts and deals that rows name, once their accounts are known.
func (s *atHand) fetchOthers(ctx context.Context, r *journal.Reader, rows []row) error {
	if err := s.fetchContacts(ctx, r, rows); err != nil {
		return err
	}
	return s.fetchDeals(ctx, r, rows)
}

func (s *atHand) fetchContacts(ctx context.Context, r *journal.Reader, rows []row) error {
	var ids wanted
	for _, row := range rows {
		for _, c := range row.rec.Contacts {
			if s.contact[key(row.system(), c.ExternalID)] == nil {
				ids.add(c.ExternalID)
			}
		}
	}
	all, err := account.ContactsByExternal(ctx, r, ids.list)
	if err != nil {
		return err
	}
	for _, c := range all {
		s.addContact(&heldContact{Contact: c})
	}
	var of wanted
	for _, row := range rows {
		for _, c := range row.rec.Contacts {
			a := row.account
			if a != nil && !a.made && !s.asked[a.ID] && c.Name != "" && s.contact[key(row.system(), c.ExternalID)] == nil {
				of.add(a.ID)
			}
		}
	}
	if all, err = account.ContactsByAccount(ctx, r, of.list); err != nil {
		return err
	}
	for _, c := range all {
		s.addContact(&heldContact{Contact: c})
	}
	for _, id := range of.list {
		s.asked[id] = true
	}
	return nil
}

func (s *atHand) addContact(c *heldContact) {
	for _, have := range s.contactOf[c.Account] {
		if have.ID == c.ID {
			return
		}
	}
	s.contactOf[c.Account] = append(s.contactOf[c.Account], c)
	if c.ExternalID != "" {
		s.contact[key(c.Source, c.ExternalID)] = c
	}
}

func (s *atHand) fetchDeals(ctx context.Context, r *journal.Reader, rows []row) error {
	var ids wanted
	var accounts, names []string
	for _, row := range rows {
		o := row.rec.Opportunity
		if o == nil || row.account == nil {
			continue
		}
		ids.add(o.ExternalID)
		ids.add(o.ParentID)
		if !row.account.made {
			accounts, names = append(accounts, row.account.ID), append(names, o.Name)
		}
	}
	byID, err := account.DealsByExternal(ctx, r, ids.list)
	if err != nil {
		return err
	}
	byName, err := account.DealsByName(ctx, r, accounts, names)
	if err != nil {
		return err
	}
	for _, d := range append(byID, byName...) {
		s.addDeal(&heldDeal{Opportunity: d})
	}
	return nil
}

func (s *atHand) addDeal(d *heldDeal) {
	if s.dealByID[d.ID] != nil {
		return
	}
	s.dealByID[d.ID] = d
	s.dealOf[key(d.Account, d.Name)] = append(s.dealOf[key(d.Account, d.Name)], d)
	if d.ExternalID != "" {
		s.deal[key(d.Source, d.ExternalID)] = d
	}
}

func (r row) system() string { return r.file.Source.System }
