package people_test

import (
	"context"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"throughline/internal/auth"
	"throughline/internal/journal"
	"throughline/internal/people"
	"throughline/internal/people/skill"
	"throughline/internal/problem"
	"throughline/internal/search"
	"throughline/internal/store"
	"throughline/internal/wiring/wiretest"
)

// kept is everything that stands in the tables of private things, in the journal and in search, as
// text.
func kept(t *testing.T, w *wiretest.World) string {
	t.Helper()
	var b strings.Builder
	for table, columns := range map[string]string{
		"ladder_standing": "person || ' ' || lead || ' ' || steps", "assessment": "state || ' ' || talk", "assessment_rows": "party || ' ' || ratings",
		"certificate": "person || ' ' || words", "wish": "person || ' ' || words", "person_limits": "person || ' ' || words", "transition": "person || ' ' || words",
		"transition_item": "words", "evidence_remark": "person || ' ' || words", "journal": "was || ' ' || now", "search_entry": "title || ' ' || body",
	} {
		all, err := store.List[string](w.Ctx(), w.Journal.DB.Read, store.SQL("SELECT "+columns+" FROM "+table+" WHERE workspace = $1"), w.Who.Workspace)
		if err != nil {
			t.Fatalf("%s: %v", table, err)
		}
		fmt.Fprintln(&b, strings.Join(all, "\n"))
	}
	return b.String()
}

// wishedFor is the place that is wished for as a word of its own: in ciphertext its letters may stand by chance.
var wishedFor = regexp.MustCompile(`\bsa2\b`)

func TestWhatIsPrivateIsErasedEverywhereAndTheWorkStays(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		c := crewOf(t, w)
		id := began(t, c)
		self, lead := vector()
		self["sales"] = 5
		must(t, act(c, c.se, "assessment.finish", people.Rate, people.RateIn{ID: id, Rows: people.Rows{Ratings: self}, Finish: true}))
		must(t, act(c, c.lead, "assessment.finish", people.Rate, people.RateIn{ID: id, Rows: people.Rows{Ratings: lead}, Finish: true}))
		must(t, act(c, c.lead, "assessment.talk", people.TalkThrough, people.TalkIn{ID: id, Skill: "sales", Words: "Quince one"}))
		must(t, act(c, c.se, "wish.keep", people.KeepWish, people.WishIn{Shared: true, Liked: people.Liked{Answers: skill.Answers{"stage": 4}, To: "sa2", Why: "Quince two"}}))
		must(t, act(c, c.se, "transition.start", people.StartTransition, people.TransitionIn{To: "sa2", Why: "Quince three", Shared: true}))
		plans, err := people.PlansOf(w.Ctx(), w.Reader(), c.se, c.se)
		must(t, err)
		must(t, act(c, c.se, "transition.add", people.AddItem, people.ItemEdit{Transition: plans[0].ID, ItemIn: people.ItemIn{Skill: "docs", To: 4, Ask: "Quince four", Buddy: c.peer}}))
		must(t, act(c, c.se, "certificate.add", people.AddCertificate, people.CertificateIn{Paper: people.Paper{Name: "Quince five"}}))
		must(t, act(c, c.se, "evidence.remark", people.RemarkOn, people.RemarkIn{Kind: "demo", Thing: "one", Words: "Quince six"}))
		must(t, act(c, c.se, "limits.keep", people.KeepLimits, people.LimitsIn{Bounds: people.Bounds{KeepsOff: []people.Interest{{Account: accountOf(t, w), Why: "Quince seven"}}}}))
		if all := kept(t, w); strings.Contains(all, "Quince") || strings.Contains(all, `"sales":`) || wishedFor.MatchString(all) {
			t.Error("private words stand in the clear")
		}
		erase := func(who string) error { return act(c, who, "people.erase", people.ErasePerson, c.se) }
		faulted(t, "while they work here", erase(c.admin), problem.Refused, "still works here")
		for _, who := range []string{c.office, c.lead, c.peer, c.se} {
			faulted(t, "by another", erase(who), problem.Missing, "")
		}
		w.Do("person.edit", func(ctx context.Context, tx *journal.Tx) error {
			return auth.Change(ctx, tx, auth.PersonEdit{ID: c.se, Name: "Sven", Role: auth.SE})
		})
		must(t, erase(c.admin))
		faulted(t, "twice", erase(c.admin), problem.Refused, "Nothing private")
		for _, who := range []string{c.se, c.lead, c.head, c.office} {
			seen, err := people.SeeAll(w.Ctx(), w.Reader(), who, c.se, w.Today())
			must(t, err)
			p, err := people.PlansOf(w.Ctx(), w.Reader(), who, c.se)
			must(t, err)
			wish, err := people.WishOf(w.Ctx(), w.Reader(), who, c.se)
			must(t, err)
			if len(seen)+len(p) != 0 || wish.ID != "" {
				t.Errorf("%s still sees %v %v %v", who, seen, p, wish)
			}
		}
		// what is left in the journal is ciphertext without a key
		keys, err := store.List[int](w.Ctx(), w.Journal.DB.Read, store.SQL(`SELECT LENGTH(secret) FROM seal_key WHERE workspace = $1 AND erased_at > 0`), w.Who.Workspace)
		must(t, err)
		if !slices.Equal(keys, []int{0, 0, 0}) { // the person's, and one for the rows of each party
			t.Errorf("%v bytes are left of the keys", keys)
		}
		p, err := journal.Load[auth.Person](w.Ctx(), w.Reader(), c.se)
		if err != nil || p.Name != "Sven" {
			t.Errorf("the name beside their work: %+v %v", p, err)
		}
		faulted(t, "kept anew under the old name", act(c, c.office, "people.place", people.Place, people.PlaceIn{Person: c.se, Lead: c.lead, Place: "se2", Since: "2023-05-01"}), problem.Refused, "erased")
		w.Verify()
	})
}

