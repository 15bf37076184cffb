package discovery

import (
	"strings"
	"testing"

	core "throughline/internal/discovery"
	"throughline/internal/seal"
	"throughline/internal/thread"
)

func candidateOf(id string, position int, quote string) core.Candidate {
	c := core.Candidate{Position: position, State: core.Found, Quote: seal.New("voice", quote)}
	c.ID = id
	return c
}

// marked writes a call with the id of each quote around its words.
func marked(segments []core.Segment, q quotes) string {
	var b strings.Builder
	for i, s := range segments {
		for _, p := range q.cut(i, s.Text) {
			if p.of == nil {
				b.WriteString(p.words)
			} else {
				b.WriteString("[" + p.of.ID + ":" + p.words + "]")
			}
		}
		b.WriteString("|")
	}
	return b.String()
}

func TestAQuoteIsMarkedWhereItWasSaid(t *testing.T) {
	talk := func(texts ...string) (out []core.Segment) {
		for i, s := range texts {
			voice, words, _ := strings.Cut(s, ":")
			out = append(out, core.Segment{Position: i, Voice: voice, Text: words})
		}
		return out
	}
	for _, row := range []struct {
		name     string
		segments []core.Segment
		found    []core.Candidate
		want     string
	}{
		{"in the middle", talk("d:Well, we need it  now. Thanks."), []core.Candidate{candidateOf("a", 0, "we need it now.")}, "Well, [a:we need it  now.] Thanks.|"},
		{"with other quotation marks", talk("d:Call it “done” by June"), []core.Candidate{candidateOf("a", 0, `Call it "done"`)}, "[a:Call it “done”] by June|"},
		{"over two segments, another voice between", talk("d:We need to read", "m:Yes?", "d:it in five seconds. Not more."), []core.Candidate{candidateOf("a", 0, "We need to read it in five seconds.")},
			"[a:We need to read]|Yes?|[a:it in five seconds.] Not more.|"},
		{"two that overlap: the first is seen whole", talk("d:one two three four"), []core.Candidate{candidateOf("a", 0, "one two three"), candidateOf("b", 0, "three four")}, "[a:one two three] [b:four]|"},
		{"the words stand twice: the first is meant", talk("d:no no never"), []core.Candidate{candidateOf("a", 0, "no never")}, "no [a:no never]|"},
		{"not the transcript's words", talk("d:one two"), []core.Candidate{candidateOf("a", 0, "one three")}, "one two|"},
		{"a position that is not there", talk("d:one two"), []core.Candidate{candidateOf("a", 7, "one")}, "one two|"},
		{"right to left, and a picture", talk("d:صباح الخير 🙂 نحن نريد"), []core.Candidate{candidateOf("a", 0, "الخير 🙂 نحن")}, "صباح [a:الخير 🙂 نحن] نريد|"},
		{"nothing", talk("d:"), []core.Candidate{candidateOf("a", 0, "x")}, "|"},
	} {
		if got := marked(row.segments, quotesIn(row.segments, review{all: row.found})); got != row.want {
			t.Errorf("%s: %s, want %s", row.name, got, row.want)
		}
	}
}

func FuzzMarkingAQuoteKeepsEveryWord(f *testing.F) {
	f.Add("we need it now", "need it", "it now")
	f.Add(" \t a  b\u00a0c ", "a b", "c")
	f.Add("\xff\xfe x", "x", "\xff")
	f.Fuzz(func(t *testing.T, text, one, two string) {
		segments := []core.Segment{{Voice: "d", Text: text}, {Position: 1, Voice: "d", Text: one}}
		q := quotesIn(segments, review{all: []core.Candidate{candidateOf("a", 0, one), candidateOf("b", 0, two)}})
		for i, s := range segments {
			var b strings.Builder
			for _, p := range q.cut(i, s.Text) {
				b.WriteString(p.words)
			}
			if b.String() != s.Text {
				t.Errorf("%q became %q", s.Text, b.String())
			}
		}
	})
}

func TestTheRequirementThatSharesMostWordsComesFirst(t *testing.T) {
	all := needsOf("Shipment data stays in the EU", "Replay 24 hours of events within 1 hour", "Sign-in goes through Entra")
	ordered, likely := alike("We have to replay twenty-four hours of events within 1 hour", all)
	if !likely || ordered[0].ID != all[1].ID {
		t.Errorf("%v first, likely %v", ordered[0].Statement, likely)
	}
	if _, likely := alike("Live by the end of September", all); likely {
		t.Error("something strange is taken for alike")
	}
	if ordered, likely := alike("anything", nil); likely || len(ordered) != 0 {
		t.Error("something is alike where nothing is")
	}
}

func needsOf(statements ...string) (out []thread.Requirement) {
	for i, s := range statements {
		r := thread.Requirement{Number: i + 1, Statement: s}
		r.ID = s
		out = append(out, r)
	}
	return out
}
