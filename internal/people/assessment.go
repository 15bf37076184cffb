package people

import (
	"context"
	"slices"

	"throughline/internal/clock"
	"throughline/internal/journal"
	"throughline/internal/people/guide"
	"throughline/internal/people/skill"
	"throughline/internal/problem"
	"throughline/internal/seal"
)

// Assessment is one person's skills over a period, judged by themselves and by their lead. What
// each wrote is sealed until both have finished; one act opens both.
type Assessment struct {
	journal.Row
	Person     string     `db:"person" json:"person"`
	Lead       string     `db:"lead" json:"lead"`
	From       clock.Date `db:"from_on" json:"from"`
	Until      clock.Date `db:"until_on" json:"until"`
	State      State      `db:"state" json:"state"`
	Kept       seal.Text  `db:"talk" json:"-"` // what was talked through and the values put, sealed
	AgreedSelf bool       `db:"agreed_self" json:"agreed_self"`
	AgreedLead bool       `db:"agreed_lead" json:"agreed_lead"`
	// Skills are those of the guide that was in force when it began: it is about them whatever the
	// guide says later.
	Skills []guide.Skill `db:"skills,json" json:"skills"`
}

// State is how far an assessment is.
type State string

// The states.
const (
	Open      State = "open"
	SelfDone  State = "self_done"
	LeadDone  State = "lead_done"
	BothDone  State = "both_done"
	Agreed    State = "agreed"
	Disputed  State = "disputed"
	Closed    State = "closed"
	Cancelled State = "cancelled"
)

// Sealed says whether each still sees their own rows only.
func (s State) Sealed() bool { return s == Open || s == SelfDone || s == LeadDone }

var assessmentKind = journal.Declare[Assessment]("assessment", "assessment")

// rows are what one party wrote. Only this package can read them.
type rows struct {
	journal.Row
	Assessment string    `db:"assessment"`
	Party      string    `db:"party"`
	Ratings    seal.Text `db:"ratings"` // under a key of their own, which goes with the person's
}

var rowsKind = journal.Declare[rows]("assessment rows", "assessment_rows")

var (
	assessmentsOf = journal.Where[Assessment](assessmentKind, "deal = '' AND person = $2 ORDER BY from_on DESC, id DESC")
	assessmentsBy = journal.Where[Assessment](assessmentKind, "deal = '' AND lead = $2 ORDER BY until_on, id")
	rowsOf        = journal.Where[rows](rowsKind, "assessment = $2 ORDER BY party")
)

// The parties.
const (
	bySelf = "self"
	byLead = "lead"
)

// Talk is what both said of one skill.
type Talk struct {
	Skill string `json:"skill"`
	Words string `json:"words"`
	By    string `json:"by"`
}

// talked is what is kept of the talk, sealed.
type talked struct {
	Talks   []Talk        `json:"talks"`
	Ratings skill.Ratings `json:"ratings"` // the values put
	Why     string        `json:"why"`     // of a dispute or an end
}

// party is what the actor is to the assessment; a problem to anybody else, who does not see it.
func (a *Assessment) party(person string) (string, error) {
	switch person {
	case a.Person:
		return bySelf, nil
	case a.Lead:
		return byLead, nil
	}
	return "", absent(a.ID)
}

// rowsBy are one party's rows; one without an id where nothing was written.
func rowsBy(ctx context.Context, r *journal.Reader, assessment, party string) (rows, error) {
	all, err := rowsOf.List(ctx, r, assessment)
	for _, one := range all {
		if one.Party == party {
			return one, err
		}
	}
	return rows{Assessment: assessment, Party: party}, err
}

// held loads an assessment to change it, with what the actor is to it.
func held(ctx context.Context, tx *journal.Tx, id string, revision int64, states ...State) (Assessment, string, error) {
	a, err := journal.Load[Assessment](ctx, tx, id)
	if err != nil {
		return a, "", problemOf(err, id)
	}
	party, err := a.party(tx.Actor.Person)
	if err != nil {
		return a, "", err
	}
	if !slices.Contains(states, a.State) {
		return a, "", problem.Refuse("This assessment is %s. That is not done with it now.", a.State.Words())
	}
	if revision != 0 {
		a.Revision = revision // Update refuses when another came between
	}
	return a, party, nil
}

// problemOf makes what is not there read the same as what may not be seen.
func problemOf(err error, id string) error {
	if problem.Of(err) == problem.Missing {
		return absent(id)
	}
	return err
}

// Words is the state as people read it.
func (s State) Words() string {
	switch s {
	case SelfDone:
		return "finished by the person"
	case LeadDone:
		return "finished by the lead"
	case BothDone:
		return "open to both, to be talked through"
	}
	return string(s)
}

// about are the skills that the assessment is of. Those that began before workspaces kept guides
// of their own are of the shipped one's.
func (a *Assessment) about() []guide.Skill {
	if len(a.Skills) == 0 {
		return guide.Shipped().Skills
	}
	return a.Skills
}
