package discovery

import "testing"

func TestALabelNamesSomebodyOnlyWhereItCanMeanOnePerson(t *testing.T) {
	all := []known{
		{id: "dana", words: nameWords("Dana Whitfield"), here: true},
		{id: "dana2", words: nameWords("Dana Osei")},
		{id: "tomas", words: nameWords("Tomás Rey")},
		{id: "mara", person: true, words: nameWords("Mara Lindqvist"), here: true},
		{id: "li", words: nameWords("Li")},
		{id: "ayse", words: nameWords("عائشة 🚀")},
	}
	for label, want := range map[string]string{
		"Dana Whitfield":             "dana",
		"dana WHITFIELD":             "dana",
		"Whitfield, Dana":            "dana",
		"Dana Whitfield (Northwind)": "dana",
		"Dana":                       "dana", // the one who attended
		"Osei":                       "dana2",
		"Tomas Rey":                  "tomas",
		"Mara":                       "mara",
		"Li":                         "li",
		"Li Wei":                     "", // another person
		"Speaker 1":                  "",
		"":                           "",
		"Dana Reyes":                 "",
		"عائشة":                      "ayse",
		"<script>":                   "",
	} {
		got, ok := match(label, all)
		if got.id != want || ok != (want != "") {
			t.Errorf("%q names %q, want %q", label, got.id, want)
		}
	}
	both := []known{{id: "a", words: nameWords("Ana Ruiz"), here: true}, {id: "b", words: nameWords("Ana Ruiz"), here: true}}
	if got, ok := match("Ana Ruiz", both); ok {
		t.Errorf("of two of one name, %q was taken", got.id)
	}
}
