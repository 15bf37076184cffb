package people_test

import (
	"context"
	"strings"
	"testing"
	"time"

	"throughline/internal/auth"
	"throughline/internal/clock"
	"throughline/internal/journal"
	"throughline/internal/people"
	"throughline/internal/people/guide"
	"throughline/internal/people/skill"
	"throughline/internal/problem"
	"throughline/internal/wiring/wiretest"
)

// crew are people of ours: an admin, a people administrator, a lead above a lead above an SE, and a
// peer. The people administrator leads nobody.
type crew struct {
	*wiretest.World
	admin, office, head, lead, se, peer string
}

func crewOf(t *testing.T, w *wiretest.World) crew {
	c := crew{World: w}
	for _, m := range []struct {
		id   *string
		name string
		role auth.Role
	}{{&c.admin, "Ada", auth.Admin}, {&c.office, "Olga", auth.Manager}, {&c.head, "Hedda", auth.Manager}, {&c.lead, "Lena", auth.Manager}, {&c.se, "Sven", auth.SE}, {&c.peer, "Pia", auth.SE}} {
		p := auth.Person{Email: strings.ToLower(m.name) + "@ours.example", Name: m.name, Role: m.role}
		w.Do("person.add", func(ctx context.Context, tx *journal.Tx) error { return auth.Add(ctx, tx, &p) })
		*m.id = p.ID
	}
	must(t, act(c, c.admin, "people.appoint", people.Appoint, people.Appointment{Person: c.office}))
	must(t, act(c, c.office, "people.place", people.Place, people.PlaceIn{Person: c.lead, Lead: c.head, Place: "sem", Since: "2024-01-01"}))
	must(t, act(c, c.office, "people.place", people.Place, people.PlaceIn{Person: c.se, Lead: c.lead, Place: "se2", Since: "2023-05-01"}))
	return c
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// act does one act as a person and gives its error.
func act[In, Out any](c crew, who, name string, do func(context.Context, *journal.Tx, In) (Out, error), in In) error {
	_, err := c.As(who, "").Try(name, func(ctx context.Context, tx *journal.Tx) error {
		_, err := do(ctx, tx, in)
		return err
	})
	return err
}

func faulted(t *testing.T, what string, err error, kind problem.Kind, words string) {
	t.Helper()
	text := ""
	if e := problem.As(err); e != nil {
		text = e.Error()
	}
	if problem.Of(err) != kind || !strings.Contains(text, words) {
		t.Errorf("%s: %v; want %v, %q", what, err, kind, words)
	}
}

func TestNobodyLeadsThemselvesNorInACircle(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		c := crewOf(t, w)
		for what, x := range map[string]struct {
			who   string
			in    people.PlaceIn
			kind  problem.Kind
			words string
		}{
			"oneself":             {c.office, people.PlaceIn{Person: c.se, Lead: c.se, Place: "se2", Since: "2023-05-01"}, problem.Invalid, "Nobody leads themselves"},
			"a circle of three":   {c.office, people.PlaceIn{Person: c.head, Lead: c.se}, problem.Invalid, "Hedda, led by Sven, led by Lena, led by Hedda"},
			"a place of no guide": {c.office, people.PlaceIn{Person: c.se, Lead: c.lead, Place: "king", Since: "2025-01-01"}, problem.Invalid, "no place of the ladders"},
			"an exit":             {c.office, people.PlaceIn{Person: c.se, Lead: c.lead, Place: "cto", Since: "2025-01-01"}, problem.Invalid, "no place of the ladders"},
			"tomorrow":            {c.office, people.PlaceIn{Person: c.se, Lead: c.lead, Place: "se3", Since: "2026-03-03"}, problem.Invalid, "future"},
			"before the last":     {c.office, people.PlaceIn{Person: c.se, Lead: c.lead, Place: "se3", Since: "2022-01-01"}, problem.Invalid, "before their step"},
			"a lead who is not":   {c.office, people.PlaceIn{Person: c.se, Lead: "nobody", Place: "se2", Since: "2023-05-01"}, problem.Invalid, "one of the people"},
			"the same again":      {c.office, people.PlaceIn{Person: c.se, Lead: c.lead, Place: "se2", Since: "2023-05-01"}, problem.Refused, "stands already"},
			"by their lead":       {c.lead, people.PlaceIn{Person: c.se, Lead: c.lead, Place: "se4", Since: "2025-01-01"}, problem.Missing, ""},
			"by the admin":        {c.admin, people.PlaceIn{Person: c.se, Lead: c.admin, Place: "se4", Since: "2025-01-01"}, problem.Missing, ""},
			"by oneself":          {c.se, people.PlaceIn{Person: c.se, Place: "se4", Since: "2025-01-01"}, problem.Missing, ""},
			"a stale one":         {c.office, people.PlaceIn{Person: c.se, Revision: 9, Lead: c.lead, Place: "se3", Since: "2025-01-01"}, problem.Stale, ""},
		} {
			faulted(t, what, act(c, x.who, "people.place", people.Place, x.in), x.kind, x.words)
		}
		must(t, act(c, c.office, "people.place", people.Place, people.PlaceIn{Person: c.se, Lead: c.lead, Place: "se3", Since: "2025-06-01"}))
		s, err := people.StandingOf(w.Ctx(), w.Reader(), c.se)
		steps, err2 := s.Steps()
		if err != nil || err2 != nil || len(steps) != 2 || steps[0].Place != "se2" || steps[1].Since != "2025-06-01" {
			t.Errorf("%v %v %v", steps, err, err2)
		}
		w.Verify()
	})
}

