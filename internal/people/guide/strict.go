package guide

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"

	"throughline/internal/table"
)

// depthLimit bounds how far values may stand inside one another.
const depthLimit = 20

// Strict refuses JSON that says a name twice in one object, since the second would silently
// replace the first, and JSON that nests without end.
func Strict(raw []byte) error {
	d := json.NewDecoder(bytes.NewReader(raw))
	d.UseNumber()
	err := walk(d, raw, "", 0)
	var syntax *json.SyntaxError
	switch {
	case errors.As(err, &syntax):
		return at(raw, syntax.Offset, "This is not JSON: "+err.Error()+".")
	case errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF):
		return at(raw, int64(len(raw)), "The file ends too early.")
	}
	return err
}

func walk(d *json.Decoder, raw []byte, path string, depth int) error {
	t, err := d.Token()
	if err != nil {
		return err
	}
	if depth > depthLimit {
		return at(raw, d.InputOffset(), "Values stand too deep inside one another.")
	}
	switch t {
	case json.Delim('['):
		for i := 0; d.More(); i++ {
			if err := walk(d, raw, fmt.Sprintf("%s[%d]", path, i), depth+1); err != nil {
				return err
			}
		}
	case json.Delim('{'):
		seen := map[string]bool{}
		for d.More() {
			name, err := d.Token()
			if err != nil {
				return err
			}
			key := name.(string) // a key of an object is a string, or Token fails
			if seen[key] {
				return at(raw, d.InputOffset(), fmt.Sprintf("%s says %q twice. Keep one.", where(path), table.Clip(key)))
			}
			seen[key] = true
			if err := walk(d, raw, path+"."+key, depth+1); err != nil {
				return err
			}
		}
	default:
		return nil
	}
	_, err = d.Token() // the end of the array or object
	return err
}

func where(path string) string {
	if path == "" {
		return "The file"
	}
	return path[1:]
}
