package crm

import (
	"hash/maphash"
	"strings"

	"throughline/internal/table"
)

// row reads one record. false means that it was refused or is deleted in the CRM.
func (f *File) row(rec table.Record) (Record, bool) {
	if deleted, _ := yes(f.cell(rec, fDeleted)); deleted {
		f.Deleted++
		return Record{}, false
	}
	r := Record{Line: rec.Line, Offset: rec.Offset, Object: f.Source.Object}
	if !f.account(rec, &r) {
		return Record{}, false
	}
	own, id, ok := fAccountID, r.Account.ExternalID, true
	switch r.Object {
	case Opportunities:
		if ok = f.opportunity(rec, &r); ok {
			own, id = fOpportunityID, r.Opportunity.ExternalID
		}
	case Contacts:
		if ok = f.contact(rec, &r); ok {
			own, id = fContactID, r.Contacts[0].ExternalID
		}
	case Accounts:
	}
	if !ok || !f.once(rec, &r, own, id) {
		return Record{}, false
	}
	return r, true
}

// account reads whose row it is. An opportunity may name several accounts: the
// first is its customer.
func (f *File) account(rec table.Record, r *Record) bool {
	ids := f.list(rec, fAccountID)
	for i := range ids {
		ids[i] = f.id(rec.Line, fAccountID, ids[i])
	}
	for i, p := range paired(ids, f.cell(rec, fAccount)) {
		if i == 0 {
			r.Account = Account{ExternalID: p.id, Name: p.name}
		} else {
			r.Others = append(r.Others, Account{ExternalID: p.id, Name: p.name})
		}
	}
	a := &r.Account
	switch {
	case r.Object == Accounts && a.Name == "":
		f.refuse(rec.Line, f.Map.Columns[fAccount], "", "The account has no name. Fill it in in the CRM and export again.")
		return false
	case a.Name == "" && a.ExternalID == "":
		column := f.Map.Columns[fAccount]
		if column == "" {
			column = f.Map.Columns[fAccountID]
		}
		f.refuse(rec.Line, column, "", "The row has no account. Fill it in in the CRM and export again.")
		return false
	}
	a.Industry, a.Country = f.cell(rec, fIndustry), f.cell(rec, fCountry)
	a.ParentID = f.id(rec.Line, fAccountParent, f.cell(rec, fAccountParent))
	if text := f.cell(rec, fDomain); text != "" {
		if a.Domain = Domain(text); a.Domain == "" {
			f.warn(rec.Line, fDomain, text, "This is no web address; it was left out.")
		}
	}
	if r.Object == Accounts {
		a.Owner = f.cell(rec, fOwner)
	}
	return true
}

// contact reads the person a row of contacts is about.
func (f *File) contact(rec table.Record, r *Record) bool {
	c := Contact{
		ExternalID: f.id(rec.Line, fContactID, f.cell(rec, fContactID)),
		Name:       f.cell(rec, fContact),
		Title:      f.cell(rec, fTitle),
		Phone:      f.cell(rec, fPhone),
	}
	if c.Name == "" {
		c.Name = strings.TrimSpace(f.cell(rec, fFirstName) + " " + f.cell(rec, fLastName))
	}
	if c.Name == "" {
		column := f.Map.Columns[fContact]
		if column == "" {
			column = f.Map.Columns[fLastName]
		}
		f.refuse(rec.Line, column, "", "The contact has no name. Fill it in in the CRM and export again.")
		return false
	}
	if text := f.cell(rec, fEmail); text != "" {
		if c.Email = email(text); c.Email == "" {
			f.warn(rec.Line, fEmail, text, "This is no e-mail address; it was left out.")
		}
	}
	r.Contacts = []Contact{c}
	return true
}

// rememberedIDs bounds how many ids of one file are remembered to find the
// second row of a key (about 20 MB). Beyond it the database finds them.
const rememberedIDs = 500_000

var hashSeed = maphash.MakeSeed()

// once refuses the second row of an id, unless it adds a product: reports of
// opportunities with products write one row for each.
func (f *File) once(rec table.Record, r *Record, field Field, id string) bool {
	if id == "" {
		return true
	}
	key := maphash.String(hashSeed, id)
	first, again := f.seen[key]
	if !again {
		if len(f.seen) < rememberedIDs {
			f.seen[key] = rec.Line
		}
		return true
	}
	if o := r.Opportunity; o != nil && len(o.Products) > 0 {
		o.Repeats = first
		return true
	}
	f.refuse(rec.Line, f.Map.Columns[field], id, "This id stands already on line "+itoa(first)+". Leave one of the two rows out.")
	return false
}
