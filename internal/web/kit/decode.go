package kit

import (
	"encoding"
	"fmt"
	"net/url"
	"reflect"
	"strconv"
	"strings"

	"throughline/internal/problem"
)

// Decode fills an act's input from the form, by the names of its json tags: a nested struct's
// fields are "measure.metric", a list takes every value of its name, "revision" and "id" fill
// Revision and ID. A pointer stays nil while nothing is written for it. Maps and lists of
// structs are left to the page.
func (r *Request) Decode(into any) error {
	var c problem.Check
	decode(&c, r.typed, "", reflect.ValueOf(into).Elem())
	return c.Err()
}

var unmarshaler = reflect.TypeFor[encoding.TextUnmarshaler]()

func decode(c *problem.Check, form url.Values, prefix string, v reflect.Value) {
	for i := range v.NumField() {
		f := v.Type().Field(i)
		name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
		switch {
		case !f.IsExported() || name == "-":
			continue
		case f.Anonymous && name == "":
			decode(c, form, prefix, v.Field(i))
			continue
		case name == "" && (f.Name == "Revision" || f.Name == "ID"):
			name = strings.ToLower(f.Name)
		case name == "":
			continue
		}
		decodeField(c, form, prefix+name, v.Field(i))
	}
}

func decodeField(c *problem.Check, form url.Values, name string, v reflect.Value) {
	switch {
	case v.Kind() == reflect.Pointer && v.Type().Elem().Kind() == reflect.Struct && !v.Type().Implements(unmarshaler):
		if anyUnder(form, name+".") {
			n := reflect.New(v.Type().Elem())
			decode(c, form, name+".", n.Elem())
			v.Set(n)
		}
	case v.Kind() == reflect.Struct && !v.Addr().Type().Implements(unmarshaler):
		decode(c, form, name+".", v)
	case v.Kind() == reflect.Pointer && !v.Type().Implements(unmarshaler):
		if s := strings.TrimSpace(form.Get(name)); s != "" {
			n := reflect.New(v.Type().Elem())
			scalar(c, name, s, n.Elem())
			v.Set(n)
		}
	case v.Kind() == reflect.Map, v.Kind() == reflect.Slice && v.Type().Elem().Kind() == reflect.Struct:
		// lists of parts have a form of their own kind: the page reads them itself
	case v.Kind() == reflect.Slice:
		for _, s := range form[name] {
			if s != "" {
				e := reflect.New(v.Type().Elem()).Elem()
				scalar(c, name, s, e)
				v.Set(reflect.Append(v, e))
			}
		}
	default:
		if form.Has(name) {
			scalar(c, name, strings.TrimSpace(strings.ReplaceAll(form.Get(name), "\r\n", "\n")), v)
		}
	}
}

func anyUnder(form url.Values, prefix string) bool {
	for k, v := range form {
		if strings.HasPrefix(k, prefix) && strings.TrimSpace(strings.Join(v, "")) != "" {
			return true
		}
	}
	return false
}

func scalar(c *problem.Check, name, s string, v reflect.Value) {
	if u, ok := v.Addr().Interface().(encoding.TextUnmarshaler); ok {
		err := u.UnmarshalText([]byte(s))
		c.Fail(err == nil, name, "%v.", err)
		return
	}
	var err error
	switch v.Kind() {
	case reflect.String:
		v.SetString(s)
	case reflect.Bool:
		v.SetBool(s == "on" || s == "true" || s == "1" || s == "yes")
	case reflect.Int, reflect.Int64:
		if s == "" {
			return
		}
		var n int64
		n, err = strconv.ParseInt(s, 10, 64)
		c.Fail(err == nil, name, "%q is not a whole number.", s)
		v.SetInt(n)
	case reflect.Float64:
		if s == "" {
			return
		}
		var n float64
		n, err = strconv.ParseFloat(strings.ReplaceAll(s, ",", "."), 64)
		c.Fail(err == nil, name, "%q is not a number like 8.5.", s)
		v.SetFloat(n)
	default:
		panic(fmt.Sprintf("a form cannot fill %s of %s", name, v.Type()))
	}
}
