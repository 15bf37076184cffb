package main

import (
	"context"
	"fmt"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"sync"
	"time"

	"throughline/internal/account"
	"throughline/internal/area"
	"throughline/internal/auth"
	"throughline/internal/clock"
	"throughline/internal/id"
	"throughline/internal/journal"
	"throughline/internal/store/storetest/server"
	"throughline/internal/thread"
	"throughline/internal/web"
	"throughline/internal/web/kit"
	"throughline/internal/wiring"
)

// bench is a run: its worlds are made when first asked for, and kept.
type bench struct {
	options
	size
	figures  []figure
	worlds   map[string]*world
	postgres *server.Server
}

// world is a house with data, and the pages over it.
type world struct {
	*area.House
	database string
	who      journal.Actor
	deals    []string // ids
	prefixes []string
	handler  http.Handler
	cookie   *http.Cookie
}

// databases are the two that every figure is taken on.
var databases = []string{"sqlite", "postgres"}

func (b *bench) close() {
	for _, w := range b.worlds {
		w.Journal.DB.Close()
	}
	if b.postgres != nil {
		if err := b.postgres.Stop(); err != nil {
			fmt.Fprintln(os.Stderr, "bench:", err)
		}
	}
}

// target is the address of a fresh database of a kind.
func (b *bench) target(ctx context.Context, database, name string) (string, error) {
	if database == "sqlite" {
		return filepath.Join(b.work, name), nil
	}
	if b.postgres == nil {
		var err error
		if b.postgres, err = server.Start(ctx, server.Options{Durable: true, Large: true}); err != nil {
			return "", err
		}
	}
	return newDatabase(ctx, b.postgres.URL(), name)
}

// world is a house with that many deals of a hundred requirements each.
func (b *bench) world(ctx context.Context, database string, deals int) (*world, error) {
	key := fmt.Sprintf("%s_%d", database, deals)
	if w := b.worlds[key]; w != nil {
		return w, nil
	}
	target, err := b.target(ctx, database, key)
	if err != nil {
		return nil, err
	}
	h, err := wiring.Open(ctx, target)
	if err != nil {
		return nil, err
	}
	h.Files.Folder = filepath.Join(b.work, key+"-files")
	w := &world{House: h, database: database, who: journal.Actor{Workspace: id.New(ctx), Person: "bench", Role: "SE"}}
	if b.worlds == nil {
		b.worlds = map[string]*world{}
	}
	b.worlds[key] = w
	began := time.Now()
	if err := w.seed(ctx, deals, b.perDeal); err != nil {
		return nil, err
	}
	b.add(figure{What: fmt.Sprintf("seeding: journalled requirements a second (%d deals)", deals), Database: database, Value: float64(deals*b.perDeal) / time.Since(began).Seconds(), Unit: "/s"})
	return w, w.open(ctx)
}

// seed makes a workspace of deals, each by one act, with eight writers.
func (w *world) seed(ctx context.Context, deals, perDeal int) error {
	if err := w.do(ctx, "workspace.found", func(ctx context.Context, tx *journal.Tx) error {
		return account.Found(ctx, tx, &account.Workspace{Name: "Bench"})
	}); err != nil {
		return err
	}
	person := auth.Person{Email: "se@bench.example", Name: "Mara Lindqvist", Role: auth.SE}
	if err := w.do(ctx, "person.add", func(ctx context.Context, tx *journal.Tx) error { return auth.Add(ctx, tx, &person) }); err != nil {
		return err
	}
	w.who.Person = person.ID
	w.deals, w.prefixes = make([]string, deals), make([]string, deals)
	var group sync.WaitGroup
	failed := make(chan error, 8)
	for writer := range 8 {
		group.Go(func() {
			for n := writer; n < deals; n += 8 {
				if err := w.seedDeal(ctx, n, perDeal); err != nil {
					failed <- err
					return
				}
			}
		})
	}
	group.Wait()
	close(failed)
	return <-failed
}

