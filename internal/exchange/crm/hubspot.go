package crm

// hubspot are the exports of HubSpot's lists, with the labels of English,
// German, French and Spanish. Associated things are joined by semicolons.
var hubspot = []Source{
	{
		System: "hubspot", Object: Opportunities, Form: "HubSpot export of deals",
		tell: []string{"Deal Name|Deal-Name|Name des Deals|Nom de la transaction|Nombre del negocio", "Deal Stage|Deal-Phase|Phase de la transaction|Etapa del negocio|Pipeline|Record ID"},
		column: map[Field]string{
			fOpportunity:   "Deal Name|Deal-Name|Name des Deals|Nom de la transaction|Nombre del negocio",
			fOpportunityID: "Record ID|Deal ID|Datensatz-ID|Datensatz ID|ID de fiche d'informations|ID de registro",
			fAccount: "Associated Company (Primary)|Associated Company|Associated Company Names|Zugeordnetes Unternehmen|Verknüpftes Unternehmen|" +
				"Zugehöriges Unternehmen|Entreprise associée|Empresa asociada|Company name",
			fAccountID: "Associated Company IDs (Primary)|Associated Company IDs|Associated Company ID|IDs zugeordneter Unternehmen|" +
				"Zugeordnete Unternehmens-IDs|Verknüpfte Unternehmens-IDs|ID de l'entreprise associée|ID de la empresa asociada",
			fContact:    "Associated Contact|Associated Contact Names|Zugeordneter Kontakt|Verknüpfter Kontakt|Contact associé|Contacto asociado",
			fContactID:  "Associated Contact IDs|IDs zugeordneter Kontakte|Zugeordnete Kontakt-IDs|Verknüpfte Kontakt-IDs",
			fStage:      "Deal Stage|Deal-Phase|Phase de la transaction|Etapa del negocio",
			fPipeline:   "Pipeline",
			fAmount:     "Amount|Betrag|Montant|Importe|Valor",
			fCurrency:   "Currency|Währung|Devise|Moneda",
			fCloseOn:    "Close Date|Abschlussdatum|Date de fermeture|Fecha de cierre",
			fCreatedOn:  "Create Date|Erstellungsdatum|Erstelldatum|Date de création|Fecha de creación",
			fOwner:      "Deal owner|Deal-Inhaber|Zuständiger Mitarbeiter|Für Deal zuständiger Mitarbeiter|Propriétaire de la transaction|Propietario del negocio",
			fType:       "Deal Type|Deal-Typ|Dealtyp|Type de transaction|Tipo de negocio",
			fNextStep:   "Next step|Nächster Schritt|Étape suivante|Siguiente paso",
			fLostReason: "Closed Lost Reason|Grund für verlorenen Abschluss",
			fWon:        "Is Closed Won|Is closed won",
			fProducts:   "Associated Line item|Line items",
		},
	},
	{
		System: "hubspot", Object: Accounts, Form: "HubSpot export of companies",
		tell: []string{"Record ID|Datensatz-ID|ID de fiche d'informations|ID de registro", "Company name|Unternehmensname|Name des Unternehmens|Nom de l'entreprise|Nombre de la empresa"},
		column: map[Field]string{
			fAccount:       "Company name|Unternehmensname|Name des Unternehmens|Nom de l'entreprise|Nombre de la empresa",
			fAccountID:     "Record ID|Datensatz-ID|ID de fiche d'informations|ID de registro",
			fAccountParent: "Parent Company ID|Associated Parent Company IDs",
			fDomain:        "Company Domain Name|Domain-Name des Unternehmens|Domainname des Unternehmens|Unternehmensdomain|Nom de domaine de l'entreprise|Website URL|Website-URL",
			fIndustry:      "Industry|Branche|Secteur d'activité|Sector",
			fCountry:       "Country/Region|Land/Region|Pays/Région|País/región",
			fOwner:         "Company owner|Für Unternehmen zuständiger Mitarbeiter|Zuständiger Mitarbeiter|Propriétaire de l'entreprise",
			fCreatedOn:     "Create Date|Erstellungsdatum|Erstelldatum|Date de création|Fecha de creación",
		},
	},
	{
		System: "hubspot", Object: Contacts, Form: "HubSpot export of contacts",
		tell: []string{"Record ID|Datensatz-ID|ID de fiche d'informations|ID de registro", "Last Name|Nachname|Nom de famille|Apellidos", "Email|E-Mail|E-mail|Correo|First Name|Vorname"},
		column: map[Field]string{
			fContactID: "Record ID|Datensatz-ID|ID de fiche d'informations|ID de registro",
			fFirstName: "First Name|Vorname|Prénom|Nombre",
			fLastName:  "Last Name|Nachname|Nom de famille|Apellidos",
			fEmail:     "Email|E-Mail|E-mail|Correo",
			fTitle:     "Job Title|Jobbezeichnung|Position|Intitulé du poste|Cargo",
			fPhone:     "Phone Number|Telefonnummer|Numéro de téléphone|Número de teléfono",
			fAccount: "Associated Company (Primary)|Associated Company|Zugeordnetes Unternehmen|Verknüpftes Unternehmen|" +
				"Zugehöriges Unternehmen|Entreprise associée|Empresa asociada|Company Name",
			fAccountID: "Associated Company IDs (Primary)|Associated Company IDs|Associated Company ID|IDs zugeordneter Unternehmen|" +
				"Zugeordnete Unternehmens-IDs|Verknüpfte Unternehmens-IDs",
		},
	},
}
