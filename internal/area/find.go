package area

import (
	"context"
	"regexp"
	"strings"

	"throughline/internal/account"
	"throughline/internal/journal"
	"throughline/internal/problem"
	"throughline/internal/search"
	"throughline/internal/store"
	"throughline/internal/thread"
)

// Hit is one thing that the palette found.
type Hit struct {
	Kind  string        `json:"kind"`
	ID    string        `json:"id"`
	Key   string        `json:"key"`
	Title string        `json:"title"`
	Deal  account.Label `json:"-"` // empty for what belongs to no deal
}

const (
	mostHits    = 20
	recentDeals = 30 // whose sentences the palette reads
	ofAccount   = 3  // deals shown for an account's name
)

// key is how people write a deal's prefix or a requirement's key.
var key = regexp.MustCompile(`^([A-Za-z]{2,5})(?:-(\d{1,6}))?$`)

var (
	recentOpen = store.SQL(`SELECT deal FROM tally WHERE workspace = $1 AND archived = FALSE AND phase IN ('open', 'won') ORDER BY touched_at DESC LIMIT $2`)
	// One deal at a time: PostgreSQL, asked for all of them, reads every deal's sentences.
	sentencesOf = store.SQL(`SELECT place, deal, kind, thing, label, title, body FROM search_entry
		WHERE workspace = $1 AND deal = $2 AND kind = 'requirement' AND tokens LIKE $3 AND tokens LIKE $4 AND tokens LIKE $5 ORDER BY place LIMIT $6`)
)

// Palette finds, from two letters on, the first twenty of: the deal or requirement of a key,
// deals, accounts and people by the words of their names, sentences of the open and recent deals.
func (h *House) Palette(ctx context.Context, r *journal.Reader, words string) ([]Hit, error) {
	words = strings.TrimSpace(words)
	if len([]rune(words)) < 2 {
		return []Hit{}, nil
	}
	p := palette{r: r, seen: map[string]bool{}}
	for _, step := range []func(context.Context, string) error{p.keys, p.names, p.sentences} {
		if err := step(ctx, words); err != nil {
			return nil, err
		}
		if len(p.hits) >= mostHits {
			break
		}
	}
	return p.hits[:min(len(p.hits), mostHits)], p.label(ctx)
}

type palette struct {
	r    *journal.Reader
	hits []Hit
	seen map[string]bool
}

func (p *palette) add(h Hit) {
	if !p.seen[h.ID] {
		p.seen[h.ID] = true
		p.hits = append(p.hits, h)
	}
}

func (p *palette) deals(all []account.Label) {
	for _, l := range all {
		p.add(Hit{Kind: "opportunity", ID: l.Deal, Key: l.Prefix, Title: l.Account, Deal: l})
	}
}

func (p *palette) keys(ctx context.Context, words string) error {
	m := key.FindStringSubmatch(words)
	if m == nil {
		return nil
	}
	prefix := strings.ToUpper(m[1])
	if m[2] == "" {
		all, err := account.LabelsFrom(ctx, p.r, prefix, 8)
		p.deals(all)
		return err
	}
	d, err := account.ByPrefix(ctx, p.r, prefix)
	if problem.Of(err) == problem.Missing {
		return nil
	}
	if err != nil {
		return err
	}
	req, err := thread.ByKey(ctx, p.r, d.ID, m[0])
	if problem.Of(err) == problem.Missing {
		return nil
	}
	if err == nil {
		p.add(Hit{Kind: "requirement", ID: req.ID, Key: req.Key(d.Prefix), Title: req.Statement, Deal: account.Label{Deal: d.ID}})
	}
	return err
}

func (p *palette) names(ctx context.Context, words string) error {
	found, err := search.Names(ctx, p.r, words, mostHits)
	if err != nil {
		return err
	}
	var accounts []string
	for _, f := range found {
		if f.Kind == "account" {
			accounts = append(accounts, f.Thing)
		}
	}
	of, err := account.LabelsOf(ctx, p.r, accounts)
	if err != nil {
		return err
	}
	for _, f := range found {
		switch f.Kind {
		case "opportunity":
			p.add(Hit{Kind: f.Kind, ID: f.Thing, Title: f.Title, Deal: account.Label{Deal: f.Thing}})
		case "account":
			p.deals(of[f.Thing][:min(len(of[f.Thing]), ofAccount)])
			p.add(Hit{Kind: f.Kind, ID: f.Thing, Title: f.Title})
		default:
			p.add(Hit{Kind: f.Kind, ID: f.Thing, Title: f.Title})
		}
	}
	return nil
}

// sentences looks through the requirements of the open deals that were touched last.
func (p *palette) sentences(ctx context.Context, words string) error {
	likes := search.Likes(words)
	if likes == nil {
		return nil
	}
	deals, err := store.List[string](ctx, p.r.Q, recentOpen, p.r.Workspace, recentDeals)
	if err != nil {
		return err
	}
	for _, deal := range deals {
		more := mostHits - len(p.hits)
		if more <= 0 {
			break
		}
		args := append([]any{p.r.Workspace, deal}, likes...)
		found, err := store.List[search.Hit](ctx, p.r.Q, sentencesOf, append(args, more)...)
		if err != nil {
			return err
		}
		for _, f := range found {
			p.add(Hit{Kind: f.Kind, ID: f.Thing, Key: f.Label, Title: f.Title, Deal: account.Label{Deal: f.Deal}})
		}
	}
	return nil
}

// label names the deals of the hits, and gives requirements their whole key.
func (p *palette) label(ctx context.Context) error {
	var deals []string
	for _, h := range p.hits {
		if h.Deal.Prefix == "" {
			deals = append(deals, h.Deal.Deal)
		}
	}
	all, err := account.Labels(ctx, p.r, deals)
	for i := range p.hits {
		h := &p.hits[i]
		if l, ok := all[h.Deal.Deal]; ok {
			h.Deal = l
		}
		if strings.HasPrefix(h.Key, "-") || h.Key == "" && h.Kind == "opportunity" {
			h.Key = h.Deal.Prefix + h.Key
		}
	}
	return err
}