// began opens an assessment of the SE by their lead.
func began(t *testing.T, c crew) (id string) {
	_, err := c.As(c.lead, "").Try("assessment.open", func(ctx context.Context, tx *journal.Tx) error {
		a, err := people.OpenAssessment(ctx, tx, people.OpenIn{Person: c.se, From: "2025-07-01", Until: "2025-12-31"})
		id = a.ID
		return err
	})
	must(t, err)
	return id
}

// V24's two assessments, in the order of the guide's skills.
func vector() (self, lead skill.Ratings) {
	self, lead = skill.Ratings{}, skill.Ratings{}
	for i, s := range guide.Shipped().Skills {
		self[s.ID], lead[s.ID] = []int{4, 4, 3, 3, 2, 1, 4, 2}[i], []int{4, 3, 3, 3, 2, 2, 4, 3}[i]
	}
	return self, lead
}

func TestAnAssessmentIsSealedUntilBothHaveFinishedAndThenOpensToBoth(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		c := crewOf(t, w)
		id := began(t, c)
		self, lead := vector()
		self["sales"] = 5
		see := func(who string) people.Seen {
			s, err := people.See(w.Ctx(), w.Reader(), who, id, w.Today())
			must(t, err)
			return s
		}
		must(t, act(c, c.se, "assessment.rate", people.Rate, people.RateIn{ID: id, Rows: people.Rows{Ratings: self}}))
		must(t, act(c, c.se, "assessment.finish", people.Rate, people.RateIn{ID: id, Rows: people.Rows{Ratings: self}, Finish: true}))
		faulted(t, "once more", act(c, c.se, "assessment.rate", people.Rate, people.RateIn{ID: id, Rows: people.Rows{Ratings: self}}), problem.Refused, "You have finished")
		faulted(t, "by a peer", act(c, c.peer, "assessment.rate", people.Rate, people.RateIn{ID: id, Rows: people.Rows{Ratings: self}}), problem.Missing, "")
		faulted(t, "agreed while sealed", act(c, c.lead, "assessment.agree", people.Agree, people.AgreeIn{ID: id, Rows: people.Rows{Ratings: lead}}), problem.Refused, "finished by the person")
		for who, own := range map[string]int{c.se: 8, c.lead: 0, c.head: 0, c.office: 0} {
			if s := see(who); len(s.Own) != own || s.Self != nil || s.Lead != nil || s.Put != nil || s.Talks != nil || s.Agreement != "" {
				t.Errorf("sealed, %s sees %+v", who, s)
			}
		}
		if s := see(c.office); s.State != people.Open || len(s.Late) != 1 || s.Late[0] != "lead" {
			t.Errorf("who is late: %+v", s)
		}
		for _, who := range []string{c.peer, c.admin, "nobody"} {
			if _, err := people.See(w.Ctx(), w.Reader(), who, id, w.Today()); problem.Of(err) != problem.Missing {
				t.Errorf("%s: %v", who, err)
			}
		}
		faulted(t, "a rating of 6", act(c, c.lead, "assessment.finish", people.Rate, people.RateIn{ID: id, Rows: people.Rows{Ratings: skill.Ratings{"demo": 6}}, Finish: true}), problem.Invalid, "0 to 5")
		faulted(t, "a skill of no guide", act(c, c.lead, "assessment.finish", people.Rate, people.RateIn{ID: id, Rows: people.Rows{Ratings: skill.Ratings{"golf": 3}}, Finish: true}), problem.Invalid, "no such skill")
		faulted(t, "nothing rated", act(c, c.lead, "assessment.finish", people.Rate, people.RateIn{ID: id, Finish: true}), problem.Invalid, "Nothing is rated")
		must(t, act(c, c.lead, "assessment.finish", people.Rate, people.RateIn{ID: id, Rows: people.Rows{Ratings: lead}, Finish: true}))
		for _, who := range []string{c.se, c.lead, c.head} {
			if s := see(who); s.Agreement == "" {
				t.Errorf("%s does not see how far both agree", who)
			}
			if s := see(who); s.State != people.BothDone || len(s.Self) != 8 || len(s.Lead) != 8 || s.Revision != see(c.se).Revision {
				t.Errorf("open, %s sees %+v", who, s)
			}
		}
		if s := see(c.office); s.Self != nil || s.Lead != nil || s.Put != nil {
			t.Errorf("a people administrator sees rows: %+v", s)
		}
		w.Verify()
	})
}

