package guide

import (
	"bytes"
	"encoding/json"
	"fmt"
)

// Written is a guide as a file: its parts in order, one row a line. Read gives the same guide back.
func Written(g *Guide) ([]byte, error) {
	w := &writing{}
	w.one("name", g.Name)
	rows(w, "sources", g.Sources)
	rows(w, "roles", g.Roles)
	rows(w, "scales", g.Scales)
	rows(w, "skills", g.Skills)
	w.one("words", g.Words)
	rows(w, "weights", g.Weights)
	rows(w, "levels", g.Levels)
	rows(w, "places", g.Places)
	rows(w, "moves", g.Moves)
	rows(w, "bands", g.Bands)
	rows(w, "splits", g.Splits)
	rows(w, "claims", g.Claims)
	rows(w, "transitions", g.Transitions)
	rows(w, "fills", g.Fills)
	rows(w, "related", g.Related)
	rows(w, "questions", g.Questions)
	w.one("engagement", g.Engagement)
	rows(w, "titles", g.Titles)
	w.one("employers", g.Employers)
	return append(w.out.Bytes(), "\n}\n"...), w.err
}

type writing struct {
	out bytes.Buffer
	err error
}

func (w *writing) one(part string, v any) {
	w.begin(part)
	w.value(v)
}

func (w *writing) begin(part string) {
	if w.out.Len() == 0 {
		w.out.WriteString("{\n")
	} else {
		w.out.WriteString(",\n")
	}
	fmt.Fprintf(&w.out, "  %q: ", part)
}

// value writes one value on one line, with < and > as they are.
func (w *writing) value(v any) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(v); err != nil && w.err == nil {
		w.err = err
	}
	w.out.Write(bytes.TrimSpace(b.Bytes()))
}

func rows[T any](w *writing, part string, all []T) {
	w.begin(part)
	w.out.WriteString("[")
	for i, row := range all {
		if i > 0 {
			w.out.WriteString(",")
		}
		w.out.WriteString("\n    ")
		w.value(row)
	}
	w.out.WriteString("\n  ]")
}
