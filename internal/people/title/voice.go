package title

import (
	"slices"
	"strings"
)

// voice is of whom a sentence speaks.
type voice int

const (
	asked  voice = iota // what whoever takes the job does
	given               // what others do, or nobody here
	aside               // what one must know, what one gets, who the company is
	before              // what is asked, on the one side of the sale
	after               // and on the other
)

var (
	// passed are signs that work is somebody else's, or no part of the job.
	passed = phrasesOf(`is transferred to, is passed to, are passed to, are transferred to, is handed to, für die spätere, für die spätere*, verantwortung wechselt, wechselt die verantwortung, geht die verantwortung,
		this isn't it, this is not it, not for you, nichts für dich, nichts für sie,
		runs through the, you never touch, never touch, we have partners for, we have a team, there is a team, there's a team, there is a separate, there's a separate,
		gibt es unser*, gibt es eigene, gibt es ein eigenes, gibt es ein team, gibt es partner, haben wir partner, haben wir ein eigenes, haben wir ein team, haben wir eigene, laufen über, läuft über, übernimmt customer,
		picks it up, pick it up, pass* them on, pass* it on, take* it from here, take* it from there, stay with the, stays with the, forward* to, refer* to sales, left to, leave that to, leave this to, no longer, any more, by certified partner*, by integrators, by partners, by another, by other*, by the partner*, by our partner*, whose job, their job, colleagues bring, sold by,
		macht das, machen das, übernimmt unser*, übernehmen unser*, jemand ander*, andere kolleg*, andere abteilung*, eigene teams, eigenes team, eigene abteilung, ist aufgabe, sind aufgabe, aufgabe unser*, am hut, überlass*, leit* weiter|, leitest du an, gibst du an, geben sie an, nicht dein thema, durch partner, durch unsere partner, von partnern, verantwortet unser*, verantworten unser*, verantworten andere, verantwortet ein, vertrieb verkauft, verkauft hat vorher, vorher verkauft,
		handled by, carried out by, done by, owned by, delivered by, performed by, provided by, looked after by, taken care of by, rest with, rests with, lie with, lies with, the work of, responsibility of, the job of, belongs to, belong to, another team*, other team*, separate team, others do, others here, other people here, someone else*, somebody else*, take it from, takes it from, takes over, take over from there, take over once, handed to, hand* it to, is handed,
		not part of, no part of, isn't part, not yours, isn't yours, aren't yours, nothing to do with, not involved, not be involved, out of scope, outside the scope, not the job, isn't the job, not a support, not a sales, not a delivery, not wish to receive, no deliverables,
		dafür ist, dafür sind, dafür gibt, dafür haben, dafür steht, dafür stehen, liegt bei, liegen bei, liegt beim, macht ein, machen andere, macht unser, das machen unser*, ist sache, sind sache, sache unser*, sache des, sache der, anderes team, anderen team, andere teams, geht an unser*, gehen an unser*, geht an das, übergibst an, wird von, werden von,
		nichts zu tun, nicht teil, kein teil, nicht verbunden, gehör* nicht, nicht zu den, nicht zu deinen, nicht zu ihren, nicht erwünscht, entfällt, entfallen, nicht vorgesehen, nicht deine aufgabe, nicht ihre aufgabe, woanders`)
	// yielded are signs that one has others for a work, which is named in between.
	yielded = phrasesOf("für haben wir, für gibt es, for we have, for there is, for there are")
	// must are signs that a sentence says what one has to know or to have been.
	must = phrasesOf(`experience in, experience of, experience with, experience as, experience from, experience around, experience facing, have years of, with years of, minimum years of, least years of, years as, years in, year* experience, prior exposure, previous exposure, background in, background as, background of, backgrounds, degree in, degree or, knowledge of, familiar*, ideally, preferred, preferably, desirable, an advantage, is welcome, are welcome, would be nice, would be lovely, nice to have, a plus, you bring, you come from, you'll come from, you have worked, you've worked, having worked, having deployed, candidates, applicants, you don't need, you do not need, you need a, you need enough, ability to, willing to, willingness to, fluent, certified in, are a must, is a must, at which side, on which side,
		ist ein plus, sind ein plus, erfahrung*, berufserfahrung, idealerweise, von vorteil, wünschenswert, kenntnisse, studium, studienabschluss, ausbildung, bring* mit|, mitbring*, verfüg* über, verfügen sie, setzen voraus, fließend, reisebereitschaft, führerschein, hintergrund in, kandidat*, bewerber*, solltest, sollten sie, du musst kein, abschluss in`)
	// get are signs that a sentence says what one gets, or how one applies.
	get = phrasesOf(`the title, in the title, job title, der titel, interne titel, im titel, we offer, salary, salaries, base plus, holiday*, vacation, days off, pension, health insurance, dental, parental leave, equity, stock options, learning budget, your onboarding, onboarding takes, equal opportunit*, diversity, interviews, an interview, interview process, hiring process, cv, résumé, to apply, please apply, apply with, recruitment agenc*, relocation, referral, perks, bonus, desk in,
		wir bieten, bieten wir, bieten ihnen, bieten dir, geboten, gehalt*, grundgehalt, urlaub*, altersvorsorge, weiterbildung*, jobrad, homeoffice, home-office, einarbeitung, ein mentor, einen mentor, eine mentorin, mentor zur seite, mentorenprogramm*, deutschlandticket, bewerb*, vorstellungsgespräch*, ihre unterlagen, deine unterlagen, vollständige* unterlagen, firmenwagen, dienstwagen, vorführwagen, gleichstellung, schwerbehinder*, vielfalt, zuschuss, kantine, überstunden*, deine schulung*, schulungen für dich, teilzeit*`)
	// crews are words for those who do others' work, and doing is what is said of them.
	crews = phrasesOf("executives, vertrieb, innendienst, außendienst, *team, *teams, crew, crews, group, function, department*, office, director, manager, colleague, directorate, desk, specialists, consultants, partners, partner, colleagues, fitters, installers, services, managers, engineers, *kolleg*, *abteilung, bereich, *techniker, *berater, *projektteam*, *service, *services, success, *leute")
	doing = phrasesOf("führ*, bearbeit*, erledig*, montier*, install*, liefer*, leist*, complete*, finish*, get, gets, receive*, bekomm*, erhält, erhalten, own, owns, handle*, take*, do, does, did, look, looks, carr*, deliver*, run, runs, manage*, build*, implement*, is responsible, are responsible, win, wins, sell*, have, has, answer*, put, übern*, mach*, verantwort*, erled*, besorg*, kümmer*, betreu*, gewinn*, prüf*, setz*, richt*, zuständig, bereit")
	// outsiders are others where a sentence begins with them.
	outsiders = phrasesOf("dealers, dealer, distributors', partners, partner, resellers, distributors, integrators, contractors, installers, fachhändler, vertriebspartner, kollegen")
	whose     = strings.Fields("our the a their separate dedicated certified another unser unsere unserem unseren die das der den ein eigenes eigene eigenen")
	subjects  = strings.Fields("you you'll you'd you're du sie wir we i")
	person    = strings.Fields("you you'll you'd you're your yours du dein deine deinen deiner deinem dich dir sie ihr ihre ihren ihrem ihnen we wir i")
)

