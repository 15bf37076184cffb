package note

import (
	"regexp"
	"strings"
)

// attitudes are words for how somebody took something, the strongest first: what is said of a
// thing goes before what is said of the person.
var attitudes = []struct {
	mark  int
	heard *regexp.Regexp
}{
	{-2, words(`\b(hated|hates?|angry|furious|a joke|useless|rejects?|rejected|throws? it out|against|unacceptable|wütend|sauer|dagegen|unbrauchbar|lehnt .* ab|lehnte .* ab)\b`)},
	{-1, words(`\b(worried|worries|concerned|sceptical|skeptical|sceptic|doubts?|doubtful|hesitant|uneasy|annoyed|unhappy|disappointed|frustrated|not (really |so |quite |very )?(convinced|impressed|happy|sure about|ok|okay|fine|keen)|(is|was|are|were|to be|viel|ist|war|oberfläche) too (rigid|slow|complicated|expensive|complex|late|weak)|too (rigid|slow|complicated|expensive|complex)|skeptisch|besorgt|zweifelt|enttäuscht|unzufrieden|genervt|nicht (überzeugt|zufrieden|begeistert)|zu (langsam|kompliziert|teuer|umständlich|starr|komplex))\b`)},
	{2, words(`\b(loved|loves?|thrilled|enthusiastic|excited|exciting|blown away|delighted|brilliant|amazing|begeistert|super|großartig|fantastisch|perfekt|toll|klasse)\b`)},
	{1, words(`\b(liked|likes|happy|pleased|impressed|positive|fine with|ok with|okay with|relieved|comfortable|convinced|satisfied|zufrieden|angetan|positiv|überzeugt|erleichtert|gefiel|gefällt|gefallen|fand .* gut|fanden .* gut)\b`)},
}

var softened = regexp.MustCompile(`\b(a bit|a little|slightly|somewhat|etwas|ein bisschen|leicht|quite|seemed)\b`)

// stance reads how somebody took it, from −2 against to +2 for, and the words that say so. Of two
// attitudes in one clause the graver counts.
func stance(low string) (int, string) {
	for _, a := range attitudes {
		m := strings.TrimSpace(a.heard.FindString(low))
		if m == "" {
			continue
		}
		mark := a.mark
		if softened.MatchString(low) && mark == 2 {
			mark--
		}
		return mark, m
	}
	return 0, ""
}
