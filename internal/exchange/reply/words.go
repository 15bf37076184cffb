package reply

import (
	"strings"

	"throughline/internal/answers"
	"throughline/internal/columns"
)

// said are the values by which lists say a verdict, in English, German, French and Spanish, folded.
var said = map[answers.Verdict][]string{
	answers.Affirm: {"yes", "y", "true", "pass", "met", "full", "fully", "f", "complies", "compliant", "fully compliant", "comply", "supported", "fully supported", "fulfilled", "fully met", "included",
		"ja", "j", "erfüllt", "voll erfüllt", "vollständig erfüllt", "vorhanden", "oui", "conforme", "totalement", "sí", "si", "cumple", "total"},
	answers.Partly: {"partly", "partial", "partially", "part", "p", "partially compliant", "partially met", "partially supported", "partially fulfilled",
		"teilweise", "teils", "teilweise erfüllt", "bedingt", "partiel", "partiellement", "partiellement conforme", "parcial", "parcialmente", "cumple parcialmente"},
	answers.Deny: {"no", "n", "false", "fail", "not met", "non-compliant", "not compliant", "does not comply", "not supported", "unsupported", "not fulfilled",
		"nein", "nicht erfüllt", "nicht vorhanden", "non", "non conforme", "pas conforme", "no cumple", "no conforme"},
}

var verdictOf = func() map[string]answers.Verdict {
	out := map[string]answers.Verdict{}
	for v, words := range said {
		for _, w := range words {
			out[w] = v
		}
	}
	return out
}()

func fold(s string) string {
	return strings.ToLower(strings.Join(strings.Fields(strings.Trim(s, " .:()[]")), " "))
}

// chosen is the one value of a list that says the verdict; false where none does, or several do.
func chosen(options []string, v answers.Verdict) (string, bool) {
	out, n := "", 0
	for _, o := range options {
		if verdictOf[fold(o)] == v {
			out = o
			n++
		}
	}
	return out, n == 1
}

// plainWords are a verdict where a cell takes any words, by language.
var plainWords = map[string]map[answers.Verdict]string{
	"en": {answers.Affirm: "Yes", answers.Partly: "Partly", answers.Deny: "No"},
	"de": {answers.Affirm: "Ja", answers.Partly: "Teilweise", answers.Deny: "Nein"},
	"fr": {answers.Affirm: "Oui", answers.Partly: "Partiellement", answers.Deny: "Non"},
	"es": {answers.Affirm: "Sí", answers.Partly: "Parcialmente", answers.Deny: "No"},
}

// small words tell a language, each of one alone.
var small = map[string]string{"the": "en", "must": "en", "shall": "en", "is": "en", "and": "en", "of": "en", "der": "de", "die": "de", "das": "de", "und": "de", "muss": "de", "müssen": "de", "soll": "de", "ist": "de",
	"le": "fr", "les": "fr", "des": "fr", "et": "fr", "doit": "fr", "être": "fr", "est": "fr", "el": "es", "los": "es", "las": "es", "y": "es", "debe": "es", "deben": "es"}

// languageOf is the language that most of a list's small words belong to; English where none do.
func languageOf(all []columns.Entry) string {
	n := map[string]int{}
	for _, e := range all[:min(len(all), 500)] {
		for w := range strings.FieldsSeq(strings.ToLower(e.Wording)) {
			n[small[w]]++
		}
	}
	best := "en"
	for _, l := range []string{"de", "fr", "es"} {
		if n[l] > n[best] {
			best = l
		}
	}
	return best
}
