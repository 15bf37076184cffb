package folder

import (
	"archive/zip"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"io/fs"
	"os"
	"path"
	"slices"
	"strings"
	"sync"

	"throughline/internal/blob"
	"throughline/internal/exchange/folder/plain"
	"throughline/internal/problem"
)

// What a folder may hold. A file is measured as it is read: what a zip says of itself is not
// believed.
const (
	mostFiles    = 20_000
	largestText  = 8 << 20
	largestTexts = 128 << 20
	largestKept  = 256 << 20
	largestAll   = 2 << 30
)

// ReadDir reads a folder of the disk. Nothing outside of it is read, whatever links say.
func ReadDir(dir string) (*Folder, error) {
	root, err := os.OpenRoot(dir)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, problem.New(problem.Missing, "There is no folder %s.", dir)
	}
	if err != nil {
		return nil, err
	}
	return Read(root.FS())
}

// ReadZip reads a folder in a zip. The folder may lie in one folder of the zip, as it does when
// people zip it.
func ReadZip(r io.ReaderAt, size int64) (*Folder, error) {
	z, err := zip.NewReader(r, size)
	if errors.Is(err, zip.ErrInsecurePath) {
		return nil, problem.New(problem.Invalid, "The zip holds a path that leads out of it. Zip the deal's folder again.")
	}
	if err != nil {
		return nil, problem.New(problem.Invalid, "The file is no zip that can be read. Send the deal's folder as a zip.")
	}
	if len(z.File) > mostFiles {
		return nil, problem.New(problem.Invalid, "The zip holds %d files; a deal's folder holds at most %d.", len(z.File), mostFiles)
	}
	seen, top := map[string]bool{}, ""
	for _, f := range z.File {
		name := strings.TrimSuffix(f.Name, "/")
		if !fs.ValidPath(name) || strings.ContainsAny(name, "\\:\x00") {
			return nil, problem.New(problem.Invalid, "The zip holds the path %q, which leads out of it or fits no file system. Zip the deal's folder again.", f.Name)
		}
		if seen[name] {
			return nil, problem.New(problem.Invalid, "The zip holds %s twice. Zip the deal's folder again.", f.Name)
		}
		seen[name] = true
		if path.Base(name) == "deal.md" && (top == "" || len(path.Dir(name)) < len(top)) {
			top = path.Dir(name)
		}
	}
	if top == "" {
		return nil, noDeal()
	}
	below, err := fs.Sub(z, top)
	if err != nil {
		return nil, err
	}
	return Read(below)
}

// ReadZipOf reads a folder in a zip that can be sought in. The zip stays open until what came of it
// is taken in.
func ReadZipOf(r io.ReadSeeker) (*Folder, error) {
	size, err := r.Seek(0, io.SeekEnd)
	if err != nil {
		return nil, err
	}
	at, ok := r.(io.ReaderAt)
	if !ok {
		at = &seeking{from: r}
	}
	return ReadZip(at, size)
}

// seeking reads at places of what can only be sought in.
type seeking struct {
	mu   sync.Mutex
	from io.ReadSeeker
}

// ReadAt reads from a place.
func (s *seeking) ReadAt(b []byte, at int64) (int, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if _, err := s.from.Seek(at, io.SeekStart); err != nil {
		return 0, err
	}
	return io.ReadFull(s.from, b)
}

func noDeal() error {
	return problem.New(problem.Invalid, "There is no deal.md. Name the folder that a deal was written to.")
}

