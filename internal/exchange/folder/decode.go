package folder

import (
	"encoding"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"reflect"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"throughline/internal/account"
	"throughline/internal/exchange/folder/plain"
	"throughline/internal/seal"
)

// longest is how much text one value holds, in bytes.
const longest = 1 << 20

// set reads a value into its place. Lists and fields that nothing is said of are empty, not absent.
func (t *taking) set(file string, n *plain.Node, into reflect.Value) {
	if n == nil || n.Sort == plain.Text && n.Text == "" && !n.Quoted && into.Kind() != reflect.String {
		blank(into)
		return
	}
	if t.specials(file, n, into) {
		return
	}
	switch into.Kind() {
	case reflect.Pointer:
		into.Set(reflect.New(into.Type().Elem()))
		t.set(file, n, into.Elem())
	case reflect.String:
		into.SetString(t.textOf(file, n))
		t.choose(file, n, into)
	case reflect.Bool, reflect.Int, reflect.Int64, reflect.Float64:
		t.number(file, n, into)
	case reflect.Slice:
		if n.Sort != plain.List {
			t.fault(file, n.Line, "Is no list. Write it as [a, b], or each entry on a line of its own after a dash.")
			return
		}
		into.Set(reflect.MakeSlice(into.Type(), len(n.Items), len(n.Items)))
		for i, item := range n.Items {
			t.set(file, item, into.Index(i))
		}
	case reflect.Map:
		t.setEntries(file, n, into)
	case reflect.Struct:
		t.setParts(file, n, into)
	default:
		panic(fmt.Sprintf("a folder cannot read %s", into.Type()))
	}
}

// blank makes the empty value.
func blank(v reflect.Value) {
	switch v.Kind() {
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 0, 0))
	case reflect.Map:
		v.Set(reflect.MakeMap(v.Type()))
	case reflect.Struct:
		if _, ok := v.Addr().Interface().(json.Unmarshaler); ok {
			return
		}
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() {
				blank(v.Field(i))
			}
		}
	}
}

// textOf is a text, or the id of the thing that it names.
func (t *taking) textOf(file string, n *plain.Node) string {
	if n.Sort != plain.Text {
		t.fault(file, n.Line, "Is no text. Put it on one line, or on several lines after '|-'.")
		return ""
	}
	if key, ok := n.Named(); ok {
		return t.named(file, n.Line, key)
	}
	if len(n.Text) > longest {
		t.fault(file, n.Line, fmt.Sprintf("Is longer than %d kB.", longest>>10))
	}
	if strings.ContainsRune(n.Text, 0) {
		t.fault(file, n.Line, "Holds a character that is no text. Remove it.")
	}
	return n.Text
}

// named is the id of the thing with a key, of one of the kinds where some are given.
func (t *taking) named(file string, line int, key string, kinds ...string) string {
	r := t.byKey[key]
	if r == nil {
		t.fault(file, line, fmt.Sprintf("Names <%s>, and nothing in this folder has that id. Name another, or put in quotes what is only text.", key))
		return ""
	}
	if len(kinds) > 0 && !slices.Contains(kinds, r.Name) {
		t.fault(file, line, fmt.Sprintf("Names <%s>, which is a %s. A %s belongs here.", key, r.Name, strings.Join(kinds, " or ")))
	}
	return r.id
}

// specials reads what has a text of its own.
func (t *taking) specials(file string, n *plain.Node, into reflect.Value) bool {
	switch x := into.Addr().Interface().(type) {
	case *seal.Text:
		*x = seal.New("", t.textOf(file, n))
	case *[]byte:
		b, err := base64.StdEncoding.DecodeString(n.Text)
		if err != nil {
			t.fault(file, n.Line, "Is no base64.")
		}
		*x = b
	case *account.Money:
		t.money(file, n, x)
	case json.Unmarshaler:
		t.unmarshal(file, n, x)
	case encoding.TextUnmarshaler:
		if err := x.UnmarshalText([]byte(n.Text)); err != nil {
			t.fault(file, n.Line, sentence(err.Error()))
		}
	default:
		return false
	}
	return true
}

