package followup_test

import (
	"strings"
	"testing"
	"time"

	"throughline/internal/account"
	"throughline/internal/clock"
	"throughline/internal/delivery"
	"throughline/internal/demo"
	"throughline/internal/discovery"
	"throughline/internal/followup"
	"throughline/internal/seal"
	"throughline/internal/thread"
)

var talk = followup.Talk{
	Kind: followup.AfterCall, Title: "Discovery", HeldAt: clock.At(time.Date(2026, 7, 6, 22, 30, 0, 0, time.UTC)),
	Heard:    []thread.Requirement{{Statement: "Answer within 5 seconds."}, {Statement: "Keep data in Frankfurt"}},
	Facts:    []discovery.Fact{{Name: "Events a day", Value: "31", Unit: "million"}},
	Shown:    []demo.Segment{{Title: "Replay", Status: "ga"}, {Title: "On the road", Status: "beta"}, {Title: "Autopilot", Status: "unsupported"}},
	Promised: []thread.Promise{{Words: seal.New("x", "Relay replays a day in an hour"), Due: "2026-11-18"}},
	Confirm:  []discovery.Fact{{Name: "Carriers on FTP", Value: "2"}},
	Tasks:    []delivery.Task{{Title: "Open the port", DueOn: "2026-08-01"}, {Title: "Name an owner"}},
	Next:     account.Step{Words: "Demo with Tomás.", On: "2026-07-20"},
}

func TestADraftSaysWhatCameOfTheTalkInFourLanguages(t *testing.T) {
	zone := time.FixedZone("CEST", 2*3600) // the call was on the 7th there
	for language, want := range map[string][]string{
		"en": {"Thank you for your time on 7 July 2026", "What we heard\n- Answer within 5 seconds\n- Keep data in Frankfurt\n", "- Events a day: 31 million\n", "- Replay\n- On the road (in beta today)\n- Autopilot (not built yet)\n",
			"- “Relay replays a day in an hour”, by 18 November 2026\n", "- Please confirm or correct: Carriers on FTP: 2\n- Open the port, by 1 August 2026\n- Name an owner\n", "Next step\n- Demo with Tomás, by 20 July 2026"},
		"de": {"Ihre Zeit am 7. Juli 2026", "Was wir gehört haben\n", "(heute als Beta)", "bis 18. November 2026", "Bitte bestätigen oder berichtigen: "},
		"fr": {"le 7 juillet 2026", "Ce que nous avons promis\n", "d’ici le 18 novembre 2026"},
		"es": {"el 7 de julio de 2026", "Lo que necesitamos de ustedes\n", "antes del 18 de noviembre de 2026"},
	} {
		subject, words := followup.Draft(talk, language, zone)
		if !strings.Contains(subject, "Discovery") {
			t.Errorf("%s: subject %q", language, subject)
		}
		for _, w := range want {
			if !strings.Contains(words, w) {
				t.Errorf("%s: no %q in\n%s", language, w, words)
			}
		}
		if strings.Contains(words, "%!") || strings.Contains(words, "..") {
			t.Errorf("%s: a place is not filled in:\n%s", language, words)
		}
	}
}

func TestADraftOfAnEmptyTalkHasNoEmptyHeadings(t *testing.T) {
	_, words := followup.Draft(followup.Talk{Kind: followup.AfterDemo, Title: "Demo"}, "en", time.UTC)
	for _, b := range followup.Blocks(words) {
		if b.Heading || b.Items {
			t.Errorf("%+v stands in\n%s", b, words)
		}
	}
}

func TestTheWholeLetterGreetsAllByName(t *testing.T) {
	for names, want := range map[string]string{"Dana": "Dear Dana,", "Dana|Tomás": "Dear Dana and Tomás,", "Dana|Tomás|Gwen": "Dear Dana, Tomás and Gwen,"} {
		got := followup.Whole("en", " Words.\r\nMore. ", "Mara Lindqvist", strings.Split(names, "|"))
		if got != want+"\n\nWords.\nMore.\n\nKind regards\nMara Lindqvist\n" {
			t.Errorf("%q", got)
		}
	}
}

func TestBlocksAreReadAsAPersonMeansThem(t *testing.T) {
	got := followup.Blocks("Hello.\nMore.\n\nHeard\n- one\n- two\n\n- alone\nTwo lines\nabove\n- three\nafter")
	want := []followup.Block{{Lines: []string{"Hello.", "More."}}, {Heading: true, Lines: []string{"Heard"}}, {Items: true, Lines: []string{"one", "two"}}, {Items: true, Lines: []string{"alone"}},
		{Lines: []string{"Two lines", "above"}}, {Items: true, Lines: []string{"three"}}, {Lines: []string{"after"}}}
	if len(got) != len(want) {
		t.Fatalf("%d parts: %+v", len(got), got)
	}
	for i := range want {
		if got[i].Heading != want[i].Heading || got[i].Items != want[i].Items || strings.Join(got[i].Lines, "|") != strings.Join(want[i].Lines, "|") {
			t.Errorf("part %d is %+v, want %+v", i, got[i], want[i])
		}
	}
}