func TestADifferenceOfTwoIsTalkedThroughBeforeAnythingIsAgreed(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		c := crewOf(t, w)
		id := began(t, c)
		self, lead := vector()
		self["sales"] = 5
		must(t, act(c, c.lead, "assessment.finish", people.Rate, people.RateIn{ID: id, Rows: people.Rows{Ratings: lead}, Finish: true}))
		must(t, act(c, c.se, "assessment.finish", people.Rate, people.RateIn{ID: id, Rows: people.Rows{Ratings: self}, Finish: true}))
		agree := func(who string, r skill.Ratings) error {
			return act(c, who, "assessment.agree", people.Agree, people.AgreeIn{ID: id, Rows: people.Rows{Ratings: r}})
		}
		faulted(t, "not talked through", agree(c.lead, lead), problem.Refused, "Sales process")
		faulted(t, "no words", act(c, c.se, "assessment.talk", people.TalkThrough, people.TalkIn{ID: id, Skill: "sales"}), problem.Invalid, "")
		must(t, act(c, c.se, "assessment.talk", people.TalkThrough, people.TalkIn{ID: id, Skill: "sales", Words: "I led two deals alone."}))
		must(t, agree(c.lead, lead))
		if r, _, err := people.AgreedOf(w.Ctx(), w.Reader(), c.se, c.se, w.Today()); r != nil || err != nil {
			t.Errorf("agreed by one alone: %v %v", r, err)
		}
		must(t, agree(c.se, self)) // other values: the lead's word falls
		must(t, agree(c.lead, self))
		faulted(t, "closed by the person", act(c, c.se, "assessment.close", people.CloseAssessment, people.EndIn{ID: id}), problem.Forbidden, "lead closes")
		must(t, act(c, c.lead, "assessment.close", people.CloseAssessment, people.EndIn{ID: id}))
		for who, sees := range map[string]bool{c.se: true, c.lead: true, c.office: true, c.peer: false, c.admin: false} {
			r, _, err := people.AgreedOf(w.Ctx(), w.Reader(), who, c.se, w.Today())
			if err != nil || (r["sales"] == 5) != sees {
				t.Errorf("%s: %v %v", who, r, err)
			}
		}
		w.Verify()
	})
}

