package thread_test

import (
	"testing"
	"time"

	"throughline/internal/account"
	"throughline/internal/clock"
	"throughline/internal/journal"
	"throughline/internal/seal"
	"throughline/internal/tally"
	"throughline/internal/thread"
)

var measured = &thread.Measure{Metric: "time", Comparison: "<=", Target: 1, Unit: "h"}

// deal is one with every date, not signed.
func deal() account.Opportunity {
	return account.Opportunity{Row: journal.Row{ID: "d"}, Prefix: "NWF", Phase: account.Open, CloseOn: "2026-09-30", GoLiveOn: "2026-12-15"}
}

// facts is one requirement with the verdicts given for it, on a day well before every date.
func facts(d account.Opportunity, r thread.Requirement, verdicts ...thread.Verdict) thread.Facts {
	r.ID, r.Number = "r", 1
	f := thread.Facts{Deal: d, Settings: account.Defaults, Zone: time.UTC, Today: "2026-04-01", Requirements: []thread.Requirement{r}}
	for _, v := range append([]thread.Verdict{reached(thread.Heard)}, verdicts...) {
		v.Requirement = "r"
		f.Verdicts = append(f.Verdicts, v)
	}
	return f
}

func at(day string) clock.Instant {
	t, _ := time.Parse("2006-01-02", day)
	return clock.At(t)
}

func reached(s thread.Station) thread.Verdict {
	return thread.Verdict{Station: s, State: thread.Reached, At: at("2026-03-10")}
}

func failed(s thread.Station) thread.Verdict {
	return thread.Verdict{Station: s, State: thread.Failed, At: at("2026-03-10"), Evidence: []thread.Evidence{{Text: "14 min"}}}
}

func signed(d account.Opportunity) account.Opportunity {
	d.SignedOn, d.Phase = "2026-03-30", account.Won
	return d
}

// Each row is a sentence of PRODUCT.md, The thread.
func TestStatesFollowWhatIsOwedAndWhatIsThere(t *testing.T) {
	change := thread.Requirement{Priority: thread.Should, Kind: thread.Functional, Change: true}
	only := []thread.Station{thread.Heard, thread.Answered}
	standard := signed(deal())
	standard.Standard = true
	for _, row := range []struct {
		says, states string
		f            thread.Facts
	}{
		{"a must with a measure owes proven, functional or not", "r--mmmmmmm", facts(deal(), thread.Requirement{Priority: thread.Must, Kind: thread.Functional, Measure: measured})},
		{"functional owes shown", "rm--mmmmmm", facts(deal(), thread.Requirement{Priority: thread.Must, Kind: thread.Functional})},
		{"security owes answered", "r-m-mmmmmm", facts(deal(), thread.Requirement{Priority: thread.Should, Kind: thread.Security})},
		{"data owes answered", "r-m-mmmmmm", facts(deal(), thread.Requirement{Priority: thread.Must, Kind: thread.Data})},
		{"others owe any one of the three: all are missing", "rmmmmmmmmm", facts(deal(), thread.Requirement{Priority: thread.Should, Kind: thread.Quality})},
		{"one of the three reached: the others are not needed", "r-r-mmmmmm", facts(deal(), thread.Requirement{Priority: thread.Should, Kind: thread.Quality}, reached(thread.Answered))},
		{"a won't-have owes nothing", "r---------", facts(deal(), thread.Requirement{Priority: thread.Wont, Kind: thread.Functional})},
		{"a withdrawn one owes nothing", "r---------", facts(deal(), thread.Requirement{Priority: thread.Must, Kind: thread.Functional, Withdrawn: "gone"})},
		{"evidence gives its state, owed or not", "rrf-mmmmmm", facts(deal(), thread.Requirement{Priority: thread.Must, Kind: thread.Functional}, reached(thread.Shown), failed(thread.Answered))},
		{"design work before the signature is started", "rm--mmsmmm", facts(deal(), thread.Requirement{Priority: thread.Must, Kind: thread.Functional}, reached(thread.Designed))},
		{"after it, it counts", "rm--mmrmmm", facts(signed(deal()), thread.Requirement{Priority: thread.Must, Kind: thread.Functional}, reached(thread.Designed))},
		{"a standard product owes no designed and planned", "rm--mm--mm", facts(standard, thread.Requirement{Priority: thread.Must, Kind: thread.Functional})},
		{"what was not bought owes nothing post", "rm--m-----", facts(signed(deal()), thread.Requirement{Priority: thread.Must, Kind: thread.Functional, Bought: thread.NotBought})},
		{"a change owes heard and six to ten", "r----mmmmm", facts(signed(deal()), change)},
		{"what a person set is owed", "r-m-------", facts(deal(), thread.Requirement{Priority: thread.Must, Kind: thread.Functional, Owes: &only})},
	} {
		p := thread.Weave(row.f)
		want := row.states
		if row.f.Deal.SignedOn == "" && row.f.Requirements[0].Owes != nil {
			want = "r-m--mmmmm" // before the signature the post side of what stands is missing
		}
		if got := tally.Standings(&p)[0].States; got != want {
			t.Errorf("%s: %s, want %s", row.says, got, want)
		}
	}
}

