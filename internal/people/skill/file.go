package skill

import (
	"bytes"
	"encoding/json"
	"io"
	"strconv"
	"strings"
	"unicode/utf8"

	"throughline/internal/people/guide"
	"throughline/internal/problem"
)

// sheetLimit bounds a file of answers.
const sheetLimit = 1 << 20

// Sheet is what a person has written down of themselves.
type Sheet struct {
	Level     string // a level's id; empty: the one whose step is 0
	Questions Answers
	Skills    Ratings
}

// Read reads a sheet: {"level": "senior", "questions": {"stage": 3}, "skills": {"demo": 4}}. A
// null, or a name left out, is open or not seen.
func Read(src io.Reader, name string, g *guide.Guide) (Sheet, error) {
	raw, err := io.ReadAll(io.LimitReader(src, sheetLimit+1))
	switch {
	case err != nil:
		return Sheet{}, problem.New(problem.Invalid, "%s cannot be read: %v.", name, err)
	case len(raw) > sheetLimit:
		return Sheet{}, problem.New(problem.Invalid, "%s is larger than 1 MB, which no sheet of answers is. Take the right file.", name)
	case len(bytes.TrimSpace(raw)) == 0:
		return Sheet{}, problem.New(problem.Invalid, "%s is empty. `throughline people fit` without a file prints one to fill in.", name)
	case !utf8.Valid(raw):
		return Sheet{}, problem.New(problem.Invalid, "%s is not UTF-8 text. Save it as UTF-8.", name)
	}
	s, err := parse(raw, g)
	if e := problem.As(err); e != nil {
		return Sheet{}, &problem.Error{Kind: e.Kind, What: name + ": " + e.What, Fields: e.Fields}
	}
	return s, err
}

func parse(raw []byte, g *guide.Guide) (Sheet, error) {
	if err := guide.Strict(raw); err != nil {
		return Sheet{}, err
	}
	var in struct {
		Level     string                 `json:"level"`
		Questions map[string]json.Number `json:"questions"`
		Skills    map[string]json.Number `json:"skills"`
	}
	d := json.NewDecoder(bytes.NewReader(raw))
	d.DisallowUnknownFields()
	if err := d.Decode(&in); err != nil {
		return Sheet{}, problem.New(problem.Invalid, "It holds level, questions and skills, with whole numbers: %s.", strings.TrimPrefix(err.Error(), "json: "))
	}
	var c problem.Check
	s := Sheet{Level: in.Level, Questions: whole(&c, "questions.", in.Questions, Entirely), Skills: whole(&c, "skills.", in.Skills, Top)}
	if err := c.Err(); err != nil {
		return Sheet{}, err
	}
	if err := s.Questions.Check(g); err != nil {
		return Sheet{}, err
	}
	if err := s.Skills.Check(g.Skills); err != nil {
		return Sheet{}, err
	}
	if len(s.Questions)+len(s.Skills) == 0 {
		return Sheet{}, problem.New(problem.Invalid, "Nothing is answered in it.")
	}
	return s, nil
}

// whole reads whole numbers; null is left out, since not seen is not 0.
func whole(c *problem.Check, part string, in map[string]json.Number, most int) map[string]int {
	out := map[string]int{}
	for id, text := range in {
		if text == "" {
			continue
		}
		n, err := strconv.Atoi(text.String())
		c.Fail(err == nil && n >= 0 && n <= most, part+id, "Is %s; give a whole number from 0 to %d.", text, most)
		out[id] = n
	}
	return out
}
