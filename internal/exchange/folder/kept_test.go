package folder_test

import (
	"context"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"throughline/internal/account"
	"throughline/internal/discovery"
	"throughline/internal/evaluation"
	"throughline/internal/exchange/folder"
	"throughline/internal/journal"
	"throughline/internal/problem"
	"throughline/internal/store/storetest"
)

func (p *place) do(act string, f func(context.Context, *journal.Tx) error) {
	p.t.Helper()
	if _, err := p.Journal.Write(p.ctx, p.who(), act, f); err != nil {
		p.t.Fatal(err)
	}
}

func (p *place) deal(prefix string) account.Opportunity {
	p.t.Helper()
	d, err := account.ByPrefix(p.ctx, p.reader(), prefix)
	if err != nil {
		p.t.Fatal(err)
	}
	return d
}

func TestKeptFilesGoAlongAndAChangedOneIsRefused(t *testing.T) {
	from, to := lived(t, storetest.SQLite(t)), empty(t, storetest.SQLite(t))
	kept, err := from.Files.In(from.workspace).Put(from.ctx, "replay: run 4.csv", strings.NewReader("minutes,47\n"))
	if err != nil {
		t.Fatal(err)
	}
	from.do("evaluation.result", func(ctx context.Context, tx *journal.Tx) error {
		all, err := journal.List[evaluation.Result](ctx, tx, from.deal("NWF").ID)
		if err != nil {
			return err
		}
		all[0].Evidence = &kept
		return journal.Update(ctx, tx, &all[0])
	})
	f := from.written(from.deal("NWF").ID)
	same(t, "with a file", f, to.written(to.taken(f).ID))
	r, err := to.Files.In(to.workspace).Open(to.ctx, kept.Hash)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	if b, err := io.ReadAll(r); err != nil || string(b) != "minutes,47\n" {
		t.Errorf("it reads %q, %v", b, err)
	}
	dir := t.TempDir()
	if err := f.Write(from.ctx, dir); err != nil {
		t.Fatal(err)
	}
	at := filepath.Join(dir, "files", "replay- run 4.csv")
	if err := os.WriteFile(at, []byte("minutes,7\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := folder.ReadDir(dir); problem.Of(err) != problem.Invalid || !strings.Contains(err.Error(), "files.yaml:2") {
		t.Errorf("a changed file: %v", err)
	}
	if err := os.Remove(at); err != nil {
		t.Fatal(err)
	}
	if _, err := folder.ReadDir(dir); problem.Of(err) != problem.Invalid || !strings.Contains(err.Error(), "Put the file back") {
		t.Errorf("a file that went: %v", err)
	}
}

func stakeholdersOf(p *place, deal string) []account.Stakeholder {
	p.t.Helper()
	all, err := journal.List[account.Stakeholder](p.ctx, p.reader(), deal)
	if err != nil {
		p.t.Fatal(err)
	}
	return all
}

// Words of somebody who was erased stay erased, and so they do where the folder arrives.
func TestErasedWordsStayErased(t *testing.T) {
	storetest.Each(t, func(t *testing.T, url string) {
		from, to := lived(t, storetest.SQLite(t)), empty(t, url)
		d := from.deal("NWF")
		stakeholders := stakeholdersOf(from, d.ID)
		names := map[string]bool{}
		for _, s := range stakeholders[:2] {
			c, err := journal.Load[account.Contact](from.ctx, from.reader(), s.Contact)
			if err != nil {
				t.Fatal(err)
			}
			names[c.Name.String()] = true
			from.do("contact.erase", func(ctx context.Context, tx *journal.Tx) error { return account.Erase(ctx, tx, s.Contact) })
		}
		f := from.written(d.ID)
		for _, file := range f.Files {
			for name := range names {
				if strings.Contains(string(file.Text), "name: "+name) || strings.Contains(string(file.Text), "label: "+name) {
					t.Errorf("%s still names %s", file.Path, name)
				}
			}
		}
		arrived := to.taken(f)
		same(t, "with erased people", f, to.written(arrived.ID))
		for _, s := range stakeholdersOf(to, arrived.ID) {
			c, err := journal.Load[account.Contact](to.ctx, to.reader(), s.Contact)
			if err != nil || c.Name.Owner() != c.ID || c.Name.Gone() == c.ErasedAt.IsZero() {
				t.Errorf("%s, owned by %s, erased at %s, %v", c.Name, c.Name.Owner(), c.ErasedAt, err)
			}
		}
		voices, err := journal.List[discovery.Voice](to.ctx, to.reader(), arrived.ID)
		if err != nil {
			t.Fatal(err)
		}
		gone := 0
		for _, v := range voices {
			if v.Label.Gone() {
				gone++
			}
		}
		if gone == 0 {
			t.Error("no voice of the erased is gone")
		}
		to.verify()
	})
}

func TestADealTakenInBesideItselfNeedsAnotherKey(t *testing.T) {
	from := lived(t, storetest.SQLite(t))
	f := from.written(from.deal("NWF").ID)
	dir := t.TempDir()
	if err := f.Write(from.ctx, dir); err != nil {
		t.Fatal(err)
	}
	in, err := folder.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := folder.Take(from.ctx, from.House, from.who(), in, folder.Options{}); problem.Of(err) != problem.Refused || !strings.Contains(err.Error(), "a deal NWF already") {
		t.Errorf("the same key: %v", err)
	}
	if _, err := folder.Take(from.ctx, from.House, from.who(), in, folder.Options{As: "nwf"}); problem.Of(err) != problem.Invalid {
		t.Errorf("no key: %v", err)
	}
	d, err := folder.Take(from.ctx, from.House, from.who(), in, folder.Options{As: "NWX"})
	if err != nil || d.Prefix != "NWX" || d.Account != from.deal("NWF").Account || d.SE != from.deal("NWF").SE {
		t.Errorf("%+v, %v", d, err)
	}
	from.verify()
}
