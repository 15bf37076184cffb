package guide

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"unicode/utf8"

	"throughline/internal/problem"
	"throughline/internal/table"
)

func decode(raw []byte) (*Guide, error) {
	var parts map[string]json.RawMessage
	if err := json.Unmarshal(raw, &parts); err != nil || parts == nil {
		return nil, problem.New(problem.Invalid, "The file is JSON, but not one object with the parts of a guide.")
	}
	g := &Guide{}
	sections := g.sections()
	for _, name := range slices.Sorted(maps.Keys(parts)) {
		read, known := sections[name]
		if !known {
			return nil, problem.New(problem.Invalid, "A guide has no part %q; its parts are %s.", table.Clip(name), strings.Join(slices.Sorted(maps.Keys(sections)), ", "))
		}
		if err := read(raw, parts[name]); err != nil {
			return nil, err
		}
	}
	for _, name := range slices.Sorted(maps.Keys(sections)) {
		if _, there := parts[name]; !there {
			return nil, problem.New(problem.Invalid, "The part %q is missing. Take it over from the shipped guide.", name)
		}
	}
	return g, nil
}

// one reads a part that is no list.
func one[T any](into *T, path string) func(whole, part json.RawMessage) error {
	return func(whole, part json.RawMessage) error { return value(whole, part, into, path) }
}

// list reads a part row by row.
func list[T any](into *[]T, path string) func(whole, part json.RawMessage) error {
	return func(whole, part json.RawMessage) error {
		var rows []json.RawMessage
		if err := value(whole, part, &rows, path); err != nil {
			return err
		}
		*into = make([]T, len(rows))
		for i, row := range rows {
			if err := value(whole, row, &(*into)[i], fmt.Sprintf("%s[%d]", path, i)); err != nil {
				return err
			}
		}
		return nil
	}
}

// value reads one value that has no field of another name.
func value(whole, part json.RawMessage, into any, path string) error {
	d := json.NewDecoder(bytes.NewReader(part))
	d.DisallowUnknownFields()
	err := d.Decode(into)
	if err == nil {
		return nil
	}
	what := strings.TrimPrefix(err.Error(), "json: ")
	var kind *json.UnmarshalTypeError
	if errors.As(err, &kind) {
		if kind.Field != "" {
			path += "." + kind.Field
		}
		what = "a " + kind.Value + " does not belong here"
	}
	// A part is bytes of the whole; the first that reads so is the one at fault.
	return at(whole, int64(bytes.Index(whole, part)), path+": "+what+".")
}

// at is a problem with the line and column of an offset.
func at(raw []byte, offset int64, what string) error {
	before := raw[:min(max(offset, 0), int64(len(raw)))]
	line := bytes.Count(before, []byte("\n")) + 1
	column := utf8.RuneCount(before[bytes.LastIndexByte(before, '\n')+1:]) + 1
	return problem.New(problem.Invalid, "Line %d, column %d: %s", line, column, what)
}
