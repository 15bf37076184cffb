package account

import (
	"context"
	"fmt"
	"strings"

	"golang.org/x/text/unicode/norm"

	"throughline/internal/journal"
	"throughline/internal/store"
)

var prefixTaken = store.SQL(`SELECT COUNT(*) FROM opportunity WHERE workspace = $1 AND prefix = $2`)

// freePrefix makes 2 to 5 letters from the account's name that no deal of the workspace has:
// consonants of one word (Northwind Freight: NWF), then other letters, then counted.
func freePrefix(ctx context.Context, tx *journal.Tx, name string) (string, error) {
	for _, p := range prefixes(name) {
		n, _, err := store.One[int](ctx, tx.Q, prefixTaken, tx.Workspace, p)
		if err != nil {
			return "", err
		}
		if n == 0 {
			return p, nil
		}
	}
	return "", fmt.Errorf("no free prefix for %q", name)
}

// prefixes lists candidates, best first.
func prefixes(name string) []string {
	words := strings.FieldsFunc(ascii(name), func(r rune) bool { return r < 'A' || r > 'Z' })
	for len(words) > 1 && legalForms[strings.ToLower(words[len(words)-1])] {
		words = words[:len(words)-1]
	}
	all := strings.Join(words, "")
	if len(all) < 2 {
		all += "DEAL"
	}
	initials := ""
	for _, w := range words {
		initials += w[:1]
	}
	var out []string
	if len(words) == 2 && len(words[0]) > 3 { // NorthWind Freight reads NWF, not NF
		out = append(out, words[0][:1]+middle(words[0])+words[1][:1])
	}
	if len(initials) >= 3 {
		out = append(out, initials[:min(len(initials), 5)])
	}
	for n := 3; n <= 5 && n <= len(all); n++ {
		out = append(out, all[:n])
	}
	if len(initials) == 2 {
		out = append(out, initials)
	}
	return append(out, spelled(all)...)
}

// middle is the consonant a reader hears as the second beat of a word.
func middle(w string) string {
	for i := (len(w) + 1) / 2; i < len(w)-1; i++ {
		if !strings.ContainsRune("AEIOUY", rune(w[i])) {
			return w[i : i+1]
		}
	}
	return w[1:2]
}

// spelled goes on with two letters of the name and up to three more, AA, AB … ZZZ.
func spelled(all string) []string {
	out := make([]string, 0, 26*27*27)
	for a := 'A'; a <= 'Z'; a++ {
		out = append(out, all[:2]+string(a))
	}
	for a := 'A'; a <= 'Z'; a++ {
		for b := 'A'; b <= 'Z'; b++ {
			out = append(out, all[:2]+string(a)+string(b))
		}
	}
	for a := 'A'; a <= 'Z'; a++ {
		for b := 'A'; b <= 'Z'; b++ {
			for c := 'A'; c <= 'Z'; c++ {
				out = append(out, all[:2]+string(a)+string(b)+string(c))
			}
		}
	}
	return out
}

// ascii is the name in capitals, accents dropped.
func ascii(s string) string {
	var b strings.Builder
	for _, r := range norm.NFKD.String(strings.ToUpper(s)) {
		if r < 128 {
			b.WriteRune(r)
		}
	}
	return b.String()
}
