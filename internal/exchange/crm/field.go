package crm

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Field is a thing of ours that a column can hold, by the name it has in a map.
type Field string

// The fields that are read.
const (
	fAccount       Field = "account"
	fAccountID     Field = "account_id"
	fAccountParent Field = "account_parent_id"
	fDomain        Field = "domain"
	fIndustry      Field = "industry"
	fCountry       Field = "country"
	fOpportunity   Field = "opportunity"
	fOpportunityID Field = "opportunity_id"
	fParent        Field = "begins_from"
	fType          Field = "type"
	fStage         Field = "stage"
	fPipeline      Field = "pipeline"
	fStatus        Field = "status" // open, won, lost where it stands apart from the stage
	fClosed        Field = "closed" // yes or no
	fWon           Field = "won"    // yes or no
	fDeleted       Field = "deleted"
	fAmount        Field = "amount"
	fCurrency      Field = "currency"
	fCloseOn       Field = "close_date"
	fCreatedOn     Field = "created_date"
	fOwner         Field = "owner"
	fNextStep      Field = "next_step"
	fLostReason    Field = "lost_reason"
	fProducts      Field = "products"
	fContact       Field = "contact"
	fContactID     Field = "contact_id"
	fFirstName     Field = "first_name"
	fLastName      Field = "last_name"
	fEmail         Field = "email"
	fTitle         Field = "title"
	fPhone         Field = "phone"
)

// fields lists them all, in the order in which a map is best written.
var fields = []Field{
	fAccount, fAccountID, fAccountParent, fDomain, fIndustry, fCountry,
	fOpportunity, fOpportunityID, fParent, fType, fStage, fPipeline, fStatus, fClosed, fWon, fDeleted,
	fAmount, fCurrency, fCloseOn, fCreatedOn, fOwner, fNextStep, fLostReason, fProducts,
	fContact, fContactID, fFirstName, fLastName, fEmail, fTitle, fPhone,
}

// Fields lists what a map may name, in the order in which it is best shown.
func Fields() []Field { return slices.Clone(fields) }

// fold makes two spellings of a column's name or a stage equal: case, accents,
// blanks and punctuation do not count. % is kept: 'Probability (%)'.
func fold(s string) string {
	ascii := true
	for i := range len(s) {
		if s[i] >= 0x80 {
			ascii = false
			break
		}
	}
	if !ascii {
		s = norm.NFKD.String(s)
	}
	return strings.Map(func(r rune) rune {
		switch {
		case unicode.IsLetter(r), unicode.IsDigit(r), r == '%':
			return unicode.ToLower(r)
		}
		return -1
	}, s)
}
