package intake_test

import (
	"bytes"
	"fmt"
	"os"
	"strconv"
	"testing"

	"throughline/internal/exchange/intake"
	"throughline/internal/store/storetest"
	"throughline/internal/wiring/wiretest"
)

// manyDeals is a report of n opportunities over n/4 accounts.
func manyDeals(n int) string {
	var b bytes.Buffer
	b.WriteString(header)
	for i := range n {
		b.WriteString(deal(fmt.Sprintf("Account %d, Inc.", i/4), fmt.Sprintf("Deal %d - Relay platform", i), "Discovery",
			fmt.Sprintf("%d,480,000.00", i%9+1), fmt.Sprintf("%d/%d/2026", i%12+1, i%28+1), id15("001", i/4), id15("006", i)))
	}
	return b.String()
}

// manyContacts is a report of n contacts over n/4 accounts.
func manyContacts(n int) string {
	var b bytes.Buffer
	b.WriteString("\"Contact ID\",\"First Name\",\"Last Name\",\"Email\",\"Title\",\"Account Name\",\"Account ID\"\n")
	for i := range n {
		fmt.Fprintf(&b, "\"%s\",\"Ada\",\"Person %d\",\"ada%d@account%d.example\",\"Head of IT\",\"Account %d, Inc.\",\"%s\"\n",
			id15("003", i), i, i, i/4, i/4, id15("001", i/4))
	}
	return b.String()
}

// The figure: 100,000 rows of a CRM under 20 s.
func BenchmarkImportOfAHundredThousandRows(b *testing.B) {
	rows := 100_000
	if n, err := strconv.Atoi(os.Getenv("THROUGHLINE_BENCH_ROWS")); err == nil {
		rows = n
	}
	for _, kind := range []struct{ name, text string }{{"deals", manyDeals(rows)}, {"contacts", manyContacts(rows)}} {
		for _, on := range []struct {
			name string
			url  func(testing.TB) string
		}{{"sqlite", storetest.SQLite}, {"postgres", storetest.Postgres}} {
			b.Run(kind.name+"/"+on.name, func(b *testing.B) {
				for b.Loop() {
					b.StopTimer()
					w := wiretest.New(b, on.url(b))
					b.StartTimer()
					for _, step := range []struct {
						name    string
						created int
					}{{"first", rows}, {"again", 0}} {
						begun := b.Elapsed()
						r, err := intake.Take(w.Ctx(), w.Journal, w.Who, []intake.File{file("deals.csv", kind.text)}, intake.Options{})
						if err != nil || r.Created.Opportunities+r.Created.Contacts != step.created || r.Refused > 0 {
							b.Fatalf("%s, %v", counts(r), err)
						}
						b.ReportMetric((b.Elapsed() - begun).Seconds(), "s-"+step.name)
					}
				}
			})
		}
	}
}
