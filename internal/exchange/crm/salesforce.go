package crm

// salesforceReports are reports as a person exports them ('Details Only'),
// with the labels of English, German, French and Spanish.
var salesforceReports = []Source{
	{
		System: "salesforce", Object: Opportunities, Form: "Salesforce report of opportunities", ids18: true,
		tell: []string{"Opportunity Name|Opportunity-Name|Opportunityname|Name der Opportunity|Nom de l'opportunité|Nom de l’opportunité|Nombre de la oportunidad"},
		column: map[Field]string{
			fOpportunity:   "Opportunity Name|Opportunity-Name|Opportunityname|Name der Opportunity|Nom de l'opportunité|Nombre de la oportunidad",
			fOpportunityID: "Opportunity ID|Opportunity-ID|Opportunity ID (18)|Opportunity Case Safe ID|ID de l'opportunité|ID de la oportunidad",
			fAccount:       "Account Name|Account-Name|Accountname|Account|Name des Accounts|Nom du compte|Nombre de la cuenta",
			fAccountID:     "Account ID|Account-ID|Account ID (18)|ID du compte|ID de la cuenta",
			fAccountParent: "Parent Account ID|Übergeordnete Account-ID",
			fDomain:        "Website|Site Web|Sitio Web",
			fIndustry:      "Industry|Branche|Secteur d'activité|Sector",
			fCountry:       "Billing Country|Rechnungsland|Billing Country (text only)|Pays de facturation",
			fStage:         "Stage|Phase|Stufe|Étape|Etapa",
			fAmount:        "Amount|Betrag|Montant|Importe|Monto",
			fCurrency:      "Amount Currency|Betrag Währung|Währung Betrag|Opportunity Currency|Opportunity-Währung|Currency|Währung|Devise|Divisa",
			fCloseOn:       "Close Date|Schlusstermin|Schlussdatum|Abschlussdatum|Date de clôture|Fecha de cierre",
			fCreatedOn:     "Created Date|Erstelldatum|Erstellungsdatum|Erstellt am|Date de création|Fecha de creación",
			fType:          "Type|Opportunity Type|Typ|Opportunity-Typ|Type d'opportunité|Tipo",
			fOwner:         "Opportunity Owner|Opportunity-Inhaber|Inhaber der Opportunity|Propriétaire de l'opportunité|Propietario de la oportunidad",
			fNextStep:      "Next Step|Nächster Schritt|Étape suivante|Próximo paso|Siguiente paso",
			fClosed:        "Closed|Geschlossen|Fermée|Cerrada",
			fWon:           "Won|Gewonnen|Gagnée|Ganada",
			fLostReason:    "Loss Reason|Lost Reason|Closed Lost Reason|Verlustgrund",
			fProducts:      "Product Name|Produktname|Nom du produit|Nombre del producto", //nolint:misspell // Spanish
			fParent:        "Original Opportunity ID|Previous Opportunity ID|Renewed Opportunity ID",
			fContact:       "Primary Contact|Primärer Kontakt|Contact principal",
		},
	},
	{
		System: "salesforce", Object: Accounts, Form: "Salesforce report of accounts", ids18: true,
		tell: []string{"Account Name|Account-Name|Accountname|Nom du compte|Nombre de la cuenta"},
		column: map[Field]string{
			fAccount:       "Account Name|Account-Name|Accountname|Nom du compte|Nombre de la cuenta",
			fAccountID:     "Account ID|Account-ID|Account ID (18)|ID du compte|ID de la cuenta",
			fAccountParent: "Parent Account ID|Übergeordnete Account-ID",
			fDomain:        "Website|Site Web|Sitio Web",
			fIndustry:      "Industry|Branche|Secteur d'activité|Sector",
			fCountry:       "Billing Country|Billing Country (text only)|Rechnungsland|Pays de facturation",
			fOwner:         "Account Owner|Account-Inhaber|Propriétaire du compte|Propietario de la cuenta",
			fCreatedOn:     "Created Date|Erstelldatum|Erstellungsdatum|Date de création|Fecha de creación",
		},
	},
	{
		System: "salesforce", Object: Contacts, Form: "Salesforce report of contacts", ids18: true,
		tell: []string{"Account Name|Account-Name|Accountname|Nom du compte|Nombre de la cuenta|Account ID|Account-ID", "Last Name|Nachname|Nom|Apellidos"},
		not:  "Username|ProfileId", // users
		column: map[Field]string{
			fAccount:   "Account Name|Account-Name|Accountname|Nom du compte|Nombre de la cuenta",
			fAccountID: "Account ID|Account-ID|ID du compte|ID de la cuenta",
			fContactID: "Contact ID|Kontakt-ID|ID du contact|ID de contacto",
			fFirstName: "First Name|Vorname|Prénom|Nombre",
			fLastName:  "Last Name|Nachname|Nom|Apellidos",
			fEmail:     "Email|E-Mail|Adresse e-mail|Correo electrónico",
			fTitle:     "Title|Titel|Position|Fonction|Cargo",
			fPhone:     "Phone|Telefon|Téléphone|Teléfono",
		},
	},
}

// salesforceExports are the data export and what extractors lay in a warehouse:
// names of the API, with or without underscores.
var salesforceExports = []Source{
	{
		System: "salesforce", Object: Opportunities, Form: "Salesforce data export of opportunities", ids18: true,
		tell: []string{"Id", "Name", "StageName", "CloseDate"},
		column: map[Field]string{
			fOpportunity: "Name", fOpportunityID: "Id", fAccount: "Account.Name", fAccountID: "AccountId", fStage: "StageName",
			fAmount: "Amount", fCurrency: "CurrencyIsoCode", fCloseOn: "CloseDate", fCreatedOn: "CreatedDate",
			fType: "Type", fOwner: "Owner.Name|OwnerId", fNextStep: "NextStep", fClosed: "IsClosed", fWon: "IsWon", fDeleted: "IsDeleted",
		},
	},
	{
		System: "salesforce", Object: Accounts, Form: "Salesforce data export of accounts", ids18: true,
		tell: []string{"Id", "Name", "BillingCountry|BillingCity|BillingStreet|NumberOfEmployees|AccountSource|AnnualRevenue"},
		not:  "IsConverted|ConvertedDate|OrderNumber", // leads, orders
		column: map[Field]string{
			fAccount: "Name", fAccountID: "Id", fAccountParent: "ParentId", fDomain: "Website", fIndustry: "Industry",
			fCountry: "BillingCountry", fOwner: "Owner.Name|OwnerId", fCreatedOn: "CreatedDate", fDeleted: "IsDeleted",
		},
	},
	{
		System: "salesforce", Object: Contacts, Form: "Salesforce data export of contacts", ids18: true,
		tell: []string{"Id", "AccountId", "LastName"},
		column: map[Field]string{
			fContactID: "Id", fAccountID: "AccountId", fAccount: "Account.Name", fFirstName: "FirstName", fLastName: "LastName",
			fEmail: "Email", fTitle: "Title", fPhone: "Phone", fDeleted: "IsDeleted",
		},
	},
}
