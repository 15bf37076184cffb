package title

import (
	"slices"
	"strings"
)

// Advertisements seldom say 'before the sale'. They say when, beside what a customer does to buy:
// 'until they decide', 'once the contract is signed'. These are the words of both, to be joined.
var (
	notYet = strings.Fields("before until whether considering bevor ehe bis ob")
	buying = strings.Fields("unterschrieben sign signs order orders buy buys decide decides commit commits choose chooses purchase* unterschreib* unterschrift bestell* kaufen kauft kauf entscheid* beauftrag*")
	done   = strings.Fields("once after when if since nach nachdem sobald wenn kommt")
	bought = strings.Fields("sign signs signed order orders ordered buy buys bought paid ink unterschr* bestellt bestellen bestellung gekauft kauft kauf beauftragt beauftragung auftrag zuschlag")
	state  = strings.Fields("is are was were has have ist sind hat haben")
	signed = strings.Fields("entschieden signed ordered bought unterschrieben bestellt gekauft beauftragt verkauft")
)

// joined are signs of one word of each list, in that order and close together.
func joined(first, then []string) (out []sign) {
	for _, a := range first {
		for _, b := range then {
			out = append(out, signOf(a+" "+b))
		}
	}
	return out
}

// phases adds to the signs that are written down for whom one works for.
func phases(id string) []sign {
	switch id {
	case "prospects":
		return joined(notYet, buying)
	case "bought":
		return slices.Concat(joined(done, bought), joined(state, signed), signsOf("have paid, has paid, they paid"))
	}
	return nil
}

// spanning are signs that the job goes through from before the sale until after it.
const spanning = `no line between, no difference between, no border between, keine grenze zwischen, kein unterschied zwischen, don't split, do not split, don't separate, do not separate, not separate, no split between, no wall between, trenn* nicht, nicht trenn*, nicht getrennt, keine trennung, before and after the sale, before and after signature, before and after the contract, before and after the order, their whole life, in both worlds, both worlds, vor und nach der unterschrift, vor und nach dem kauf, vor und nach dem vertrag*, vor und nach dem verkauf, vor und nach dem auftrag*, pre and post, pre- and post-sales, pre- and post-sale, pre-sales and post-sales, pre/post, both sides of the sale, both sides of the signature, both halves, both seasons,
	same person* before and after, whoever promise*, whoever sold*, whoever sells, stay* with customer* from, from first to live, from first to go-live, from first to delivery, from first to operation*, from first to production, from first to handover, from first to rollout, from initial to go-live, from discovery to go-live, from demo to go-live, from demo to production,
	wer verspricht, wer's verspricht, wer verkauft, vom ersten bis go-live, vom ersten bis betrieb, vom ersten bis abnahme, vom ersten bis einführung, vom ersten bis inbetriebnahme, vom ersten bis schlüsselübergabe, vom ersten bis weit nach, von der ersten bis go-live, von der ersten bis inbetriebnahme, von der ersten bis abnahme, von der ersten bis einführung, von der ersten bis betrieb, vom erstkontakt bis, von der akquise bis, von der anfrage bis, derselbe berater, dieselbe person, beide hälften`
