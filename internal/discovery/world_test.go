package discovery_test

import (
	"context"
	"strings"
	"testing"

	"throughline/internal/auth"
	"throughline/internal/clock"
	"throughline/internal/discovery"
	"throughline/internal/journal"
	"throughline/internal/wiring/wiretest"
)

// nightly is a discovery call with two of theirs, one of ours and a voice nobody knows.
const nightly = `WEBVTT

00:00:02.000 --> 00:00:06.000
<v Mara Lindqvist>Thanks for making the time. What do you need from the nightly export?

00:00:07.000 --> 00:00:15.500
<v Dana Whitfield>The nightly export of two million rows must finish within 10 minutes, never later than six.

00:00:16.000 --> 00:00:22.000
<v Tomás Rey>Today it takes three hours on an Oracle 19c database. And we need SAML sign-in for everybody.

00:00:23.000 --> 00:00:27.000
<v Mara Lindqvist>We'll send you a written sizing by Friday.

00:00:28.000 --> 00:00:33.000
<v Speaker 4>Zebrafish quarantine records have to stay in the EU, that is not negotiable.
`

type world struct {
	*wiretest.World
	t *testing.T
}

// each runs a test in a world whose Solutions Engineer is a person of the workspace.
func each(t *testing.T, do func(t *testing.T, w world)) {
	wiretest.Each(t, func(t *testing.T, inner *wiretest.World) {
		inner.Do("person.add", func(ctx context.Context, tx *journal.Tx) error {
			return auth.Add(ctx, tx, &auth.Person{Row: journal.Row{ID: "mara"}, Email: "mara@vendor.example", Name: "Mara Lindqvist", Role: auth.SE})
		})
		do(t, world{inner, t})
	})
}

func script(t testing.TB, text, name string) *discovery.Script {
	t.Helper()
	s, err := discovery.ReadScript(strings.NewReader(text), name)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// record records a call of the text with the consent given.
func (w world) record(text, name, consent string) discovery.Recorded {
	w.t.Helper()
	var out discovery.Recorded
	in := discovery.Recording{Deal: w.Deal, Title: "Discovery", Kind: "call", HeldAt: clock.At(wiretest.Start), Contacts: []string{w.Dana, w.Tomas},
		People: []string{"mara"}, Consent: consent, Script: script(w.t, text, name)}
	w.Do("discovery.record", func(ctx context.Context, tx *journal.Tx) (err error) {
		out, err = discovery.Record(ctx, tx, in)
		return err
	})
	return out
}

func (w world) candidates() []discovery.Candidate {
	w.t.Helper()
	all, err := discovery.Candidates(w.Ctx(), w.Reader(), w.Deal)
	if err != nil {
		w.t.Fatal(err)
	}
	return all
}

// saying is the candidate of a sort whose quote holds the words.
func (w world) saying(sort discovery.Sort, words string) discovery.Candidate {
	w.t.Helper()
	for _, c := range w.candidates() {
		if c.Sort == sort && strings.Contains(c.Quote.String(), words) {
			return c
		}
	}
	w.t.Fatalf("no %s says %q among %v", sort, words, quotes(w.candidates()))
	return discovery.Candidate{}
}

func quotes(all []discovery.Candidate) (out []string) {
	for _, c := range all {
		out = append(out, string(c.Sort)+": "+c.Quote.String())
	}
	return out
}

func (w world) accept(in discovery.Acceptance) (out discovery.Outcome, receipt journal.Receipt, err error) {
	receipt, err = w.Try("discovery.accept", func(ctx context.Context, tx *journal.Tx) error {
		out, err = discovery.Accept(ctx, tx, in)
		return err
	})
	return out, receipt, err
}
