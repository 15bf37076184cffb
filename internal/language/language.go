// Package language knows the languages that people name, so that what one writes as German,
// Deutsch or de is the same.
package language

import "strings"

// Languages are the names that are kept, in the order of lists.
var Languages = func() (out []string) {
	for _, l := range known {
		out = append(out, l[0])
	}
	return out
}()

// known are languages by the name that is kept, their own name without marks, and the code of
// ISO 639-1.
var known = [][3]string{
	{"Arabic", "arabiyya", "ar"}, {"Bengali", "bangla", "bn"}, {"Bulgarian", "balgarski", "bg"}, {"Catalan", "catala", "ca"}, {"Chinese", "zhongwen", "zh"},
	{"Croatian", "hrvatski", "hr"}, {"Czech", "cestina", "cs"}, {"Danish", "dansk", "da"}, {"Dutch", "nederlands", "nl"}, {"English", "english", "en"},
	{"Estonian", "eesti", "et"}, {"Finnish", "suomi", "fi"}, {"French", "francais", "fr"}, {"German", "deutsch", "de"}, {"Greek", "ellinika", "el"},
	{"Hebrew", "ivrit", "he"}, {"Hindi", "hindi", "hi"}, {"Hungarian", "magyar", "hu"}, {"Indonesian", "bahasa indonesia", "id"}, {"Irish", "gaeilge", "ga"},
	{"Italian", "italiano", "it"}, {"Japanese", "nihongo", "ja"}, {"Korean", "hangugeo", "ko"}, {"Latvian", "latviesu", "lv"}, {"Lithuanian", "lietuviu", "lt"},
	{"Malay", "bahasa melayu", "ms"}, {"Norwegian", "norsk", "no"}, {"Persian", "farsi", "fa"}, {"Polish", "polski", "pl"}, {"Portuguese", "portugues", "pt"}, //nolint:misspell // as the language calls itself
	{"Romanian", "romana", "ro"}, {"Russian", "russkij", "ru"}, {"Serbian", "srpski", "sr"}, {"Slovak", "slovencina", "sk"}, {"Slovenian", "slovenscina", "sl"},
	{"Spanish", "espanol", "es"}, {"Swedish", "svenska", "sv"}, {"Tamil", "tamil", "ta"}, {"Thai", "phasa thai", "th"}, {"Turkish", "turkce", "tr"},
	{"Ukrainian", "ukrainska", "uk"}, {"Urdu", "urdu", "ur"}, {"Vietnamese", "tieng viet", "vi"},
}

// unmarked are the marked letters of the languages' own names.
var unmarked = strings.NewReplacer("à", "a", "ã", "a", "â", "a", "ă", "a", "á", "a", "ç", "c", "č", "c", "ê", "e", "é", "e", "ế", "e", "í", "i", "ñ", "n", "š", "s", "ü", "u", "ų", "u", "ê", "e", "ệ", "e")

// Find gives the name that is kept of a language written in English, in itself, or as its code.
func Find(word string) (name string, ok bool) {
	word = unmarked.Replace(strings.ToLower(strings.TrimSpace(word)))
	for _, l := range known {
		if word == strings.ToLower(l[0]) || word == l[1] || word == l[2] {
			return l[0], true
		}
	}
	return "", false
}
