package language_test

import (
	"slices"
	"testing"

	"throughline/internal/language"
)

func TestALanguageIsTheSameHoweverItIsWritten(t *testing.T) {
	for word, want := range map[string]string{
		"German": "German", "deutsch": "German", " DE ": "German", "Français": "French", "PORTUGUÊS": "Portuguese", "español": "Spanish", "Türkçe": "Turkish",
		"čeština": "Czech", "Klingon": "", "": "", "d": "",
	} {
		if got, ok := language.Find(word); got != want || ok != (want != "") {
			t.Errorf("%q is %q", word, got)
		}
	}
	if !slices.IsSorted(language.Languages) {
		t.Error("the list is not in order")
	}
	seen := map[string]bool{}
	for _, name := range language.Languages {
		if got, _ := language.Find(name); got != name || seen[name] {
			t.Errorf("%s is found as %s", name, got)
		}
		seen[name] = true
	}
}
