package folder

import (
	"encoding/json"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"throughline/internal/account"
	"throughline/internal/clock"
	"throughline/internal/exchange/folder/plain"
	"throughline/internal/journal"
	"throughline/internal/seal"
)

// The kinds of all areas are known where the whole house is wired, which this package cannot
// import: the checks are run by the tests of folder_test.

// Reasons are the kinds and tables that stay behind, each with the reason.
func Reasons() (kinds, tables map[string]string) { return left, derived }

// CarriedTables maps the tables of what is carried to its kinds.
func CarriedTables() map[string]string {
	out := map[string]string{}
	for _, c := range carried() {
		out[c.Table] = c.Name
	}
	return out
}

func CheckPlacesAndNames(t *testing.T) {
	places := map[string]string{}
	for _, c := range carried() {
		if c.under == "" && places[c.place] != "" {
			t.Errorf("%s and %s both lie in %s", c.Name, places[c.place], c.place)
		}
		places[c.place] = c.Name
		seen := map[string]bool{keyField: true, ownerField: true}
		for _, f := range c.fields {
			if seen[f.name] {
				t.Errorf("%s has two fields named %s", c.Name, f.name)
			}
			seen[f.name] = true
		}
		for _, other := range carried() {
			if other.under == c.Name && seen[other.many] {
				t.Errorf("%s has a field named %s, and its %ss lie under that name", c.Name, other.many, other.Name)
			}
		}
		for _, name := range append([]string{c.body, c.by, c.called}, needed[c.Name]...) {
			if _, ok := c.field(name); name != "" && !ok {
				t.Errorf("%s has no field %s", c.Name, name)
			}
		}
	}
	for name := range leftFields {
		kind, field, _ := strings.Cut(name, ".")
		if k := journal.Kinds()[kind]; k == nil {
			t.Errorf("left.go names %s of no kind", name)
		} else if _, ok := newCarrying(k, look{}).field(field); !ok {
			t.Errorf("left.go names %s, which is no field", name)
		}
	}
}

func CheckChoices(t *testing.T) {
	free := []reflect.Type{reflect.TypeFor[clock.Date]()}
	for _, c := range carried() {
		for _, f := range c.fields {
			if f.Type.Kind() == reflect.String && f.Type != reflect.TypeFor[string]() && choices[f.Type] == nil && !slices.Contains(free, f.Type) {
				t.Errorf("%s.%s is a %s, whose words stand nowhere in choices.go", c.Name, f.name, f.Type)
			}
		}
	}
}

// Each kind, with every field filled: also one that no sample deal has, and one of tomorrow.
func CheckEveryFieldComesBack(t *testing.T) {
	for _, c := range carried() {
		if c.Name == "speech" {
			continue // the text of a call's file
		}
		g := &gathering{kinds: carried(), byID: map[string]*thing{}}
		thing := &thing{carrying: c, below: map[string][]*thing{}, key: "x-1", named: true}
		made, v := c.Make()
		thing.head, thing.value = made.Head(), v
		thing.head.ID = "0000000000000000"
		for i, f := range c.fields {
			fill(f.Of(v), i)
			if c.look.key != "" && f.name == "number" {
				thing.key = fmt.Sprintf(c.look.key, f.Of(v).Int())
			}
		}
		g.byID[thing.head.ID] = thing
		n, err := plain.Read(plain.Write(g.fields(thing)), 1)
		if err != nil {
			t.Errorf("%s: %v", c.Name, err)
			continue
		}
		taking := &taking{kinds: g.kinds, records: map[string][]*record{}, byKey: map[string]*record{}, erased: map[string]bool{}, prefix: "NWF"}
		rec := taking.record(c, nil, "file", n)
		rec.id = thing.head.ID
		if f, ok := c.field(c.body); ok && isText(f) {
			rec.body = fmt.Sprint(f.Of(v).Interface())
		}
		taking.decode(rec)
		if err := taking.err(); err != nil {
			t.Errorf("%s: %v", c.Name, err)
			continue
		}
		for _, f := range c.fields {
			if want, got := f.Of(v).Interface(), f.Of(rec.value).Interface(); c.written(f) && asJSON(want) != asJSON(got) {
				t.Errorf("%s.%s was %+v and came back as %+v", c.Name, f.name, want, got)
			}
		}
	}
}

func asJSON(v any) string {
	b, err := json.Marshal(v)
	return fmt.Sprint(string(b), err)
}

// fill puts something into every part of a value.
func fill(v reflect.Value, n int) {
	switch x := v.Addr().Interface().(type) {
	case *seal.Text:
		*x = seal.New("0000000000000000", fmt.Sprintf("words: %d\nof several lines", n))
		return
	case *clock.Date:
		*x = "2026-11-25"
		return
	case *clock.Instant:
		*x = clock.Micro(1764000000000000 + int64(n))
		return
	case *account.Money:
		*x = account.Money{Known: true, Minor: -int64(n) - 5, Currency: "EUR"}
		return
	case *[]byte:
		*x = []byte{0, byte(n)}
		return
	}
	if all := choices[v.Type()]; all != nil {
		v.SetString(all[len(all)-1])
		return
	}
	switch v.Kind() {
	case reflect.String:
		v.SetString(fmt.Sprintf("text %d: \"quoted\", <no-key", n))
	case reflect.Bool:
		v.SetBool(true)
	case reflect.Int, reflect.Int64:
		v.SetInt(int64(n%3 + 1))
	case reflect.Float64:
		v.SetFloat(float64(n) + 0.25)
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		fill(v.Elem(), n)
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 2, 2))
		fill(v.Index(0), n)
		fill(v.Index(1), n+1)
	case reflect.Array:
		for i := range v.Len() {
			fill(v.Index(i), n)
		}
	case reflect.Map:
		value := reflect.New(v.Type().Elem()).Elem()
		fill(value, n)
		v.Set(reflect.MakeMap(v.Type()))
		key := reflect.New(v.Type().Key()).Elem()
		if fill(key, n); key.Kind() == reflect.String {
			key.SetString("a key: of it")
		}
		v.SetMapIndex(key, value)
	case reflect.Struct:
		names := names(v.Type())
		for i, name := range names {
			if name != "" {
				fill(v.Field(i), n+i)
			}
		}
	}
}
