package folder_test

import (
	"bytes"
	"context"
	"fmt"
	"testing"
	"time"

	"throughline/internal/account"
	"throughline/internal/area"
	"throughline/internal/blob"
	"throughline/internal/clock"
	"throughline/internal/exchange/folder"
	"throughline/internal/id"
	"throughline/internal/journal"
	"throughline/internal/sample"
	"throughline/internal/store"
	"throughline/internal/store/storetest"
	"throughline/internal/thread"
	"throughline/internal/wiring"
)

var now = time.Date(2026, 11, 25, 9, 0, 0, 0, time.UTC)

// place is a house with a workspace in it.
type place struct {
	*area.House
	t         testing.TB
	ctx       context.Context
	workspace string
}

func open(t testing.TB, target string) *place {
	t.Helper()
	ctx := clock.With(context.Background(), func() time.Time { return now })
	h, err := wiring.Open(ctx, target)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { h.Journal.DB.Close() })
	h.Files = blob.Store{Folder: t.TempDir()}
	return &place{House: h, t: t, ctx: ctx}
}

// lived is a house with the sample in it.
func lived(t testing.TB, target string) *place {
	t.Helper()
	p := open(t, target)
	var err error
	if p.workspace, err = sample.Make(p.ctx, p.House); err != nil {
		t.Fatal(err)
	}
	return p
}

// empty is a house with an empty workspace.
func empty(t testing.TB, target string) *place {
	t.Helper()
	p := open(t, target)
	p.found()
	return p
}

func (p *place) found() {
	p.t.Helper()
	p.workspace = id.New(p.ctx)
	_, err := p.Journal.Write(p.ctx, p.who(), "workspace.found", func(ctx context.Context, tx *journal.Tx) error {
		return account.Found(ctx, tx, &account.Workspace{Name: "Empty"})
	})
	if err != nil {
		p.t.Fatal(err)
	}
}

func (p *place) who() journal.Actor {
	return journal.Actor{Workspace: p.workspace, Person: "mara", Name: "Mara", Role: "admin"}
}

func (p *place) reader() *journal.Reader { return p.Journal.Reader(p.workspace) }

func (p *place) deals() []account.Opportunity {
	p.t.Helper()
	all, err := store.List[string](p.ctx, p.Journal.DB.Read, store.SQL(`SELECT id FROM opportunity WHERE workspace = $1 ORDER BY prefix`), p.workspace)
	if err != nil {
		p.t.Fatal(err)
	}
	out, err := journal.Several[account.Opportunity](p.ctx, p.reader(), all)
	if err != nil {
		p.t.Fatal(err)
	}
	return out
}

func (p *place) written(deal string) *folder.Folder {
	p.t.Helper()
	f, err := folder.Of(p.ctx, p.reader(), p.Files.In(p.workspace), deal)
	if err != nil {
		p.t.Fatal(err)
	}
	return f
}

// taken writes the folder as a zip and takes that in.
func (p *place) taken(f *folder.Folder) account.Opportunity {
	p.t.Helper()
	var b bytes.Buffer
	if err := f.Zip(p.ctx, &b); err != nil {
		p.t.Fatal(err)
	}
	in, err := folder.ReadZip(bytes.NewReader(b.Bytes()), int64(b.Len()))
	if err != nil {
		p.t.Fatal(err)
	}
	d, err := folder.Take(p.ctx, p.House, p.who(), in, folder.Options{})
	if err != nil {
		p.t.Fatal(err)
	}
	return d
}

func (p *place) verify() {
	p.t.Helper()
	rep, err := journal.Verify(p.ctx, p.Journal.DB.Read)
	if err != nil {
		p.t.Fatal(err)
	}
	for _, f := range rep.Findings {
		p.t.Errorf("verify: %v", f)
	}
}

func same(t *testing.T, what string, a, b *folder.Folder) {
	t.Helper()
	if len(a.Files) != len(b.Files) {
		t.Errorf("%s: %d files became %d", what, len(a.Files), len(b.Files))
	}
	for i := range min(len(a.Files), len(b.Files)) {
		x, y := a.Files[i], b.Files[i]
		if x.Path != y.Path || x.Kept != y.Kept || !bytes.Equal(x.Text, y.Text) {
			t.Errorf("%s: %s became %s\n%s\n---\n%s", what, x.Path, y.Path, x.Text, y.Text)
			return
		}
	}
}

func TestADealComesBackTheSame(t *testing.T) {
	for _, way := range []struct {
		name     string
		from, to func(testing.TB) string
	}{
		{"SQLite", storetest.SQLite, storetest.SQLite},
		{"PostgreSQL", storetest.Postgres, storetest.Postgres},
		{"SQLite to PostgreSQL", storetest.SQLite, storetest.Postgres},
	} {
		t.Run(way.name, func(t *testing.T) {
			from, to := lived(t, way.from(t)), open(t, way.to(t))
			for _, d := range from.deals() {
				first := from.written(d.ID)
				to.found() // each deal into a workspace of its own
				arrived := to.taken(first)
				same(t, d.Prefix, first, to.written(arrived.ID))
			}
			to.verify()
		})
	}
}

// A deal of a thousand requirements goes out and comes in; the seconds are printed.
func BenchmarkADealOfAThousandRequirements(b *testing.B) {
	from, to := empty(b, storetest.SQLite(b)), open(b, storetest.SQLite(b))
	deal := from.large(1000)
	var f *folder.Folder
	b.Run("out", func(b *testing.B) {
		for range b.N {
			f = from.written(deal)
		}
	})
	b.Run("in", func(b *testing.B) {
		for range b.N {
			b.StopTimer()
			to.found()
			b.StartTimer()
			to.taken(f)
		}
	})
}

func (p *place) large(n int) (deal string) {
	p.t.Helper()
	_, err := p.Journal.Write(p.ctx, p.who(), "deal.add", func(ctx context.Context, tx *journal.Tx) error {
		a := account.Account{Name: "Northwind Freight"}
		if err := account.AddAccount(ctx, tx, &a); err != nil {
			return err
		}
		d := account.Opportunity{Account: a.ID, Name: "Relay"}
		if err := account.AddOpportunity(ctx, tx, &d, a.Name); err != nil {
			return err
		}
		deal = d.ID
		for i := range n {
			r := thread.Requirement{Row: journal.Row{Deal: deal}, Number: i + 1, Statement: fmt.Sprintf("Replay %d hours of events within 1 hour", i+2), Kind: thread.Functional,
				Priority: thread.Must, Measure: &thread.Measure{Metric: "time to replay", Comparison: "<=", Target: 60, Unit: "min"}, Meaning: 1, HeardAt: tx.Now()}
			if err := journal.Insert(ctx, tx, &r); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		p.t.Fatal(err)
	}
	return deal
}