func (t *taking) unmarshal(file string, n *plain.Node, x json.Unmarshaler) {
	quoted, _ := json.Marshal(n.Text) // a string always encodes
	err := x.UnmarshalJSON(quoted)
	if err != nil && !n.Quoted && json.Valid([]byte(n.Text)) && x.UnmarshalJSON([]byte(n.Text)) == nil {
		return
	}
	if n.Sort != plain.Text {
		t.fault(file, n.Line, "Is no text.")
	} else if err != nil {
		t.fault(file, n.Line, sentence(err.Error()))
	}
}

func sentence(s string) string {
	if s = strings.TrimSuffix(s, "."); s == "" {
		return s
	}
	return strings.ToUpper(s[:1]) + s[1:] + "."
}

var amount = regexp.MustCompile(`^(?:(-?)([0-9]{1,16})\.([0-9]{2}))?(?:(?:^| )([^ .]+))?$`)

func (t *taking) money(file string, n *plain.Node, x *account.Money) {
	m := amount.FindStringSubmatch(n.Text)
	if n.Sort != plain.Text || m == nil {
		t.fault(file, n.Line, "Is no amount. Write it as 486000.00 EUR.")
		return
	}
	x.Known, x.Currency = m[2] != "", m[4]
	x.Minor, _ = strconv.ParseInt(m[1]+m[2]+m[3], 10, 64)
}

func (t *taking) number(file string, n *plain.Node, into reflect.Value) {
	var err error
	var what string
	switch into.Kind() {
	case reflect.Bool:
		what = "yes or no. Write true or false."
		var b bool
		if b, err = strconv.ParseBool(n.Text); err == nil {
			into.SetBool(b)
		}
	case reflect.Float64:
		what = "a number, such as 99.5."
		var x float64
		if x, err = strconv.ParseFloat(n.Text, 64); err == nil && x-x != 0 {
			err = strconv.ErrRange
		}
		into.SetFloat(x)
	default:
		what = "a whole number."
		var i int64
		i, err = strconv.ParseInt(n.Text, 10, 64)
		into.SetInt(i)
	}
	if err != nil || n.Sort != plain.Text {
		t.fault(file, n.Line, fmt.Sprintf("Says %q, and what belongs here is %s", n.Text, what))
	}
}

func (t *taking) setEntries(file string, n *plain.Node, into reflect.Value) {
	into.Set(reflect.MakeMap(into.Type()))
	if n.Sort != plain.Fields {
		t.fault(file, n.Line, "Has no fields. Write each on a line of its own, as 'name: value'.")
		return
	}
	for i, name := range n.Names {
		if key, ok := plain.Word(name).Named(); ok {
			name = t.named(file, n.Items[i].Line, key)
		}
		v := reflect.New(into.Type().Elem()).Elem()
		t.set(file, n.Items[i], v)
		key := reflect.New(into.Type().Key()).Elem()
		if key.Kind() == reflect.String {
			key.SetString(name)
		} else {
			t.number(file, &plain.Node{Line: n.Items[i].Line, Text: name}, key)
		}
		into.SetMapIndex(key, v)
	}
}

func (t *taking) setParts(file string, n *plain.Node, into reflect.Value) {
	blank(into)
	if n.Sort != plain.Fields {
		t.fault(file, n.Line, "Has no fields. Write each on a line of its own, as 'name: value'.")
		return
	}
	parts := names(into.Type())
	for i, name := range n.Names {
		at := slices.Index(parts, name)
		if name == "" || at < 0 {
			known := slices.DeleteFunc(slices.Clone(parts), func(s string) bool { return s == "" })
			t.fault(file, n.Items[i].Line, fmt.Sprintf("Names %s, which is not known here. Known are: %s.", name, strings.Join(known, ", ")))
			continue
		}
		t.set(file, n.Items[i], into.Field(at))
	}
}
