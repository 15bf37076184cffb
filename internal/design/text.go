package design

import (
	"archive/zip"
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"io"

	"throughline/internal/clock"
	"throughline/internal/design/dsl"
	"throughline/internal/journal"
)

// Text is the workspace as it came last in the Structurizr DSL, with the files it includes. It
// is kept so that an export gives back the customer's own text while nothing was edited.
type Text struct {
	journal.Row
	Name      string        `db:"name" json:"name"` // of the first file
	Hash      string        `db:"hash" json:"hash"` // SHA-256 of all files, in hex
	Separator string        `db:"separator" json:"-"`
	Stores    []string      `db:"stores,json" json:"-"` // tags of what keeps data
	Bundle    []byte        `db:"bundle,json" json:"-"` // all files in a zip
	ReadAt    clock.Instant `db:"read_at" json:"read_at"`
}

var textKind = journal.Declare[Text]("model text", "design_text")

// TextOf is the text a deal's model was read from last; false when it was made by forms alone.
func TextOf(ctx context.Context, src journal.Source, deal string) (Text, bool, error) {
	all, err := journal.List[Text](ctx, src, deal)
	if err != nil || len(all) == 0 {
		return Text{Separator: "/"}, false, err
	}
	return all[0], true, nil
}

// pack sets the text's files from what was read.
func (t *Text) pack(sources []dsl.Source) error {
	var b bytes.Buffer
	z, h, seen := zip.NewWriter(&b), sha256.New(), map[string]bool{}
	for _, s := range sources {
		if seen[s.Name] {
			continue
		}
		seen[s.Name] = true
		w, err := z.CreateHeader(&zip.FileHeader{Name: s.Name, Method: zip.Deflate})
		if err != nil {
			return err
		}
		if _, err := io.MultiWriter(w, h).Write(s.Bytes); err != nil {
			return err
		}
		h.Write([]byte{0})
	}
	if err := z.Close(); err != nil {
		return err
	}
	t.Name, t.Bundle, t.Hash = sources[0].Name, b.Bytes(), hex.EncodeToString(h.Sum(nil))
	return nil
}

// workspace reads the kept text again.
func (t Text) workspace() (*dsl.Workspace, error) {
	z, err := zip.NewReader(bytes.NewReader(t.Bundle), int64(len(t.Bundle)))
	if err != nil {
		return nil, err
	}
	f, err := z.Open(t.Name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	first, err := io.ReadAll(io.LimitReader(f, dsl.MaxBytes+1))
	if err != nil {
		return nil, err
	}
	w, _, err := dsl.Parse(t.Name, first, z)
	return w, err
}
