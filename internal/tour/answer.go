package tour

import (
	"throughline/internal/answers"
	"throughline/internal/clock"
)

// reply is one question of the customer's with the written answer to it.
type reply struct {
	about, question, words string
	verdict                answers.Verdict
	standard               bool
	approver               string
	beyond                 string // how its words go beyond the standard product
	due                    clock.Date
	promise                string // the story's own word for the promise it makes
}

var replies = []reply{
	{about: "eu", question: "Where is shipment data kept, backups included, and who of your people sees it?", verdict: answers.Affirm, standard: true, approver: "jonas",
		words: "Shipment data and its backups are kept in Frankfurt and Dublin only. Support works from inside the EU, on masked copies."},
	{about: "no local accounts", question: "Are there accounts that do not come from our identity provider?", verdict: answers.Affirm, standard: true, approver: "jonas",
		words: "No. With SAML switched on, Relay holds no passwords, administrators included."},
	{about: "audit", question: "Is the trail of configuration changes kept for seven years?", verdict: answers.Affirm, approver: "jonas",
		words: "Yes. The trail is written with who, when, before and after, and exported each night to storage that Northwind owns, for 7 years."},
	{about: "retry", question: "For how long is a failed delivery tried again?", verdict: answers.Partly, approver: "jonas", due: "2026-07-31", promise: "retry",
		words: "Release 8.3 tries for 48 hours. From release 8.5, on 31 July 2026, it tries for 72 hours."},
	{about: "test environment", question: "Do we get a test environment with masked data, and where does it run?", verdict: answers.Affirm, standard: true, approver: "jonas",
		words: "Yes. Every subscription has a test environment in Frankfurt; masking is on when it is made."},
	{about: "season", question: "Can we be live before the peak season?", verdict: answers.Affirm, approver: "ines", beyond: "date", due: "2026-09-30", promise: "season",
		words: "With a signature by 15 June 2026, Northwind is live by 30 September 2026."},
}

// answer writes and approves what the customer asked in writing.
func (l *life) answer() {
	l.at("2026-04-14 09:00")
	for _, r := range replies {
		a := does(l, "mara", "answers.write", answers.Write, answers.Wording{Deal: l.deal.ID, Requirements: l.needs(r.about), Question: r.question,
			AskedBy: l.contact["priya"], Words: r.words, Verdict: r.verdict, Standard: r.standard, Approver: l.who[r.approver].Person, Evidence: "Questionnaire of 8 April"})
		does(l, r.approver, "answers.approve", answers.Approve, answers.Approval{ID: a.ID, Version: a.Version, Beyond: r.beyond, Due: r.due})
		if r.promise == "" {
			continue
		}
		l.promised[r.promise] = reads(l, findPromise(r.words))
		l.say("%s to %s goes beyond the product of today, so it is a promise: %s", a.Key(), l.key(r.about), r.words)
	}
	l.say("%d answers written and approved", len(replies))
}
