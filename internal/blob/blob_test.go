package blob_test

import (
	"context"
	"errors"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"testing/iotest"

	"throughline/internal/blob"
	"throughline/internal/problem"
)

// files lists what lies in a folder, at any depth.
func files(t *testing.T, folder string) (out []string) {
	t.Helper()
	err := filepath.WalkDir(folder, func(path string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			out = append(out, path)
		}
		return err
	})
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		t.Fatal(err)
	}
	return out
}

func TestAFilesNameIsNeverAPath(t *testing.T) {
	home := t.TempDir()
	store := blob.Store{Folder: filepath.Join(home, "files")}.In("0198-workspace")
	for name, shown := range map[string]string{"../../x": "x", "/etc/passwd": "passwd", "..": "/", "": "/", "a/../../../b.pdf": "b.pdf", "ок 🚚.csv": "ок 🚚.csv"} {
		kept, err := store.Put(context.Background(), name, strings.NewReader("words of "+name))
		if err != nil || kept.Name != shown {
			t.Errorf("%q is shown as %q, %v", name, kept.Name, err)
		}
	}
	for _, path := range files(t, home) {
		if !strings.HasPrefix(path, store.Folder+string(filepath.Separator)) {
			t.Errorf("%s lies outside of its store", path)
		}
	}
	for _, hash := range []string{"../../x", "", "zz", strings.Repeat("a", 64), strings.Repeat("a", 62) + "/."} {
		if _, err := store.Open(context.Background(), hash); problem.Of(err) != problem.Missing {
			t.Errorf("asked for %q: %v", hash, err)
		}
	}
}

func TestWhatDoesNotArriveWholeLeavesNothing(t *testing.T) {
	for _, c := range []struct {
		name string
		give io.Reader
		kind problem.Kind
	}{
		{"over the limit", strings.NewReader(strings.Repeat("x", 1<<20+1)), problem.Invalid},
		{"broken off", io.MultiReader(strings.NewReader("half"), iotest.ErrReader(io.ErrUnexpectedEOF)), problem.Internal},
		{"a disk that is full", io.MultiReader(strings.NewReader("half"), iotest.ErrReader(&fs.PathError{Op: "write", Err: syscall.ENOSPC})), problem.Upstream},
	} {
		store := blob.Store{Folder: t.TempDir(), Limit: 1 << 20}
		kept, err := store.Put(context.Background(), "letter.pdf", c.give)
		if problem.Of(err) != c.kind || err == nil || !strings.Contains(err.Error(), "letter.pdf") || kept != (blob.File{}) {
			t.Errorf("%s: %+v, %v", c.name, kept, err)
		}
		if left := files(t, store.Folder); len(left) > 0 {
			t.Errorf("%s left %v", c.name, left)
		}
	}
}

func TestTheSameContentIsKeptOnce(t *testing.T) {
	store := blob.Store{Folder: t.TempDir(), Limit: 5}
	first, err := store.Put(context.Background(), "one.txt", strings.NewReader("words"))
	if err != nil {
		t.Fatal(err)
	}
	second, err := store.Put(context.Background(), "two.txt", strings.NewReader("words"))
	if err != nil || second.Hash != first.Hash || len(files(t, store.Folder)) != 1 {
		t.Errorf("%+v and %+v, %v, %d files", first, second, err, len(files(t, store.Folder)))
	}
	f, err := store.Open(context.Background(), first.Hash)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if got, err := io.ReadAll(f); err != nil || string(got) != "words" {
		t.Errorf("it reads %q, %v", got, err)
	}
}

// A volume of one megabyte, where this machine lets one be mounted.
func TestAFullVolumeIsSaidAndHoldsNoHalfFile(t *testing.T) {
	folder := t.TempDir()
	if out, err := exec.Command("mount", "-t", "tmpfs", "-o", "size=1m", "none", folder).CombinedOutput(); err != nil {
		t.Logf("no small volume can be mounted here (%v %s): the rule is tested with a reader only", err, out)
		return
	}
	t.Cleanup(func() { _ = exec.Command("umount", folder).Run() })
	store := blob.Store{Folder: filepath.Join(folder, "files")}
	if _, err := store.Put(context.Background(), "small.txt", strings.NewReader("fits")); err != nil {
		t.Fatal(err)
	}
	_, err := store.Put(context.Background(), "large.bin", strings.NewReader(strings.Repeat("x", 4<<20)))
	if problem.Of(err) != problem.Upstream || !strings.Contains(err.Error(), "large.bin") || !strings.Contains(err.Error(), "full") {
		t.Errorf("a full volume said %v", err)
	}
	if left := files(t, folder); len(left) != 1 {
		t.Errorf("it holds %v", left)
	}
	if _, err := os.Stat(store.Folder); err != nil {
		t.Fatal(err)
	}
}
