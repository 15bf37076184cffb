// Package transcript reads what was said on a call: WebVTT, SubRip (SRT), plain text with a
// name before each turn, and plain notes without speakers. The words are kept as they stand,
// markup never is, and everything that had to be guessed or repaired is a Warning.
package transcript

import (
	"fmt"
	"io"
	"strings"
	"time"
)

// Unknown is the time of a segment whose mark is missing or could not be read.
const Unknown = time.Duration(-1)

// MaxBytes is the largest file that Read takes: about a hundred hours of talk. Pieces takes any.
const MaxBytes = 8 << 20

// maxWarnings bounds the list for a file in which every line is at fault.
const maxWarnings = 100

// Form is the way a file was written.
type Form string

// The four forms that are read.
const (
	WebVTT Form = "webvtt"
	SubRip Form = "srt"
	Turns  Form = "turns" // plain text, a name before each turn
	Notes  Form = "notes" // plain text without speakers
)

// Transcript is one call as text, in the order of the file.
type Transcript struct {
	Form     Form
	Segments []Segment
}

// Segment is one piece of talk under one time mark. Start and End count from the beginning of
// the call and are Unknown where the file does not say; Speaker is empty where nobody is named.
type Segment struct {
	Start, End time.Duration
	Speaker    string
	Text       string
	Line       int // the line of the file the words begin at, from 1
}

// Warning says where something had to be repaired, and what was done.
type Warning struct {
	Line int // 0 speaks of the whole file
	What string
}

func (w Warning) String() string {
	if w.Line == 0 {
		return w.What
	}
	return fmt.Sprintf("line %d: %s", w.Line, w.What)
}

// Read reads a transcript from r whole. The name of the file appears in messages only; the form
// is worked out from the text itself. The error is a sentence for a person: the file is empty,
// too large, or not text.
func Read(r io.Reader, name string) (Transcript, []Warning, error) {
	raw, err := io.ReadAll(io.LimitReader(r, MaxBytes+1))
	if err != nil {
		return Transcript{}, nil, fmt.Errorf("%s cannot be read: %w", name, err)
	}
	if len(raw) > MaxBytes {
		return Transcript{}, nil, fmt.Errorf("%s is larger than %d MB, which no transcript of one call is; export the words alone, without sound or pictures", name, MaxBytes>>20)
	}
	s := script{name: name}
	p, err := s.read(raw)
	if err == nil && len(p.Segments) == 0 {
		err = s.wordless()
	}
	return p.Transcript, p.Warnings, err
}

// formOf tells cue files from plain text by their first lines.
func formOf(lines []string) Form {
	for _, line := range lines {
		if s := strings.TrimSpace(line); s != "" {
			if strings.HasPrefix(s, "WEBVTT") {
				return WebVTT
			}
			break
		}
	}
	for _, line := range lines {
		if _, _, ok := timing(line); ok {
			return SubRip
		}
	}
	return Notes
}

// flagTimes warns of marks that fall back or overlap. The order of the file stands: a recorder
// whose clock jumps has still heard the words in that order.
func flagTimes(segments []Segment, notes *remarks) {
	start, end := Unknown, Unknown
	for _, s := range segments {
		if s.Start == Unknown {
			continue
		}
		switch {
		case s.End != Unknown && s.End < s.Start:
			notes.add(s.Line, "the time mark ends before it begins; the words are kept in the order of the file")
		case start != Unknown && s.Start < start:
			notes.add(s.Line, "the time mark falls back behind the one before; the words are kept in the order of the file")
		case end != Unknown && s.Start < end:
			notes.add(s.Line, "the time mark overlaps the one before; the words are kept in the order of the file")
		}
		start = s.Start
		if s.End != Unknown {
			end = s.End
		}
	}
}

// remarks collects warnings, bounded.
type remarks struct {
	kept []Warning
	more int
}

func (n *remarks) add(line int, what string) {
	if len(n.kept) >= maxWarnings {
		n.more++
		return
	}
	n.kept = append(n.kept, Warning{line, what})
}

func (n *remarks) list() []Warning {
	if n.more > 0 {
		return append(n.kept, Warning{0, fmt.Sprintf("%d more warnings are not listed", n.more)})
	}
	return n.kept
}
