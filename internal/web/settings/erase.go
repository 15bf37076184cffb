package settings

import (
	"context"

	"throughline/internal/account"
	"throughline/internal/journal"
	"throughline/internal/problem"
	"throughline/internal/search"
	"throughline/internal/web/kit"
)

type eraseView struct {
	r       *kit.Request
	words   string
	found   []account.Contact
	chosen  *account.Contact
	account string
}

func showErase(r *kit.Request) error {
	v := &eraseView{r: r, words: r.URL.Query().Get("q")}
	chosen := r.URL.Query().Get("contact")
	if chosen == "" {
		chosen = r.FormValue("contact")
	}
	if chosen != "" {
		c, err := journal.Load[account.Contact](r.Ctx(), r.Reader, chosen)
		if err != nil {
			return err
		}
		v.chosen = &c
		if c.Account != "" {
			a, err := journal.Load[account.Account](r.Ctx(), r.Reader, c.Account)
			if err != nil && problem.Of(err) != problem.Missing {
				return err
			}
			v.account = a.Name
		}
		return r.Draw(erasePage(r.Shell("Erase a person", "/settings"), v))
	}
	hits, err := search.Names(r.Ctx(), r.Reader, v.words, 100)
	if err != nil {
		return err
	}
	for _, h := range hits {
		if h.Kind != "contact" {
			continue
		}
		c, err := journal.Load[account.Contact](r.Ctx(), r.Reader, h.Thing)
		if err != nil {
			return err
		}
		v.found = append(v.found, c)
	}
	return r.Draw(erasePage(r.Shell("Erase a person", "/settings"), v))
}

// erase forgets a person outside for good.
func erase(r *kit.Request) error {
	if r.FormValue("sure") == "" {
		return &problem.Error{Kind: problem.Invalid, What: "Nobody was erased.", Fields: []problem.Field{{Name: "sure", What: "Say that you are sure. It cannot be taken back."}}}
	}
	if err := r.Act("contact.erase", func(ctx context.Context, tx *journal.Tx) error {
		return account.Erase(ctx, tx, r.FormValue("contact"))
	}); err != nil {
		return err
	}
	return r.Done("/settings/erase")
}
