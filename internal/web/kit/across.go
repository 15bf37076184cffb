package kit

import (
	"fmt"
	"strings"

	"throughline/internal/account"
	"throughline/internal/web/look"
)

// Asked are the two rooms of what a deal is measured against outside: who else is asked, and what
// the product lacks. Without a deal they are those over all deals.
func (r *Request) Asked(current string) []look.Choice {
	out := []look.Choice{{Label: "Competitors", Href: "/competitors", Key: "1"}, {Label: "Gaps", Href: "/gaps", Key: "2"}}
	if r.Deal != nil {
		out[0].Href, out[1].Href = r.DealPath("compete"), r.DealPath("gaps")
	}
	for i := range out {
		out[i].Current = out[i].Label == current
	}
	return out
}

// Sums writes amounts of several currencies: 486,000 USD, 120,000 EUR + 1 unknown. No deal at all
// is a dash.
func Sums(sums []account.Sum, unknown int) string {
	var out []string
	for _, s := range sums {
		out = append(out, Money(account.Money{Known: true, Minor: s.Minor, Currency: s.Currency}))
	}
	switch words := strings.Join(out, ", "); {
	case unknown == 0 && words == "":
		return "–"
	case words == "":
		return fmt.Sprintf("%d unknown", unknown)
	case unknown > 0:
		return fmt.Sprintf("%s + %d unknown", words, unknown)
	default:
		return words
	}
}
