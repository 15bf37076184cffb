package folder

import (
	"archive/zip"
	"context"
	"io"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"throughline/internal/problem"
)

// open gives the bytes of a file.
func (f *Folder) open(ctx context.Context, file File) (io.ReadCloser, error) {
	if file.Kept == "" {
		return io.NopCloser(strings.NewReader(string(file.Text))), nil
	}
	return f.kept.Open(ctx, file.Kept)
}

// Write puts the files below dir, and takes away what an earlier writing left there. A folder that
// holds other files is refused.
func (f *Folder) Write(ctx context.Context, dir string) error {
	if err := ready(dir); err != nil {
		return err
	}
	for _, file := range f.Files {
		if err := f.writeOne(ctx, filepath.Join(dir, filepath.FromSlash(file.Path)), file); err != nil {
			return err
		}
	}
	return nil
}

// ready empties a folder of an earlier writing, and refuses one that holds anything else.
func ready(dir string) error {
	entries, err := os.ReadDir(dir)
	if os.IsNotExist(err) || err == nil && len(entries) == 0 {
		return nil
	}
	if err != nil {
		return err
	}
	ours := append([]string{"README.md", keptList, keptFolder, "design/", "files"}, places()...)
	var mine []string
	for _, e := range entries {
		if strings.HasPrefix(e.Name(), ".") { // .git and the like
			continue
		}
		if !slices.ContainsFunc(ours, func(p string) bool { return e.Name() == strings.SplitN(p, "/", 2)[0] }) {
			return problem.Refuse("%s holds %s, which is no part of a deal's folder. Name an empty folder, or one that a deal was written to before.", dir, e.Name())
		}
		mine = append(mine, e.Name())
	}
	if _, err := os.Stat(filepath.Join(dir, "deal.md")); err != nil && len(mine) > 0 {
		return problem.Refuse("%s holds files and no deal.md. Name an empty folder, or one that a deal was written to before.", dir)
	}
	for _, name := range mine {
		if err := os.RemoveAll(filepath.Join(dir, name)); err != nil {
			return err
		}
	}
	return nil
}

func places() (out []string) {
	for _, c := range carried() {
		if c.place != "" {
			out = append(out, c.place)
		}
	}
	return out
}

func (f *Folder) writeOne(ctx context.Context, to string, file File) error {
	if err := os.MkdirAll(filepath.Dir(to), 0o755); err != nil {
		return err
	}
	r, err := f.open(ctx, file)
	if err != nil {
		return err
	}
	defer r.Close()
	w, err := os.OpenFile(to, os.O_CREATE|os.O_TRUNC|os.O_WRONLY, 0o644)
	if err != nil {
		return err
	}
	if _, err := io.Copy(w, r); err != nil {
		w.Close()
		return err
	}
	return w.Close()
}

// Zip writes the files into one, below a folder of the deal's key. The same deal gives the same
// bytes.
func (f *Folder) Zip(ctx context.Context, w io.Writer) error {
	z := zip.NewWriter(w)
	for _, file := range f.Files {
		into, err := z.CreateHeader(&zip.FileHeader{Name: path.Join(f.Prefix, file.Path), Method: zip.Deflate})
		if err != nil {
			return err
		}
		r, err := f.open(ctx, file)
		if err != nil {
			return err
		}
		_, err = io.Copy(into, r)
		r.Close()
		if err != nil {
			return err
		}
	}
	return z.Close()
}
