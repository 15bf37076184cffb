package intake

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"throughline/internal/account"
	"throughline/internal/exchange/crm"
	"throughline/internal/id"
	"throughline/internal/seal"
)

// takeContact finds or makes a contact of the row's account; nil when it cannot be taken.
func (p *plan) takeContact(r row, in crm.Contact) *heldContact {
	if n := utf8.RuneCountInString(in.Name); n > longestContact {
		p.refuse(r, "contact", in.Name, fmt.Sprintf("The contact's name has %d characters; at most %d fit. Shorten it in the CRM.", n, longestContact))
		return nil
	}
	k, taken := p.findContact(r, in)
	switch {
	case taken:
	case in.Name == "":
		if in.ExternalID != "" || in.Email != "" {
			p.warn(r, "contact_id", "", "The row names a contact by id or address only. Import the file of contacts first to have them here.")
		}
		return nil
	case p.mayBeErased(r, in):
		p.warn(r, "contact", "", "Someone of this account was erased, and nothing tells whether this row is them. It was left out; add the contact by hand if it is someone else.")
		return nil
	default:
		k = p.makeContact(r, in)
	}
	if !k.ErasedAt.IsZero() {
		p.meetContact(k)
		return nil // erased: counted as it stands, given no words and no new role
	}
	if !k.made && p.fillContact(r, k, in) {
		k.changed = true
	}
	p.meetContact(k)
	return k
}

func (p *plan) meetContact(k *heldContact) {
	if !k.met {
		k.met = true
		p.contacts = append(p.contacts, k)
	}
}

// findContact goes by the CRM's id, else by address or name within the account.
func (p *plan) findContact(r row, in crm.Contact) (*heldContact, bool) {
	if k := p.atHand.contact[key(r.system(), in.ExternalID)]; k != nil && in.ExternalID != "" {
		return k, true
	}
	for _, k := range p.atHand.contactOf[r.account.ID] {
		free := in.ExternalID == "" || k.ExternalID == "" || k.Source != r.system()
		if !free || !k.ErasedAt.IsZero() {
			continue
		}
		email := k.Email.String()
		if in.Email != "" && strings.EqualFold(email, in.Email) ||
			in.Name != "" && account.SameName(k.Name.String(), in.Name) && (in.Email == "" || email == "") {
			return k, true
		}
	}
	return nil, false
}

// mayBeErased says whether a contact that is not here may be one who was erased. With the CRM's
// id on both sides it can be told; without, nothing is left to compare with.
func (p *plan) mayBeErased(r row, in crm.Contact) bool {
	for _, k := range p.atHand.contactOf[r.account.ID] {
		if !k.ErasedAt.IsZero() && (in.ExternalID == "" || k.ExternalID == "" || k.Source != r.system()) {
			return true
		}
	}
	return false
}

func (p *plan) makeContact(r row, in crm.Contact) *heldContact {
	k := &heldContact{held: held{made: true}}
	k.ID, k.Account, k.Party, k.Title = id.New(p.ctx), r.account.ID, "customer", clip(in.Title, longestContact)
	k.Name, k.Email = seal.New(k.ID, in.Name), seal.New(k.ID, in.Email)
	if in.ExternalID != "" {
		k.Source, k.ExternalID = r.system(), in.ExternalID
	}
	p.atHand.addContact(k)
	return k
}

// fillContact writes what the CRM owns of a contact.
func (p *plan) fillContact(r row, k *heldContact, in crm.Contact) (changed bool) {
	if k.ExternalID == "" && in.ExternalID != "" {
		k.Source, k.ExternalID, changed = r.system(), in.ExternalID, true
		p.atHand.contact[key(k.Source, k.ExternalID)] = k
	}
	if k.ExternalID != "" && k.Source != r.system() {
		return changed
	}
	if in.Name != "" && !account.SameName(k.Name.String(), in.Name) && k.ExternalID == in.ExternalID {
		k.Name, changed = seal.New(k.ID, in.Name), true
	}
	if in.Email != "" && !strings.EqualFold(k.Email.String(), in.Email) {
		k.Email, changed = seal.New(k.ID, in.Email), true
	}
	if title := clip(in.Title, longestContact); title != "" && title != k.Title {
		k.Title, changed = title, true
	}
	if r.rec.Object == crm.Contacts && k.Account != r.account.ID {
		k.Account, changed = r.account.ID, true
	}
	return changed
}
