package journal

import (
	"encoding/json"
	"fmt"
	"maps"
	"reflect"
	"slices"

	"throughline/internal/seal"
)

// Told is what an act did, as search must know it.
type Told struct {
	Things []Spoken // each thing once for every change of its words, in order
	Erased []string // owners whose keys were thrown away
	Deals  []string // deals that were touched
}

// Spoken is the words of one thing as the act left them.
type Spoken struct {
	Kind, ID, Deal string
	Key            string // D-2; a requirement's is -12, to be read after its deal's prefix
	New            bool   // the act made it
	Gone           bool   // it was taken away
	Texts          []OwnedText
}

// OwnedText is words with the owner of the key they are kept under; empty for our own words.
type OwnedText struct{ Owner, Text string }

// tell notes a thing whose words changed, or that is gone (a nil image).
func (tx *Tx) tell(k *Kind, v reflect.Value, was, now image) {
	columns, spoken := tx.words[k.Name]
	if !spoken {
		return
	}
	changed := now == nil
	for _, c := range columns {
		_, in := now[c]
		changed = changed || in
	}
	if changed {
		s := k.spoken(columns, v, now == nil)
		s.New = was == nil
		tx.told.Things = append(tx.told.Things, s)
	}
}

func (k *Kind) spoken(columns []string, v reflect.Value, gone bool) Spoken {
	thing := v.Addr().Interface().(Thing)
	h := thing.Head()
	out := Spoken{Kind: k.Name, ID: h.ID, Deal: h.Deal, Gone: gone, Key: keyOf(thing)}
	if gone {
		return out
	}
	for _, name := range columns {
		c := k.column(name)
		f := v.FieldByIndex(c.index)
		switch {
		case c.sealed:
			if t := f.Interface().(seal.Text); !t.IsZero() && !t.Gone() {
				out.Texts = append(out.Texts, OwnedText{t.Owner(), t.String()})
			}
		case c.json:
			raw, err := json.Marshal(f.Interface())
			var value any
			if err == nil && json.Unmarshal(raw, &value) == nil {
				out.Texts = leaves(value, out.Texts)
			}
		case f.Kind() == reflect.String && f.Len() > 0:
			out.Texts = append(out.Texts, OwnedText{"", f.String()})
		}
	}
	return out
}

// leaves are the texts inside a structured value.
func leaves(v any, out []OwnedText) []OwnedText {
	switch x := v.(type) {
	case string:
		if x != "" {
			out = append(out, OwnedText{"", x})
		}
	case []any:
		for _, e := range x {
			out = leaves(e, out)
		}
	case map[string]any:
		for _, name := range slices.Sorted(maps.Keys(x)) {
			out = leaves(x[name], out)
		}
	}
	return out
}

func keyOf(thing Thing) string {
	switch t := thing.(type) {
	case interface{ Key() string }:
		return t.Key()
	case interface{ Key(prefix string) string }:
		return t.Key("")
	}
	return ""
}

// column finds a column by its name; naming one that is not there is a programming fault.
func (k *Kind) column(name string) column {
	for _, c := range k.columns {
		if c.name == name {
			return c
		}
	}
	panic(fmt.Sprintf("kind %s has no column %s", k.Name, name))
}

// CheckWords panics when Words names a kind or a column that is not declared.
func CheckWords(words map[string][]string) {
	for kind, columns := range words {
		k := kindsByName[kind]
		if k == nil {
			panic(fmt.Sprintf("no kind is called %s", kind))
		}
		for _, c := range columns {
			k.column(c)
		}
	}
}