// voiceOf is of whom a sentence speaks that stands in a part of the text of this voice.
func voiceOf(w []word, part voice) voice {
	switch {
	case part == aside || part == given:
		return part
	case len(w) > 0 && anyOf(w[:1], outsiders) || phraseOf(w, passed) || inClause(w, yielded) || byOthers(w):
		return given
	case phraseOf(w, must) || phraseOf(w, get):
		return aside
	}
	return part
}

// byOthers tells whether a clause says what another team does: the team is named with whose it is,
// what it does stands beside it, and nobody is addressed in between.
func byOthers(w []word) bool {
	start := 0
	for i := range w {
		if i > 0 && w[i-1].ends {
			start = i
		}
		if at := whoseAt(w, start, i); at >= 0 && crewAt(w, at, i) && actsNear(w, start, at, i) {
			return true
		}
	}
	return false
}

// whoseAt is where it is said whose a team is, close before it; -1 if it is not.
func whoseAt(w []word, start, i int) int {
	for at := i - 1; at >= max(start, i-4); at-- {
		if slices.Contains(whose, w[at].text) {
			return at
		}
	}
	return -1
}

// crewAt tells whether the word is a team of others: one that has a name, for 'the team' is one's own.
func crewAt(w []word, at, i int) bool {
	if !crews.at(w, i) {
		return false
	}
	own := w[i].text == "team" || w[i].text == "group" || w[i].text == "bereich"
	return !own || i-at > 1
}

