package discovery

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"path"
	"strings"

	"throughline/internal/problem"
	"throughline/internal/transcript"
)

// Script is a transcript or notes as they were read from a file, with its hash. It is read
// before the act, since an act may run twice and a file is read once.
type Script struct {
	transcript.Transcript
	FileName string
	SHA256   string
	Warnings []string // what was guessed or repaired, with its line
}

// The bounds of one call. No call comes near them; a wrong file does.
const (
	maxSegments = 20_000
	maxVoices   = 200
)

// ReadScript reads a transcript or notes (WebVTT, SRT, 'Name: words', plain text) in bounded memory.
func ReadScript(from io.Reader, name string) (*Script, error) {
	name = baseName(name)
	h := sha256.New()
	t, warned, err := transcript.Read(io.TeeReader(from, h), name)
	if err != nil {
		return nil, problem.New(problem.Invalid, "%s.", strings.TrimSuffix(err.Error(), "."))
	}
	if len(t.Segments) > maxSegments {
		return nil, problem.New(problem.Invalid, "%s holds %d pieces of talk; a call holds at most %d. Cut the file into the calls it is made of.", name, len(t.Segments), maxSegments)
	}
	s := &Script{Transcript: t, FileName: name, SHA256: hex.EncodeToString(h.Sum(nil))}
	for _, w := range warned {
		s.Warnings = append(s.Warnings, w.String())
	}
	s.boundVoices()
	return s, nil
}

// boundVoices keeps the words and drops the names of the speakers beyond the bound.
func (s *Script) boundVoices() {
	seen := map[string]bool{}
	for i := range s.Segments {
		name := s.Segments[i].Speaker
		if !seen[name] && len(seen) >= maxVoices {
			if s.Segments[i].Speaker != "" {
				s.Segments[i].Text = name + ": " + s.Segments[i].Text
			}
			s.Segments[i].Speaker = ""
			continue
		}
		seen[name] = true
	}
	if len(seen) >= maxVoices {
		s.Warnings = append(s.Warnings, fmt.Sprintf("more than %d speakers are named; the words of the later ones are kept without a speaker", maxVoices))
	}
}

// baseName is the last part of a file's name, as a browser may send it with a path.
func baseName(name string) string {
	name = path.Base(strings.ReplaceAll(strings.ToValidUTF8(name, ""), `\`, "/"))
	name = strings.Map(func(r rune) rune {
		if r < ' ' {
			return -1
		}
		return r
	}, name)
	if r := []rune(name); len(r) > 200 {
		name = string(r[len(r)-200:])
	}
	if name == "." || name == "/" || name == "" {
		return "text"
	}
	return name
}