func TestBreaksAreWhatPeopleLookAtFirst(t *testing.T) {
	must := thread.Requirement{Priority: thread.Must, Kind: thread.Functional, Measure: measured}
	plain := thread.Requirement{Priority: thread.Should, Kind: thread.Functional}
	quality := thread.Requirement{Priority: thread.Should, Kind: thread.Quality}
	waived := failed(thread.Proven)
	waived.Excused = true
	lapsed := waived
	lapsed.ExcusedUntil = "2026-03-31"
	dated := plain
	dated.Dates = map[string]clock.Date{"shown": "2026-03-20"}
	lost := deal()
	lost.Phase = account.Lost
	late := func(f thread.Facts, today clock.Date) thread.Facts { f.Today = today; return f }
	with := func(f thread.Facts, p thread.Promise) thread.Facts {
		p.Requirement, p.Words = "r", seal.New("d", "by March")
		f.Promises = append(f.Promises, p)
		return f
	}
	for _, row := range []struct {
		says string
		f    thread.Facts
		want []string // station: rule
	}{
		{"nothing is a break before anything is due", facts(deal(), must), nil},
		{"a failed station is one", facts(deal(), must, failed(thread.Proven)), []string{"proven: failed"}},
		{"a waiver lifts it", facts(deal(), must, waived), nil},
		{"a waiver that has lapsed does not", facts(deal(), must, lapsed), []string{"proven: failed"}},
		{"a signed caveat in date lifts it", with(facts(deal(), must, failed(thread.Proven)), thread.Promise{Sort: "caveat", State: thread.PromiseOpen, Due: "2026-04-02"}), nil},
		{"a caveat past its date does not", with(facts(deal(), must, failed(thread.Proven)), thread.Promise{Sort: "caveat", State: thread.PromiseOpen, Due: "2026-03-31"}), []string{"proven: failed"}},
		{"won without its owed evidence", facts(deal(), must, reached(thread.Won)), []string{"proven: won without evidence"}},
		{"any of three missing counts once", facts(deal(), quality, reached(thread.Won)), []string{"shown: won without evidence"}},
		{"a post station missing before a reached one", facts(signed(deal()), plain, reached(thread.Shown), reached(thread.Won), reached(thread.Accepted), reached(thread.Planned)), []string{"designed: skipped"}},
		{"acceptance is due five working days after the signature", late(facts(signed(deal()), plain, reached(thread.Shown), reached(thread.Won)), "2026-04-07"), []string{"accepted: late"}},
		{"and not late on the fifth", late(facts(signed(deal()), plain, reached(thread.Shown), reached(thread.Won)), "2026-04-06"), nil},
		{"go-live passed is one break a date", late(facts(signed(deal()), plain, reached(thread.Shown), reached(thread.Won), reached(thread.Accepted)), "2026-12-16"), []string{"designed: late"}},
		{"a date of its own makes a pre station late", facts(deal(), dated), []string{"shown: late"}},
		{"the close date counts once, on the deal", late(facts(deal(), must), "2026-10-01"), []string{"won: close date passed"}},
		{"a broken promise is one", with(facts(deal(), plain), thread.Promise{State: thread.PromiseBroken, Why: "no time"}), []string{"live: promise broken"}},
		{"renegotiated it is none", with(facts(deal(), plain), thread.Promise{State: thread.PromiseRenegotiated}), nil},
		{"a lost deal counts none", facts(lost, must, failed(thread.Proven)), nil},
	} {
		var got []string
		p := thread.Weave(row.f)
		for _, b := range p.Breaks {
			got = append(got, b.Station.String()+": "+string(b.Rule))
		}
		if len(got) != len(row.want) || len(got) > 0 && got[0] != row.want[0] {
			t.Errorf("%s: %v, want %v", row.says, got, row.want)
		}
	}
}

func TestCoverageCountsAChoiceOfThreeOnce(t *testing.T) {
	p := thread.Weave(facts(deal(), thread.Requirement{Priority: thread.Should, Kind: thread.Quality}))
	owed := 0
	for s := thread.Shown; s <= thread.Proven; s++ {
		owed += p.Coverage[s].Owed
	}
	if owed != 1 {
		t.Errorf("three kinds of evidence, any one owed: counted %d times", owed)
	}
	p = thread.Weave(facts(deal(), thread.Requirement{Priority: thread.Should, Kind: thread.Quality}, reached(thread.Proven)))
	if p.Coverage[thread.Proven] != (thread.Count{Reached: 1, Owed: 1}) || p.Coverage[thread.Shown].Owed != 0 {
		t.Errorf("reached by one of three: %v", p.Coverage)
	}
}

func TestADealWithoutDatesSaysSo(t *testing.T) {
	d := deal()
	d.CloseOn, d.GoLiveOn = "", ""
	if p := thread.Weave(facts(d, thread.Requirement{Priority: thread.Must, Kind: thread.Data})); !p.NoDates {
		t.Error("a deal without any date does not say 'no dates'")
	}
}

func TestAPromiseIsAtRiskInTimeOrByItsRequirement(t *testing.T) {
	for _, row := range []struct {
		says   string
		p      thread.Promise
		broken bool
		want   bool
	}{
		{"due in fourteen days", thread.Promise{State: thread.PromiseOpen, Due: "2026-04-15"}, false, true},
		{"due in fifteen", thread.Promise{State: thread.PromiseOpen, Due: "2026-04-16"}, false, false},
		{"past", thread.Promise{State: thread.PromiseTaken, Due: "2026-01-01"}, false, true},
		{"its requirement has a break", thread.Promise{State: thread.PromiseOpen}, true, true},
		{"kept", thread.Promise{State: thread.PromiseKept, Due: "2026-01-01"}, true, false},
		{"renegotiated to a later day", thread.Promise{State: thread.PromiseRenegotiated, Due: "2026-01-01", NewDue: "2026-12-01"}, false, false},
	} {
		if got := row.p.AtRisk("2026-04-01", 14, row.broken); got != row.want {
			t.Errorf("%s: %v", row.says, got)
		}
	}
}
