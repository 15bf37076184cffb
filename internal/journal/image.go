package journal

import (
	"bytes"
	"database/sql"
	"database/sql/driver"
	"encoding/json"
	"fmt"
	"reflect"
	"slices"
	"strconv"
	"time"
)

// image is a thing as the journal keeps it: column to JSON value, sealed texts closed. The
// key and scope columns (id, workspace, deal, revision) are the journal row's own.
type image map[string]json.RawMessage

const ownColumns = 4

// values gives what a statement writes, in the order of the kind's columns.
func (k *Kind) values(v reflect.Value) ([]any, error) {
	out := make([]any, len(k.columns))
	for i, c := range k.columns {
		f := v.FieldByIndex(c.index)
		switch {
		case c.json:
			b, err := json.Marshal(f.Interface())
			if err != nil {
				return nil, err
			}
			out[i] = string(b)
		case f.Kind() == reflect.String && !isValuer(f):
			out[i] = f.String()
		default:
			out[i] = f.Interface()
		}
	}
	return out, nil
}

func isValuer(f reflect.Value) bool { _, ok := f.Interface().(driver.Valuer); return ok }

// imageOf is the thing's own columns as the journal keeps them.
func (k *Kind) imageOf(v reflect.Value) (image, error) {
	out := make(image, len(k.columns))
	for _, c := range k.columns[ownColumns:] {
		f := v.FieldByIndex(c.index)
		var value any
		var err error
		switch {
		case c.sealed:
			if value, err = f.Interface().(driver.Valuer).Value(); err != nil {
				return nil, err
			}
		case c.plain:
			value = f.String()
		default:
			value = f.Interface()
		}
		b, err := valueText(value)
		if err != nil {
			return nil, fmt.Errorf("%s.%s: %w", k.Name, c.name, err)
		}
		out[c.name] = b
	}
	return out, nil
}

// difference keeps of both images the columns in which they differ.
func difference(was, now image) (image, image) {
	a, b := image{}, image{}
	for name, v := range now {
		if !bytes.Equal(was[name], v) {
			a[name], b[name] = was[name], v
		}
	}
	return a, b
}

// valueText is encoding/json's text of a value, made at once for the plain ones.
func valueText(v any) ([]byte, error) {
	switch x := v.(type) {
	case string:
		if plain(x) {
			return append(append(append(make([]byte, 0, len(x)+2), '"'), x...), '"'), nil
		}
	case int64:
		return strconv.AppendInt(nil, x, 10), nil
	case int:
		return strconv.AppendInt(nil, int64(x), 10), nil
	case bool:
		return strconv.AppendBool(nil, x), nil
	}
	return json.Marshal(v)
}

// plain says whether a text needs no escape in JSON.
func plain(s string) bool {
	for i := range len(s) {
		if c := s[i]; c < ' ' || c >= 0x7f || c == '"' || c == '\\' || c == '<' || c == '>' || c == '&' {
			return false
		}
	}
	return true
}

// text is the image as canonical JSON: names sorted, no space; "" for none.
func (im image) text() string {
	if im == nil {
		return ""
	}
	size := 2
	names := make([]string, 0, len(im))
	for name, v := range im {
		names = append(names, name)
		size += len(name) + len(v) + 4
	}
	slices.Sort(names)
	out := append(make([]byte, 0, size), '{')
	for i, name := range names {
		if i > 0 {
			out = append(out, ',')
		}
		out = append(append(append(append(out, '"'), name...), '"', ':'), im[name]...)
	}
	return string(append(out, '}'))
}

func parseImage(s string) (image, error) {
	if s == "" {
		return nil, nil
	}
	im := image{}
	return im, json.Unmarshal([]byte(s), &im)
}

// fill sets a thing's own columns from an image.
func (k *Kind) fill(v reflect.Value, im image) error {
	for _, c := range k.columns[ownColumns:] {
		raw, ok := im[c.name]
		if !ok {
			continue
		}
		f := v.FieldByIndex(c.index)
		if c.sealed {
			var s string
			if err := json.Unmarshal(raw, &s); err != nil {
				return err
			}
			if err := f.Addr().Interface().(sql.Scanner).Scan(s); err != nil {
				return err
			}
			continue
		}
		if err := json.Unmarshal(raw, f.Addr().Interface()); err != nil {
			return fmt.Errorf("%s.%s: %w", k.Name, c.name, err)
		}
	}
	return nil
}

// cell reads one column of a row into its field; JSON columns are parsed.
type cell struct {
	into reflect.Value
	json bool
}

// Scan takes the driver's value.
func (c *cell) Scan(v any) error {
	if !c.json {
		return assign(c.into, v)
	}
	switch s := v.(type) {
	case string:
		return json.Unmarshal([]byte(s), c.into.Addr().Interface())
	case []byte:
		return json.Unmarshal(s, c.into.Addr().Interface())
	}
	return fmt.Errorf("a structured column is text, not %T", v)
}

// assign is the few conversions our columns need, the same for both drivers.
func assign(into reflect.Value, v any) error {
	if s, ok := into.Addr().Interface().(sql.Scanner); ok {
		return s.Scan(v)
	}
	switch x := v.(type) {
	case int64:
		switch into.Kind() {
		case reflect.Bool:
			into.SetBool(x != 0)
		case reflect.Float64:
			into.SetFloat(float64(x))
		case reflect.Int, reflect.Int64, reflect.Int32, reflect.Int8:
			into.SetInt(x)
		default:
			return fmt.Errorf("a whole number does not fit %s", into.Type())
		}
	case float64:
		into.SetFloat(x)
	case bool:
		into.SetBool(x)
	case string:
		into.SetString(x)
	case []byte:
		if into.Kind() == reflect.String {
			into.SetString(string(x))
		} else {
			into.SetBytes(append([]byte(nil), x...))
		}
	case nil, time.Time:
		return fmt.Errorf("no column of ours holds %T", v)
	}
	return nil
}
