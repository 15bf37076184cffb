package candidate

import (
	"strings"
	"testing"

	"throughline/internal/transcript"
)

// said is a call of two: Ann sells, Bo buys.
func said(t *testing.T, lines ...string) Result {
	t.Helper()
	call, _, err := transcript.Read(strings.NewReader(strings.Join(lines, "\n")+"\nAnn Vale: Thanks.\nBo Lund: Bye.\n"), "call.txt")
	if err != nil {
		t.Fatal(err)
	}
	return Find(call, Options{Ours: []string{"Ann Vale"}})
}

func quotes(items []Item) string {
	var out []string
	for _, i := range items {
		out = append(out, i.Quote)
	}
	return strings.Join(out, " | ")
}

func TestOnlyWhatTheCustomerNeedsIsProposed(t *testing.T) {
	for name, c := range map[string]struct {
		lines []string
		want  string
	}{
		"plain":                     {[]string{"Bo Lund: We need an audit log of every read."}, "We need an audit log of every read."},
		"no cue word":               {[]string{"Ann Vale: How fast does a search need to be?", "Bo Lund: Two seconds, more than that and they go back to their spreadsheets."}, "Two seconds, more than that and they go back to their spreadsheets."},
		"denied":                    {[]string{"Bo Lund: We don't need single sign-on."}, ""},
		"denied, then needed":       {[]string{"Bo Lund: We don't need an app, but the page must work on a phone."}, "We don't need an app, but the page must work on a phone."},
		"what follows a denial":     {[]string{"Bo Lund: We don't want those moved. They stay in the archive."}, ""},
		"past":                      {[]string{"Bo Lund: We used to need a letter for every change."}, ""},
		"imagined":                  {[]string{"Bo Lund: If we ever open in Norway we must have a second language."}, ""},
		"small talk":                {[]string{"Bo Lund: You must try the coffee here, it's great."}, ""},
		"own errand":                {[]string{"Bo Lund: I have to catch a train at five."}, ""},
		"what a system has to ask":  {[]string{"Bo Lund: It should ask for a reason when a price is changed."}, "It should ask for a reason when a price is changed."},
		"what we have to ask":       {[]string{"Bo Lund: I'd have to ask our legal people about the contract."}, ""},
		"hearsay":                   {[]string{"Bo Lund: A consultant said we must have a data lake."}, ""},
		"chore of today":            {[]string{"Ann Vale: How does it work today?", "Bo Lund: They have to print it and carry it upstairs."}, ""},
		"restated and confirmed":    {[]string{"Ann Vale: So you need the totals back in the ledger every night?", "Bo Lund: Exactly."}, "So you need the totals back in the ledger every night?"},
		"restated and denied":       {[]string{"Ann Vale: So you need the totals back in the ledger every night?", "Bo Lund: No."}, ""},
		"restated, not answered":    {[]string{"Ann Vale: So you need the totals back in the ledger every night?", "Bo Lund: Hm, who told you that?"}, ""},
		"our side's own musts":      {[]string{"Ann Vale: You must have a reverse proxy in front of it."}, ""},
		"prohibition":               {[]string{"Bo Lund: Nothing leaves the EU, backups included."}, "Nothing leaves the EU, backups included."},
		"one way only":              {[]string{"Bo Lund: Through our gateway only."}, "Through our gateway only."},
		"wish":                      {[]string{"Bo Lund: It would be nice to have a dark mode."}, "It would be nice to have a dark mode."},
		"german need":               {[]string{"Bo Lund: Wir brauchen die Daten in der EU, und das ist nicht verhandelbar."}, "Wir brauchen die Daten in der EU, und das ist nicht verhandelbar."},
		"german denial":             {[]string{"Bo Lund: Wir brauchen keine App, das ist uns nicht wichtig."}, ""},
		"german small talk":         {[]string{"Bo Lund: Sie müssen mal vorbeikommen, wenn das Fest ist und die Sonne scheint."}, ""},
		"customer asks about today": {[]string{"Bo Lund: Does it handle sets of chairs?"}, ""},
	} {
		if got := quotes(said(t, c.lines...).Candidates); got != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}

func TestFactsAndPromisesAreKeptApartFromNeeds(t *testing.T) {
	r := said(t, "Ann Vale: What do you run today?", "Bo Lund: Today we run SAP ECC, with 1,200 users.", "Ann Vale: We will send you the sizing by Friday.", "Bo Lund: The sync must end before six.")
	if quotes(r.Facts) != "Today we run SAP ECC, with 1,200 users." || quotes(r.Promises) != "We will send you the sizing by Friday." || quotes(r.Candidates) != "The sync must end before six." {
		t.Errorf("candidates %q, facts %q, promises %q", quotes(r.Candidates), quotes(r.Facts), quotes(r.Promises))
	}
}

func TestPriorityFollowsTheWordsAndWhatTakesThemBack(t *testing.T) {
	for line, want := range map[string]string{
		"It must keep every version.":                              Must,
		"We want a report on Mondays.":                             Should,
		"It would be great to see a map.":                          Could,
		"We need a map of all drivers. That one is not a blocker.": Could,
		"Customer data can't leave Norway.":                        Must,
	} {
		r := said(t, "Bo Lund: "+line)
		if len(r.Candidates) != 1 || r.Candidates[0].Priority != want {
			t.Errorf("%s: %+v, want %s", line, r.Candidates, want)
		}
	}
}

func TestMeasureReadsFiguresInWordsAndTheirComparison(t *testing.T) {
	for line, want := range map[string]Measure{
		"We need a page to load within two seconds.":               {"time: page to load", "<=", 2, "seconds"},
		"It has to carry 2,400 events a second.":                   {"events carry", ">=", 2400, "events/second"},
		"We must keep the audit trail for seven years.":            {"duration: keep the audit trail", ">=", 7, "years"},
		"It must be available 99.9 percent of the month.":          {"", ">=", 99.9, "%"},
		"Fewer than 2 % of orders may need a manual step.":         {"", "<", 2, "%"},
		"It has to be done in under half an hour.":                 {"", "<=", 0.5, "hours"},
		"We need at least two hundred and fifty thousand records.": {"", ">=", 250000, "records"},
		"It must not cost more than €80k a year.":                  {"", "<=", 80000, "EUR/year"},
	} {
		r := said(t, "Bo Lund: "+line)
		if len(r.Candidates) != 1 || r.Candidates[0].Measure == nil {
			t.Errorf("%s: %+v", line, r.Candidates)
			continue
		}
		got := *r.Candidates[0].Measure
		if got.Metric == "" || want.Metric != "" && got.Metric != want.Metric || got.Comparison != want.Comparison || got.Target != want.Target || got.Unit != want.Unit {
			t.Errorf("%s: %+v, want %+v", line, got, want)
		}
	}
}

func TestVersionsAndDatesAreNoMeasures(t *testing.T) {
	for _, line := range []string{"It must speak TLS 1.2.", "It has to be live by October 14.", "We need it on Dynamics 365.", "It must meet WCAG 2.2 AA."} {
		r := said(t, "Bo Lund: "+line)
		if len(r.Candidates) != 1 || r.Candidates[0].Measure != nil {
			t.Errorf("%s: %+v", line, r.Candidates)
		}
	}
}

func TestStatementSaysWhatHasToBeSo(t *testing.T) {
	for line, want := range map[string]string{
		"So, um, we need to be able to replay twenty-four hours of events within one hour.": "Replay 24 hours of events within 1 hour",
		"And it'd be nice to have a page for each carrier.":                                 "A page for each carrier",
		"Shipment data has to stay in the EU.":                                              "Shipment data must stay in the EU",
		"We will not accept local accounts, not even for administrators.":                   "No local accounts, not even for administrators",
		"No direct calls into Dynamics, it falls over.":                                     "No direct calls into Dynamics, it falls over",
	} {
		r := said(t, "Bo Lund: "+line)
		if len(r.Candidates) != 1 || r.Candidates[0].Statement != want {
			t.Errorf("%s: %+v, want %q", line, r.Candidates, want)
		}
	}
}
