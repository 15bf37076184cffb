package guide

import (
	"encoding/json"
	"io"
	"unicode/utf8"

	"throughline/internal/problem"
)

// SizeLimit bounds a guide's file, in bytes; the shipped one has some 25 KB.
const SizeLimit = 1 << 20

// Load reads a guide from a file of whatever length, and checks it.
func Load(src io.Reader, name string) (*Guide, error) {
	raw, err := io.ReadAll(io.LimitReader(src, SizeLimit+1))
	if err != nil {
		return nil, problem.New(problem.Invalid, "%s cannot be read: %v.", name, err)
	}
	g, err := Read(raw)
	if e := problem.As(err); e != nil {
		return nil, &problem.Error{Kind: e.Kind, What: name + ": " + e.What, Fields: e.Fields}
	}
	return g, err
}

// Read reads a guide and checks that it agrees with itself.
func Read(raw []byte) (*Guide, error) {
	switch {
	case len(raw) > SizeLimit:
		return nil, problem.New(problem.Invalid, "It is larger than 1 MB, which no guide is. Take the right file.")
	case !utf8.Valid(raw):
		return nil, problem.New(problem.Invalid, "It is not UTF-8 text. Save it as UTF-8.")
	}
	if err := Strict(raw); err != nil {
		return nil, err
	}
	g, err := decode(raw)
	if err != nil {
		return nil, err
	}
	return g, g.check()
}

// sections are the parts of the file, each read on its own so that a fault has its place.
func (g *Guide) sections() map[string]func(whole, part json.RawMessage) error {
	return map[string]func(whole, part json.RawMessage) error{
		"name":        one(&g.Name, "name"),
		"sources":     list(&g.Sources, "sources"),
		"roles":       list(&g.Roles, "roles"),
		"scales":      list(&g.Scales, "scales"),
		"skills":      list(&g.Skills, "skills"),
		"words":       one(&g.Words, "words"),
		"weights":     list(&g.Weights, "weights"),
		"levels":      list(&g.Levels, "levels"),
		"places":      list(&g.Places, "places"),
		"moves":       list(&g.Moves, "moves"),
		"bands":       list(&g.Bands, "bands"),
		"splits":      list(&g.Splits, "splits"),
		"claims":      list(&g.Claims, "claims"),
		"transitions": list(&g.Transitions, "transitions"),
		"fills":       list(&g.Fills, "fills"),
		"related":     list(&g.Related, "related"),
		"questions":   list(&g.Questions, "questions"),
		"engagement":  one(&g.Engagement, "engagement"),
		"titles":      list(&g.Titles, "titles"),
		"employers":   one(&g.Employers, "employers"),
	}
}
