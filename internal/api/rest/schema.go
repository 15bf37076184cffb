package rest

import (
	"reflect"
	"regexp"
	"strings"
	"time"
	"unicode"

	"github.com/danielgtaylor/huma/v2"

	"throughline/internal/clock"
	"throughline/internal/seal"
	"throughline/internal/thread"
)

// alias says how our own kinds of value read in JSON.
func alias(r huma.Registry) {
	r.RegisterTypeAlias(reflect.TypeFor[clock.Instant](), reflect.TypeFor[*time.Time]())
	for _, t := range []reflect.Type{reflect.TypeFor[clock.Date](), reflect.TypeFor[seal.Text](), reflect.TypeFor[thread.Station](), reflect.TypeFor[thread.State]()} {
		r.RegisterTypeAlias(t, reflect.TypeFor[*string]())
	}
	for of, is := range Shapes {
		r.RegisterTypeAlias(of, is)
	}
}

// Shapes are how areas' own kinds of value read in JSON, where their type does not say it.
var Shapes = map[reflect.Type]reflect.Type{}

// schemaName names a schema by package and type, since areas use the same plain words.
func schemaName(t reflect.Type, hint string) string {
	for t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	name := t.Name()
	if name == "" {
		return huma.DefaultSchemaNamer(t, hint)
	}
	pkg := t.PkgPath()
	pkg = pkg[strings.LastIndexByte(pkg, '/')+1:]
	inner := qualified.ReplaceAllStringFunc(name, func(q string) string {
		q = q[strings.LastIndexByte(q, '/')+1:]
		of, word, _ := strings.Cut(q, ".")
		return capital(of) + capital(word)
	})
	return capital(pkg) + strings.Map(letter, nothing.Replace(inner))
}

// nothing names the two ways to answer with nothing: as schemas they are two.
var nothing = strings.NewReplacer("*struct {}", "Nothing", "struct {}", "Empty")

// qualified is a type inside a generic one's name: throughline/internal/thread.Requirement.
var qualified = regexp.MustCompile(`[\w/-]+\.\w+`)

func letter(r rune) rune {
	if unicode.IsLetter(r) || unicode.IsDigit(r) {
		return r
	}
	return -1
}

func capital(s string) string {
	if s == "" {
		return s
	}
	return strings.ToUpper(s[:1]) + s[1:]
}
