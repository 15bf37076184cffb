package account

import (
	"context"
	"fmt"
	"regexp"
	"strings"

	"golang.org/x/text/unicode/norm"

	"throughline/internal/journal"
	"throughline/internal/store"
)

// prefixesFrom lists the taken prefixes that begin with two letters, as a range of the index.
var prefixesFrom = store.SQL(`SELECT prefix FROM opportunity WHERE workspace = $1 AND prefix >= $2 AND prefix <= $3`)

// Prefixes gives out the free prefixes of a workspace to one act. It remembers what it has
// given and read, so that the ten-thousandth deal of an import costs no more than the first.
type Prefixes struct {
	taken  map[string]bool
	read   map[string]bool // beginnings of two letters whose taken prefixes are known
	next   map[string]int  // where counting goes on, for a beginning
	others int             // where looking for a beginning with room goes on
}

// Free makes 2 to 5 letters from the account's name that no deal of the workspace has:
// consonants of one word (Northwind Freight: NWF), then other letters, then counted.
func (p *Prefixes) Free(ctx context.Context, r *journal.Reader, name string) (string, error) {
	if p.taken == nil {
		p.taken, p.read, p.next = map[string]bool{}, map[string]bool{}, map[string]int{}
	}
	best, start := prefixes(name)
	for _, c := range best {
		free, err := p.take(ctx, r, c)
		if err != nil || free {
			return c, err
		}
	}
	if c, err := p.counted(ctx, r, start); err != nil || c != "" {
		return c, err
	}
	for ; p.others < 26*26; p.others++ {
		c, err := p.counted(ctx, r, string([]byte{byte('A' + p.others/26), byte('A' + p.others%26)}))
		if err != nil || c != "" {
			return c, err
		}
	}
	return "", fmt.Errorf("no free prefix for %q", name)
}

// take marks the candidate as given, if it is free.
func (p *Prefixes) take(ctx context.Context, r *journal.Reader, c string) (bool, error) {
	if start := c[:2]; !p.read[start] {
		all, err := store.List[string](ctx, r.Q, prefixesFrom, r.Workspace, start, start+"ZZZ")
		if err != nil {
			return false, err
		}
		for _, taken := range all {
			p.taken[taken] = true
		}
		p.read[start] = true
	}
	if p.taken[c] {
		return false, nil
	}
	p.taken[c] = true
	return true, nil
}

// counted goes on with the beginning and up to three more letters: A … Z, AA … ZZZ. It is
// empty when all are taken.
func (p *Prefixes) counted(ctx context.Context, r *journal.Reader, start string) (string, error) {
	for p.next[start] < 26+26*26+26*26*26 {
		c := start + letters(p.next[start])
		p.next[start]++
		if free, err := p.take(ctx, r, c); err != nil || free {
			return c, err
		}
	}
	return "", nil
}

// letters counts A … Z, AA … ZZ, AAA … ZZZ.
func letters(n int) string {
	out := ""
	for ; n >= 0; n = n/26 - 1 {
		out = string(rune('A'+n%26)) + out
	}
	return out
}

// prefixes lists candidates, best first, and the two letters to count on from.
func prefixes(name string) (best []string, start string) {
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
	if len(words) == 2 && len(words[0]) > 3 { // NorthWind Freight reads NWF, not NF
		best = append(best, words[0][:1]+middle(words[0])+words[1][:1])
	}
	if len(initials) >= 3 {
		best = append(best, initials[:min(len(initials), 5)])
	}
	for n := min(3, len(all)); n <= 5 && n <= len(all); n++ {
		best = append(best, all[:n])
	}
	if len(initials) == 2 {
		best = append(best, initials)
	}
	return best, all[:2]
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

// IsPrefix says whether a text can begin the keys of a deal's requirements.
func IsPrefix(s string) bool { return prefixShape.MatchString(s) }

var prefixShape = regexp.MustCompile(`^[A-Z][A-Z0-9]{1,4}$`)
