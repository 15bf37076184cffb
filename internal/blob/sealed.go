package blob

import (
	"bytes"
	"context"
	"crypto/aes"
	"crypto/cipher"
	"crypto/rand"
	"encoding/hex"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"throughline/internal/problem"
)

// Seal keeps a copy of a kept file in another store, as ciphertext under a key of its own
// (AES-256-GCM, in hex), which is kept nowhere here: who throws the key away has erased the copy. It is read whole into
// memory, so it is for files that have a limit.
func (s Store) Seal(ctx context.Context, hash string, into Store) (sealed File, key string, err error) {
	plain, err := s.bytes(ctx, hash)
	if err != nil {
		return File{}, "", err
	}
	secret := make([]byte, 32)
	_, _ = rand.Read(secret) // never fails (crypto/rand)
	aead, err := aeadOf(secret)
	if err != nil {
		return File{}, "", err
	}
	// The key seals this file and nothing else, so one nonce is enough.
	closed := aead.Seal(nil, make([]byte, aead.NonceSize()), plain, nil)
	sealed, err = into.Put(ctx, "sealed", bytes.NewReader(closed))
	return sealed, hex.EncodeToString(secret), err
}

// Unseal gives the file that Seal closed. A key that does not fit gives a problem, not its bytes.
func (s Store) Unseal(ctx context.Context, hash, key string) ([]byte, error) {
	secret, err := hex.DecodeString(key)
	if err != nil || len(secret) != 32 {
		return nil, problem.Refuse("The file was erased with the words of the one who gave it.")
	}
	closed, err := s.bytes(ctx, hash)
	if err != nil {
		return nil, err
	}
	aead, err := aeadOf(secret)
	if err != nil {
		return nil, err
	}
	plain, err := aead.Open(nil, make([]byte, aead.NonceSize()), closed, nil)
	if err != nil {
		return nil, fmt.Errorf("the kept file does not open: %w", err)
	}
	return plain, nil
}

func aeadOf(secret []byte) (cipher.AEAD, error) {
	block, err := aes.NewCipher(secret)
	if err != nil {
		return nil, err
	}
	return cipher.NewGCM(block)
}

func (s Store) bytes(ctx context.Context, hash string) ([]byte, error) {
	f, err := s.Open(ctx, hash)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return io.ReadAll(f)
}

// Remove takes a file away; one that is not there is no error.
func (s Store) Remove(hash string) error {
	if b, err := hex.DecodeString(hash); err != nil || len(b) != 32 {
		return problem.NotFound("file", hash)
	}
	err := os.Remove(s.path(hash))
	if os.IsNotExist(err) {
		return nil
	}
	return err
}

// Sweep takes away the files that were kept before a moment: what waited for a person who never came.
func (s Store) Sweep(before time.Time) error {
	err := filepath.WalkDir(s.Folder, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		if info, err := d.Info(); err == nil && info.ModTime().Before(before) {
			return os.Remove(path)
		}
		return nil
	})
	if os.IsNotExist(err) {
		return nil
	}
	return err
}
