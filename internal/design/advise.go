package design

import (
	"context"
	"strings"

	"throughline/internal/account"
	"throughline/internal/journal"
	"throughline/internal/problem"
	"throughline/internal/thread"
)

// Advice is what a person says of one concern: what they advise, or why nothing is needed.
type Advice struct {
	Deal         string
	ID           string // for a change
	Revision     int64
	Name         string   `json:"name"` // one of Standard, or the deal's own
	Advice       string   `json:"advice"`
	Checked      string   `json:"checked"`
	Weeks        float64  `json:"weeks"`
	NotNeeded    string   `json:"not_needed"`
	Requirements []string `json:"requirements"` // ids of those it concerns
}

// mostWeeks is two years of work: more is a slip of the keyboard.
const mostWeeks = 104

// Validate says what cannot be taken.
func (in *Advice) Validate() error {
	in.Name = strings.ToLower(strings.Join(strings.Fields(in.Name), " "))
	var c problem.Check
	c.Text("name", in.Name, 80)
	c.Optional("advice", in.Advice, 8000)
	c.Optional("checked", in.Checked, 1000)
	c.Optional("not_needed", in.NotNeeded, 500)
	c.Fail(in.Weeks >= 0 && in.Weeks <= mostWeeks, "weeks", "Is %v; the work takes 0 to %d weeks.", in.Weeks, mostWeeks)
	c.Fail(in.Advice != "" || in.NotNeeded != "", "advice", "Write what you advise, or why this design needs nothing here.")
	c.Fail(in.Advice == "" || in.NotNeeded == "", "not_needed", "There is advice above, so something is needed. Leave one of the two empty.")
	c.Fail(in.NotNeeded == "" || in.Checked == "" && in.Weeks == 0, "not_needed", "What is not needed has neither a check nor weeks.")
	return c.Err()
}

// Advise takes down what is advised on a concern, new or changed. Each concern of a deal stands
// once.
func Advise(ctx context.Context, tx *journal.Tx, in Advice) (Concern, error) {
	if err := in.Validate(); err != nil {
		return Concern{}, err
	}
	k := Concern{Row: journal.Row{Deal: in.Deal}}
	if in.ID != "" {
		var err error
		if k, err = journal.Hold[Concern](ctx, tx, in.ID); err != nil {
			return k, err
		}
		if in.Revision != 0 {
			k.Revision = in.Revision
		}
	} else if _, err := account.Deal(ctx, tx, in.Deal); err != nil {
		return k, err
	}
	if err := once(ctx, tx, k, in.Name); err != nil {
		return k, err
	}
	k.Name, k.Advice, k.Checked, k.Weeks, k.NotNeeded = in.Name, strings.TrimSpace(in.Advice), in.Checked, in.Weeks, in.NotNeeded
	k.By, k.At = tx.Actor.Person, tx.Now()
	write := journal.Update
	if in.ID == "" {
		write = journal.Insert
	}
	if err := write(ctx, tx, &k); err != nil {
		return k, err
	}
	return k, thread.ConnectAll(ctx, tx, k.Deal, concernKind.Name, k.ID, thread.Trace, in.Requirements)
}

// once refuses a second concern of a name.
func once(ctx context.Context, tx *journal.Tx, k Concern, name string) error {
	all, err := journal.List[Concern](ctx, tx, k.Deal)
	for _, o := range all {
		if o.Name == name && o.ID != k.ID {
			return &problem.Error{Kind: problem.Invalid, What: "This concern stands already.", Fields: []problem.Field{{Name: "name", What: "Is advised on already. Edit that advice."}}}
		}
	}
	return err
}

// DropConcern takes a concern off the deal: a standard one is asked for again.
func DropConcern(ctx context.Context, tx *journal.Tx, id string, revision int64) error {
	k, err := journal.Hold[Concern](ctx, tx, id)
	if err != nil {
		return err
	}
	if revision != 0 {
		k.Revision = revision
	}
	if err := thread.ConnectAll(ctx, tx, k.Deal, concernKind.Name, k.ID, thread.Trace, nil); err != nil {
		return err
	}
	return journal.Delete(ctx, tx, &k)
}
