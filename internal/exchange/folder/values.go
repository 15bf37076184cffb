package folder

import (
	"bytes"
	"encoding"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"throughline/internal/account"
	"throughline/internal/exchange/folder/plain"
	"throughline/internal/seal"
)

// node writes a value; nil for one that says nothing. What stands in a list, or behind a pointer,
// is written even so.
func (g *gathering) node(v reflect.Value, keep bool) *plain.Node {
	if n, ok := g.special(v); ok {
		return n
	}
	if x, ok := v.Interface().(encoding.TextMarshaler); ok {
		if v.IsZero() && !keep {
			return nil
		}
		b, err := x.MarshalText()
		if err != nil {
			b = fmt.Append(nil, v)
		}
		return plain.Word(string(b))
	}
	switch v.Kind() {
	case reflect.Pointer:
		if v.IsNil() {
			return nil
		}
		return g.node(v.Elem(), true)
	case reflect.String:
		if v.String() == "" && !keep {
			return nil
		}
		return g.text(v.String())
	case reflect.Bool, reflect.Int, reflect.Int64, reflect.Float64:
		if v.IsZero() && !keep {
			return nil
		}
		return plain.Word(fmt.Sprint(number(v)))
	case reflect.Slice, reflect.Array:
		if v.Len() == 0 && !keep {
			return nil
		}
		n := &plain.Node{Sort: plain.List}
		for i := range v.Len() {
			n.Items = append(n.Items, g.kept(v.Index(i)))
		}
		return n
	case reflect.Map:
		return g.entries(v, keep)
	case reflect.Struct:
		return g.parts(v, keep)
	}
	panic(fmt.Sprintf("a folder cannot write %s", v.Type()))
}

// kept writes a value of a list, also one that says nothing.
func (g *gathering) kept(v reflect.Value) *plain.Node {
	if n := g.node(v, true); n != nil {
		return n
	}
	return plain.Words("")
}

func number(v reflect.Value) any {
	if v.Kind() == reflect.Float64 {
		return strconv.FormatFloat(v.Float(), 'g', -1, 64)
	}
	return v.Interface()
}

// special writes what has a text of its own: bytes, sealed words, amounts, days and moments.
func (g *gathering) special(v reflect.Value) (*plain.Node, bool) {
	switch x := v.Interface().(type) {
	case seal.Text:
		if x.IsZero() {
			return nil, true
		}
		return plain.Words(x.String()), true
	case []byte:
		return plain.Words(base64.StdEncoding.EncodeToString(x)), true
	case account.Money:
		if !x.Known && x.Currency == "" {
			return nil, true
		}
		return plain.Word(strings.TrimSpace(x.String() + " " + x.Currency)), true
	case json.Marshaler:
		return marshalled(x), true
	}
	return nil, false
}

// marshalled writes what JSON makes a text or a number of.
func marshalled(x json.Marshaler) *plain.Node {
	b, err := x.MarshalJSON()
	if err != nil || bytes.Equal(b, []byte("null")) {
		return nil
	}
	var s string
	if json.Unmarshal(b, &s) == nil {
		if s == "" {
			return nil
		}
		return plain.Word(s)
	}
	return plain.Word(string(b))
}

// text writes a text, or the key of what it names.
func (g *gathering) text(s string) *plain.Node {
	if t := g.byID[s]; t != nil {
		return plain.Name(t.key)
	}
	return plain.Words(s)
}

func (g *gathering) entries(v reflect.Value, keep bool) *plain.Node {
	if v.Len() == 0 && !keep {
		return nil
	}
	n, at := &plain.Node{Sort: plain.Fields}, map[string]reflect.Value{}
	for _, k := range v.MapKeys() {
		name := fmt.Sprint(k) // a text, or a number
		if t := g.byID[name]; t != nil {
			name = "<" + t.key + ">"
		}
		at[name] = v.MapIndex(k)
	}
	for _, name := range slices.SortedFunc(maps.Keys(at), natural) { // ids are other ones where the folder arrives
		n.Add(name, g.kept(at[name]))
	}
	return n
}

// parts writes the fields of a structure as JSON names them.
func (g *gathering) parts(v reflect.Value, keep bool) *plain.Node {
	n := &plain.Node{Sort: plain.Fields}
	for i, name := range names(v.Type()) {
		if name == "" {
			continue
		}
		if value := g.node(v.Field(i), false); value != nil {
			n.Add(name, value)
		}
	}
	if len(n.Items) == 0 && !keep {
		return nil
	}
	return n
}

// names are the JSON names of a structure's fields, empty for those that are not kept.
func names(t reflect.Type) []string {
	out := make([]string, t.NumField())
	for i := range out {
		f := t.Field(i)
		name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
		if f.IsExported() && name != "-" {
			if out[i] = name; name == "" {
				out[i] = f.Name
			}
		}
	}
	return out
}