func TestOverlappingPeriodsAreRefusedAndANewLeadBeginsAnew(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		c := crewOf(t, w)
		open := func(who, from, until string) error {
			return act(c, who, "assessment.open", people.OpenAssessment, people.OpenIn{Person: c.se, From: clock.Date(from), Until: clock.Date(until)})
		}
		id := began(t, c)
		faulted(t, "overlap", open(c.se, "2025-12-31", "2026-06-30"), problem.Invalid, "2025-07-01 to 2025-12-31")
		faulted(t, "ends before it begins", open(c.se, "2026-06-30", "2026-01-01"), problem.Invalid, "before it begins")
		faulted(t, "a day that is none", open(c.se, "2026-02-30", "2026-06-30"), problem.Invalid, "")
		faulted(t, "by a peer", open(c.peer, "2026-01-01", "2026-06-30"), problem.Missing, "")
		faulted(t, "by the lead's lead", open(c.head, "2026-01-01", "2026-06-30"), problem.Missing, "")
		faulted(t, "of who has no lead", act(c, c.peer, "assessment.open", people.OpenAssessment, people.OpenIn{Person: c.peer, From: "2026-01-01", Until: "2026-02-01"}), problem.Refused, "Nobody is named as the lead")
		must(t, open(c.se, "2026-01-01", "2026-06-30"))
		_, lead := vector()
		must(t, act(c, c.lead, "assessment.finish", people.Rate, people.RateIn{ID: id, Rows: people.Rows{Ratings: lead}, Finish: true}))
		must(t, act(c, c.office, "people.place", people.Place, people.PlaceIn{Person: c.se, Lead: c.head, Place: "se2", Since: "2023-05-01"}))
		s, err := people.See(w.Ctx(), w.Reader(), c.head, id, w.Today())
		if err != nil || s.Assessment.Lead != c.head || s.State != people.Open || len(s.Own) != 0 {
			t.Errorf("the new lead: %+v %v", s, err)
		}
		if _, err := people.See(w.Ctx(), w.Reader(), c.lead, id, w.Today()); problem.Of(err) != problem.Missing {
			t.Errorf("the old lead still sees it: %v", err)
		}
		faulted(t, "cancelled without a reason", act(c, c.head, "assessment.cancel", people.Cancel, people.EndIn{ID: id}), problem.Invalid, "")
		must(t, act(c, c.head, "assessment.cancel", people.Cancel, people.EndIn{ID: id, Why: "Too early."}))
		must(t, open(c.head, "2025-07-01", "2025-12-31"))
		w.Verify()
	})
}

