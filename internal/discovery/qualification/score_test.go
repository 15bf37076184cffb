package qualification

import (
	"fmt"
	"strings"
	"testing"

	"throughline/internal/clock"
)

const today = clock.Date("2026-06-01")

func says(e Element, contact, on string) Evidence {
	return Evidence{Element: e, Sort: "customer", Contact: contact, Sourced: true, On: clock.Date(on)}
}

func sort3(e Element, sort, on string) Evidence {
	return Evidence{Element: e, Sort: sort, Sourced: true, On: clock.Date(on)}
}

func TestAnElementsScoreIsComputedFromItsEvidence(t *testing.T) {
	const fresh, edge, old = "2026-05-20", "2026-04-17", "2026-04-16" // 12, 45 and 46 days before
	unsourced := says(Pain, "dana", fresh)
	unsourced.Sourced = false
	for name, row := range map[string]struct {
		evidence []Evidence
		want     int
	}{
		"none":                             {nil, 0},
		"ours only":                        {[]Evidence{sort3(Pain, "ours", fresh)}, 1},
		"ours twice":                       {[]Evidence{sort3(Pain, "ours", fresh), sort3(Pain, "ours", fresh)}, 1},
		"one of theirs":                    {[]Evidence{says(Pain, "dana", fresh)}, 2},
		"the same one twice":               {[]Evidence{says(Pain, "dana", fresh), says(Pain, "dana", fresh)}, 2},
		"two of theirs":                    {[]Evidence{says(Pain, "dana", fresh), says(Pain, "tomas", fresh)}, 3},
		"one and a document":               {[]Evidence{says(Pain, "dana", fresh), sort3(Pain, "document", fresh)}, 3},
		"two documents alone":              {[]Evidence{sort3(Pain, "document", fresh), sort3(Pain, "document", fresh)}, 2},
		"one and an act":                   {[]Evidence{says(Pain, "dana", fresh), sort3(Pain, "act", fresh)}, 3},
		"nobody named":                     {[]Evidence{says(Pain, "", fresh)}, 1},
		"a name without a source":          {[]Evidence{unsourced}, 1},
		"two old":                          {[]Evidence{says(Pain, "dana", old), says(Pain, "tomas", old)}, 2},
		"45 days is not over 45":           {[]Evidence{says(Pain, "dana", edge), says(Pain, "tomas", edge)}, 3},
		"one old":                          {[]Evidence{says(Pain, "dana", old)}, 1},
		"ours and old: floor 1":            {[]Evidence{sort3(Pain, "ours", old)}, 1},
		"old said, fresh confirmed":        {[]Evidence{says(Pain, "dana", old), says(Pain, "tomas", fresh)}, 2},
		"old confirmed, one fresh is 2":    {[]Evidence{says(Pain, "dana", old), says(Pain, "tomas", old), says(Pain, "dana", fresh)}, 2},
		"champion by words of two":         {[]Evidence{says(Champion, "dana", fresh), says(Champion, "tomas", fresh)}, 2},
		"champion by words and a document": {[]Evidence{says(Champion, "dana", fresh), sort3(Champion, "document", fresh)}, 2},
		"champion by an act":               {[]Evidence{says(Champion, "dana", fresh), sort3(Champion, "act", fresh)}, 3},
		"economic buyer by words of two":   {[]Evidence{says(EconomicBuyer, "dana", fresh), says(EconomicBuyer, "tomas", fresh)}, 2},
		"economic buyer by an act":         {[]Evidence{says(EconomicBuyer, "dana", fresh), sort3(EconomicBuyer, "act", fresh)}, 3},
	} {
		if got := Score(row.evidence, today); got != row.want {
			t.Errorf("%s: %d, want %d", name, got, row.want)
		}
	}
}

// evidenceFor gives an element the score on the day.
func evidenceFor(e Element, score int) []Evidence {
	const on = "2026-05-30"
	switch score {
	case 1:
		return []Evidence{sort3(e, "ours", on)}
	case 2:
		return []Evidence{says(e, "dana", on)}
	case 3:
		return []Evidence{says(e, "dana", on), sort3(e, "act", on)}
	}
	return nil
}

func next(q Result) string {
	var out []string
	for _, s := range q.Next {
		out = append(out, fmt.Sprintf("%s(%d)", s.Part.Name, s.Part.Weight*(3-s.Score)))
	}
	return strings.Join(out, " ")
}

// The figures are those of the product's rule, worked out by hand.
func TestMEDDPICCOfTheWorkedExampleIs57PercentAndAsksForThePaperProcessFirst(t *testing.T) {
	var evidence []Evidence
	for e, score := range map[Element]int{Metrics: 2, EconomicBuyer: 1, DecisionCriteria: 3, DecisionProcess: 1, PaperProcess: 0, Pain: 3, Champion: 2, Competition: 1} {
		evidence = append(evidence, evidenceFor(e, score)...)
	}
	q := Through(Frameworks[0], evidence, today)
	if q.Percent != 57 || strings.Join(q.Weakest, ", ") != "Paper process" {
		t.Errorf("%d %%, weakest %v", q.Percent, q.Weakest)
	}
	if got, want := next(q), "Paper process(30) Economic buyer(30) Decision process(20) Competition(20) Metrics(15) Champion(15)"; got != want {
		t.Errorf("next %s, want %s", got, want)
	}
	q = Through(Frameworks[0], append(evidence, says(PaperProcess, "legal", "2026-06-01")), today)
	if q.Percent != 63 || strings.Join(q.Weakest, ", ") != "Economic buyer, Decision process, Competition" {
		t.Errorf("with legal's word: %d %%, weakest %v", q.Percent, q.Weakest)
	}
	if got := next(q); !strings.HasPrefix(got, "Economic buyer(30) Decision process(20) Competition(20) Metrics(15) Champion(15) Paper process(10)") {
		t.Errorf("with legal's word: next %s", got)
	}
}

func TestOneSetOfEvidenceFeedsEveryFramework(t *testing.T) {
	evidence := append(evidenceFor(EconomicBuyer, 3), evidenceFor(PaperProcess, 2)...)
	evidence = append(evidence, evidenceFor(Situation, 2)...)
	got := map[string]int{}
	for _, f := range Frameworks {
		q := Through(f, evidence, today)
		got[q.Framework] = q.Percent
		for _, p := range q.Parts {
			got[q.Framework+" "+p.Part.Name] = p.Score
		}
	}
	for name, want := range map[string]int{"MEDDPICC": 22, "BANT Authority": 3, "BANT Timeline": 2, "BANT Budget": 0, "BANT": 42,
		"SPICED Situation": 2, "SPICED Decision": 2, "SPICED": 27, "MEDDPICC Economic buyer": 3} {
		if got[name] != want {
			t.Errorf("%s is %d, want %d", name, got[name], want)
		}
	}
	for _, f := range Frameworks {
		for _, p := range f.Parts {
			if p.Question == "" || p.Weight <= 0 || len(p.Of) == 0 {
				t.Errorf("%s %s cannot be scored or asked for", f.Name, p.Name)
			}
		}
	}
	if q := Through(Frameworks[0], nil, today); q.Percent != 0 || len(q.Weakest) != 8 || len(q.Next) != 8 {
		t.Errorf("nothing known: %+v", q)
	}
}
