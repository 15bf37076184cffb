package discovery

import (
	"context"
	"strings"
	"unicode"

	"golang.org/x/text/cases"
	"golang.org/x/text/unicode/norm"

	"throughline/internal/account"
	"throughline/internal/auth"
	"throughline/internal/journal"
)

// known is somebody a voice could be.
type known struct {
	id     string
	person bool
	words  []string // of the name, folded
	here   bool     // attended the call
}

// knownTo lists who could speak on a call: the deal's stakeholders, the attendees, and ours.
func knownTo(ctx context.Context, src journal.Source, c Call) ([]known, error) {
	var out []known
	seen := map[string]bool{}
	add := func(id, name string, person, here bool) {
		if w := nameWords(name); !seen[id] && len(w) > 0 {
			seen[id] = true
			out = append(out, known{id, person, w, here})
		}
	}
	attended := map[string]bool{}
	for _, id := range append(append([]string{}, c.Contacts...), c.People...) {
		attended[id] = true
	}
	holders, err := journal.List[account.Stakeholder](ctx, src, c.Deal)
	if err != nil {
		return nil, err
	}
	contacts := append([]string{}, c.Contacts...)
	for _, h := range holders {
		contacts = append(contacts, h.Contact)
	}
	for _, id := range contacts {
		who, err := journal.Load[account.Contact](ctx, src, id)
		if err != nil {
			return nil, err
		}
		if !who.Name.Gone() {
			add(id, who.Name.String(), false, attended[id])
		}
	}
	people, err := auth.People(ctx, src)
	for _, p := range people {
		add(p.ID, p.Name, true, attended[p.ID])
	}
	return out, err
}

// match proposes who a label means: the one whose whole name it holds, else the one who alone
// has the single name it is. Attendees come before others; a tie proposes nobody.
func match(label string, all []known) (known, bool) {
	words := nameWords(label)
	if len(words) == 0 {
		return known{}, false
	}
	for _, here := range []bool{true, false} {
		for _, whole := range []bool{true, false} {
			var found []known
			for _, k := range all {
				if k.here == here && fits(words, k.words, whole) {
					found = append(found, k)
				}
			}
			if len(found) == 1 {
				return found[0], true
			}
			if len(found) > 1 {
				return known{}, false
			}
		}
	}
	return known{}, false
}

// fits says whether a label's words hold the whole name ('Dana Whitfield (Northwind)'), or,
// when not whole, are one word of it ('Dana').
func fits(label, name []string, whole bool) bool {
	if !whole {
		return len(label) == 1 && contains(name, label[0])
	}
	if len(name) < 2 && len(label) > 1 {
		return false // one word of many names nobody
	}
	for _, w := range name {
		if !contains(label, w) {
			return false
		}
	}
	return true
}

func contains(all []string, w string) bool {
	for _, x := range all {
		if x == w {
			return true
		}
	}
	return false
}

// nameWords folds a name to its words: case, accents and marks gone.
func nameWords(name string) []string {
	folded := strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Mn, r) {
			return -1
		}
		return r
	}, norm.NFKD.String(cases.Fold().String(name)))
	return strings.FieldsFunc(folded, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}
