package crm

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"throughline/internal/account"
)

// Duplicate shows accounts that may be one, and why it looks so. They are never
// merged by the program: 'Inc.' beside 'GmbH' may be mother and daughter.
type Duplicate struct {
	Accounts []int  // places in the list given, ascending
	Why      string // a sentence
}

// The marks by which accounts look alike, the surest first.
const (
	whyDomain  = "They have the same domain."
	whyName    = "Their names differ only in case, blanks, punctuation or 'and'."
	whyForm    = "Their names differ only in the legal form."
	whyAccents = "Their names differ only in accents."
	whyLetter  = "Their names differ in one letter."
)

// PossibleDuplicates finds accounts that look alike: by domain, by the key of
// their name, by one letter. Accounts that are said to be parent and child are
// not put forward, nor names that differ in a digit ('Plant 1', 'Plant 2').
// Time and memory grow with the length of all names.
func PossibleDuplicates(accounts []Account) []Duplicate {
	d := duplicates{accounts: accounts, names: make([]account.NameKey, len(accounts)), told: map[string]bool{}}
	for i, a := range accounts {
		d.names[i] = account.KeyOf(a.Name)
	}
	d.group(whyDomain, func(i int) string {
		if PublicMail(accounts[i].Domain) {
			return ""
		}
		return accounts[i].Domain
	})
	d.group("", func(i int) string { return d.names[i].Key })
	d.group(whyAccents, func(i int) string { return plainLetters(d.names[i].Key) })
	d.nearly()
	slices.SortStableFunc(d.found, func(a, b Duplicate) int { return cmp.Compare(a.Accounts[0], b.Accounts[0]) })
	return d.found
}

type duplicates struct {
	accounts []Account
	names    []account.NameKey
	told     map[string]bool
	found    []Duplicate
}

// group puts forward all accounts that share a mark. Without a reason it is
// taken from the names.
func (d *duplicates) group(why string, mark func(int) string) {
	alike := map[string][]int{}
	var order []string
	for i := range d.accounts {
		if m := mark(i); m != "" {
			if alike[m] == nil {
				order = append(order, m)
			}
			alike[m] = append(alike[m], i)
		}
	}
	for _, m := range order {
		if list := alike[m]; len(list) > 1 {
			d.put(list, why)
		}
	}
}

func (d *duplicates) put(list []int, why string) {
	if len(list) == 2 && d.related(list[0], list[1]) {
		return
	}
	key := fmtInts(list)
	if d.told[key] {
		return
	}
	d.told[key] = true
	if why == "" {
		why = whyName
		for _, i := range list {
			if d.names[i].Form != d.names[list[0]].Form {
				why = whyForm
			}
		}
	}
	d.found = append(d.found, Duplicate{Accounts: list, Why: why})
}

func (d *duplicates) related(i, j int) bool {
	a, b := d.accounts[i], d.accounts[j]
	return a.ExternalID != "" && a.ExternalID == b.ParentID || b.ExternalID != "" && b.ExternalID == a.ParentID
}

// nearLength is the shortest key of which one letter may be a slip: 'Acme' and
// 'Acne' are two companies.
const nearLength = 8

// nearly finds keys one letter apart: two such share a text that is left when
// one letter is taken out of either (Garbe's symmetric deletion).
func (d *duplicates) nearly() {
	byKey := map[string]int{}
	var keys []string
	for i, n := range d.names {
		if _, ok := byKey[n.Key]; !ok && len([]rune(n.Key)) >= nearLength && len(n.Key) <= 64 {
			byKey[n.Key] = i
			keys = append(keys, n.Key)
		}
	}
	left := map[string][]string{}
	for _, k := range keys {
		for _, short := range append(shortened(k), k) {
			for _, other := range left[short] {
				i, j := byKey[other], byKey[k]
				if other != k && oneLetterApart(other, k) {
					d.put([]int{min(i, j), max(i, j)}, whyLetter)
				}
			}
			if l := left[short]; len(l) < 16 {
				left[short] = append(l, k)
			}
		}
	}
}

// shortened are all texts with one letter taken out.
func shortened(k string) []string {
	r := []rune(k)
	list := make([]string, 0, len(r)+1)
	for i := range r {
		list = append(list, string(r[:i])+string(r[i+1:]))
	}
	return list
}

// oneLetterApart tells whether one letter was changed, added, left out, or
// swapped with its neighbour, and no digit.
func oneLetterApart(a, b string) bool {
	x, y := []rune(a), []rune(b)
	for len(x) > 0 && len(y) > 0 && x[0] == y[0] {
		x, y = x[1:], y[1:]
	}
	for len(x) > 0 && len(y) > 0 && x[len(x)-1] == y[len(y)-1] {
		x, y = x[:len(x)-1], y[:len(y)-1]
	}
	if slices.ContainsFunc(x, unicode.IsDigit) || slices.ContainsFunc(y, unicode.IsDigit) {
		return false
	}
	return len(x) <= 1 && len(y) <= 1 || len(x) == 2 && len(y) == 2 && x[0] == y[1] && x[1] == y[0]
}

// plainLetters takes accents off.
func plainLetters(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Mn, r) {
			return -1
		}
		return r
	}, norm.NFD.String(s))
}

func fmtInts(list []int) string {
	var b strings.Builder
	for _, i := range list {
		b.WriteString(itoa(i))
		b.WriteByte(' ')
	}
	return b.String()
}