func actsNear(w []word, start, at, i int) bool {
	acts := func(from, to int) bool {
		for j := max(from, 0); j < min(to, len(w)); j++ {
			if doing.at(w, j) {
				return true
			}
		}
		return false
	}
	if has(w[start:at], person...) || has(w[at+1:i], person...) || has(w[max(at-1, start):i], besides...) {
		return false
	}
	if w[i].ends && (i+1 == len(w) || !slices.Contains(relative, w[i+1].text)) {
		return acts(at-2, at)
	}
	for j := i + 1; j < min(len(w), i+4) && !has(w[j:j+1], subjects...); j++ {
		if acts(j, j+1) || has(w[j:j+1], "may", "might", "can", "will") {
			return true
		}
	}
	return acts(at-2, at)
}

var (
	// besides are words before a team that make it one's company at work, or the customer's own.
	besides  = strings.Fields("help helps support supports supporting assist with alongside between for mit für neben gemeinsam unterstützt unterstützen unterstützung customer's customers client's clients ihrer ihren")
	relative = strings.Fields("who which that die der das welche")
)

// denials before a sign take it back, within so many words.
var denials = strings.Fields("tired formerly ehemalige ehemaliger frühere früherer nothing nobody nichts niemand niemanden niemandem no not never without don't doesn't isn't won't aren't neither nor kein keine keinen keiner nicht ohne nie weder")

const deniedWithin = 5

// denied tells whether the sign at a word is taken back: 'not only' takes nothing back, nor does what stands before a 'but'.
func denied(w []word, at int) bool {
	if anyOf(clause(w, at), rarely) {
		return true
	}
	for i := at - 1; i >= max(0, at-deniedWithin); i-- {
		switch {
		case slices.Contains(turns, w[i].text):
			return false
		case slices.Contains(denials, w[i].text) && !slices.Contains([]string{"only", "just", "nur"}, w[i+1].text):
			return true
		}
	}
	return false
}

// rarely are words that make of what follows in their clause no duty of every day.
var rarely = phrasesOf("occasionally, periodically, rarely, sometimes, once in a while, now and then, from time to time, gelegentlich, selten, punktuell, vereinzelt, ab und zu, hin und wieder")

// clause is the words from mark to mark around one.
func clause(w []word, at int) []word {
	from, to := at, at+1
	for from > 0 && !w[from-1].ends {
		from--
	}
	for to < len(w) && !w[to-1].ends {
		to++
	}
	return w[from:to]
}

// turns are words after which a denial holds no longer.
var turns = strings.Fields("but instead rather sondern aber stattdessen vielmehr")

// giving and taking are signs that one side's work is somebody else's: what is handed to those
// who build, or taken over from those who sell.
var (
	receiving = phrasesOf("*team, *teams, delivery*, project*, *projekt*, implement*, consult*, *beratung*, services, onboarding, *kolleg*, *abteilung*, installer*, engineer*, partner*, integrator*, those who, die das, umsetz*, build*, colleague*, squad*")
	giving    = phrasesOf("hand-off to, hand off to, hands off to, hand over to, hands over to, handing over to, handover to, handoff to, pass to, pass* on to, übergibst, übergeben an, übergabe an, übergeben sie, übergabe gewonnener, übergabe der projekte, übergabe der gewonnenen, übergabe der aufträge")
	leaving   = phrasesOf("brief delivery, brief the delivery, brief implementation, together with professional services, delivery is, step back, invited to")
	taking    = phrasesOf("take over from, takes over from, taking over from, handed over by, handoff from, introduced by, übernimmst vom, übernehmen vom, übernahme vom, übernehmen sie vom, übergabe aus dem, übergabe vom, together with presales who, after pre-sales")
	// running are those who run what was built: to hand over to them is work after the sale.
	running = phrasesOf("to the customer, to the client, to the operator*, an den kunden, an die kunden, an kunden, betreiber, an den anwender, an die anwender, support, operations, service desk, customer success, betrieb, hotline, regelbetrieb")
)
