package inbox_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"strconv"
	"testing"
	"time"

	"throughline/internal/account"
	"throughline/internal/id"
	"throughline/internal/inbox"
	"throughline/internal/journal"
	"throughline/internal/search"
	"throughline/internal/store/storetest"
	"throughline/internal/wiring/wiretest"
)

// people is how many persons share the deals of the benchmark.
const people = 30

var syllables = []string{"ra", "to", "mi", "ku", "le", "so", "ne", "pa", "vi", "do", "ga", "hu", "be", "fi", "zo", "wa", "ly", "cre", "stra", "plo"}

func word(n int) string {
	return syllables[n%20] + syllables[n/20%20] + syllables[n/400%20]
}

func sentence(r *rand.Rand) string {
	out := "Replace"
	for range 12 {
		out += " " + word(int(r.ExpFloat64()*900)%8000)
	}
	return out
}

// fill makes deals through the acts, and their requirements' rows and entries directly: a million
// acts would take the benchmark an hour.
func fill(b *testing.B, w *wiretest.World, deals, each int) {
	b.Helper()
	r := rand.New(rand.NewPCG(1, 2))
	for from := 0; from < deals; from += 500 {
		w.Do("import.crm", func(ctx context.Context, tx *journal.Tx) error {
			var p account.Prefixes
			for i := from; i < min(from+500, deals); i++ {
				a := account.Account{Name: word(i) + " " + word(i*7+3)}
				if err := account.AddAccount(ctx, tx, &a); err != nil {
					return err
				}
				o := account.Opportunity{Account: a.ID, Name: word(i*3) + " platform", CloseOn: "2026-01-02", SE: "p" + strconv.Itoa(i%people), AE: "q" + strconv.Itoa(i%people)}
				if err := p.Add(ctx, tx, &o, a.Name); err != nil {
					return err
				}
				var entries []search.Entry
				for range each {
					entries = append(entries, search.Entry{Deal: o.ID, Kind: "requirement", Thing: id.New(ctx), Label: "-1", Title: sentence(r)})
				}
				search.Put(tx, entries)
			}
			return nil
		})
	}
}

// BenchmarkManyDeals measures the inbox, the palette and search with the deals that
// THROUGHLINE_BENCH_DEALS says (1,000 by default), 100 sentences each.
func BenchmarkManyDeals(b *testing.B) {
	deals := 1000
	if n, err := strconv.Atoi(os.Getenv("THROUGHLINE_BENCH_DEALS")); err == nil {
		deals = n
	}
	for name, url := range map[string]func(testing.TB) string{"sqlite": storetest.SQLite, "postgres": storetest.Postgres} {
		b.Run(name, func(b *testing.B) {
			w := wiretest.New(b, url(b))
			start := time.Now()
			fill(b, w, deals, 100)
			b.Logf("%d deals and %d sentences indexed in %v", deals, deals*100, time.Since(start))
			if name == "postgres" {
				if _, err := w.Journal.DB.Writer().Exec("ANALYZE"); err != nil {
					b.Fatal(err)
				}
			}
			b.Run("inbox", func(b *testing.B) {
				for b.Loop() {
					if in, err := inbox.Of(w.Ctx(), w.House, w.Reader(), "p3", w.Today()); err != nil || in.Mine == 0 {
						b.Fatal(in.Mine, err)
					}
				}
			})
			b.Run("inbox of the account executive", func(b *testing.B) {
				for b.Loop() {
					if in, err := inbox.Of(w.Ctx(), w.House, w.Reader(), "q3", w.Today()); err != nil || in.BreakSum == 0 {
						b.Fatal(in.BreakSum, err)
					}
				}
			})
			for _, words := range []string{"re", "st", "ramiku", "zzqx"} {
				b.Run("palette "+words, func(b *testing.B) {
					for b.Loop() {
						if _, err := w.Palette(w.Ctx(), w.Reader(), words); err != nil {
							b.Fatal(err)
						}
					}
				})
			}
			rare := fmt.Sprint(word(7990), " ", word(7000))
			for _, words := range []string{rare, word(7993), "replace", "rep", "re", "ramira plo"} {
				b.Run("search "+words, func(b *testing.B) {
					for b.Loop() {
						f, err := search.Find(w.Ctx(), w.Journal.DB, w.Reader(), search.Query{Words: words, Limit: 30})
						if err != nil {
							b.Fatal(err)
						}
						b.ReportMetric(float64(len(f.Hits)), "hits")
						if f.Short {
							b.ReportMetric(1, "short")
						}
					}
				})
			}
		})
	}
}