// Read reads the texts of a folder and checks its kept files against their list.
func Read(from fs.FS) (*Folder, error) {
	f := &Folder{from: from}
	var texts, all int64
	err := fs.WalkDir(from, ".", func(p string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case p != "." && strings.HasPrefix(d.Name(), "."): // .git, .DS_Store
			if d.IsDir() {
				return fs.SkipDir
			}
			return nil
		case d.IsDir():
			return nil
		case !d.Type().IsRegular():
			return problem.New(problem.Invalid, "%s is a link or no file. A deal's folder holds plain files only.", p)
		case len(f.Files) >= mostFiles:
			return problem.New(problem.Invalid, "The folder holds more than %d files, which no deal's does.", mostFiles)
		}
		file, err := f.read(p)
		if file.Kept == "" {
			texts += file.Size
		}
		if all += file.Size; err == nil && (texts > largestTexts || all > largestAll) {
			err = problem.New(problem.Invalid, "The folder is larger than a deal's can be: at %s it passes %d MB of texts or %d MB of files.", p, largestTexts>>20, largestAll>>20)
		}
		f.Files = append(f.Files, file)
		return err
	})
	if err != nil {
		return nil, err
	}
	if _, ok := f.file("deal.md"); !ok {
		return nil, noDeal()
	}
	return f, f.checkKept()
}

func (f *Folder) read(p string) (File, error) {
	r, err := f.from.Open(p)
	if err != nil {
		return File{}, err
	}
	defer r.Close()
	if strings.HasPrefix(p, keptFolder) {
		h := sha256.New()
		n, err := io.Copy(h, io.LimitReader(r, largestKept+1))
		if n > largestKept {
			err = problem.New(problem.Invalid, "%s is larger than %d MB.", p, largestKept>>20)
		}
		return File{Path: p, Kept: hex.EncodeToString(h.Sum(nil)), Size: n}, unreadable(p, err)
	}
	b, err := io.ReadAll(io.LimitReader(r, largestText+1))
	if len(b) > largestText {
		err = problem.New(problem.Invalid, "%s is larger than %d MB, which no file of a deal is.", p, largestText>>20)
	}
	return File{Path: p, Text: b, Size: int64(len(b))}, unreadable(p, err)
}

func unreadable(p string, err error) error {
	if err == nil || problem.As(err) != nil {
		return err
	}
	return problem.New(problem.Invalid, "%s cannot be read: %v.", p, err)
}

func (f *Folder) file(p string) ([]byte, bool) {
	i := slices.IndexFunc(f.Files, func(file File) bool { return file.Path == p })
	if i < 0 {
		return nil, false
	}
	return f.Files[i].Text, true
}

// checkKept compares the files below files/ with their list.
func (f *Folder) checkKept() error {
	t := &taking{folder: f}
	listed := map[string]bool{}
	if b, ok := f.file(keptList); ok {
		n, err := plain.Read(b, 1)
		if err != nil {
			t.read(keptList, err)
			return t.err()
		}
		for _, item := range n.Items {
			name, hash := item.Field("file"), item.Field("sha256")
			if item.Sort != plain.Fields || name == nil || hash == nil {
				t.fault(keptList, item.Line, "Needs file and sha256.")
				continue
			}
			listed[name.Text] = true
			i := slices.IndexFunc(f.Files, func(file File) bool { return file.Path == name.Text })
			switch {
			case i < 0:
				t.fault(keptList, name.Line, "Names "+name.Text+", which is not there. Put the file back, or remove this entry.")
			case f.Files[i].Kept != hash.Text:
				t.fault(keptList, hash.Line, "Does not fit "+name.Text+", which was changed. Put the file back as it was.")
			}
		}
	}
	for _, file := range f.Files {
		if file.Kept != "" && !listed[file.Path] {
			t.fault(file.Path, 0, "Is not listed in "+keptList+". Add files in the product, after the folder is taken in.")
		}
	}
	return t.err()
}

// keep puts the kept files into a store.
func (f *Folder) keep(ctx context.Context, into blob.Store) error {
	for _, file := range f.Files {
		if file.Kept == "" {
			continue
		}
		r, err := f.from.Open(file.Path)
		if err != nil {
			return err
		}
		kept, err := into.Put(ctx, path.Base(file.Path), r)
		r.Close()
		if err != nil {
			return err
		}
		if kept.Hash != file.Kept {
			return problem.New(problem.Invalid, "%s changed while it was read. Repeat.", file.Path)
		}
	}
	return nil
}
