package engagement

import (
	"context"
	"fmt"
	"sort"

	"throughline/internal/account"
	"throughline/internal/area"
	"throughline/internal/clock"
	"throughline/internal/journal"
	"throughline/internal/language"
	"throughline/internal/problem"
	"throughline/internal/thread"
)

// Request asks for an SA on a deal: for one workstream, with the reason, about the whole deal, a
// requirement or a question. It waits until somebody is named or it is declined.
type Request struct {
	journal.Row
	Number      int           `db:"number" json:"number"` // R1 in its deal
	Requirement string        `db:"requirement" json:"requirement"`
	Question    string        `db:"question" json:"question"`
	Workstream  string        `db:"workstream" json:"workstream"`
	Reason      string        `db:"reason" json:"reason"`
	Hours       int           `db:"hours" json:"hours"` // a week; 0 where nobody said
	From        clock.Date    `db:"from_on" json:"from"`
	Until       clock.Date    `db:"until_on" json:"until"`
	Zone        string        `db:"zone" json:"zone"`         // of the customer's people
	Language    string        `db:"language" json:"language"` // that whoever takes it has to speak; empty for any
	State       State         `db:"state" json:"state"`
	AskedBy     string        `db:"asked_by" json:"asked_by"`
	AskedAt     clock.Instant `db:"asked_at" json:"asked_at"`
	Person      string        `db:"person" json:"person"`         // who takes it
	Answer      string        `db:"answer" json:"answer"`         // why it was declined or withdrawn, or what came of it
	DecidedBy   string        `db:"decided_by" json:"decided_by"` // who named the person, declined or ended it
	DecidedAt   clock.Instant `db:"decided_at" json:"decided_at"`
}

// State is how far a request is.
type State string

// The states.
const (
	Asked     State = "asked"
	Taken     State = "taken"
	Declined  State = "declined"
	Withdrawn State = "withdrawn"
	Done      State = "done"
)

// Workstreams are the ones that are offered; a company may write another.
var Workstreams = []string{"technical deep dive", "architecture review", "security assessment", "integration", "data migration", "sizing", "deployment plan"}

var requestKind = journal.Declare[Request]("sa_request", "sa_request")

// Key is the request's name in its deal.
func (r Request) Key() string { return fmt.Sprintf("R%d", r.Number) }

// Open says whether somebody still has to answer.
func (r Request) Open() bool { return r.State == Asked }

// Requests are a deal's requests by number.
func Requests(ctx context.Context, src journal.Source, deal string) ([]Request, error) {
	all, err := journal.List[Request](ctx, src, deal)
	sort.Slice(all, func(i, j int) bool { return all[i].Number < all[j].Number })
	return all, err
}

// Ask is a request as a person writes it.
type Ask struct {
	Deal        string
	Requirement string     `json:"requirement"`
	Question    string     `json:"question"`
	Workstream  string     `json:"workstream"`
	Reason      string     `json:"reason"`
	Hours       int        `json:"hours"`
	From        clock.Date `json:"from"`
	Until       clock.Date `json:"until"`
	Zone        string     `json:"zone"`
	Language    string     `json:"language"`
}

// mostHours is a week's.
const mostHours = 168

// Validate says what cannot be taken.
func (in *Ask) Validate(today clock.Date) error {
	var c problem.Check
	c.Text("workstream", in.Workstream, 120)
	c.Text("reason", in.Reason, 1000)
	c.Fail(in.Hours >= 0 && in.Hours <= mostHours, "hours", "A week has 0 to %d hours.", mostHours)
	c.Fail(in.From == "" || in.Until == "" || in.From <= in.Until, "until", "It ends before it begins.")
	c.Fail(in.Until == "" || in.Until >= today, "until", "This lies in the past. Ask for weeks to come.")
	if name, ok := language.Find(in.Language); ok {
		in.Language = name
	} else {
		c.Fail(in.Language == "", "language", "%q is no language that is known here: write it in English, or as its code of two letters.", area.Clip(in.Language))
	}
	c.Fail(in.Requirement == "" || in.Question == "", "question", "Ask about a requirement or about a question, not both.")
	return c.Err()
}

// RequestSA asks for an SA.
func RequestSA(ctx context.Context, tx *journal.Tx, in Ask) (Request, error) {
	day, err := account.Today(ctx, tx)
	if err != nil {
		return Request{}, err
	}
	if err := in.Validate(day); err != nil {
		return Request{}, err
	}
	d, err := account.Deal(ctx, tx, in.Deal)
	if err != nil {
		return Request{}, err
	}
	if d.Phase.Over() {
		return Request{}, problem.Refuse("This deal is over. Reopen it before you ask for anybody.")
	}
	if err := belongs(ctx, tx, in); err != nil {
		return Request{}, err
	}
	all, err := Requests(ctx, tx, in.Deal)
	if err != nil {
		return Request{}, err
	}
	r := Request{Row: journal.Row{Deal: in.Deal}, Number: 1, Requirement: in.Requirement, Question: in.Question, Workstream: in.Workstream, Reason: in.Reason,
		Hours: in.Hours, From: in.From, Until: in.Until, Zone: in.Zone, Language: in.Language, State: Asked, AskedBy: tx.Actor.Person, AskedAt: tx.Now()}
	if len(all) > 0 {
		r.Number = all[len(all)-1].Number + 1
	}
	return r, journal.Insert(ctx, tx, &r)
}

// belongs looks whether what is asked about is the deal's own.
func belongs(ctx context.Context, tx *journal.Tx, in Ask) error {
	if in.Requirement != "" {
		r, err := journal.Load[thread.Requirement](ctx, tx, in.Requirement)
		if err != nil || r.Deal != in.Deal {
			return problem.NotFound("requirement", in.Requirement)
		}
	}
	if in.Question != "" {
		q, err := journal.Load[thread.Question](ctx, tx, in.Question)
		if err != nil || q.Deal != in.Deal {
			return problem.NotFound("question", in.Question)
		}
	}
	return nil
}
