package intake

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"throughline/internal/account"
	"throughline/internal/exchange/crm"
	"throughline/internal/id"
)

// longest is how many characters a name may have: an account's, a contact's, a deal's.
const (
	longestAccount = 200
	longestContact = 200
	longestDeal    = 300
)

// takeAccounts finds or makes the accounts of a row. A row whose own account cannot be taken
// stays without one.
func (p *plan) takeAccounts(r *row) {
	if r.account = p.takeAccount(*r, r.rec.Account); r.account == nil {
		return
	}
	for _, o := range r.rec.Others {
		if o.Name != "" {
			p.takeAccount(*r, o)
		}
	}
}

func (p *plan) takeAccount(r row, in crm.Account) *heldAccount {
	if n := utf8.RuneCountInString(in.Name); n > longestAccount {
		p.refuse(r, "account", in.Name, fmt.Sprintf("The account's name has %d characters; at most %d fit. Shorten it in the CRM.", n, longestAccount))
		return nil
	}
	a := p.findAccount(r, in)
	if a == nil {
		a = p.makeAccount(r, in)
	} else if a.MergedInto != "" {
		a = p.atHand.standing(a) // what the CRM says of the merged one is not of this one
	} else if p.fillAccount(r, a, in) {
		a.changed = !a.made
	}
	p.meet(a)
	return a
}

func (p *plan) meet(a *heldAccount) {
	if !a.met {
		a.met = true
		p.accounts = append(p.accounts, a)
	}
}

// findAccount goes by the CRM's id, else by the exact name: of an account that has no id of
// that CRM yet, when the row brings one.
func (p *plan) findAccount(r row, in crm.Account) *heldAccount {
	if a := p.atHand.external[key(r.system(), in.ExternalID)]; a != nil && in.ExternalID != "" {
		return a
	}
	if in.Name == "" {
		return nil
	}
	for _, a := range p.atHand.named[account.KeyOf(in.Name).Key] {
		free := in.ExternalID == "" || a.ExternalID == "" || a.Source != r.system()
		if free && account.SameName(a.Name, in.Name) {
			return a
		}
	}
	return nil
}

// makeAccount makes an account and says which ones it looks like.
func (p *plan) makeAccount(r row, in crm.Account) *heldAccount {
	a := &heldAccount{held: held{made: true}}
	a.ID, a.Name = id.New(p.ctx), in.Name
	if in.ExternalID != "" {
		a.Source, a.ExternalID = r.system(), in.ExternalID
	}
	if a.Name == "" {
		a.Name = in.ExternalID
		p.warn(r, "account_id", in.ExternalID, "The file has this account's id and not its name. It is called by its id until a file of accounts is imported.")
	}
	a.Key = account.KeyOf(a.Name).Key
	for _, like := range p.atHand.named[a.Key] {
		if like = p.atHand.standing(like); a.Key != "" {
			p.warn(r, "account", a.Name, fmt.Sprintf("This may be the account %q under another name. Both are kept; merge them on the page Import if they are one.", like.Name))
			break
		}
	}
	a.Domain, a.Industry = in.Domain, clip(in.Industry, longestAccount)
	p.joinAccount(r, a, in)
	p.atHand.addAccount(a)
	return a
}

// fillAccount writes what the CRM owns of an account. An account of another CRM is only
// completed, so that two CRMs do not write over each other.
func (p *plan) fillAccount(r row, a *heldAccount, in crm.Account) (changed bool) {
	if a.ExternalID == "" && in.ExternalID != "" {
		a.Source, a.ExternalID, changed = r.system(), in.ExternalID, true
		p.atHand.nameExternal(a)
	}
	owned := a.Source == r.system() || a.ExternalID == ""
	set := func(to *string, said string) {
		if said != "" && *to != said && (owned || *to == "") {
			*to, changed = said, true
		}
	}
	if in.ExternalID != "" && a.ExternalID == in.ExternalID && !account.SameName(a.Name, in.Name) {
		set(&a.Name, in.Name)
		if k := account.KeyOf(a.Name).Key; k != a.Key {
			a.Key = k
			p.atHand.named[k] = append(p.atHand.named[k], a)
		}
	}
	set(&a.Domain, in.Domain)
	set(&a.Industry, clip(in.Industry, longestAccount))
	return p.joinAccount(r, a, in) || changed
}

// joinAccount links an account to the one it belongs to, now or when all rows are in.
func (p *plan) joinAccount(r row, a *heldAccount, in crm.Account) bool {
	if in.ParentID == "" || in.ParentID == in.ExternalID {
		return false
	}
	parent := p.atHand.external[key(r.system(), in.ParentID)]
	if parent == nil || parent.made {
		p.parents = append(p.parents, childOf{accounts, r.system(), a.ID, in.ParentID})
		return false
	}
	parent = p.atHand.standing(parent)
	if parent.ID == a.Parent || parent.ID == a.ID {
		return false
	}
	a.Parent = parent.ID
	return true
}

// clip shortens a text that describes and does not identify.
func clip(s string, most int) string {
	if utf8.RuneCountInString(s) <= most {
		return s
	}
	return strings.TrimSpace(string([]rune(s)[:most-1])) + "…"
}

// prefixOf is what a deal's prefix is made from.
func prefixOf(a *heldAccount, deal string) string {
	if a.Name == a.ExternalID {
		return deal
	}
	return a.Name
}
