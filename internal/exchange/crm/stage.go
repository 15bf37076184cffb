package crm

import "strings"

// State is whether a deal is still open.
type State string

// The states of a deal in the CRM.
const (
	StateOpen State = "open"
	StateWon  State = "won"
	StateLost State = "lost"
)

// Phase is how far the sale has come, common to all CRMs.
type Phase string

// The phases that stages are led back to.
const (
	PhaseDiscovery     Phase = "discovery"
	PhaseQualification Phase = "qualification"
	PhaseEvaluation    Phase = "evaluation"
	PhaseProposal      Phase = "proposal"
	PhaseNegotiation   Phase = "negotiation"
	PhaseClosed        Phase = "closed"
)

// phases leads the default stages of the CRMs, and what teams commonly call
// their own, back to a phase. Names are folded.
var phases = func() map[string]Phase {
	m := map[string]Phase{}
	for phase, list := range map[Phase]string{
		PhaseDiscovery: "Prospecting|Discovery|Needs Analysis|Appointment Scheduled|Contact Made|Bedarfsanalyse|Prospektion|Entdeckung|" +
			"Termin vereinbart|Prospection|Analyse des besoins|Prospección|Análisis de necesidades|Lead In",
		PhaseQualification: "Qualification|Qualified|Qualified To Buy|Qualifizierung|Qualifiziert|Qualifié|Calificación|Engaging",
		PhaseEvaluation: "Value Proposition|Id. Decision Makers|Perception Analysis|Presentation Scheduled|Decision Maker Bought-In|Demo|Demo Scheduled|" +
			"Evaluation|Technical Evaluation|Technical Validation|Proof of Concept|Proof of Value|POC|POV|Trial|Pilot|Solution Design|Evaluierung|Präsentation geplant|Évaluation|Evaluación",
		PhaseProposal: "Proposal|Proposal/Price Quote|Proposal/Quote|Proposal Made|Quote|Quote Sent|Angebot|Angebot/Preisangebot|Angebot gesendet|Proposition|Propuesta",
		PhaseNegotiation: "Negotiation|Negotiation/Review|Negotiations Started|Contract Sent|Contract|Legal|Procurement|Verbal Commit|Commit|" +
			"Verhandlung|Verhandlung/Überprüfung|Vertrag gesendet|Négociation|Contrat envoyé|Negociación",
	} {
		for _, name := range strings.Split(list, "|") {
			m[fold(name)] = phase
		}
	}
	return m
}()

// states leads the stages that end a deal, and the words of a status column, back to a state.
var states = func() map[string]State {
	m := map[string]State{}
	for state, list := range map[State]string{
		StateOpen: "Open|Offen|Ouvert|Abierto",
		StateWon: "Closed Won|Won|Gewonnen|Geschlossen und gewonnen|Abgeschlossen und gewonnen|Geschlossen/gewonnen|Abgeschlossen (gewonnen)|Gagné|Gagnée|" +
			"Fermée et gagnée|Fermé gagné|Ganado|Ganada|Cerrada ganada|Cierre ganado",
		StateLost: "Closed Lost|Lost|Verloren|Geschlossen und verloren|Abgeschlossen und verloren|Geschlossen/verloren|Abgeschlossen (verloren)|Perdu|Perdue|" +
			"Fermée et perdue|Fermé perdu|Perdido|Perdida|Cerrada perdida|Cierre perdido",
	} {
		for _, name := range strings.Split(list, "|") {
			m[fold(name)] = state
		}
	}
	return m
}()

// stageOf says what a stage means. A stage nobody knows is open, without phase.
func stageOf(text string, own map[string]string) (state State, phase Phase, known bool) {
	key := fold(text)
	if said, ok := own[key]; ok {
		if state = State(said); state == StateWon || state == StateLost {
			return state, PhaseClosed, true
		}
		if state == StateOpen {
			return StateOpen, "", true
		}
		return StateOpen, Phase(said), true
	}
	if p, ok := phases[key]; ok {
		return StateOpen, p, true
	}
	switch s := states[key]; s {
	case StateWon, StateLost:
		return s, PhaseClosed, true
	case StateOpen:
		return s, "", true
	}
	return StateOpen, "", false
}

// yes reads a checkbox: 1, true, yes and their like. said is false for an empty cell.
func yes(text string) (value, said bool) {
	switch fold(text) {
	case "":
		return false, false
	case "1", "true", "yes", "y", "x", "wahr", "ja", "vrai", "oui", "verdadero", "si":
		return true, true
	}
	return false, true
}