// A person who leaves in the middle of somebody's plan stays named in it, and nobody new can be.
func TestABuddyWhoLeavesStaysNamedInThePlan(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		c := crewOf(t, w)
		must(t, act(c, c.se, "transition.start", people.StartTransition, people.TransitionIn{To: "sa2"}))
		plans, err := people.PlansOf(w.Ctx(), w.Reader(), c.se, c.se)
		must(t, err)
		add := func(in people.ItemIn) error {
			return act(c, c.se, "transition.add", people.AddItem, people.ItemEdit{Transition: plans[0].ID, ItemIn: in})
		}
		must(t, add(people.ItemIn{Skill: "docs", To: 4, Ask: "Write a design.", Buddy: c.peer, Due: "2026-06-30"}))
		faulted(t, "oneself", add(people.ItemIn{Skill: "docs", To: 4, Ask: "x", Buddy: c.se}), problem.Invalid, "own buddy")
		three := 3
		for what, in := range map[string]people.ItemIn{"downwards": {Skill: "docs", From: &three, To: 2, Ask: "x"}, "to 6": {Skill: "docs", To: 6, Ask: "x"}, "no skill": {To: 3, Ask: "x"}, "nothing asked": {Skill: "docs", To: 3}, "no day": {Skill: "docs", To: 3, Ask: "x", Due: "soon"}} {
			faulted(t, what, add(in), problem.Invalid, "")
		}
		w.Do("person.edit", func(ctx context.Context, tx *journal.Tx) error {
			return auth.Change(ctx, tx, auth.PersonEdit{ID: c.peer, Name: "Pia", Role: auth.SE})
		})
		faulted(t, "who left", add(people.ItemIn{Skill: "pm", To: 3, Ask: "x", Buddy: c.peer}), problem.Invalid, "does not work here")
		plans, err = people.PlansOf(w.Ctx(), w.Reader(), c.se, c.se)
		if err != nil || plans[0].Items[0].Buddy != c.peer {
			t.Errorf("%+v %v", plans, err)
		}
		w.Verify()
	})
}

// V22 in the tables, the journal with all its past moments, what activity reads, and search: what
// was written stays closed while one has finished, and when both have.
func TestSealedRatingsStandInNoTableNoPastNoActivityAndNoSearch(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		c := crewOf(t, w)
		id := began(t, c)
		self, lead := vector()
		closed := func(when string) {
			t.Helper()
			if all := kept(t, w); strings.Contains(all, `"custeng":`) || strings.Contains(all, `"pm":`) {
				t.Errorf("%s: ratings stand in the clear", when)
			}
			for _, words := range []string{"custeng", "assessment"} {
				found, err := search.Find(w.Ctx(), w.Journal.DB, w.Reader(), search.Query{Words: words, Limit: 50})
				if err != nil || len(found.Hits) != 0 {
					t.Errorf("%s: search for %s finds %v %v", when, words, found.Hits, err)
				}
			}
			acts, err := journal.Since(w.Ctx(), w.Reader(), 0, 1000)
			if err != nil || len(acts) == 0 {
				t.Fatal(len(acts), err)
			}
			for _, e := range acts {
				if strings.Contains(e.Was+e.Now, `"custeng":`) {
					t.Errorf("%s: activity tells %v", when, e)
				}
			}
		}
		must(t, act(c, c.lead, "assessment.rate", people.Rate, people.RateIn{ID: id, Rows: people.Rows{Ratings: lead}}))
		closed("while the lead writes")
		must(t, act(c, c.lead, "assessment.finish", people.Rate, people.RateIn{ID: id, Rows: people.Rows{Ratings: lead}, Finish: true}))
		closed("once the lead has finished")
		must(t, act(c, c.se, "assessment.finish", people.Rate, people.RateIn{ID: id, Rows: people.Rows{Ratings: self}, Finish: true}))
		closed("once both have finished")
		w.Verify()
	})
}
