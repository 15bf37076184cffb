package design

import (
	"archive/zip"
	"bytes"
	"errors"
	"io"
	"io/fs"
	"path"
	"slices"
	"strings"

	"throughline/internal/design/dsl"
	"throughline/internal/problem"
)

// What a bundle may hold. Only what the workspace includes is ever unpacked, and of that at
// most dsl.MaxBytes; these limits refuse a bundle before anything is.
const (
	mostBundled  = 2_000
	bundledBytes = 64 << 20
)

// Bundle is the reading of a workspace that came with the files it includes, in a zip. The
// first file is workspace.dsl, or the one DSL file that stands highest. Files must stay readable
// until the reading is done.
func Bundle(r io.ReaderAt, size int64) (Reading, error) {
	z, err := zip.NewReader(r, size)
	if err != nil {
		return Reading{}, bundleFault("The bundle is no zip that can be read (%v). Pack it again.", err)
	}
	names, err := bundled(z)
	if err != nil {
		return Reading{}, err
	}
	first, err := firstOf(names)
	if err != nil {
		return Reading{}, err
	}
	f, err := z.Open(first)
	if err != nil {
		return Reading{}, bundleFault("%s in the bundle cannot be opened (%v).", first, err)
	}
	defer f.Close()
	text, err := io.ReadAll(io.LimitReader(f, dsl.MaxBytes+1))
	if err != nil {
		return Reading{}, bundleFault("%s in the bundle cannot be unpacked (%v). Pack it again.", first, err)
	}
	return Reading{Name: first, Source: text, Files: z}, nil
}

func bundleFault(format string, args ...any) error {
	p := problem.New(problem.Invalid, format, args...)
	p.Fields = []problem.Field{{Name: "file", What: p.What}}
	return p
}

// bundled lists the DSL files of a zip, and refuses one that could do harm.
func bundled(z *zip.Reader) (names []string, err error) {
	if len(z.File) > mostBundled {
		return nil, bundleFault("The bundle holds %d files; at most %d are taken. Pack only the workspace and what it includes.", len(z.File), mostBundled)
	}
	var total uint64
	for _, f := range z.File {
		name := strings.TrimSuffix(f.Name, "/")
		if !fs.ValidPath(name) || strings.ContainsAny(name, "\\:\x00") {
			return nil, bundleFault("The bundle holds %q, which leaves its folder. Nothing was unpacked. Pack it again from inside the folder.", f.Name)
		}
		if f.Mode()&fs.ModeType&^fs.ModeDir != 0 {
			return nil, bundleFault("The bundle holds %q, which is a link and not a file. Put the file itself there.", f.Name)
		}
		if total += f.UncompressedSize64; total > bundledBytes || f.UncompressedSize64 > bundledBytes {
			return nil, bundleFault("The bundle unpacks to more than %d MB. Nothing was unpacked. Pack only the workspace and what it includes.", bundledBytes>>20)
		}
		hidden := strings.HasPrefix(path.Base(name), ".") || strings.HasPrefix(name, "__MACOSX/")
		if !f.Mode().IsDir() && !hidden && strings.EqualFold(path.Ext(name), ".dsl") {
			names = append(names, name)
		}
	}
	return names, nil
}

// firstOf finds the workspace among the DSL files of a bundle.
func firstOf(names []string) (string, error) {
	if len(names) == 0 {
		return "", bundleFault("The bundle holds no file that ends in .dsl.")
	}
	depth := func(name string) int { return strings.Count(name, "/") }
	least := slices.MinFunc(names, func(a, b string) int { return depth(a) - depth(b) })
	var highest []string
	for _, n := range names {
		if depth(n) == depth(least) {
			highest = append(highest, n)
		}
	}
	for _, n := range highest {
		if path.Base(n) == "workspace.dsl" || len(highest) == 1 {
			return n, nil
		}
	}
	return "", bundleFault("The bundle holds %s and %s beside each other. Call the one to begin with workspace.dsl.", highest[0], highest[1])
}

// Folder makes a folder of texts by their names, for what a workspace includes.
func Folder(texts map[string]string) (fs.FS, error) {
	if len(texts) == 0 {
		return nil, nil
	}
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	var failed error
	for name, text := range texts {
		f, err := w.Create(name)
		if err == nil {
			_, err = io.WriteString(f, text)
		}
		failed = errors.Join(failed, err)
	}
	if err := errors.Join(failed, w.Close()); err != nil {
		return nil, bundleFault("The included files cannot be taken: %v.", err)
	}
	z, err := zip.NewReader(bytes.NewReader(b.Bytes()), int64(b.Len()))
	if err != nil {
		return nil, bundleFault("The included files cannot be taken: %v.", err)
	}
	_, err = bundled(z)
	return z, err
}
