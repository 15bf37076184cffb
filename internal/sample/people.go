package sample

import (
	"context"
	"strings"
	"time"

	"throughline/internal/clock"
	"throughline/internal/journal"
	"throughline/internal/people"
	"throughline/internal/people/guide"
	"throughline/internal/people/skill"
	"throughline/internal/problem"
	"throughline/internal/sample/tale"
)

// standings are where the people of both roles stand, the last step last, and who leads them.
var standings = []struct {
	word, lead string
	steps      []people.Step // Since holds working days before today: see grow
	before     []int
}{
	{"ruth", "", []people.Step{{Place: "sed"}}, []int{700}},
	{"lotte", "ruth", []people.Step{{Place: "se3"}, {Place: "se4"}}, []int{1300, 420}},
	{"mara", "lotte", []people.Step{{Place: "se2"}, {Place: "se3"}}, []int{1050, 300}},
	{"ines", "lotte", []people.Step{{Place: "se2"}}, []int{380}},
	{"emeka", "lotte", []people.Step{{Place: "se1"}}, []int{200}},
	{"yusuf", "ruth", []people.Step{{Place: "sa3"}, {Place: "sa4"}}, []int{1250, 350}},
	{"jonas", "yusuf", []people.Step{{Place: "se3"}, {Place: "sa3"}}, []int{1150, 330}},
	{"priya", "yusuf", []people.Step{{Place: "sa2"}}, []int{400}},
}

// assessed are the ratings of the half-year before the sample begins, in the order of the guide's
// skills, by the person and by their lead; −1 where it was not seen. An empty one is still open.
var assessed = []struct {
	word       string
	self, lead []int
	agreed     []int
}{
	{"mara", []int{5, 4, 3, 4, 2, 1, 4, 2}, []int{5, 4, 2, 4, 2, 1, 4, 2}, []int{5, 4, 3, 4, 2, 1, 4, 2}},
	{"jonas", []int{3, 2, 4, 2, 4, 3, 3, 4}, []int{3, 3, 4, 2, 4, 3, 3, 4}, []int{3, 2, 4, 2, 4, 3, 3, 4}},
	{"lotte", []int{5, 5, 3, 5, 3, 2, 5, 3}, []int{5, 5, 3, 5, 3, 2, 5, 3}, []int{5, 5, 3, 5, 3, 2, 5, 3}},
	{"yusuf", []int{3, 3, 5, 2, 5, 5, 3, 4}, []int{3, 3, 5, 2, 5, 5, 3, 5}, []int{3, 3, 5, 2, 5, 5, 3, 4}},
	{"ines", []int{3, 3, 1, 4, 2, -1, 4, 2}, []int{4, 3, 1, 2, 1, 1, 3, 1}, nil},
	{"priya", []int{2, 2, 3, 1, 3, 3, 2, 3}, nil, nil},
	{"emeka", nil, nil, nil},
}

// grower writes what is kept about the sample's people.
type grower struct {
	ctx    context.Context
	s      *journal.Story
	now    *clock.Fixed
	people map[string]tale.Who
	err    error
}

func by[In, Out any](g *grower, who, act string, do func(context.Context, *journal.Tx, In) (Out, error), in In) (out Out) {
	if g.err != nil {
		return out
	}
	g.now.Add(20 * time.Second)
	w := g.people[who]
	_, g.err = g.s.Write(g.ctx, journal.Actor{Person: w.ID, Name: w.Name, Role: w.Role}, act, func(ctx context.Context, tx *journal.Tx) (err error) {
		out, err = do(ctx, tx, in)
		return err
	})
	return out
}

// grow writes where the people stand and how they were assessed, on the morning before the deals.
func grow(ctx context.Context, s *journal.Story, days tale.Calendar, now *clock.Fixed, all map[string]tale.Who) error {
	g := &grower{ctx: ctx, s: s, now: now, people: all}
	by(g, "piet", "people.appoint", people.Appoint, people.Appointment{Person: all["hanne"].ID})
	for _, x := range standings {
		for i, step := range x.steps {
			by(g, "hanne", "people.place", people.Place, people.PlaceIn{Person: all[x.word].ID, Place: step.Place, Since: days.Day(-x.before[i]), Lead: all[x.lead].ID})
		}
	}
	for _, x := range assessed {
		g.assess(days, x.word, x.self, x.lead, x.agreed)
	}
	g.plan(days)
	g.limit(days)
	return g.err
}

