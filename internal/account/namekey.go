package account

import (
	"strings"
	"unicode"

	"golang.org/x/text/cases"
	"golang.org/x/text/unicode/norm"
)

// NameKey is what is compared of a company's name. Two accounts with the same Key look alike;
// whether they are one is for a person to say, above all where the legal forms differ.
type NameKey struct {
	Key  string // NFKC, case folded, blanks and punctuation gone, without the legal form
	Form string // the legal form in the same writing, empty if there is none
}

// KeyOf folds a name so that 'GTX Pro', 'GTXPro' and 'GTX Pro, Inc.' have one key, and so have
// 'Calder & Sons' and 'Calder and Sons'. Accents stay: 'Ångström' and 'Angstrom' may be two. A
// name of signs alone ('🚀') is its own key; only a blank name has none.
func KeyOf(name string) NameKey {
	folded := cases.Fold().String(norm.NFKC.String(name))
	// No dots and slashes first: G.m.b.H. is gmbh, A/S is as.
	words := strings.Fields(strings.Map(func(r rune) rune {
		switch {
		case r == '.', r == '/', r == '\'', r == '’', r == '`', r == '"', r == '״':
			return -1
		case unicode.IsLetter(r), unicode.IsDigit(r), unicode.IsMark(r):
			return r
		}
		return ' '
	}, folded))
	words, form := withoutForm(withoutAnd(words))
	key := strings.Join(words, "")
	for _, f := range []string{"株式会社", "有限公司", "股份", "有限責任", "주식회사"} {
		if rest := strings.TrimSuffix(strings.TrimPrefix(key, f), f); rest != "" && rest != key {
			key, form = rest, form+f
		}
	}
	if key == "" {
		key = strings.Join(strings.Fields(folded), "")
	}
	return NameKey{Key: key, Form: form}
}

// withoutAnd leaves out the word that some write as '&', which is gone already.
func withoutAnd(words []string) []string {
	kept := words[:0]
	for i, w := range words {
		if inside := i > 0 && i < len(words)-1; !inside || w != "and" && w != "und" && w != "et" {
			kept = append(kept, w)
		}
	}
	return kept
}

// withoutForm splits a legal form off the end of a name: of up to four words, as in GmbH & Co.
// KG, and more than once, as in Co., Ltd. A word always stays.
func withoutForm(words []string) (rest []string, form string) {
	for again := true; again; {
		again = false
		for n := min(4, len(words)-1); n > 0; n-- {
			tail := strings.Join(words[len(words)-n:], "")
			if legalForms[tail] {
				words, form, again = words[:len(words)-n], tail+form, true
				break
			}
		}
	}
	return words, form
}

// legalForms are written as [KeyOf] compares them. 'Group' and 'Holding' are not among them:
// they may be another company.
var legalForms = func() map[string]bool {
	m := map[string]bool{}
	for _, f := range strings.Fields("inc incorporated corp corporation co company llc lllp llp lp pllc ltd limited plc cic " +
		"gmbh ggmbh mbh ag kg kgaa ohg gbr ug se ev eg gmbhcokg gmbhcokgaa agcokg ugcokg " +
		"sa sas sasu sarl eurl snc sca spa srl srls sapa slu sl scoop sau lda ltda eireli sadecv sapidecv srldecv " +
		"bv nv vof cv bvba srlbv ab as asa aps ks oy oyj hf ehf spzoo spółkazoo spjspk sro kft zrt nyrt doo dd eood ood oü uab sia " +
		"pty ptyltd pteltd pte sdnbhd bhd pvt pvtltd privatelimited kk gk jsc ojsc pjsc ooo zao pao ооо зао пао оао αε aş tic ltdşti fzco fzllc fze wll saoc בעמ ") {
		m[f] = true
	}
	return m
}()

// SameName says whether two names are one name: only case and blanks may differ.
func SameName(a, b string) bool { return plainName(a) == plainName(b) }

func plainName(name string) string {
	return strings.Join(strings.Fields(cases.Fold().String(norm.NFKC.String(name))), " ")
}
