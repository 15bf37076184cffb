// Package seal keeps the words of people outside as ciphertext under a key per person, in
// tables and journal alike. Erasing the key erases the words wherever they stand, backups
// aside, and the journal's chain still verifies, since it was made over the ciphertext.
//
// The cipher is AES-256-GCM (NIST SP 800-38D) with a random 96-bit nonce per text.
package seal

import (
	"crypto/aes"
	"crypto/cipher"
	"crypto/rand"
	"database/sql/driver"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"strings"
)

// Erased is what stands where a text's key is gone.
const Erased = "[erased]"

// Text is words under a person's key. A text that was read holds its ciphertext until
// package journal opens it; one made by New holds its words until the journal seals it.
type Text struct {
	owner  string // whose key: a contact's id, or a call's for a voice nobody named
	plain  string
	sealed string // base64 of nonce and ciphertext; empty while not sealed
	erased bool
}

// New is words to be kept under the owner's key.
func New(owner, words string) Text { return Text{owner: owner, plain: words} }

// String is the words, or Erased.
func (t Text) String() string {
	if t.erased {
		return Erased
	}
	return t.plain
}

// Owner is whose key it is under.
func (t Text) Owner() string { return t.owner }

// Gone says whether the key was erased.
func (t Text) Gone() bool { return t.erased }

// IsZero says whether there are no words at all.
func (t Text) IsZero() bool { return t.plain == "" && t.sealed == "" }

// Same says whether both hold the same words under the same key.
func (t Text) Same(u Text) bool {
	return t.owner == u.owner && t.plain == u.plain && t.erased == u.erased
}

// MarshalJSON writes the words, as people may see them. The journal writes Value instead.
func (t Text) MarshalJSON() ([]byte, error) { return json.Marshal(t.String()) }

// Value is the form kept: owner, a dot, ciphertext.
func (t Text) Value() (driver.Value, error) {
	if t.IsZero() {
		return "", nil
	}
	if t.sealed == "" {
		return nil, fmt.Errorf("words of %s are not sealed", t.owner)
	}
	return t.owner + "." + t.sealed, nil
}

// Scan reads the form kept, still closed.
func (t *Text) Scan(v any) error {
	s, ok := v.(string)
	if !ok {
		return fmt.Errorf("a sealed text is text, not %T", v)
	}
	*t = Text{}
	if s == "" {
		return nil
	}
	t.owner, t.sealed, ok = strings.Cut(s, ".")
	if !ok {
		return fmt.Errorf("a sealed text has no owner")
	}
	return nil
}

// Close seals the words under the key.
func (t *Text) Close(key []byte) error {
	if t.IsZero() || t.sealed != "" {
		return nil
	}
	gcm, err := mode(key)
	if err != nil {
		return err
	}
	nonce := make([]byte, gcm.NonceSize())
	_, _ = rand.Read(nonce)
	t.sealed = base64.RawStdEncoding.EncodeToString(gcm.Seal(nonce, nonce, []byte(t.plain), []byte(t.owner)))
	return nil
}

// Open reads the words with the key; without one they are erased.
func (t *Text) Open(key []byte) error {
	if t.sealed == "" {
		return nil
	}
	if len(key) == 0 {
		t.erased = true
		return nil
	}
	gcm, err := mode(key)
	if err != nil {
		return err
	}
	raw, err := base64.RawStdEncoding.DecodeString(t.sealed)
	if err != nil || len(raw) < gcm.NonceSize() {
		return fmt.Errorf("a sealed text of %s is damaged", t.owner)
	}
	plain, err := gcm.Open(nil, raw[:gcm.NonceSize()], raw[gcm.NonceSize():], []byte(t.owner))
	if err != nil {
		return fmt.Errorf("a sealed text of %s does not open: %w", t.owner, err)
	}
	t.plain = string(plain)
	return nil
}

func mode(key []byte) (cipher.AEAD, error) {
	block, err := aes.NewCipher(key)
	if err != nil {
		return nil, err
	}
	return cipher.NewGCM(block)
}
