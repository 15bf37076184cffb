package cli

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"throughline/internal/discovery/candidate"
	"throughline/internal/transcript"
)

type discoverCommand struct {
	File string   `arg:"" help:"A transcript (WebVTT, SRT, or text with 'Name:' lines) or plain notes, of any size." type:"existingfile"`
	Ours []string `help:"Names of our own people, where the text does not tell." placeholder:"NAME"`
	JSON bool     `help:"Print the candidates as JSON." name:"json"`
}

// Run proposes what the customer needs, from one file. It stores nothing. A long file is heard
// piece by piece, and what was found waits outside of memory until all of it was heard.
func (c discoverCommand) Run(_ context.Context, p *Parts) error {
	f, err := os.Open(c.File)
	if err != nil {
		return err
	}
	defer f.Close()
	var found findings
	defer found.close()
	pieces := 0
	for piece, err := range transcript.Pieces(f, filepath.Base(c.File)) {
		if err != nil {
			return err
		}
		for _, w := range piece.Warnings {
			fmt.Fprintf(p.Err, "%s\n", w)
		}
		if err := found.add(candidate.Find(piece.Transcript, candidate.Options{Ours: c.Ours}), c.JSON); err != nil {
			return err
		}
		if pieces++; pieces > 1 {
			fmt.Fprintf(p.Err, "%d MB heard, %d needs so far\n", piece.Read>>20, found.needs.count)
		}
	}
	return found.print(p.Out, c.JSON)
}

// findings are the three lists of the command, written out as they grow.
type findings struct{ needs, facts, promises heard }

// heard is the items of one kind in the form they are printed in.
type heard struct {
	count int
	text  spill
}

func (f *findings) add(r candidate.Result, asJSON bool) error {
	for _, s := range []struct {
		to    *heard
		items []candidate.Item
	}{{&f.needs, r.Candidates}, {&f.facts, r.Facts}, {&f.promises, r.Promises}} {
		for _, item := range s.items {
			if err := s.to.add(item, asJSON); err != nil {
				return err
			}
		}
	}
	return nil
}

func (l *heard) add(i candidate.Item, asJSON bool) error {
	l.count++
	if !asJSON {
		_, err := fmt.Fprintf(&l.text, "  %-6s %-11s %s\n         “%s” %s %s\n         %s\n", i.Priority, i.Kind, i.Statement, i.Quote, i.Speaker, clockOf(i), i.Why)
		return err
	}
	var b bytes.Buffer
	if l.count > 1 {
		b.WriteString(",")
	}
	b.WriteString("\n    ")
	e := json.NewEncoder(&b)
	e.SetIndent("    ", "  ")
	e.SetEscapeHTML(false)
	if err := e.Encode(i); err != nil {
		return err
	}
	_, err := l.text.Write(bytes.TrimSuffix(b.Bytes(), []byte("\n")))
	return err
}

func (f *findings) print(to io.Writer, asJSON bool) error {
	lists := []struct {
		title, name string
		*heard
	}{{"Needs", "candidates", &f.needs}, {"Facts of today", "facts", &f.facts}, {"Promises of ours", "promises", &f.promises}}
	for i, l := range lists {
		head, tail := fmt.Sprintf("%s (%d)\n", l.title, l.count), ""
		if asJSON {
			head, tail = l.frame(l.name, i == 0, i == len(lists)-1)
		}
		if _, err := io.WriteString(to, head); err != nil {
			return err
		}
		if err := l.text.copyTo(to); err != nil {
			return err
		}
		if _, err := io.WriteString(to, tail); err != nil {
			return err
		}
	}
	return nil
}

// frame is what stands around the items of one list in the JSON object.
func (l *heard) frame(name string, first, last bool) (head, tail string) {
	head, tail = "  \""+name+"\": [", "]"
	if l.count > 0 {
		tail = "\n  ]"
	}
	if first {
		head = "{\n" + head
	}
	if last {
		return head, tail + "\n}\n"
	}
	return head, tail + ",\n"
}

func (f *findings) close() {
	f.needs.text.close()
	f.facts.text.close()
	f.promises.text.close()
}

func clockOf(i candidate.Item) string {
	if i.At == nil {
		return ""
	}
	return candidate.Clock(*i.At)
}
