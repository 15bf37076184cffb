package crm

// pipedrive are the exports of Pipedrive, whose columns carry the object's name.
var pipedrive = []Source{
	{
		System: "pipedrive", Object: Opportunities, Form: "Pipedrive export of deals",
		tell: []string{"Deal - Title|Deal - Titel", "Deal - Organization|Deal - Organization ID|Deal - Organisation|Deal - ID"},
		column: map[Field]string{
			fOpportunity: "Deal - Title|Deal - Titel", fOpportunityID: "Deal - ID",
			fAccount: "Deal - Organization|Deal - Organisation", fAccountID: "Deal - Organization ID|Deal - Organisation ID",
			fContact: "Deal - Contact person|Deal - Kontaktperson", fContactID: "Deal - Contact person ID|Deal - Kontaktperson ID",
			fStage: "Deal - Stage|Deal - Phase", fPipeline: "Deal - Pipeline", fStatus: "Deal - Status",
			fAmount: "Deal - Value|Deal - Wert", fCurrency: "Deal - Currency of Value|Deal - Währung von Wert|Deal - Currency",
			fCloseOn:   "Deal - Expected close date|Deal - Erwartetes Abschlussdatum",
			fCreatedOn: "Deal - Deal created|Deal - Deal erstellt",
			fOwner:     "Deal - Owner|Deal - Besitzer", fLostReason: "Deal - Lost reason|Deal - Verlustgrund",
			fProducts: "Deal - Product name|Deal - Produktname",
		},
	},
	{
		System: "pipedrive", Object: Accounts, Form: "Pipedrive export of organizations",
		tell: []string{"Organization - Name|Organisation - Name"},
		column: map[Field]string{
			fAccount: "Organization - Name|Organisation - Name", fAccountID: "Organization - ID|Organisation - ID",
			fDomain: "Organization - Website|Organisation - Website", fOwner: "Organization - Owner|Organisation - Besitzer",
			fIndustry: "Organization - Industry|Organisation - Branche", fCountry: "Organization - Country of Address",
			fCreatedOn: "Organization - Organization created|Organisation - Organisation erstellt",
		},
	},
	{
		System: "pipedrive", Object: Contacts, Form: "Pipedrive export of people",
		tell: []string{"Person - Name"},
		column: map[Field]string{
			fContact: "Person - Name", fContactID: "Person - ID", fAccount: "Person - Organization|Person - Organisation",
			fAccountID: "Person - Organization ID|Person - Organisation ID", fEmail: "Person - Email - Work|Person - Email|Person - E-Mail - Arbeit",
			fPhone: "Person - Phone - Work|Person - Phone|Person - Telefon - Arbeit", fTitle: "Person - Job title",
		},
	},
}

// plain are files whose columns are named by our own fields, as a person writes
// a list by hand. Their ids belong to no CRM.
var plain = []Source{
	{
		System: "list", Object: Opportunities, Form: "list of opportunities", tell: []string{"opportunity", "account|account_id"},
		column: ownNames(fields...),
	},
	{
		System: "list", Object: Accounts, Form: "list of accounts", tell: []string{"account", "domain|account_id|industry|country"},
		column: ownNames(fAccount, fAccountID, fAccountParent, fDomain, fIndustry, fCountry, fOwner),
	},
	{
		System: "list", Object: Contacts, Form: "list of contacts", tell: []string{"contact|last_name", "account|account_id"},
		column: ownNames(fAccount, fAccountID, fContact, fContactID, fFirstName, fLastName, fEmail, fTitle, fPhone),
	},
}

func ownNames(list ...Field) map[Field]string {
	m := map[Field]string{}
	for _, f := range list {
		m[f] = string(f)
	}
	return m
}
