package crm

// Kind is what sort of deal it is.
type Kind string

// The kinds of deals.
const (
	KindNew       Kind = "new"
	KindRenewal   Kind = "renewal"
	KindExpansion Kind = "expansion"
)

// kinds leads types back to a kind. 'Existing Business' is not among them: it
// may be a renewal or an expansion, which a map can say.
var kinds = map[string]Kind{
	"new": KindNew, "newbusiness": KindNew, "newcustomer": KindNew, "newlogo": KindNew, "neugeschaft": KindNew, "neukunde": KindNew,
	"nouvelleaffaire": KindNew, "nouveauclient": KindNew, "nuevonegocio": KindNew, "nuevocliente": KindNew,
	"renewal": KindRenewal, "existingcustomerrenewal": KindRenewal, "verlangerung": KindRenewal, "vertragsverlangerung": KindRenewal,
	"renouvellement": KindRenewal, "renovacion": KindRenewal, "existingcustomerreplacement": KindRenewal,
	"expansion": KindExpansion, "upsell": KindExpansion, "crosssell": KindExpansion, "addon": KindExpansion, "upgrade": KindExpansion,
	"existingcustomerupgrade": KindExpansion, "erweiterung": KindExpansion, "extension": KindExpansion, "ampliacion": KindExpansion,
}

// kindOf says what a type means, empty if nobody knows.
func kindOf(text string, own map[string]string) Kind {
	key := fold(text)
	if said, ok := own[key]; ok {
		return Kind(said)
	}
	return kinds[key]
}
