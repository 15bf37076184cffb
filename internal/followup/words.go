package followup

import "throughline/internal/portal"

// words are what a follow-up says in one language. A %s is filled in.
type words struct {
	subject       string // the talk's title
	greeting      string // a name
	thanksCall    string // the day
	thanksDemo    string // the day
	heard, facts  string // headings
	shown         string
	promised      string
	needed        string
	next          string
	by            string // a day, behind what is due
	confirm       string // what we assume
	beta, roadmap string // behind a segment that shows more than is generally available
	wrong         string // the invitation to correct us
	close         string // before the sender's name
	and           string // between the last two names of a greeting
}

var languages = map[string]words{
	"en": {
		subject: "What we took from “%s”", greeting: "Dear %s,", thanksCall: "Thank you for your time on %s. This is what we took from it.",
		thanksDemo: "Thank you for looking at it with us on %s. This is what we showed, and what follows from it.",
		heard:      "What we heard", facts: "How things are today", shown: "What we showed", promised: "What we promised", needed: "What we need from you", next: "Next step",
		by: "by %s", confirm: "Please confirm or correct: %s", beta: "in beta today", roadmap: "not built yet",
		wrong: "If a line is wrong or missing, please say so: one word is enough.", close: "Kind regards", and: "and",
	},
	"de": { //nolint:misspell // German
		subject: "Was wir aus „%s“ mitnehmen", greeting: "Guten Tag %s,", thanksCall: "vielen Dank für Ihre Zeit am %s. Das nehmen wir daraus mit.",
		thanksDemo: "vielen Dank, dass Sie es am %s mit uns angesehen haben. Das haben wir gezeigt, und das folgt daraus.",
		heard:      "Was wir gehört haben", facts: "Wie es heute ist", shown: "Was wir gezeigt haben", promised: "Was wir zugesagt haben", needed: "Was wir von Ihnen brauchen", next: "Nächster Schritt",
		by: "bis %s", confirm: "Bitte bestätigen oder berichtigen: %s", beta: "heute als Beta", roadmap: "noch nicht gebaut",
		wrong: "Ist eine Zeile falsch oder fehlt eine, genügt ein Wort.", close: "Mit freundlichen Grüßen", and: "und",
	},
	"fr": { //nolint:misspell // French
		subject: "Ce que nous retenons de « %s »", greeting: "Bonjour %s,", thanksCall: "merci pour votre temps le %s. Voici ce que nous en retenons.",
		thanksDemo: "merci de l’avoir regardé avec nous le %s. Voici ce que nous avons montré, et ce qui en découle.",
		heard:      "Ce que nous avons entendu", facts: "La situation actuelle", shown: "Ce que nous avons montré", promised: "Ce que nous avons promis", needed: "Ce qu’il nous faut de votre part", next: "Prochaine étape",
		by: "d’ici le %s", confirm: "Merci de confirmer ou de corriger : %s", beta: "en bêta aujourd’hui", roadmap: "pas encore réalisé",
		wrong: "Si une ligne est fausse ou manque, un mot suffit.", close: "Bien cordialement", and: "et",
	},
	"es": { //nolint:misspell // Spanish
		subject: "Lo que nos llevamos de «%s»", greeting: "Buenos días, %s:", thanksCall: "Gracias por su tiempo el %s. Esto es lo que nos llevamos.",
		thanksDemo: "Gracias por verlo con nosotros el %s. Esto es lo que mostramos y lo que sigue.",
		heard:      "Lo que escuchamos", facts: "Cómo están las cosas hoy", shown: "Lo que mostramos", promised: "Lo que prometimos", needed: "Lo que necesitamos de ustedes", next: "Próximo paso",
		by: "antes del %s", confirm: "Por favor, confirmen o corrijan: %s", beta: "en beta hoy", roadmap: "aún no construido",
		wrong: "Si una línea es incorrecta o falta, basta una palabra.", close: "Un cordial saludo", and: "y",
	},
}

// in are the words of a language; English where there are none.
func in(code string) words {
	if w, ok := languages[code]; ok {
		return w
	}
	return languages["en"]
}

// Languages are those that a draft is written in, by ISO 639-1.
var Languages = portal.Languages
