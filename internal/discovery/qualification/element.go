// Package qualification scores how well a deal is known, from evidence: MEDDPICC, and BANT and
// SPICED as views of the same evidence. It is pure and knows no call and no database.
package qualification

// Element is one thing that qualification asks for.
type Element string

// The elements. The first eight are MEDDPICC's; the last three serve BANT and SPICED beside them.
const (
	Metrics          Element = "metrics"
	EconomicBuyer    Element = "economic buyer"
	DecisionCriteria Element = "decision criteria"
	DecisionProcess  Element = "decision process"
	PaperProcess     Element = "paper process"
	Pain             Element = "identify pain"
	Champion         Element = "champion"
	Competition      Element = "competition"
	Budget           Element = "budget"
	CriticalEvent    Element = "critical event"
	Situation        Element = "situation"
)

// Elements lists every element, for forms and checks.
var Elements = []string{"metrics", "economic buyer", "decision criteria", "decision process", "paper process", "identify pain", "champion", "competition",
	"budget", "critical event", "situation"}

// byAct are the elements that only an act proves: they introduced us, spent money, or shared
// an internal paper. Words alone are not enough.
var byAct = map[Element]bool{EconomicBuyer: true, Champion: true}

// Part is one line of a framework: its own word, the evidence it is fed by, its weight.
type Part struct {
	Name     string    `json:"name"`
	Of       []Element `json:"of"`
	Weight   int       `json:"weight"`
	Question string    `json:"question"` // to ask next
}

// Framework is a way to look at one set of evidence.
type Framework struct {
	Name  string
	Parts []Part
}

// Frameworks: MEDDPICC with its weights (15, 15, 10, 10, 10, 15, 15, 10), and BANT and SPICED
// as views of the same evidence, each part weighing the same.
var Frameworks = []Framework{
	{"MEDDPICC", []Part{
		{"Metrics", []Element{Metrics}, 15, "What would change in numbers if this worked, and who counts it today?"},
		{"Economic buyer", []Element{EconomicBuyer}, 15, "Who can say yes to the money on their own, and when can we meet them?"},
		{"Decision criteria", []Element{DecisionCriteria}, 10, "What will you compare the vendors by, and which of it is a must?"},
		{"Decision process", []Element{DecisionProcess}, 10, "Which steps lead to the decision, who takes part, and by when?"},
		{"Paper process", []Element{PaperProcess}, 10, "What happens between yes and signature: legal, security, purchasing, how long each?"},
		{"Identify pain", []Element{Pain}, 15, "What happens if you do nothing until next year, and whom does it hurt?"},
		{"Champion", []Element{Champion}, 15, "Who gains most if this succeeds, and would they introduce us to the economic buyer?"},
		{"Competition", []Element{Competition}, 10, "What else do you look at, doing nothing and building it yourselves included?"},
	}},
	{"BANT", []Part{
		{"Budget", []Element{Budget}, 1, "Is money set aside for this, how much, and from whose budget?"},
		{"Authority", []Element{EconomicBuyer}, 1, "Who can say yes to the money on their own, and when can we meet them?"},
		{"Need", []Element{Pain}, 1, "What happens if you do nothing until next year, and whom does it hurt?"},
		{"Timeline", []Element{DecisionProcess, PaperProcess, CriticalEvent}, 1, "By when must it run, and which steps stand before that?"},
	}},
	{"SPICED", []Part{
		{"Situation", []Element{Situation}, 1, "Which systems, volumes and people are there today?"},
		{"Pain", []Element{Pain}, 1, "What happens if you do nothing until next year, and whom does it hurt?"},
		{"Impact", []Element{Metrics}, 1, "What would change in numbers if this worked, and who counts it today?"},
		{"Critical event", []Element{CriticalEvent}, 1, "Which date cannot move, and what happens if it is missed?"},
		{"Decision", []Element{DecisionProcess, PaperProcess}, 1, "Which steps lead to the decision and the signature, and who takes them?"},
	}},
}
