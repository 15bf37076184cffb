package crm

import (
	"strings"
	"unicode"

	"golang.org/x/text/cases"
	"golang.org/x/text/unicode/norm"
)

// Name is what is compared of a name. Two accounts with the same Key look
// alike; whether they are one is for a person to say, above all where the legal
// forms differ.
type Name struct {
	Key  string // NFKC, case folded, blanks and punctuation gone, without the legal form
	Form string // the legal form in the same writing, empty if there is none
}

// Key gives what is compared of a name: of an account, a product, a person or a
// competitor.
func Key(name string) Name {
	// No dots and slashes first: G.m.b.H. is gmbh, A/S is as.
	s := cases.Fold().String(norm.NFKC.String(name))
	s = strings.Map(func(r rune) rune {
		switch {
		case r == '.', r == '/', r == '\'', r == '’', r == '`':
			return -1
		case unicode.IsLetter(r), unicode.IsDigit(r), unicode.IsMark(r):
			return r
		}
		return ' '
	}, s)
	words := strings.Fields(s)
	words, form := withoutForm(words)
	key := strings.Join(words, "")
	for _, f := range []string{"株式会社", "有限公司", "股份", "有限責任", "주식회사"} {
		if rest := strings.TrimSuffix(strings.TrimPrefix(key, f), f); rest != "" && rest != key {
			key, form = rest, form+f
		}
	}
	return Name{Key: key, Form: form}
}

// withoutForm splits a legal form off the end of a name: of up to four words,
// as in GmbH & Co. KG, and more than once, as in Co., Ltd. A word always stays.
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

// legalForms are written as [Key] compares them. 'Group' and 'Holding' are not
// among them: they may be another company.
var legalForms = func() map[string]bool {
	m := map[string]bool{}
	for _, f := range strings.Fields("inc incorporated corp corporation co company llc lllp llp lp pllc ltd limited plc cic " +
		"gmbh ggmbh mbh ag kg kgaa ohg gbr ug se ev eg gmbhcokg gmbhcokgaa agcokg ugcokg " +
		"sa sas sasu sarl eurl snc sca spa srl srls sapa slu sl scoop sau lda ltda eireli sadecv sapidecv srldecv " +
		"bv nv vof cv bvba srlbv ab as asa aps ks oy oyj hf ehf spzoo spółkazoo spjspk sro kft zrt nyrt doo dd eood ood oü uab sia " +
		"pty ptyltd pteltd pte sdnbhd bhd pvt pvtltd privatelimited kk gk jsc ojsc pjsc ooo zao pao aş tic ltdşti fzco fzllc fze wll saoc ") {
		m[f] = true
	}
	return m
}()
