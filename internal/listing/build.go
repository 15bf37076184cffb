package listing

import (
	"bytes"
	"encoding/json"
	"fmt"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"time"

	"throughline/internal/id"
)

// builder gathers the columns of all items: some leave fields out that others have.
type builder struct {
	words  func(string) string
	zone   *time.Location
	paths  []string
	values []map[string]Cell
	unsaid map[string]bool // columns with ids that mean nothing to a person
}

// own are fields that only the house needs.
var own = []string{"id", "revision", "workspace", "deal"}

// used are the columns: a group is there only with its parts where an item has any.
func (b *builder) used() (out []string) {
	for _, path := range b.paths {
		group := slices.ContainsFunc(b.paths, func(other string) bool { return strings.HasPrefix(other, path+".") })
		if !group && !b.hollow(path) {
			out = append(out, path)
		}
	}
	return out
}

// hollow says whether a column would hold nothing but ids without words.
func (b *builder) hollow(path string) bool {
	return b.unsaid[path] && !slices.ContainsFunc(b.values, func(one map[string]Cell) bool { return one[path].Kind != Nothing })
}

func (b *builder) add(item any) error {
	if v := reflect.ValueOf(item); v.Kind() == reflect.Pointer && v.IsNil() {
		item = reflect.New(v.Type().Elem()).Interface()
	}
	raw, err := json.Marshal(item)
	if err != nil {
		return fmt.Errorf("write an item: %w", err)
	}
	d := json.NewDecoder(bytes.NewReader(raw))
	d.UseNumber()
	one := map[string]Cell{}
	if t, err := d.Token(); err != nil || t != json.Delim('{') {
		return fmt.Errorf("an item of a list is no struct: %.40s", raw)
	}
	if err := b.object(d, "", "", one); err != nil {
		return err
	}
	b.values = append(b.values, one)
	return nil
}

// object reads the fields of an object that was just begun.
func (b *builder) object(d *json.Decoder, prefix, last string, into map[string]Cell) error {
	for d.More() {
		key, err := d.Token()
		if err != nil {
			return err
		}
		name, _ := key.(string)
		path := prefix + name
		if prefix == "" && slices.Contains(own, name) {
			var skip json.RawMessage
			if err := d.Decode(&skip); err != nil {
				return err
			}
			continue
		}
		b.place(path, last)
		last = path
		if err := b.value(d, path, into); err != nil {
			return err
		}
	}
	_, err := d.Token() // its end
	return err
}

// place puts a column that is not there yet behind the one before it.
func (b *builder) place(path, last string) {
	if slices.Contains(b.paths, path) {
		return
	}
	at := slices.Index(b.paths, last) + 1
	b.paths = slices.Insert(b.paths, at, path)
}

func (b *builder) value(d *json.Decoder, path string, into map[string]Cell) error {
	var raw json.RawMessage
	if err := d.Decode(&raw); err != nil {
		return err
	}
	inner := json.NewDecoder(bytes.NewReader(raw))
	inner.UseNumber()
	t, err := inner.Token()
	switch {
	case err != nil:
		return err
	case t == json.Delim('{') && b.money(raw, path, into):
	case t == json.Delim('{'):
		return b.object(inner, path+".", path, into)
	case t == json.Delim('['):
		words, err := b.array(inner)
		into[path] = textCell(strings.Join(words, "; "))
		return err
	default:
		into[path] = b.scalar(t)
		if s, is := t.(string); is && into[path].Kind == Nothing && id.Is(s) {
			b.unsaid[path] = true
		}
	}
	return nil
}

// money tells an amount, which is kept in hundredths, as a number and its currency.
func (b *builder) money(raw json.RawMessage, path string, into map[string]Cell) bool {
	var m struct {
		Known    *bool   `json:"known"`
		Minor    *int64  `json:"minor"`
		Currency *string `json:"currency"`
	}
	if json.Unmarshal(raw, &m) != nil || m.Known == nil || m.Minor == nil || m.Currency == nil {
		return false
	}
	b.place(path+" currency", path)
	if *m.Known {
		v := float64(*m.Minor) / 100
		into[path], into[path+" currency"] = Of64(v, strconv.FormatFloat(v, 'f', 2, 64)), textCell(*m.Currency)
	}
	return true
}

// array is what a list within an item says: of each thing in it the first field with words.
func (b *builder) array(d *json.Decoder) (out []string, err error) {
	for d.More() {
		var x any
		if err := d.Decode(&x); err != nil {
			return nil, err
		}
		if s := b.said(x); s != "" {
			out = append(out, s)
		}
	}
	_, err = d.Token()
	return out, err
}

// telling are the fields by which a thing within an item is known.
var telling = []string{"key", "name", "title", "statement", "words", "text"}

func (b *builder) said(x any) string {
	switch x := x.(type) {
	case string:
		return b.named(x)
	case json.Number, bool:
		return fmt.Sprint(x)
	case map[string]any:
		for _, name := range telling {
			if s, is := x[name].(string); is && s != "" {
				return b.named(s)
			}
		}
	}
	return ""
}

func (b *builder) named(s string) string {
	if words := b.words(s); words != "" {
		return words
	}
	return s
}

func (b *builder) scalar(t json.Token) Cell {
	switch t := t.(type) {
	case json.Number:
		if f, err := t.Float64(); err == nil {
			return Cell{Kind: Number, Number: f, Text: t.String()}
		}
	case bool:
		return Cell{Kind: Text, Text: map[bool]string{true: "yes", false: "no"}[t]}
	case string:
		if day := On(t); day.Kind == Day {
			return day
		}
		if at, err := time.Parse(time.RFC3339Nano, t); err == nil {
			if at.Year() <= 1 {
				return Cell{}
			}
			at = at.In(b.zone)
			return Cell{Kind: Moment, When: at, Text: at.Format("2006-01-02 15:04")}
		}
		if words := b.named(t); words != t || !id.Is(t) {
			return textCell(words)
		}
	}
	return Cell{}
}
