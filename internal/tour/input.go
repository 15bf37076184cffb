package tour

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
	"strings"

	"throughline/internal/table"
)

// The files of the tour.
const (
	salesforce  = "salesforce-opportunities.csv"
	hubspot     = "hubspot-deals.csv"
	callFile    = "discovery-call.vtt"
	notesFile   = "second-call-notes.txt"
	resultsFile = "evaluation-results.csv"
	replyFile   = "sign-off-reply.txt"
	modelFile   = "relay-northwind.dsl"
	planFile    = "plan.csv"
)

// largest is more than any of these files is; a larger one is none of them.
const largest = 16 << 20

// read gives a file whole.
func (l *life) read(name string) []byte {
	if l.err != nil {
		return nil
	}
	f, err := l.in.Open(name)
	if err != nil {
		l.missing(name, err)
		return nil
	}
	defer f.Close()
	b, err := io.ReadAll(io.LimitReader(f, largest+1))
	if err != nil {
		l.fail("%s cannot be read: %s.", name, err)
	}
	if len(b) > largest {
		l.fail("%s is larger than %d MB, so it is no file of the tour.", name, largest>>20)
	}
	return b
}

func (l *life) missing(name string, err error) {
	if errors.Is(err, fs.ErrNotExist) {
		l.fail("the tour needs the file %s, and it is not there. It is lived on %s.", name, strings.Join(Inputs, ", "))
		return
	}
	l.fail("%s cannot be opened: %s.", name, err)
}

// kept is a file in memory, as importers want to read it.
type kept struct{ *bytes.Reader }

// Close lets it go.
func (kept) Close() error { return nil }

// whole fails the story when rows of a file were refused: it needs every one of them.
func (l *life) whole(name string, faults []table.Fault) {
	if len(faults) > 0 {
		l.fail("%s: %s", name, faults[0].Error())
	}
}