// seedDeal makes one deal: the first hundred belong to the person who looks at the inbox.
func (w *world) seedDeal(ctx context.Context, n, perDeal int) error {
	return w.do(ctx, "requirement.add", func(ctx context.Context, tx *journal.Tx) error {
		a := account.Account{Name: fmt.Sprintf("%s %s %d", words[n%len(words)], words[(n/7)%len(words)], n)}
		if err := account.AddAccount(ctx, tx, &a); err != nil {
			return err
		}
		o := account.Opportunity{Account: a.ID, Name: fmt.Sprintf("Relay for %s", a.Name), CloseOn: clock.DateOf(time.Now()).AddDays(30 + n%200),
			Amount: account.Money{Known: n%10 != 0, Minor: int64(n%977) * 10000, Currency: []string{"EUR", "USD", "GBP"}[n%3]}}
		o.SE, o.AE = w.who.Person, fmt.Sprintf("seller%d", n%40)
		if n >= 100 {
			o.SE = fmt.Sprintf("person%d", n%50)
		}
		if n%2 == 0 {
			o.SA = fmt.Sprintf("architect%d", n%30)
		}
		if err := account.AddOpportunity(ctx, tx, &o, a.Name); err != nil {
			return err
		}
		w.deals[n], w.prefixes[n] = o.ID, o.Prefix
		for i := range perDeal {
			r := requirement(o.ID, n, i)
			r.HeardAt = tx.Now()
			if err := journal.Insert(ctx, tx, &r); err != nil {
				return err
			}
		}
		return nil
	})
}

func requirement(deal string, n, i int) thread.Requirement {
	r := thread.Requirement{Row: journal.Row{Deal: deal}, Number: i + 1, Kind: thread.Kind(thread.KindWords[i%7]), Priority: thread.Priority(thread.PriorityWords[i%3]), Meaning: 1,
		Statement: fmt.Sprintf("%s %s within %d minutes for %s %d", words[(n+i)%len(words)], words[(n*3+i*5)%len(words)], i%60+1, words[(i*11)%len(words)], n*1000+i), Grouping: words[i/10%len(words)]}
	if i%2 == 0 {
		r.Measure = &thread.Measure{Metric: "time", Comparison: "<=", Target: float64(i%60 + 1), Unit: "min"}
	}
	return r
}

var words = []string{"Replay", "Deliver", "Receive", "Mask", "Archive", "Route", "Alert", "Sign", "Export", "Import", "Carrier", "Dispatch", "Events", "Shipment", "Audit", "Ledger",
	"Northwind", "Harbour", "Lakeside", "Summit", "Meridian", "Cobalt", "Juniper", "Orchard", "Granite", "Willow", "Falcon", "Beacon"}

func (w *world) do(ctx context.Context, act string, do func(context.Context, *journal.Tx) error) error {
	_, err := w.Journal.Write(ctx, w.who, act, do)
	return err
}

// begun is another copy of the program over the same database, with nothing in memory yet.
func (w *world) begun() *world {
	other := *w
	other.House = area.Assemble(journal.New(w.Journal.DB), w.Areas[1:]) // the first is the house's own
	other.handler = pagesOver(other.House)
	return &other
}

func pagesOver(h *area.House) http.Handler {
	site := &kit.Site{House: h, Log: slog.New(slog.DiscardHandler), Sessions: kit.NewSessions(h, false), Upload: 64 << 20}
	return web.Handler(site, nil, nil)
}

// open builds the pages over the house and signs the person in.
func (w *world) open(ctx context.Context) error {
	if err := w.Journal.DB.Analyze(ctx); err != nil { // as its housekeeping does within minutes
		return err
	}
	w.handler = pagesOver(w.House)
	if err := auth.SetPassword(ctx, w.Journal.DB, "se@bench.example", "bench-password"); err != nil {
		return err
	}
	req := httptest.NewRequestWithContext(ctx, http.MethodPost, "/sign-in", formBody("email=se@bench.example&password=bench-password"))
	req.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	res := httptest.NewRecorder()
	w.handler.ServeHTTP(res, req)
	for _, c := range res.Result().Cookies() {
		w.cookie = c
	}
	if w.cookie == nil {
		return fmt.Errorf("signing in answered %d", res.Code)
	}
	return nil
}
