package note

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// clause is one run of the text that says one thing.
type clause struct {
	from, to int
	fresh    bool // it begins a line
	bullet   bool
}

var (
	bulletMark = regexp.MustCompile(`^\s*([-*•–>]|\d{1,2}[.)]\s|\[[ xX]?\])\s*`)
	leads      = regexp.MustCompile(`(?i)^((and|but|so|then|okay|ok|well|hi|yeah|um|uh|plus|und|aber|also|dann|außerdem|äh|ähm)\b[,:]?\s+)+`)
	tails      = regexp.MustCompile(`(?i)([\s,;]+((and|but|so|then|und|aber|also|dann)\b[\s,;]*)*)$`)
	months     = regexp.MustCompile(`(?i)^(jan|feb|mär|mar|apr|mai|may|jun|jul|aug|sep|okt|oct|nov|dez|dec)`)
	shortWords = regexp.MustCompile(`(?i)(^|[\s(])(mr|mrs|ms|dr|prof|st|vs|etc|e\.g|i\.e|nr|inc|ltd|approx|ca|z\.b|bzw|d\.h|u\.a|inkl|usw|evtl|ggf|min|max|\p{L})$`)
	joint      = regexp.MustCompile(`(?i)(,|;| -| –)?\s+(and|but|und|aber|sowie|also|außerdem|dann|then)\s+$|[,;]\s+$`)
	leansOn    = regexp.MustCompile(`(?i)\b(if|that|because|when|where|who|which|whether|how|what|why|before|after|until|while|as|than|for|of|with|from|to|the|a|their|our|her|his|weil|dass|wenn|ob|wie|was|wer|bevor|nachdem|bis|mit|der|die|das|dem|den)\s+$|` +
		`\b(said|says|say|think|thinks|thought|mean|means|meinte|meint|sagte|sagten|sagt|gesagt|heißt|findet|doubts)( also| that)?\s+$|` +
		`\b(told|tell|promised|assured|asked|showed|informed)\s+(\S+\s+)?$`)
)

// longRun is how many words without a mark make a text look dictated.
const longRun = 18

// cut finds the clauses: by line, by sentence, and within a sentence where somebody else begins to
// do something else. Dictated words have no marks, so there the beginnings alone decide.
func cut(text string, people names) (out []clause) {
	begins := beginnings(people)
	for from := 0; from < len(text); {
		to := from + strings.IndexByte(text[from:]+"\n", '\n')
		line := text[from:to]
		bullet := bulletMark.FindString(line)
		for i, s := range sentences(line[len(bullet):]) {
			at := from + len(bullet)
			for j, c := range clauses(line[len(bullet):][s[0]:s[1]], begins) {
				k := clause{at + s[0] + c[0], at + s[0] + c[1], i == 0 && j == 0, bullet != ""}
				if k = k.trim(text); k.to > k.from {
					out = append(out, k)
				}
			}
		}
		from = to + 1
	}
	return out
}

// trim takes what joins a clause to the one before off its beginning.
func (c clause) trim(text string) clause {
	s := text[c.from:c.to]
	c.from += len(s) - len(strings.TrimLeft(s, " \t\r,;"))
	c.from += len(leads.FindString(text[c.from:c.to]))
	c.to -= len(tails.FindString(text[c.from:c.to]))
	return c
}

// sentences are the spans that marks end.
func sentences(line string) (out [][2]int) {
	begin := 0
	for i := 0; i < len(line); i++ {
		if strings.IndexByte(".?!;", line[i]) < 0 {
			continue
		}
		end := i + 1
		for end < len(line) && strings.IndexByte(`.?!"')`, line[end]) >= 0 {
			end++
		}
		if end < len(line) && !endsAt(line, begin, i, end) {
			continue
		}
		out = append(out, [2]int{begin, end})
		begin, i = end, end-1
	}
	return append(out, [2]int{begin, len(line)})
}

func endsAt(line string, begin, i, end int) bool {
	if line[end] != ' ' && line[end] != '\t' {
		return false // 5.9, example.com
	}
	if line[i] != '.' {
		return true
	}
	next := strings.TrimLeft(line[end:], " \t")
	r, _ := utf8.DecodeRuneInString(next)
	before, _ := utf8.DecodeLastRuneInString(line[begin:i])
	switch {
	case unicode.IsDigit(before) && (unicode.IsLower(r) || months.MatchString(next)):
		return false // 12. Dezember
	case unicode.IsLower(r) && shortWords.MatchString(line[begin:i]):
		return false
	}
	return !shortWords.MatchString(line[begin:i])
}

// clauses cuts a sentence before each beginning that a joint stands before; in a long run without
// marks also where none stands, unless the words before lean on it.
func clauses(s string, begins *regexp.Regexp) (out [][2]int) {
	dictated := len(strings.Fields(s)) >= longRun && strings.Count(s, ",") <= len(strings.Fields(s))/longRun
	from := 0
	for _, m := range begins.FindAllStringSubmatchIndex(s, -1) {
		at := m[4]
		if at == 0 || at-from < 6 {
			continue
		}
		before := s[from:at]
		j := joint.FindStringIndex(before)
		switch {
		case leansOn.MatchString(before):
			continue
		case j != nil && len(strings.Fields(before[:j[0]])) >= 2 && !leansOn.MatchString(before[:j[0]]+" "):
		case j == nil && dictated && len(strings.Fields(before)) >= 3:
		default:
			continue
		}
		out = append(out, [2]int{from, at})
		from = at
	}
	return append(out, [2]int{from, len(s)})
}

// beginnings is where a new statement begins: a label, or somebody with a verb.
func beginnings(people names) *regexp.Regexp {
	who := `we|i|they|he|she|it|everybody|everyone|wir|ich|sie|er|es|man|(?:herr|frau|mr|mrs|ms|the|their|our|die|der|das) \p{L}[\p{L}-]*(?: \p{L}[\p{L}-]*)?`
	if n := people.pattern(); n != "" {
		who = n + "|" + who
	}
	verbs := `'ll|'d|'ve|need|needs|want|wants|must|has|have|had|should|would|will|can|cannot|asked|asks|said|says|told|promised|agreed|think|thinks|thought|was|were|is|are|loved|loves|liked|likes|hated|hates|use|uses|run|runs|owe|set|do|does|doubts|prefers?|insists?|committed|` +
		`brauchen|braucht|wollen|will|müssen|muss|nutzen|nutzt|haben|hat|habe|sind|ist|findet|fand|fanden|war|waren|meinte|möchte|möchten|liefern|schicken|schicke|klären|sagten|sagte|dürfen|darf|sollen|soll`
	return regexp.MustCompile(`(?i)(^|[\s"“„(])((?:` + who + `)(?: (?:really|just|also|then|currently|now|derzeit|aktuell|auch|noch|dann))?(?: (?:` + verbs + `)\b|'(?:ll|d|ve)\b)|` +
		`(?:the )?next steps?\b|nächster? schritte?\b|open question|offene frage|offen ist|unklar ist|currently\b|today they\b|derzeit\b|not ok\b)`)
}
