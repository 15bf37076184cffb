package area

import (
	"context"

	"throughline/internal/account"
	"throughline/internal/auth"
	"throughline/internal/clock"
	"throughline/internal/journal"
	"throughline/internal/thread"
)

// core is what the floors below the areas give to the house, in the same form.
var core = Area{
	Name: "thread",
	Acts: map[string]string{
		"workspace.found": "founded the workspace", "workspace.edit": "changed the settings", "person.add": "added a person", "person.edit": "changed a person",
		"person.prefer": "changed how pages look", "token.issue": "made an API token", "token.revoke": "ended an API token",
		"import.crm": "imported from the CRM", "account.add": "added an account", "account.merge": "merged accounts", "account.edit": "edited an account",
		"contact.add": "added a contact", "contact.edit": "edited a contact", "contact.erase": "erased a person",
		"deal.add": "added a deal", "deal.edit": "edited the deal", "deal.archive": "archived the deal", "deal.delete": "deleted the deal",
		"deal.lose": "marked the deal lost", "deal.reopen": "reopened the deal",
		"stakeholder.add": "added a stakeholder", "stakeholder.edit": "edited a stakeholder", "stakeholder.remove": "took a stakeholder off the deal",
		"requirement.add": "recorded a requirement", "requirement.edit": "edited a requirement", "requirement.split": "split a requirement",
		"requirement.merge": "merged requirements", "requirement.withdraw": "withdrew a requirement", "requirement.reinstate": "reinstated a requirement",
		"requirement.owe": "changed what is owed", "requirement.date": "changed a date", "requirement.feasible": "marked feasibility", "requirement.bulk": "edited several requirements",
		"promise.give": "recorded a promise", "promise.settle": "settled a promise", "question.ask": "asked a question", "question.answer": "answered a question",
		"undo": "undid an act",
	},
	Final: []string{"contact.erase", "deal.delete"},
	Describe: map[string]func(ctx context.Context, src journal.Source, id string) (Card, error){
		"requirement": describeRequirement, "promise": describePromise, "opportunity": describeDeal, "person": describePerson, "contact": describeContact,
		"account": describeAccount, "quote": describeQuote, "question": describeQuestion,
	},
	Inbox: questionsFor,
	Words: map[string][]string{
		"account": {"name", "domain", "industry"}, "contact": {"name", "email"}, "opportunity": {"name", "prefix", "external_id", "next_step", "why"}, "person": {"name", "email", "title"},
		"requirement": {"statement", "grouping_name", "product", "withdrawn"}, "quote": {"words"},
		"promise": {"words", "new_words", "where_said", "proof", "why"}, "question": {"words", "answer", "said"},
	},
}

func describeRequirement(ctx context.Context, src journal.Source, id string) (Card, error) {
	r, err := journal.Load[thread.Requirement](ctx, src, id)
	if err != nil {
		return Card{}, err
	}
	d, err := journal.Load[account.Opportunity](ctx, src, r.Deal)
	key := r.Key(d.Prefix)
	return Card{Kind: "requirement", ID: id, Deal: r.Deal, Key: key, Title: r.Statement, Path: "requirements/" + key}, err
}

func describePromise(ctx context.Context, src journal.Source, id string) (Card, error) {
	p, err := journal.Load[thread.Promise](ctx, src, id)
	return Card{Kind: "promise", ID: id, Deal: p.Deal, Title: p.Words.String(), Path: "promises/" + id}, err
}

func describeDeal(ctx context.Context, src journal.Source, id string) (Card, error) {
	d, err := journal.Load[account.Opportunity](ctx, src, id)
	return Card{Kind: "opportunity", ID: id, Deal: id, Key: d.Prefix, Title: d.Name}, err
}

func describePerson(ctx context.Context, src journal.Source, id string) (Card, error) {
	p, err := journal.Load[auth.Person](ctx, src, id)
	return Card{Kind: "person", ID: id, Title: p.Name}, err
}

func describeContact(ctx context.Context, src journal.Source, id string) (Card, error) {
	c, err := journal.Load[account.Contact](ctx, src, id)
	return Card{Kind: "contact", ID: id, Title: c.Name.String()}, err
}

// questionsFor lists the questions that wait for the person's answer.
func questionsFor(ctx context.Context, r *journal.Reader, person string, _ clock.Date) ([]Waiting, error) {
	open, err := thread.QuestionsFor(ctx, r, person)
	if err != nil {
		return nil, err
	}
	out := make([]Waiting, 0, len(open))
	for _, q := range open {
		out = append(out, Waiting{Deal: q.Deal, What: q.Words, Verb: "Answer", Path: "questions/" + q.ID, Since: clock.DateOf(q.AskedAt.Time())})
	}
	return out, nil
}
