package folder

import (
	"context"
	"fmt"
	"io"
	"path"
	"regexp"
	"strings"

	"throughline/internal/exchange"
	"throughline/internal/exchange/folder/plain"
	"throughline/internal/journal"
	"throughline/internal/problem"
	"throughline/internal/seal"
)

const (
	keptFolder = "files/"
	keptList   = "files.yaml"
)

var hashed = regexp.MustCompile(`^[0-9a-f]{64}$`)

// keptFiles adds the kept files that things of the deal name by their hashes. What an erased
// person gave stays behind.
func (g *gathering) keptFiles(ctx context.Context, src *journal.Reader, out *Folder) error {
	seen, names := map[string]bool{}, map[string]bool{}
	list := &plain.Node{Sort: plain.List}
	var fail error
	for _, c := range g.kinds {
		for _, t := range g.things[c.Name] {
			if t.erased() {
				continue
			}
			texts(t.value, func(s string) {
				if fail != nil || seen[s] || !hashed.MatchString(s) {
					return
				}
				seen[s] = true
				size, err := out.size(ctx, s)
				if problem.Of(err) == problem.Missing {
					return
				}
				name, err2 := exchange.KeptFile(ctx, src, g.deal, s)
				if problem.Of(err2) == problem.Missing {
					name, err2 = s[:12], nil
				}
				if fail = firstOf(err, err2); fail != nil {
					return
				}
				p := keptFolder + filed(name, s, names)
				out.Files = append(out.Files, File{Path: p, Kept: s, Size: size})
				n := &plain.Node{Sort: plain.Fields}
				n.Add("file", plain.Words(p))
				n.Add("sha256", plain.Word(s))
				list.Items = append(list.Items, n)
			})
		}
	}
	if len(list.Items) > 0 {
		out.text(keptList, plain.Write(list))
	}
	return fail
}

func firstOf(errs ...error) error {
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}

func (t *thing) erased() bool {
	for _, f := range t.fields {
		if s, ok := f.Of(t.value).Interface().(seal.Text); ok && s.Gone() {
			return true
		}
	}
	return false
}

func (f *Folder) size(ctx context.Context, hash string) (int64, error) {
	if f.kept.Folder == "" {
		return 0, problem.NotFound("file", hash)
	}
	r, err := f.kept.Open(ctx, hash)
	if err != nil {
		return 0, err
	}
	defer r.Close()
	return r.Seek(0, io.SeekEnd)
}

// filed is a name that any file system takes and no other file of the folder has.
func filed(name, hash string, taken map[string]bool) string {
	name = path.Base(path.Clean("/" + strings.ReplaceAll(name, `\`, "/")))
	clean := strings.Map(func(r rune) rune {
		if r < ' ' || strings.ContainsRune(`<>:"/\|?*`, r) || r == 0x7f {
			return '-'
		}
		return r
	}, name)
	if clean = strings.Trim(clean, ". "); clean == "" || len(clean) > 120 {
		clean = hash[:12]
	}
	if low := strings.ToLower(clean); taken[low] {
		ext := path.Ext(clean)
		clean = fmt.Sprintf("%s-%s%s", strings.TrimSuffix(clean, ext), hash[:8], ext)
	}
	taken[strings.ToLower(clean)] = true
	return clean
}
