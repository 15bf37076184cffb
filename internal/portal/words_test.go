package portal

import (
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"throughline/internal/clock"
)

var verb = regexp.MustCompile(`%(\[\d\])?[sd]`)

// Every language says everything, with the same things filled in, and plainly.
func TestEveryLanguageSaysTheSame(t *testing.T) {
	en := reflect.ValueOf(english)
	for _, code := range Languages {
		w := reflect.ValueOf(*languages[code])
		for i := range w.NumField() {
			name := w.Type().Field(i).Name
			if w.Field(i).Kind() != reflect.String || name == "day" {
				continue
			}
			words := w.Field(i).String()
			if words == "" {
				t.Errorf("%s has no %s", code, name)
			}
			if !slices.Equal(filled(words), filled(en.Field(i).String())) || strings.Count(words, "{{here}}") != strings.Count(en.Field(i).String(), "{{here}}") {
				t.Errorf("%s: %s takes %v, English %v", code, name, filled(words), filled(en.Field(i).String()))
			}
			if strings.ContainsAny(words, "!¡") {
				t.Errorf("%s: %s shouts: %s", code, name, words)
			}
			if code != "en" && len(words) > 25 && words == en.Field(i).String() {
				t.Errorf("%s: %s is English", code, name)
			}
		}
	}
}

func filled(words string) []string {
	out := verb.FindAllString(words, -1)
	slices.Sort(out)
	return slices.Compact(out)
}

func TestDaysAreWrittenAsPeopleDo(t *testing.T) {
	for code, want := range map[string]string{"en": "2 March 2026", "de": "2. März 2026", "fr": "2 mars 2026", "es": "2 de marzo de 2026", "xx": "2 March 2026"} {
		if got := In(code).Day(clock.Date("2026-03-02")); got != want {
			t.Errorf("%s: %s", code, got)
		}
	}
}

func TestAMaskedAddressHidesWho(t *testing.T) {
	for address, want := range map[string]string{"dana@northwind.example": "d•••@northwind.example", "é@x.example": "é•••@x.example", "": "•••@", "@x": "•••@x"} {
		if got := Masked(address); got != want {
			t.Errorf("%s: %s", address, got)
		}
	}
}
