// Package blob keeps files by the hash of their content, in a folder. A file's name as the
// person gave it is never a path here.
package blob

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"syscall"

	"throughline/internal/problem"
)

// Store is a place for files.
type Store struct {
	Folder string
	Limit  int64 // the largest file taken, in bytes; 0 for none
}

// File names a kept file.
type File struct {
	Hash string `json:"hash"` // SHA-256 of the content, hex
	Name string `json:"name"` // as the person called it, for display
	Size int64  `json:"size"`
}

// Put keeps what r gives, in bounded memory. The same content is kept once.
func (s Store) Put(_ context.Context, name string, r io.Reader) (File, error) {
	if err := os.MkdirAll(s.Folder, 0o700); err != nil {
		return File{}, err
	}
	tmp, err := os.CreateTemp(s.Folder, "incoming-*")
	if err != nil {
		return File{}, err
	}
	defer os.Remove(tmp.Name())
	defer tmp.Close()
	if s.Limit > 0 {
		r = io.LimitReader(r, s.Limit+1)
	}
	h := sha256.New()
	n, err := io.Copy(io.MultiWriter(tmp, h), r)
	if errors.Is(err, syscall.ENOSPC) {
		return File{}, full(name, err)
	}
	if err != nil {
		return File{}, fmt.Errorf("the file %s could not be kept: %w", filepath.Base(name), err)
	}
	if s.Limit > 0 && n > s.Limit {
		return File{}, problem.New(problem.Invalid, "The file %s is larger than %d MB. Send a smaller one; an export of a CRM of any size goes in by the command line.", filepath.Base(name), s.Limit>>20)
	}
	if err := tmp.Sync(); errors.Is(err, syscall.ENOSPC) {
		return File{}, full(name, err)
	} else if err != nil {
		return File{}, err
	}
	f := File{Hash: hex.EncodeToString(h.Sum(nil)), Name: filepath.Base(filepath.Clean("/" + name)), Size: n}
	if err := os.MkdirAll(filepath.Dir(s.path(f.Hash)), 0o700); err != nil {
		return File{}, err
	}
	return f, os.Rename(tmp.Name(), s.path(f.Hash))
}

func full(name string, cause error) error {
	return &problem.Error{Kind: problem.Upstream, Cause: cause,
		What: "The disk is full, so the file " + filepath.Base(name) + " was not kept. Nothing was saved; free some space and send it again."}
}

// Open reads a kept file.
func (s Store) Open(_ context.Context, hash string) (io.ReadSeekCloser, error) {
	if b, err := hex.DecodeString(hash); err != nil || len(b) != sha256.Size {
		return nil, problem.NotFound("file", hash)
	}
	f, err := os.Open(s.path(hash))
	if errors.Is(err, os.ErrNotExist) {
		return nil, problem.NotFound("file", hash)
	}
	return f, err
}

func (s Store) path(hash string) string { return filepath.Join(s.Folder, hash[:2], hash) }
