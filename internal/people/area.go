package people

import (
	"context"
	"fmt"

	"throughline/internal/area"
	"throughline/internal/clock"
	"throughline/internal/journal"
)

// Area is the plug of what is kept about people. It gives no cards and no words: nothing of it is
// found by search, by impact or by an address of a thing.
func Area() area.Area {
	return area.Area{
		Name:       "people",
		Migrations: Migrations,
		Inbox:      waiting,
		Acts: map[string]string{
			"people.appoint": "named a people administrator", "people.dismiss": "ended the office of a people administrator",
			"people.place": "wrote down where a person stands", "people.erase": "erased what was kept about a person",
			"assessment.open": "began an assessment", "assessment.rate": "wrote ratings", "assessment.finish": "finished their part of an assessment",
			"assessment.talk": "wrote down what was said", "assessment.agree": "agreed to values", "assessment.dispute": "disputed an assessment",
			"assessment.close": "closed an assessment", "assessment.cancel": "cancelled an assessment",
			"certificate.add": "wrote down a certificate", "certificate.edit": "changed a certificate", "certificate.remove": "took a certificate away",
			"wish.keep": "kept what they like and wish", "limits.keep": "said what a plan has to respect of them", "evidence.remark": "said something of their evidence",
			"guide.keep": "put a role guide of their own in force", "guide.leave": "went back to the shipped role guide",
			"guide.skill": "wrote a skill of their own into the role guide", "guide.skill-remove": "took a skill of their own out of the role guide",
			"transition.start": "began a plan to move", "transition.end": "ended a plan to move", "transition.share": "changed who sees a plan",
			"transition.add": "added to a plan", "transition.edit": "changed a plan", "transition.remove": "took an item off a plan", "transition.finish": "finished an item of a plan",
		},
		Final: []string{"people.place", "people.erase", "assessment.open", "assessment.rate", "assessment.finish", "assessment.talk", "assessment.agree",
			"assessment.dispute", "assessment.close", "assessment.cancel"},
	}
}

// soon is how many days before its end a certificate is told of.
const soon = 60

// waiting lists the assessments that wait for a person, and their certificates that end.
func waiting(ctx context.Context, r *journal.Reader, person string, day clock.Date) ([]area.Waiting, error) {
	mine, err := assessmentsOf.List(ctx, r, person)
	if err != nil {
		return nil, err
	}
	led, err := assessmentsBy.List(ctx, r, person)
	if err != nil {
		return nil, err
	}
	var out []area.Waiting
	for _, a := range append(mine, led...) {
		party, err := a.party(person)
		if err != nil {
			return nil, err
		}
		if what := a.asks(party); what != "" {
			out = append(out, area.Waiting{What: what, Verb: "Assess", Path: "my/assessments/" + a.ID, Since: a.From, Due: a.Until})
		}
	}
	held, err := CertificatesOf(ctx, r, person, day)
	for _, c := range held {
		if c.Expires != "" && c.Expires <= day.AddDays(soon) && c.Runs {
			out = append(out, area.Waiting{What: fmt.Sprintf("Your certificate %s ends on %s.", c.Name, c.Expires), Verb: "Renew", Path: "my#certificates", Due: c.Expires})
		}
	}
	return out, err
}

// asks says what an assessment asks of a party now; nothing where it waits for the other.
func (a Assessment) asks(party string) string {
	yours := "Your assessment"
	if party == byLead {
		yours = "An assessment by you"
	}
	switch {
	case a.State == Open, a.State == SelfDone && party == byLead, a.State == LeadDone && party == bySelf:
		return yours + " is open."
	case a.State == BothDone && !(party == bySelf && a.AgreedSelf || party == byLead && a.AgreedLead):
		return yours + " is open to both of you: talk it through and agree."
	case a.State == Disputed:
		return yours + " is disputed."
	}
	return ""
}
