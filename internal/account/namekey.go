package account

import (
	"strings"
	"unicode"

	"golang.org/x/text/cases"
	"golang.org/x/text/unicode/norm"
)

// legalForms are the last words that say what a company is in law, not who.
var legalForms = map[string]bool{"inc": true, "incorporated": true, "corp": true, "corporation": true, "co": true,
	"company": true, "llc": true, "ltd": true, "limited": true, "plc": true, "gmbh": true, "ag": true, "kg": true, "se": true,
	"sa": true, "sas": true, "sarl": true, "srl": true, "spa": true, "bv": true, "nv": true, "ab": true, "as": true, "oy": true,
	"oyj": true, "aps": true, "kk": true, "pty": true, "pte": true}

// NameKey folds a name so that 'GTX Pro', 'GTXPro' and 'GTX Pro, Inc.' have one key: NFKC,
// case folded, the legal form at the end dropped, then all but letters and digits dropped.
// Two names with one key are shown as possibly the same; only a person merges them.
func NameKey(name string) string {
	folded := cases.Fold().String(norm.NFKC.String(name))
	words := strings.FieldsFunc(folded, func(r rune) bool {
		return r != '.' && !unicode.IsLetter(r) && !unicode.IsDigit(r)
	})
	for i, w := range words {
		words[i] = strings.ReplaceAll(w, ".", "")
	}
	for len(words) > 1 && legalForms[words[len(words)-1]] {
		words = words[:len(words)-1]
	}
	return strings.Join(words, "")
}

// SameName says whether two names are one name: only case and blanks may differ.
func SameName(a, b string) bool { return plainName(a) == plainName(b) }

func plainName(name string) string {
	return strings.Join(strings.Fields(cases.Fold().String(norm.NFKC.String(name))), " ")
}
