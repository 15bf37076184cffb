package qualification

import (
	"math"
	"slices"
	"sort"

	"throughline/internal/clock"
)

// Evidence is one thing that speaks for an element.
type Evidence struct {
	Element Element    `json:"element"`
	Sort    string     `json:"sort"`    // ours, customer, document, act
	Contact string     `json:"contact"` // who said it, for customer
	Sourced bool       `json:"sourced"` // a call's words, a named mail or paper stand behind it
	On      clock.Date `json:"on"`
	Words   string     `json:"words"`
	ID      string     `json:"id"` // of the note, fact or candidate
	Kind    string     `json:"kind"`
}

// EvidenceSorts are the sorts of evidence, for forms and checks.
var EvidenceSorts = []string{"ours", "customer", "document", "act"}

// evidenceDays is how long evidence counts in full.
const evidenceDays = 45

// Score is how well an element is known, 0 to 3, computed from evidence and never typed: 0
// none; 1 ours only; 2 one of the customer's said it; 3 a second contact, a document or an act
// confirms it. Economic buyer and champion reach 3 by an act alone. Evidence older than 45
// days counts one less, but never 0. A customer's word without a name or a source counts as ours.
func Score(e []Evidence, today clock.Date) int {
	fresh := make([]Evidence, 0, len(e))
	for _, x := range e {
		if x.On == "" || !x.On.AddDays(evidenceDays).Before(today) {
			fresh = append(fresh, x)
		}
	}
	whole := weigh(e)
	if whole == 0 {
		return 0
	}
	return max(weigh(fresh), max(1, whole-1))
}

func weigh(e []Evidence) int {
	contacts := map[string]bool{}
	acted, documents, needsAct := false, 0, false
	for _, x := range e {
		needsAct = needsAct || byAct[x.Element]
		switch {
		case x.Sort == "customer" && x.Contact != "" && x.Sourced:
			contacts[x.Contact] = true
		case x.Sort == "document":
			documents = 1
		case x.Sort == "act":
			acted = true
		}
	}
	voices := len(contacts) + documents
	if acted {
		voices++
	}
	switch {
	case len(e) == 0:
		return 0
	case voices == 0:
		return 1
	case voices == 1:
		return 2
	case needsAct && !acted:
		return 2
	}
	return 3
}

// Scored is one part of a framework with its score.
type Scored struct {
	Part     Part       `json:"part"`
	Score    int        `json:"score"`
	Evidence []Evidence `json:"evidence"`
}

// Result is a deal seen through one framework.
type Result struct {
	Framework string   `json:"framework"`
	Parts     []Scored `json:"parts"`
	Percent   int      `json:"percent"` // Σ weight·score / (3·Σ weight), rounded
	Weakest   []string `json:"weakest"` // the parts with the lowest score
	Next      []Scored `json:"next"`    // what to ask next, the most to gain first
}

// Through looks at evidence through a framework on a day. Next questions are ordered by
// weight·(3−score), ties by the lower score, then by the framework's own order.
func Through(f Framework, evidence []Evidence, today clock.Date) Result {
	q := Result{Framework: f.Name}
	sum, all, low := 0, 0, 3
	for _, p := range f.Parts {
		s := Scored{Part: p, Evidence: []Evidence{}}
		for _, e := range evidence {
			if slices.Contains(p.Of, e.Element) {
				s.Evidence = append(s.Evidence, e)
			}
		}
		s.Score = Score(s.Evidence, today)
		sum, all, low = sum+p.Weight*s.Score, all+3*p.Weight, min(low, s.Score)
		q.Parts = append(q.Parts, s)
	}
	q.Percent = int(math.Round(100 * float64(sum) / float64(max(1, all))))
	for _, s := range q.Parts {
		if s.Score == low {
			q.Weakest = append(q.Weakest, s.Part.Name)
		}
		if s.Score < 3 {
			q.Next = append(q.Next, s)
		}
	}
	sort.SliceStable(q.Next, func(i, j int) bool {
		a, b := q.Next[i], q.Next[j]
		if ga, gb := a.Part.Weight*(3-a.Score), b.Part.Weight*(3-b.Score); ga != gb {
			return ga > gb
		}
		return a.Score < b.Score
	})
	return q
}
