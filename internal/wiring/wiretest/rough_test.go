package wiretest_test

import (
	"context"
	"database/sql"
	"path/filepath"
	"strings"
	"testing"

	"throughline/internal/journal"
	"throughline/internal/problem"
	"throughline/internal/store"
	"throughline/internal/store/storetest"
	"throughline/internal/store/storetest/server"
	"throughline/internal/thread"
	"throughline/internal/wiring"
	"throughline/internal/wiring/wiretest"
)

func addReplay(w *wiretest.World) error {
	in := replay
	in.Deal = w.Deal
	_, err := w.Try("requirement.add", func(ctx context.Context, tx *journal.Tx) error {
		_, err := thread.Add(ctx, tx, in)
		return err
	})
	return err
}

func TestAFullDiskSaysSoAndNothingIsHalfWritten(t *testing.T) {
	w := wiretest.New(t, storetest.SQLite(t))
	db := w.Journal.DB.Writer()
	var pages int
	if err := db.QueryRow("PRAGMA page_count").Scan(&pages); err != nil {
		t.Fatal(err)
	}
	if _, err := db.Exec("PRAGMA max_page_count = 1"); err != nil { // no lower than it is: full now
		t.Fatal(err)
	}
	var err error
	for range 400 {
		if err = addReplay(w); err != nil {
			break
		}
	}
	if problem.Of(err) != problem.Upstream || !strings.Contains(err.Error(), "disk") {
		t.Fatalf("a full disk said %v", err)
	}
	if _, err := db.Exec("PRAGMA max_page_count = 1073741823"); err != nil {
		t.Fatal(err)
	}
	if err := addReplay(w); err != nil {
		t.Errorf("with room again: %v", err)
	}
	w.Verify()
}

func TestASecondProcessOnOneFolderIsRefused(t *testing.T) {
	folder := t.TempDir()
	w := wiretest.New(t, folder)
	_, err := wiring.Open(w.Ctx(), folder)
	if problem.Of(err) != problem.Refused || !strings.Contains(err.Error(), "Another Throughline") {
		t.Errorf("got %v", err)
	}
}

func TestADatabaseOfANewerProgramIsRefused(t *testing.T) {
	storetest.Each(t, func(t *testing.T, url string) {
		w := wiretest.New(t, url)
		if _, err := w.Journal.DB.Writer().Exec("INSERT INTO goose_db_version (version_id, is_applied) VALUES (99999, TRUE)"); err != nil {
			t.Fatal(err)
		}
		if err := w.Journal.DB.Close(); err != nil {
			t.Fatal(err)
		}
		_, err := wiring.Open(w.Ctx(), url)
		if problem.Of(err) != problem.Refused || !strings.Contains(err.Error(), "newer Throughline") {
			t.Errorf("got %v", err)
		}
	})
}

func TestALockedDatabaseSaysTryAgain(t *testing.T) {
	folder := t.TempDir()
	w := wiretest.New(t, folder)
	other, err := sql.Open("sqlite", "file:"+filepath.Join(folder, store.FileName)+"?_txlock=immediate")
	if err != nil {
		t.Fatal(err)
	}
	defer other.Close()
	tx, err := other.Begin() // holds the only write lock for longer than a write waits
	if err != nil {
		t.Fatal(err)
	}
	if _, err := w.Journal.DB.Writer().Exec("PRAGMA busy_timeout = 50"); err != nil {
		t.Fatal(err)
	}
	if err := addReplay(w); problem.Of(err) != problem.Busy {
		t.Errorf("locked: %v", err)
	}
	if err := tx.Rollback(); err != nil {
		t.Fatal(err)
	}
	if err := addReplay(w); err != nil {
		t.Errorf("unlocked: %v", err)
	}
	w.Verify()
}

func TestADatabaseThatGoesAndComesBack(t *testing.T) {
	ctx := context.Background()
	pg, err := server.Start(ctx, server.Options{Durable: true})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = pg.Stop() })
	w := wiretest.New(t, pg.URL())
	if err := pg.Kill(); err != nil {
		t.Fatal(err)
	}
	if err := addReplay(w); problem.Of(err) != problem.Upstream {
		t.Errorf("gone: %v", err)
	}
	if err := pg.Restart(ctx); err != nil {
		t.Fatal(err)
	}
	for range 20 { // the pools find out that their connections are dead, one after another
		if err = addReplay(w); err == nil {
			break
		}
	}
	if err != nil {
		t.Fatalf("back again: %v", err)
	}
	w.Verify()
}
