package candidate

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"throughline/internal/transcript"
)

// labels is what a careful reader took from a call; testdata/calls/README.md says how.
type labels struct {
	Ours  []string `json:"ours"`
	Needs []struct {
		Speaker string `json:"speaker"`
		Words   string `json:"words"`
		Measure *struct {
			Comparison string  `json:"comparison"`
			Target     float64 `json:"target"`
			Unit       string  `json:"unit"`
		} `json:"measure"`
	} `json:"needs"`
}

// tally counts over one set of calls.
type tally struct {
	calls, needs, found, proposed, right, measured, measures, spoken, sided int
}

func (t tally) recall() float64    { return ratio(t.found, t.needs) }
func (t tally) precision() float64 { return ratio(t.right, t.proposed) }

func ratio(a, b int) float64 {
	if b == 0 {
		return 0
	}
	return float64(a) / float64(b)
}

const callsDir = "../../../testdata/calls"

func readCallFile(t testing.TB, path string) transcript.Transcript {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	call, warned, err := transcript.Read(f, filepath.Base(path))
	if err != nil || len(warned) > 0 {
		t.Fatalf("%s: %v %v", path, err, warned)
	}
	return call
}

// eachCall reads the calls of a set ('dev', 'held') with their labels.
func eachCall(t testing.TB, set string, do func(name string, call transcript.Transcript, want labels)) {
	t.Helper()
	files, _ := filepath.Glob(filepath.Join(callsDir, set+"-*.labels.json"))
	if len(files) < 4 {
		t.Fatalf("%d labelled %s calls, want at least 4", len(files), set)
	}
	for _, path := range files {
		raw, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		var want labels
		if err := json.Unmarshal(raw, &want); err != nil {
			t.Fatalf("%s: %v", path, err)
		}
		base := strings.TrimSuffix(path, ".labels.json")
		texts, _ := filepath.Glob(base + ".???")
		if len(texts) != 1 {
			t.Fatalf("%s: %d transcripts", base, len(texts))
		}
		do(filepath.Base(base), readCallFile(t, texts[0]), want)
	}
}

// holds says whether a quote holds 60 % of the words of a need, each as often as it stands there.
func holds(quote, need string) bool {
	have := map[string]int{}
	for _, w := range tokens(quote) {
		have[w.low]++
	}
	n, all := 0, 0
	for _, w := range tokens(need) {
		all++
		if have[w.low] > 0 {
			have[w.low]--
			n++
		}
	}
	return n*10 >= all*6
}

// score adds the candidates of one call to a tally; miss and wrong hear of what went amiss.
func score(into *tally, got []Item, want labels, miss, wrong func(string)) {
	into.calls++
	into.needs += len(want.Needs)
	into.proposed += len(got)
	right := make([]bool, len(got))
	for _, n := range want.Needs {
		found := -1
		for i, c := range got {
			if holds(c.Quote, n.Words) {
				right[i] = true
				if found < 0 {
					found = i
				}
			}
		}
		if found < 0 {
			miss(n.Words)
			continue
		}
		into.found++
		if n.Measure != nil {
			into.measures++
			m := got[found].Measure
			if m != nil && m.Target == n.Measure.Target && (m.Comparison == n.Measure.Comparison || m.Comparison+"=" == n.Measure.Comparison || m.Comparison == n.Measure.Comparison+"=") {
				into.measured++
			} else if m == nil {
				wrong("MEASURE none: " + n.Words)
			} else {
				wrong("MEASURE " + m.Comparison + " " + n.Words)
			}
		}
	}
	for i, ok := range right {
		if ok {
			into.right++
		} else {
			wrong(got[i].Quote + "  <- " + got[i].Why)
		}
	}
}

// cueWords is the plain rule we stand beside: any sentence with a word of need is a candidate.
var cueWords = []string{"must", "need", "needs", "should", "have to", "has to", "required", "want", "muss", "müssen", "brauchen", "soll", "sollen"}

func baseline(call transcript.Transcript) []Item {
	var out []Item
	for _, t := range listen(call).turns {
		for _, s := range t.sentences {
			padded := " "
			for _, w := range s.words {
				padded += w.low + " "
			}
			for _, c := range cueWords {
				if strings.Contains(padded, " "+c+" ") {
					out = append(out, Item{Quote: s.text, Speaker: t.speaker})
					break
				}
			}
		}
	}
	return out
}

func TestNeedsAreFoundInCallsOfOtherIndustries(t *testing.T) {
	quiet := func(string) {}
	for _, set := range []struct {
		name  string
		floor float64
	}{{"dev", 0.8}, {"held", 0.8}} {
		var rules, told, plain tally
		eachCall(t, set.name, func(name string, call transcript.Transcript, want labels) {
			miss, wrong := quiet, quiet
			if set.name == "dev" && testing.Verbose() { // the held calls are scored, never shown
				miss = func(s string) { t.Logf("%s missed: %s", name, s) }
				wrong = func(s string) { t.Logf("%s wrong: %s", name, s) }
			}
			score(&rules, Find(call, Options{}).Candidates, want, miss, wrong)
			score(&told, Find(call, Options{Ours: want.Ours}).Candidates, want, quiet, quiet)
			score(&plain, baseline(call), want, quiet, quiet)
			h := listen(call)
			sides(&h, Options{})
			for _, turn := range h.turns {
				rules.spoken++
				if (turn.side == ours) == named(turn.speaker, want.Ours) {
					rules.sided++
				}
			}
		})
		t.Logf("%-4s %d calls, %d needs: precision %.2f, recall %.2f (%d proposed); sides given %.2f, %.2f; cue words alone %.2f, %.2f; measures right %d of %d; turns on the right side %.2f",
			set.name, rules.calls, rules.needs, rules.precision(), rules.recall(), rules.proposed, told.precision(), told.recall(), plain.precision(), plain.recall(), rules.measured, rules.measures, ratio(rules.sided, rules.spoken))
		if rules.precision() < set.floor || rules.recall() < set.floor {
			t.Errorf("%s: precision %.2f, recall %.2f, both have to be at least %.2f", set.name, rules.precision(), rules.recall(), set.floor)
		}
		if plain.precision() >= rules.precision() || plain.recall() >= rules.recall() {
			t.Errorf("%s: cue words alone do as well: %.2f, %.2f", set.name, plain.precision(), plain.recall())
		}
	}
}
