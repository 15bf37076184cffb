package manual

import (
	"slices"

	"throughline/internal/content"
)

// Manual is one of the documents, with its chapters in order.
type Manual struct {
	Name     string // of the document: 'runbook'
	Title    string
	For      string // who works by it, in one sentence
	Chapters []Part
}

// Part is one chapter of a manual.
type Part struct {
	Title string
	Asks  string // what a person writes into it; empty where all of it comes from the deal
	Holds string // what comes into it from the deal; empty where all is written
	of    func(*book) []content.Block
}

// Manuals are the three, in the order in which they are needed.
var Manuals = []Manual{
	{"blueprint", "Blueprint of the environment", "How the product stands in the customer's environment, for those who prepare it.", []Part{
		{"The environment as it is", "What no fact says: networks and zones, who runs what, what must not be touched.", "facts of the current environment", (*book).facts},
		{"What runs where", "", "deployment nodes of the design", (*book).nodes},
		{"Interfaces", "", "interfaces with owner and protocol", (*book).interfaces},
		{"What we advise", "", "concerns of the design", (*book).advice},
		{"Decisions that hold", "", "accepted decisions", (*book).decisions},
		{"What the customer provides", "Access, accounts, machines, openings in the network: what, by whom, until when.", "the customer's tasks", (*book).theirTasks},
		{"Requirements it has to meet", "", "requirements that owe a design", (*book).requirements},
	}},
	{"configuration-guide", "Configuration guide", "What is set where and why, for those who configure and those who check it.", []Part{
		{"Parts", "", "elements of the design with technology and owner", (*book).parts},
		{"Settings", "Each setting with its value and the reason: one a line, begun with a dash.", "", nil},
		{"Interfaces", "Addresses, accounts, time-outs and retries of each.", "interfaces with owner and protocol", (*book).interfaces},
		{"Security configuration", "Who may do what, which keys lie where, what is logged.", "the advice on it, and the requirements of security and data", (*book).security},
		{"Where it is set", "", "deployment nodes of the design", (*book).nodes},
		{"How it is checked", "", "checks with their latest result", (*book).checks},
	}},
	{"runbook", "Runbook", "How it is run, looked after and brought back, for whoever is called at night.", []Part{
		{"Who is called", "Who is called for what, at which hour and how.", "who runs it, and the owners of interfaces", (*book).called},
		{"What runs where", "", "deployment nodes of the design", (*book).nodes},
		{"Start and stop", "The steps in order, each with what is seen when it worked.", "", nil},
		{"Is it well?", "What to look at first, and what is usual.", "checks with what they expect and their last run", (*book).checks},
		{"When an interface is away", "For each: how it shows, what to do, what is lost meanwhile.", "interfaces with owner and protocol", (*book).interfaces},
		{"Back up and restore", "What is kept, how it is brought back, how long that takes, and when it was last tried.", "", nil},
		{"Roll back", "Until when, by which steps, and who decides.", "", nil},
		{"Weak spots", "", "checks that failed or never ran, and promises still to be kept", (*book).weak},
	}},
}

// Find is the manual of a name.
func Find(name string) (Manual, bool) {
	i := slices.IndexFunc(Manuals, func(m Manual) bool { return m.Name == name })
	if i < 0 {
		return Manual{}, false
	}
	return Manuals[i], true
}

// part is the chapter of a title, for a person to write into.
func (m Manual) part(title string) (Part, bool) {
	i := slices.IndexFunc(m.Chapters, func(p Part) bool { return p.Title == title })
	if i < 0 {
		return Part{}, false
	}
	return m.Chapters[i], true
}
