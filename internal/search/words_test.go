package search

import (
	"strings"
	"testing"
)

func TestWordsAreFoldedAlikeForBothDatabases(t *testing.T) {
	for text, want := range map[string]string{
		"Zürich-Nord, Straße 7": "zurich nord strasse 7", "24 h ≤ 1 h": "24 h 1 h", "naïve CLIENTS": "naive clients", "ﬁne": "fine",
		"必ずUTF-8で": "必すutf 8て", "😀 \x00 \xff": "", "k:requirement d:NWF": "k requirement d nwf", "O'Brien's": "o brien s", "İstanbul": "istanbul", "ΣΊΣΥΦΟΣ": "σισυφοσ",
	} {
		if got := strings.Join(Words(text), " "); got != want {
			t.Errorf("%q gives %q, want %q", text, got, want)
		}
	}
}

func TestTokensHoldEachWordOnceAndNoFilterOfTheTexts(t *testing.T) {
	e := Entry{Kind: "go-live", Deal: "d1", Label: "C-1", Title: "Replay replay K:requirement", Body: strings.Repeat("long", 5000)}
	got := e.tokens()
	if !strings.HasPrefix(got, "k:go_live d:d1 c 1 replay k requirement ") || strings.Count(got, "replay") != 1 || len(got) > 200 {
		t.Errorf("tokens are %.120q, %d long", got, len(got))
	}
}

func TestMatchesAreBuiltOfLettersAndDigitsOnly(t *testing.T) {
	q := Query{Words: `x" OR 1) NEAR(y* '); DROP & | ! : <->`, Kind: `a' "b`, Deal: `d'"\`}
	if got, want := q.matchSQLite(q.terms()), `"x" AND "or" AND "1" AND "near" AND "y" AND "drop" * AND "k:a_b" AND "d:d'\"`; got != want {
		t.Errorf("SQLite: %s, want %s", got, want)
	}
	if got, want := q.matchPostgres(q.terms()), `'x' & 'or' & '1' & 'near' & 'y' & 'drop':* & 'k:a_b' & 'd:d"'`; got != want {
		t.Errorf("PostgreSQL: %s, want %s", got, want)
	}
}

func FuzzWordsHoldLettersAndDigitsAndNothingElse(f *testing.F) {
	f.Add("Zürich 7")
	f.Add("a:b % _ ' \" \x00")
	f.Fuzz(func(t *testing.T, text string) {
		for _, w := range Words(text) {
			if w == "" || strings.ContainsAny(w, " :'\"%_\\*&|!()<>\x00") {
				t.Errorf("%q gives the word %q", text, w)
			}
		}
	})
}
