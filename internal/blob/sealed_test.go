package blob_test

import (
	"bytes"
	"context"
	"os"
	"strings"
	"testing"
	"time"

	"throughline/internal/blob"
	"throughline/internal/problem"
)

func TestASealedFileOpensWithItsKeyOnly(t *testing.T) {
	ctx, store := context.Background(), blob.Store{Folder: t.TempDir()}
	words := "the customer's own words, twice the same words"
	kept, err := store.Put(ctx, "list.csv", strings.NewReader(words))
	if err != nil {
		t.Fatal(err)
	}
	sealed, key, err := store.Seal(ctx, kept.Hash, store)
	if err != nil {
		t.Fatal(err)
	}
	if err := store.Remove(kept.Hash); err != nil {
		t.Fatal(err)
	}
	if err := store.Remove(kept.Hash); err != nil {
		t.Errorf("removed twice: %v", err)
	}
	for _, path := range files(t, store.Folder) {
		if b, err := os.ReadFile(path); err != nil || bytes.Contains(b, []byte("own words")) {
			t.Errorf("%s holds the words, %v", path, err)
		}
	}
	if got, err := store.Unseal(ctx, sealed.Hash, key); err != nil || string(got) != words {
		t.Errorf("%q, %v", got, err)
	}
	for _, bad := range []string{"", "zz", strings.Repeat("0", 64)} {
		if got, err := store.Unseal(ctx, sealed.Hash, bad); err == nil || got != nil {
			t.Errorf("with the key %q it reads %q", bad, got)
		}
	}
	if _, err := store.Unseal(ctx, sealed.Hash, "[erased]"); problem.Of(err) != problem.Refused {
		t.Errorf("an erased key: %v", err)
	}
	if store.Remove("../x") == nil {
		t.Error("a path is removed")
	}
}

func TestWhatWaitsTooLongIsSweptAway(t *testing.T) {
	ctx, store := context.Background(), blob.Store{Folder: t.TempDir()}.In("waiting")
	if err := store.Sweep(time.Now()); err != nil {
		t.Fatalf("nothing was kept yet: %v", err)
	}
	for _, words := range []string{"old", "new"} {
		kept, err := store.Put(ctx, words, strings.NewReader(words))
		if err != nil {
			t.Fatal(err)
		}
		if words == "old" {
			past := time.Now().Add(-48 * time.Hour)
			if err := os.Chtimes(files(t, store.Folder)[0], past, past); err != nil {
				t.Fatal(err, kept)
			}
		}
	}
	if err := store.Sweep(time.Now().Add(-24 * time.Hour)); err != nil || len(files(t, store.Folder)) != 1 {
		t.Errorf("%v is left, %v", files(t, store.Folder), err)
	}
}
