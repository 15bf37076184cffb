package results

import (
	"context"
	"fmt"
	"strings"

	"throughline/internal/account"
	"throughline/internal/area"
	"throughline/internal/clock"
	"throughline/internal/evaluation"
	"throughline/internal/journal"
	"throughline/internal/problem"
	"throughline/internal/table"
	"throughline/internal/thread"
)

// Runs is what was read from a results file, for one evaluation.
type Runs struct {
	Evaluation string `json:"evaluation"`
	Rows       []Run  `json:"-"`
}

// Imported says what came of it.
type Imported struct {
	Recorded  int           `json:"recorded"`
	Unchanged int           `json:"unchanged"` // runs that were recorded before
	Faults    []table.Fault `json:"errors"`
}

// Import records the runs of a file. A run that fits no criterion or cannot be compared
// is reported with its line and the others are kept; running it twice records nothing new.
func Import(ctx context.Context, tx *journal.Tx, in Runs) (Imported, error) {
	out := Imported{Faults: []table.Fault{}}
	e, err := journal.Hold[evaluation.Evaluation](ctx, tx, in.Evaluation)
	if err != nil {
		return out, err
	}
	m, err := newMatcher(ctx, tx, e)
	if err != nil {
		return out, err
	}
	for _, run := range in.Rows {
		c, why := m.criterion(run.Criterion)
		if why != "" {
			out.Faults = append(out.Faults, table.Fault{Line: run.Line, Column: "criterion", Value: table.Clip(run.Criterion), Reason: why})
			continue
		}
		n := m.result(c, run)
		if n.At, err = evaluation.Moment(ctx, tx, c, n); err != nil {
			return out, err
		}
		if m.had(c, n) {
			out.Unchanged++
			continue
		}
		r, err := evaluation.RecordResult(ctx, tx, n)
		if p := problem.As(err); p != nil && (p.Kind == problem.Invalid || p.Kind == problem.Refused || p.Kind == problem.Missing) {
			out.Faults = append(out.Faults, table.Fault{Line: run.Line, Reason: p.Error()})
			continue
		}
		if err != nil {
			return out, err
		}
		m.known = append(m.known, r)
		out.Recorded++
	}
	return out, nil
}

// matcher knows what a file's words mean in one evaluation.
type matcher struct {
	criteria []evaluation.Criterion
	known    []evaluation.Result
	keyOf    map[string]string // a requirement's id to its key
	people   map[string]string // a name, folded, to an id
	contacts map[string]bool
}

func newMatcher(ctx context.Context, tx *journal.Tx, e evaluation.Evaluation) (*matcher, error) {
	m := &matcher{keyOf: map[string]string{}, people: map[string]string{}, contacts: map[string]bool{}}
	var err error
	if m.criteria, err = evaluation.CriteriaOf(ctx, tx, e); err != nil {
		return nil, err
	}
	if m.known, err = journal.List[evaluation.Result](ctx, tx, e.Deal); err != nil {
		return nil, err
	}
	if err := m.keys(ctx, tx, e.Deal); err != nil {
		return nil, err
	}
	names, err := area.NamesIn(ctx, tx, e.Deal)
	if err != nil {
		return nil, err
	}
	for id, name := range names {
		key := fold(name)
		if had, twice := m.people[key]; twice && had != id {
			id = "" // two people of one name: the name is kept, nobody is guessed
		}
		m.people[key] = id
	}
	holders, err := journal.List[account.Stakeholder](ctx, tx, e.Deal)
	for _, h := range holders {
		m.contacts[h.Contact] = true
	}
	return m, err
}

func fold(s string) string { return strings.ToLower(strings.Join(strings.Fields(s), " ")) }

// criterion finds the one that a cell names; the reason says why none, or not one.
func (m *matcher) criterion(word string) (evaluation.Criterion, string) {
	var found []evaluation.Criterion
	for _, c := range m.criteria {
		if strings.EqualFold(word, c.Key()) {
			return c, ""
		}
		if fold(word) == fold(c.Statement) || m.keyOf[c.Requirement] != "" && strings.EqualFold(word, m.keyOf[c.Requirement]) {
			found = append(found, c)
		}
	}
	switch len(found) {
	case 1:
		return found[0], ""
	case 0:
		return evaluation.Criterion{}, "Names no criterion of this evaluation. Write its key, as C4."
	}
	return evaluation.Criterion{}, fmt.Sprintf("Names %d criteria. Write the key of one, as %s.", len(found), found[0].Key())
}

func (m *matcher) result(c evaluation.Criterion, run Run) evaluation.NewResult {
	n := evaluation.NewResult{Criterion: c.ID, Value: run.Value, Passed: run.Passed, Unit: run.Unit, At: run.At, On: run.On, Note: run.Note, Side: "ours"}
	if id := m.people[fold(run.By)]; id != "" && run.By != "" {
		n.By = id
	} else {
		n.ByName = run.By
	}
	if m.contacts[n.By] {
		n.Side = "customer"
	}
	return n
}

// had says whether the same run is recorded already.
func (m *matcher) had(c evaluation.Criterion, n evaluation.NewResult) bool {
	unit := n.Unit
	if unit == "" && c.Measure != nil {
		unit = c.Measure.Unit
	}
	for _, r := range m.known {
		if r.Criterion != c.ID || r.At != n.At || n.On == "" && n.At == (clock.Instant{}) {
			continue
		}
		if n.Value != nil && r.Value == *n.Value && r.Unit == unit || c.Measure == nil && n.Passed != nil && r.Passed == *n.Passed {
			return true
		}
	}
	return false
}

// keys learns the keys of a deal's requirements.
func (m *matcher) keys(ctx context.Context, src journal.Source, deal string) error {
	d, err := journal.Load[account.Opportunity](ctx, src, deal)
	if err != nil {
		return err
	}
	all, err := thread.Requirements(ctx, src, deal)
	for _, r := range all {
		m.keyOf[r.ID] = r.Key(d.Prefix)
	}
	return err
}
