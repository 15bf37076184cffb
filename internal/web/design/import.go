package design

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"path"
	"strings"

	core "throughline/internal/design"
	"throughline/internal/design/dsl"
	"throughline/internal/journal"
	"throughline/internal/problem"
	"throughline/internal/web/kit"
)

// importText reads a model from a file, a bundle in a zip, or what was pasted.
func importText(r *kit.Request) error {
	in, done, err := reading(r)
	if err != nil {
		return err
	}
	defer done()
	in.Deal = r.Deal.ID
	var rep core.Report
	act := ""
	if err := r.Act("design.import", func(ctx context.Context, tx *journal.Tx) (err error) {
		act = tx.ID
		rep, err = core.Import(ctx, tx, in)
		return err
	}); err != nil {
		return where(in.Name, err)
	}
	keepReport(r, act, in.Name, rep)
	return r.Done(r.DealPath("design?report=" + act))
}

// pasted is the name of a text that came without a file.
const pasted = "pasted text"

// where puts a fault of a pasted text beside the field it was pasted into.
func where(name string, err error) error {
	if p := problem.As(err); p != nil && name == pasted {
		for i := range p.Fields {
			if p.Fields[i].Name == "file" {
				p.Fields[i].Name = "text"
			}
		}
	}
	return err
}

// reading is the text that was sent; done lets go of its file.
func reading(r *kit.Request) (core.Reading, func(), error) {
	f, h, ok := r.Upload("file")
	if !ok {
		text := r.FormValue("text")
		if strings.TrimSpace(text) == "" {
			p := problem.New(problem.Invalid, "Choose a file, or paste the text of a workspace.")
			p.Fields = []problem.Field{{Name: "file", What: p.What}}
			return core.Reading{}, nil, p
		}
		return core.Reading{Name: pasted, Source: []byte(text)}, func() {}, nil
	}
	done := func() { _ = f.Close() } // read only: nothing can be lost
	head := make([]byte, 4)
	n, err := f.ReadAt(head, 0)
	if err != nil && !errors.Is(err, io.EOF) {
		done()
		return core.Reading{}, nil, err
	}
	var in core.Reading
	if bytes.HasPrefix(head[:n], []byte("PK\x03\x04")) || strings.EqualFold(path.Ext(h.Filename), ".zip") {
		in, err = core.Bundle(f, h.Size)
	} else {
		in.Name = path.Base(strings.ReplaceAll(h.Filename, "\\", "/"))
		in.Source, err = io.ReadAll(io.LimitReader(f, dsl.MaxBytes+1))
	}
	if err != nil {
		done()
		return core.Reading{}, nil, err
	}
	return in, done, nil
}

// report is what the last import of this session did.
type report struct {
	Act           string        `json:"act"`
	Name          string        `json:"name"`
	Elements      int           `json:"elements"`
	Relationships int           `json:"relationships"`
	Groups        []reportGroup `json:"groups"`
	Warnings      []string      `json:"warnings"`
	MoreWarnings  int           `json:"more_warnings"`
}

type reportGroup struct {
	Title string      `json:"title"`
	Count int         `json:"count"`
	Lines []core.Line `json:"lines"`
}

// mostTold is how many lines of one kind a report keeps.
const mostTold = 100

// keepReport keeps it with the session, so that the page that follows can show it.
func keepReport(r *kit.Request, act, name string, rep core.Report) {
	out := report{Act: act, Name: name, Elements: rep.Elements, Relationships: rep.Relationships, MoreWarnings: max(len(rep.Warnings)-mostTold, 0)}
	for _, g := range []reportGroup{{"Added", len(rep.Added), rep.Added}, {"Changed", len(rep.Changed), rep.Changed}, {"Removed", len(rep.Removed), rep.Removed}} {
		g.Lines = g.Lines[:min(len(g.Lines), mostTold)]
		out.Groups = append(out.Groups, g)
	}
	for _, w := range rep.Warnings[:min(len(rep.Warnings), mostTold)] {
		out.Warnings = append(out.Warnings, warning(w))
	}
	text, err := json.Marshal(out)
	if err != nil {
		r.Site.Log.Warn("the report of an import could not be kept", "error", err)
		return
	}
	r.Site.Sessions.Put(r.Ctx(), "design-report", string(text))
}

func warning(w dsl.Warning) string {
	switch {
	case w.Line == 0:
		return w.File + ": " + w.Text
	case w.Column == 0:
		return fmt.Sprintf("%s, line %d: %s", w.File, w.Line, w.Text)
	}
	return fmt.Sprintf("%s, line %d, column %d: %s", w.File, w.Line, w.Column, w.Text)
}

// lastReport is the report that the address asks for, if it is this session's.
func lastReport(r *kit.Request) *report {
	act := r.URL.Query().Get("report")
	if act == "" {
		return nil
	}
	var out report
	if json.Unmarshal([]byte(r.Site.Sessions.GetString(r.Ctx(), "design-report")), &out) != nil || out.Act != act {
		return nil
	}
	return &out
}

func (p *report) nothing() bool {
	for _, g := range p.Groups {
		if g.Count > 0 {
			return false
		}
	}
	return true
}

func (p *report) summary() string {
	var parts []string
	for _, g := range p.Groups {
		parts = append(parts, fmt.Sprintf("%d %s", g.Count, strings.ToLower(g.Title)))
	}
	return strings.Join(parts, ", ")
}

// export gives the model as text, to take along.
func export(r *kit.Request) error {
	text, err := core.Export(r.Ctx(), r.Reader, r.Deal.ID)
	if err != nil {
		return err
	}
	h := r.Writer().Header()
	h.Set("Content-Type", "text/plain; charset=utf-8")
	h.Set("Content-Disposition", `attachment; filename="`+r.Deal.Prefix+`-workspace.dsl"`)
	h.Set("Cache-Control", "no-store")
	_, err = r.Writer().Write(text)
	return err
}
