package capture

import (
	"context"
	"regexp"
	"slices"
	"sort"
	"strings"
	"unicode"

	"golang.org/x/text/cases"

	"throughline/internal/account"
	"throughline/internal/journal"
	"throughline/internal/store"
	"throughline/internal/tally"
)

// Fit is a deal that a note could be of, with what speaks for it.
type Fit struct {
	Deal    string `json:"deal"`
	Key     string `json:"key"`
	Name    string `json:"name"`
	Account string `json:"account"`
	Score   int    `json:"score"`
	Why     string `json:"why"` // 'names Priya Nair and Northwind Freight'
}

// What each name in the text speaks for its deal. A product is sold to many: it only tips the scale.
const (
	byPrefix   = 8
	byAccount  = 6
	byPart     = 4 // of the account's name
	byFullName = 5
	byLastName = 3
	byName     = 2 // a first name
	byProduct  = 1
	enough     = 2 // to file a note without asking
	ahead      = 2 // of the next deal, else a person is asked
	mostDeals  = 60
)

// plainly gives the fit that needs no question: it speaks plainly, and no other speaks nearly as much.
func plainly(fits []Fit) (Fit, bool) {
	if len(fits) == 0 || fits[0].Score < enough || len(fits) > 1 && fits[0].Score-fits[1].Score < ahead {
		return Fit{}, false
	}
	return fits[0], true
}

var dealsOf = store.SQL("SELECT deal FROM " + tally.Mine("deal, phase, touched_at + 0 AS touched") + " WHERE phase IN ('open', 'won') ORDER BY touched DESC LIMIT $3")

// Guess finds the deals that the names in a text speak for, the best first: the person's own deals
// by prefix, account, people and products, any deal by its prefix.
func Guess(ctx context.Context, r *journal.Reader, text, person string) ([]Fit, error) {
	mine, err := store.List[string](ctx, r.Q, dealsOf, r.Workspace, person, mostDeals)
	if err != nil {
		return nil, err
	}
	for _, p := range prefixes(text) {
		if d, err := account.ByPrefix(ctx, r, p); err == nil && !slices.Contains(mine, d.ID) {
			mine = append(mine, d.ID)
		}
	}
	labels, err := account.Labels(ctx, r, mine)
	if err != nil {
		return nil, err
	}
	deals, err := journal.Several[account.Opportunity](ctx, r, mine)
	if err != nil {
		return nil, err
	}
	said := spoken{whole: " " + strings.Join(wordsOf(text), " ") + " ", keys: prefixes(text)}
	out := []Fit{}
	for _, d := range deals {
		f, err := said.fit(ctx, r, d, labels[d.ID])
		if err != nil {
			return nil, err
		}
		if f.Score > 0 {
			out = append(out, f)
		}
	}
	sort.SliceStable(out, func(i, j int) bool { return out[i].Score > out[j].Score })
	return out[:min(len(out), 6)], nil
}

// spoken is a text to look names up in.
type spoken struct {
	whole string // its words folded, between blanks
	keys  []string
}

func (s spoken) names(words string) bool {
	w := strings.Join(wordsOf(words), " ")
	return w != "" && (strings.Contains(s.whole, " "+w+" ") || strings.Contains(s.whole, " "+w+"s "))
}

func (s spoken) fit(ctx context.Context, r *journal.Reader, d account.Opportunity, l account.Label) (Fit, error) {
	f := Fit{Deal: d.ID, Key: d.Prefix, Name: d.Name, Account: l.Account}
	var why []string
	add := func(score int, what string) {
		f.Score += score
		why = append(why, what)
	}
	if slices.Contains(s.keys, d.Prefix) {
		add(byPrefix, d.Prefix)
	}
	if s.names(l.Account) {
		add(byAccount, l.Account)
	} else if part := s.part(l.Account); part != "" {
		add(byPart, part)
	}
	people, err := account.Named(ctx, r, d.ID)
	if err != nil {
		return f, err
	}
	ids := make([]string, 0, len(people))
	for _, p := range people {
		ids = append(ids, p.Contact)
	}
	contacts, err := journal.Several[account.Contact](ctx, r, ids)
	for _, c := range contacts {
		name := c.Name.String()
		parts := strings.Fields(name)
		switch {
		case len(parts) == 0:
		case s.names(name):
			add(byFullName, name)
		case len(parts) > 1 && len(parts[len(parts)-1]) > 2 && s.names(parts[len(parts)-1]):
			add(byLastName, name)
		case len(parts[0]) > 2 && s.names(parts[0]):
			add(byName, name)
		}
	}
	for _, p := range d.Products {
		if s.names(p) {
			add(byProduct, p)
			break
		}
	}
	f.Why = "names " + listed(why)
	return f, err
}

// part is a word of the account's name that is its own: long, and not what companies call themselves.
func (s spoken) part(account string) string {
	for i, w := range strings.Fields(account) {
		if len([]rune(w)) >= 4 && !common[strings.ToLower(w)] && (i == 0 || len([]rune(w)) >= 6) && s.names(w) {
			return w
		}
	}
	return ""
}

var common = map[string]bool{}

func init() {
	for _, w := range strings.Fields("group holding holdings systems logistics freight transport services solutions international global bank energy health hospital hospitals clinics retail foods rail railways gmbh limited company partners industries pharma airport university technology technologies networks water power national general united first") {
		common[w] = true
	}
}

var prefixWord = regexp.MustCompile(`\b[A-Z]{2,5}\b`)

// prefixes are the words that could be a deal's prefix, written in capitals.
func prefixes(text string) []string {
	all := prefixWord.FindAllString(text, 40)
	slices.Sort(all)
	return slices.Compact(all)
}

// wordsOf folds a text to its words.
func wordsOf(text string) []string {
	return strings.FieldsFunc(cases.Fold().String(text), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}

func listed(all []string) string {
	if len(all) < 2 {
		return strings.Join(all, "")
	}
	return strings.Join(all[:len(all)-1], ", ") + " and " + all[len(all)-1]
}

// Own names a person's open deals, the last touched first.
func Own(ctx context.Context, r *journal.Reader, person string) ([]account.Label, error) {
	mine, err := store.List[string](ctx, r.Q, dealsOf, r.Workspace, person, mostDeals)
	if err != nil {
		return nil, err
	}
	all, err := account.Labels(ctx, r, mine)
	out := make([]account.Label, 0, len(mine))
	for _, id := range mine {
		if l, ok := all[id]; ok {
			out = append(out, l)
		}
	}
	return out, err
}