func TestWhatIsOnesOwnIsThereForNobodyElse(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		c := crewOf(t, w)
		faulted(t, "an answer of 5", act(c, c.se, "wish.keep", people.KeepWish, people.WishIn{Liked: people.Liked{Answers: skill.Answers{"stage": 5}}}), problem.Invalid, "")
		faulted(t, "a place of no guide", act(c, c.se, "wish.keep", people.KeepWish, people.WishIn{Liked: people.Liked{To: "king"}}), problem.Invalid, "ladders")
		must(t, act(c, c.se, "wish.keep", people.KeepWish, people.WishIn{Liked: people.Liked{Answers: skill.Answers{"stage": 4}, To: "sa2", Why: "Deeper work."}}))
		must(t, act(c, c.se, "transition.start", people.StartTransition, people.TransitionIn{To: "sa2"}))
		faulted(t, "a second plan", act(c, c.se, "transition.start", people.StartTransition, people.TransitionIn{To: "sa3"}), problem.Refused, "already")
		faulted(t, "a certificate that ends first", act(c, c.se, "certificate.add", people.AddCertificate, people.CertificateIn{Paper: people.Paper{Name: "SA Professional", Issued: "2025-01-01", Expires: "2024-01-01"}}), problem.Invalid, "ends before")
		must(t, act(c, c.se, "certificate.add", people.AddCertificate, people.CertificateIn{Paper: people.Paper{Name: "SA Professional", Issued: "2023-01-01", Expires: "2026-01-01"}}))
		sees := func(who string) (wish bool, plans, certificates int) {
			wish_, err := people.WishOf(w.Ctx(), w.Reader(), who, c.se)
			must(t, err)
			p, err := people.PlansOf(w.Ctx(), w.Reader(), who, c.se)
			must(t, err)
			return wish_.ID != "", len(p), len(p)
		}
		for who, want := range map[string]bool{c.se: true, c.lead: false, c.head: false, c.office: false, c.admin: false, c.peer: false} {
			if wish, plans, _ := sees(who); wish != want || plans == 1 != want {
				t.Errorf("%s: %v %d", who, wish, plans)
			}
		}
		must(t, act(c, c.se, "wish.keep", people.KeepWish, people.WishIn{Shared: true, Liked: people.Liked{To: "sa2"}}))
		for who, want := range map[string]bool{c.lead: true, c.head: true, c.office: false, c.admin: false, c.peer: false} {
			if wish, plans, _ := sees(who); wish != want || plans != 0 {
				t.Errorf("shared, %s: %v %d", who, wish, plans)
			}
		}
		held, err := people.CertificatesOf(w.Ctx(), w.Reader(), c.se, w.Today())
		if err != nil || len(held) != 1 || held[0].Runs {
			t.Errorf("past its end it still runs: %+v %v", held, err)
		}
		_, err = w.As(c.lead, "").Try("certificate.remove", func(ctx context.Context, tx *journal.Tx) error {
			_, err := people.RemoveCertificate(ctx, tx, held[0].ID, 0)
			return err
		})
		faulted(t, "another's certificate", err, problem.Missing, "")
		w.Verify()
	})
}

func TestEvidenceCountsLessWithAgeAndNotOnceStruck(t *testing.T) {
	day := clock.Date("2026-03-02")
	for months, want := range map[int][2]int{0: {100, 50}, 12: {100, 50}, 13: {50, 25}, 24: {50, 25}, 25: {25, 12}, 36: {25, 12}, 37: {0, 0}} {
		on := clock.DateOf(time.Date(2026, 3, 2, 0, 0, 0, 0, time.UTC).AddDate(0, -months, 0))
		led, took := people.Piece{On: on, Part: people.Led}, people.Piece{On: on, Part: people.TookPart}
		if led.Weight(day) != want[0] || took.Weight(day) != want[1] {
			t.Errorf("%d months: %d and %d, want %v", months, led.Weight(day), took.Weight(day), want)
		}
	}
	for _, p := range []people.Piece{{On: "2026-03-03"}, {}, {On: day, Struck: "withdrawn"}} {
		if w := p.Weight(day); w != 0 {
			t.Errorf("%+v counts %d", p, w)
		}
	}
	sum := people.Weigh(guide.Shipped().Skills, []people.Piece{{Does: "demo delivered", On: day, Part: people.Led}, {Does: "technical win", On: day, Part: people.Led}, {Does: "demo delivered", On: day, Part: people.Led, Struck: "x"}}, day)
	if sum[0] != (people.Weighed{Skill: "demo", Pieces: 2, Weight: 200}) {
		t.Errorf("%+v", sum)
	}
}
