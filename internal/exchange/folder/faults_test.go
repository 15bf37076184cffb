package folder_test

import (
	"archive/zip"
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"throughline/internal/exchange/folder"
	"throughline/internal/problem"
	"throughline/internal/store"
	"throughline/internal/store/storetest"
)

// Each fault says its file and line and what to do, and nothing is written.
func TestAFolderEditedWronglyIsRefusedWithFileLineAndWhatToDo(t *testing.T) {
	from := lived(t, storetest.SQLite(t))
	to := empty(t, storetest.SQLite(t))
	var deal string
	for _, d := range from.deals() {
		if d.Prefix == "NWF" {
			deal = d.ID
		}
	}
	for _, row := range []struct{ file, old, new, where, say string }{
		{"requirements/NWF-1.md", "priority: must", "priority: mandatory", "requirements/NWF-1.md:4", "Use one of: must, should, could, wont"},
		{"requirements/NWF-1.md", "priority: must\n", "", "requirements/NWF-1.md:2", "needs one"},
		{"requirements/NWF-1.md", "priority: must", "prority: must", "requirements/NWF-1.md:4", "It has: "},
		{"requirements/NWF-1.md", "priority: must", "priority must", "requirements/NWF-1.md:4", "name: value"},
		{"requirements/NWF-1.md", "id: NWF-1\n", "id: NWF-2\n", ":2", "Give one of them another"},
		{"requirements/NWF-1.md", "id: NWF-1\n", "id: XYZ-1\n", "requirements/NWF-1.md:2", "such as NWF-1"},
		{"requirements/NWF-1.md", "---\n", "", "requirements/NWF-1.md:1", "three dashes"},
		{"requirements/NWF-1.md", "raised_by: <", "raised_by: <no-", "requirements/NWF-1.md", "nothing in this folder has that id"},
		{"requirements/NWF-3.md", "target: ", "target: about ", "requirements/NWF-3.md", "a number"},
		{"requirements/NWF-1.md", "heard_at: 20", "heard_at: yesterday 20", "requirements/NWF-1.md", "is not a moment like"},
		{"deal.md", "close_on: 2", "close_on: 31.2", "deal.md", "date"},
		{"deal.md", "amount: ", "amount: about ", "deal.md", "486000.00 EUR"},
		{"deal.md", "account: <", "account: <un", "deal.md:2", "nothing in this folder"},
		{"promises.yaml", "state: ", "state: almost ", "promises.yaml", "Use one of: open"},
		{"promises.yaml", "- id: P1\n", "- id: P1\n  id: P9\n", "promises.yaml:2", "second time"},
		{"tasks.csv", "number,", "nummer,", "tasks.csv:2", "which a task does not have"},
		{"tasks.csv", "\ntask-1,", "\n\"task-1,", "tasks.csv", "Each row has as many cells"},
		{"links.csv", "satisfy", "satisfies", "links.csv", "derive, refine, satisfy, verify, trace"},
		{"design/model.dsl", "container", "component", "design/model.dsl:", "Change it there, or remove this file"},
		{"our-people.yaml", "email: ", "mail: ", "our-people.yaml:2", "It has: email"},
	} {
		f := from.written(deal)
		dir := t.TempDir()
		if err := f.Write(from.ctx, dir); err != nil {
			t.Fatal(err)
		}
		path := filepath.Join(dir, filepath.FromSlash(row.file))
		b, err := os.ReadFile(path)
		if err != nil {
			t.Errorf("%s: %v", row.file, err)
			continue
		}
		changed := strings.Replace(string(b), row.old, row.new, 1)
		if changed == string(b) {
			t.Errorf("%s holds no %q:\n%s", row.file, row.old, b[:min(600, len(b))])
			continue
		}
		if err := os.WriteFile(path, []byte(changed), 0o600); err != nil {
			t.Fatal(err)
		}
		in, err := folder.ReadDir(dir)
		if err == nil {
			_, err = folder.Take(to.ctx, to.House, to.who(), in, folder.Options{})
		}
		if err == nil || problem.Of(err) != problem.Invalid || !strings.Contains(err.Error(), row.where) || !strings.Contains(err.Error(), row.say) {
			t.Errorf("%s: %q for %q said %v", row.file, row.new, row.old, err)
		}
	}
	if n := len(to.deals()); n != 0 {
		t.Errorf("%d deals were taken in half", n)
	}
	left, _, err := store.One[int64](to.ctx, to.Journal.DB.Read, store.SQL(`SELECT count(*) FROM account WHERE workspace = $1`), to.workspace)
	if err != nil || left != 0 {
		t.Errorf("%d accounts were left, %v", left, err)
	}
	if files, _ := filepath.Glob(to.Files.Folder + "/*/*"); len(files) > 0 {
		t.Errorf("files were kept for a folder that was refused: %v", files)
	}
	to.verify()
}