func ratings(in []int) people.Rows {
	out := skill.Ratings{}
	for i, n := range in {
		if n >= 0 {
			out[guide.Shipped().Skills[i].ID] = n
		}
	}
	return people.Rows{Ratings: out}
}

// assess lives an assessment as far as it came.
func (g *grower) assess(days tale.Calendar, word string, self, lead, agreed []int) {
	above := ""
	for _, x := range standings {
		if x.word == word {
			above = x.lead
		}
	}
	a := by(g, above, "assessment.open", people.OpenAssessment, people.OpenIn{Person: g.people[word].ID, From: days.Day(-260), Until: days.Day(-131)})
	if self != nil {
		by(g, word, "assessment.finish", people.Rate, people.RateIn{ID: a.ID, Finish: true, Rows: ratings(self)})
	}
	if lead != nil {
		by(g, above, "assessment.finish", people.Rate, people.RateIn{ID: a.ID, Finish: true, Rows: ratings(lead)})
	}
	if agreed != nil {
		by(g, above, "assessment.agree", people.Agree, people.AgreeIn{ID: a.ID, Rows: ratings(agreed)})
		by(g, word, "assessment.agree", people.Agree, people.AgreeIn{ID: a.ID, Rows: ratings(agreed)})
		by(g, above, "assessment.close", people.CloseAssessment, people.EndIn{ID: a.ID})
	}
}

// plan is what Mara wishes, who is on her way to the other role, and what Jonas holds.
func (g *grower) plan(days tale.Calendar) {
	by(g, "mara", "wish.keep", people.KeepWish, people.WishIn{Liked: people.Liked{To: "sa3", Why: "I want to see built what I show.",
		Answers: skill.Answers{"stage": 3, "groups": 3, "feet": 4, "design": 4, "writing": 3, "engineers": 4, "months": 3}}})
	by(g, "mara", "transition.start", people.StartTransition, people.TransitionIn{To: "sa3", Why: "Two years as a senior SE; the design reviews are what I look forward to.", Shared: true})
	by(g, "mara", "transition.edit", ask, people.ItemIn{Skill: "docs", Ask: "Write the decisions of one design, with Jonas as the reader.", Due: days.Day(30), Buddy: g.people["jonas"].ID})
	by(g, "jonas", "certificate.add", people.AddCertificate, people.CertificateIn{Paper: people.Paper{Name: "AWS Solutions Architect Professional", Issuer: "AWS", Issued: days.Day(-500), Expires: days.Day(250)}})
}

// limit is what the people say that a plan has to respect of them; an account comes with its deal.
func (g *grower) limit(days tale.Calendar) {
	for _, x := range []struct {
		word, languages string
		leave           [2]int // days from today; none where both are 0
	}{
		{"mara", "English, Swedish", [2]int{}}, {"ines", "English, Portuguese, French", [2]int{}}, {"jonas", "English", [2]int{}}, {"priya", "English, Hindi", [2]int{6, 12}},
		{"lotte", "English, German, Dutch", [2]int{}}, {"emeka", "English", [2]int{}}, {"yusuf", "English, German, Turkish", [2]int{}},
	} {
		in := people.LimitsIn{Bounds: people.Bounds{Languages: strings.Split(x.languages, ", ")}}
		if x.leave[1] > 0 {
			in.Leave = []people.Leave{{From: days.Day(x.leave[0]), Until: days.Day(x.leave[1])}}
		}
		by(g, x.word, "limits.keep", people.KeepLimits, in)
	}
	by(g, "ines", "wish.keep", people.KeepWish, people.WishIn{Shared: true, Liked: people.Liked{To: "sa2", Why: "The designs are what I read first."}})
}

// ask gives the item of a skill on the actor's plan its words, a day and somebody who helps.
func ask(ctx context.Context, tx *journal.Tx, in people.ItemIn) (people.Item, error) {
	plans, err := people.PlansOf(ctx, tx.Reader, tx.Actor.Person, tx.Actor.Person)
	if err != nil {
		return people.Item{}, err
	}
	for _, i := range plans[0].Items {
		if i.Skill == in.Skill {
			in.From, in.To = i.ItemIn.From, i.To
			return people.EditItem(ctx, tx, people.ItemEdit{ID: i.Item.ID, ItemIn: in})
		}
	}
	return people.Item{}, problem.NotFound("item", in.Skill)
}
