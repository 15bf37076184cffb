package title

import (
	"slices"
	"strings"
	"unicode"
)

// everyday are words that most sentences of a language have, and few of the others.
var everyday = map[string][]string{
	"English":    strings.Fields("the and of to with for you our your we are is will that this from what who"),
	"German":     strings.Fields("und der die das mit für sie wir von du ihr zu den ist im dem bei ein eine auf nicht sich unsere"),
	"French":     strings.Fields("le la les des du et vous nous pour dans avec une est sur votre notre aux être qui chez"),
	"Spanish":    strings.Fields("el la los las del y con para una por en que su tu nuestro nuestra junto hasta al como"),
	"Italian":    strings.Fields("il lo la gli le della dei di e con per una che nel nella sono alla presso tuo nostri"),
	"Portuguese": strings.Fields("o os as da do dos das e com para uma em que seu nossa nosso até ao você pelo"),
	"Dutch":      strings.Fields("de het een en van met voor je jij wij onze bij naar zijn wordt niet aan ook jouw"),
	"Polish":     strings.Fields("i w z na do oraz się jest dla nie od po przez jako naszych nasza twoje będziesz za przy"),
	"Czech":      strings.Fields("a v na s z do pro se je nebo při jako naše vaše bude které i k od"),
	"Swedish":    strings.Fields("och att det som en på är av med till för du vi vår hos våra ett dig din"),
	"Danish":     strings.Fields("og at det som en på er af med til for du vi vores hos et dig din ikke"),
	"Turkish":    strings.Fields("ve bir bu için ile olarak daha en çok gibi sonra kadar ekibi müşteri"),
}

const (
	readFor  = 2000 // words that are looked at to tell the language
	fewWords = 6    // fewer tell no language
)

// foreign names the language of a text that is neither English nor German: 'another language' if it
// is none that is known here either, empty if the text can be read or is too short to tell.
func foreign(text string) string {
	w := wordsOf(beginning(text))
	if n := letters(text); n.other > n.latin {
		return "another script"
	}
	if len(w) < fewWords {
		return ""
	}
	count := map[string]int{}
	for _, word := range w[:min(len(w), readFor)] {
		for language, words := range everyday {
			if slices.Contains(words, word.text) {
				count[language]++
			}
		}
	}
	ours := max(count["English"], count["German"])
	best, most := "", 0
	for _, language := range []string{"French", "Spanish", "Italian", "Portuguese", "Dutch", "Polish", "Czech", "Swedish", "Danish", "Turkish"} {
		if count[language] > most {
			best, most = language, count[language]
		}
	}
	n := min(len(w), readFor)
	switch {
	case most > ours+1 && most*15 >= n:
		return best
	case n >= 20 && ours*20 < n && !listOnly(text):
		return "another language"
	}
	return ""
}

// listOnly tells whether a text is a list of words: there the everyday ones are missing anyway.
func listOnly(text string) bool {
	w := wordsOf(beginning(text))
	marks := 0
	for _, word := range w {
		if word.ends {
			marks++
		}
	}
	return marks*4 >= len(w)
}

// beginning is as much of a text as tells its language.
func beginning(text string) string {
	return strings.ToValidUTF8(text[:min(len(text), readFor*8)], "")
}

// script counts letters of the Latin script and of others.
type script struct{ latin, other int }

func letters(text string) (n script) {
	for _, r := range beginning(text) {
		switch {
		case !unicode.IsLetter(r):
		case unicode.Is(unicode.Latin, r):
			n.latin++
		default:
			n.other++
		}
	}
	return n
}