func TestAHostileZipIsRefused(t *testing.T) {
	make := func(files ...string) []byte {
		var b bytes.Buffer
		z := zip.NewWriter(&b)
		for i := 0; i < len(files); i += 2 {
			w, err := z.CreateHeader(&zip.FileHeader{Name: files[i], Method: zip.Deflate})
			if err != nil {
				t.Fatal(err)
			}
			if _, err := w.Write([]byte(files[i+1])); err != nil {
				t.Fatal(err)
			}
		}
		if err := z.Close(); err != nil {
			t.Fatal(err)
		}
		return b.Bytes()
	}
	bomb := strings.Repeat("a", 9<<20)
	for _, row := range []struct {
		name string
		zip  []byte
		say  string
	}{
		{"a path that leads out", make("deal.md", "---\n---\n", "../../etc/passwd", "x"), "leads out"},
		{"a path from the root", make("deal.md", "---\n---\n", "/etc/passwd", "x"), "leads out"},
		{"a path of another system", make("deal.md", "---\n---\n", `files\..\..\x`, "x"), "leads out"},
		{"a drive", make("deal.md", "---\n---\n", "C:x", "x"), "leads out"},
		{"a bomb", make("deal.md", "---\n---\n", "promises.yaml", bomb), "promises.yaml is larger than 8 MB"},
		{"many bombs", make(func() (out []string) {
			out = append(out, "deal.md", "---\n---\n")
			for i := range 20 {
				out = append(out, "requirements/NWF-"+string(rune('a'+i))+".md", bomb[:8<<20-1])
			}
			return out
		}()...), "passes 128 MB"},
		{"a file twice", make("deal.md", "---\n---\n", "deal.md", "---\n---\n"), "twice"},
		{"no deal", make("readme.txt", "hello"), "no deal.md"},
		{"no zip", []byte("hello"), "no zip"},
		{"half a zip", make("deal.md", "---\n---\n")[:40], "no zip"},
		{"a file nobody lists", make("deal.md", "---\n---\n", "files/run.exe", "MZ"), "not listed"},
	} {
		_, err := folder.ReadZip(bytes.NewReader(row.zip), int64(len(row.zip)))
		if problem.Of(err) != problem.Invalid || !strings.Contains(err.Error(), row.say) {
			t.Errorf("%s: %v", row.name, err)
		}
	}
}

func TestALinkInAFolderIsNotFollowed(t *testing.T) {
	secret := filepath.Join(t.TempDir(), "secret")
	if err := os.WriteFile(secret, []byte("---\nstatement: secret\n---\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "deal.md"), []byte("---\n---\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(secret, filepath.Join(dir, "promises.yaml")); err != nil {
		t.Fatal(err)
	}
	if _, err := folder.ReadDir(dir); problem.Of(err) != problem.Invalid || !strings.Contains(err.Error(), "is a link") {
		t.Errorf("%v", err)
	}
}

func TestAFolderIsWrittenOnlyWhereNothingElseLies(t *testing.T) {
	from := lived(t, storetest.SQLite(t))
	f := from.written(from.deals()[0].ID)
	dir := t.TempDir()
	for range 2 { // the second time over the first
		if err := f.Write(from.ctx, dir); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.WriteFile(filepath.Join(dir, "taxes.xlsx"), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := f.Write(from.ctx, dir); problem.Of(err) != problem.Refused || !strings.Contains(err.Error(), "taxes.xlsx") {
		t.Errorf("%v", err)
	}
}
