package intake

import (
	"context"
	"errors"

	"throughline/internal/account"
	"throughline/internal/exchange/crm"
	"throughline/internal/journal"
	"throughline/internal/problem"
	"throughline/internal/store"
)

// row is one record on its way in.
type row struct {
	file    *opened
	rec     crm.Record
	account *heldAccount
}

// plan is what a batch of rows comes to.
type plan struct {
	*taking
	ctx      context.Context // for the ids of what is made
	atHand   *atHand
	accounts []*heldAccount // in the order in which they were met
	contacts []*heldContact
	deals    []*heldDeal
	lines    []Line
	lineOf   []*heldDeal // the deal of each line, nil for other rows
	notes    []note
	parents  []childOf
}

// note is a refusal or a warning that counts only once the plan is carried out.
type note struct {
	file                  *opened
	line                  int
	column, value, reason string
	refused               bool
}

func (p *plan) refuse(r row, column, value, reason string) {
	p.notes = append(p.notes, note{r.file, r.rec.Line, r.file.File.Map.Columns[crm.Field(column)], value, reason, true})
}

func (p *plan) warn(r row, column, value, reason string) {
	p.notes = append(p.notes, note{r.file, r.rec.Line, r.file.File.Map.Columns[crm.Field(column)], value, reason, false})
}

// errNothing ends a write that turned out to have nothing to do.
var errNothing = errors.New("nothing to write")

// tries is how often a batch is planned anew when someone else wrote what it stands on.
const tries = 5

// batch takes some rows in as one act. It is planned from what readers see; only if that holds
// something to write is a transaction opened, which keeps other imports waiting and plans again.
// After a batch that wrote, the next is expected to.
func (t *taking) batch(ctx context.Context, rows []row) (err error) {
	var p *plan
	if t.options.Dry || !t.wrote {
		if p, err = t.plan(ctx, t.j.Reader(t.who.Workspace), rows); err != nil {
			return err
		}
	}
	if !t.options.Dry && (t.wrote || p.writes()) {
		if p, err = t.write(ctx, rows); err != nil {
			return err
		}
		t.wrote = p.writes()
	}
	t.conclude(p)
	if err := t.grown(ctx); err != nil {
		return err
	}
	if t.done += len(rows); t.options.Progress != nil {
		t.options.Progress(Progress{File: rows[0].file.read.Name, Done: t.done, Rows: t.rows})
	}
	return nil
}

// grown has the database look at its tables again after 2, 8, 32 … acts.
func (t *taking) grown(ctx context.Context) error {
	if n := len(t.report.Acts); n < t.look {
		return nil
	}
	t.look *= 4
	return t.j.DB.Analyze(ctx, "account", "contact", "opportunity", "seal_key", "tally", "journal")
}

func (t *taking) write(ctx context.Context, rows []row) (p *plan, err error) {
	for try := 1; ; try++ {
		receipt, err := t.j.Write(ctx, t.who, "import.crm", func(ctx context.Context, tx *journal.Tx) error {
			if err := tx.Derive(ctx, takeTurn, tx.Workspace); err != nil {
				return err
			}
			if p, err = t.plan(ctx, tx.Reader, rows); err != nil {
				return err
			}
			if !p.writes() {
				return errNothing
			}
			return p.carryOut(ctx, tx)
		})
		switch {
		case err == nil:
			t.report.Acts = append(t.report.Acts, receipt.Act)
			return p, nil
		case errors.Is(err, errNothing):
			return p, nil
		case try == tries || problem.Of(err) != problem.Stale && !store.IsDuplicate(err):
			return nil, err
		}
		t.prefix = &account.Prefixes{} // someone else may have taken one that it holds to be free
	}
}

// plan finds what each row is about and what it changes, and writes nothing.
func (t *taking) plan(ctx context.Context, r *journal.Reader, rows []row) (*plan, error) {
	p := &plan{taking: t, ctx: ctx, atHand: t.atHand}
	if p.atHand == nil {
		p.atHand = newAtHand()
	}
	if t.options.Dry {
		t.atHand = p.atHand
	}
	if err := p.atHand.fetchAccounts(ctx, r, rows); err != nil {
		return nil, err
	}
	for i := range rows {
		p.takeAccounts(&rows[i])
	}
	if err := p.atHand.fetchOthers(ctx, r, rows); err != nil {
		return nil, err
	}
	for i := range rows {
		if rows[i].account != nil {
			p.takeRow(rows[i])
		}
	}
	return p, nil
}

func (p *plan) takeRow(r row) {
	held := make([]*heldContact, 0, len(r.rec.Contacts))
	for _, c := range r.rec.Contacts {
		if k := p.takeContact(r, c); k != nil {
			held = append(held, k)
		}
	}
	line := Line{File: r.file.read.Name, Line: r.rec.Line, Account: r.account.Name, State: r.account.state()}
	switch {
	case r.rec.Opportunity != nil:
		d := p.takeDeal(r, held)
		if d == nil {
			return
		}
		line.Name, line.State, line.Changes = d.Name, d.state(), d.changes
		p.lineOf = append(p.lineOf, d)
	case r.rec.Object == crm.Contacts:
		if len(held) == 0 {
			return
		}
		line.State = held[0].state()
		p.lineOf = append(p.lineOf, nil)
	default:
		p.lineOf = append(p.lineOf, nil)
	}
	p.lines = append(p.lines, line)
}

func (p *plan) writes() bool {
	for _, a := range p.accounts {
		if a.made || a.changed {
			return true
		}
	}
	for _, k := range p.contacts {
		if k.made || k.changed {
			return true
		}
	}
	for _, d := range p.deals {
		if d.made || d.changed {
			return true
		}
	}
	return false
}

// conclude counts what a plan came to.
func (t *taking) conclude(p *plan) {
	for _, a := range p.accounts {
		t.tally.count(&t.report.Result, accounts, a.ID, a.state())
	}
	for _, k := range p.contacts {
		t.tally.count(&t.report.Result, contacts, k.ID, k.state())
	}
	for _, d := range p.deals {
		t.tally.count(&t.report.Result, opportunities, d.ID, d.state())
	}
	for i, l := range p.lines {
		if d := p.lineOf[i]; d != nil {
			l.Key = d.Prefix
		}
		t.report.show(l, t.room)
	}
	for _, n := range p.notes {
		if n.refused {
			n.file.refuse(n.line, n.column, n.value, n.reason)
		} else {
			n.file.warn(n.line, n.column, n.value, n.reason)
		}
	}
	t.parents = append(t.parents, p.parents...)
	p.settle(t.onlyDealFile())
}

// settle makes what is at hand of a dry run ready for the next batch: what was made or changed is as
// if it were kept. Deals that cannot come again are forgotten.
func (p *plan) settle(forget bool) {
	for _, a := range p.accounts {
		a.met, a.held = false, held{}
	}
	for _, k := range p.contacts {
		k.met, k.held = false, held{}
	}
	for _, d := range p.deals {
		d.met, d.held, d.holders, d.changes = false, held{}, nil, nil
		if forget && d.ExternalID != "" {
			delete(p.atHand.dealByID, d.ID)
			delete(p.atHand.deal, key(d.Source, d.ExternalID))
			delete(p.atHand.dealOf, key(d.Account, d.Name))
		}
	}
}

// onlyDealFile says whether the deals of one file only are taken in: its reader refuses the
// second row of an id, so a dry run need not remember them.
func (t *taking) onlyDealFile() bool {
	n := 0
	for _, f := range t.files {
		if f.read.Object == crm.Opportunities {
			n++
		}
	}
	return n < 2
}

// carryOut writes the plan: accounts, contacts, deals, and who stands where.
func (p *plan) carryOut(ctx context.Context, tx *journal.Tx) error {
	for _, a := range p.accounts {
		if err := put(ctx, tx, &a.Account, a.made, a.changed); err != nil {
			return err
		}
	}
	for _, k := range p.contacts {
		if err := put(ctx, tx, &k.Contact, k.made, k.changed); err != nil {
			return err
		}
	}
	for _, d := range p.deals {
		if d.made {
			if err := p.prefix.Add(ctx, tx, &d.Opportunity, d.prefixOf); err != nil {
				return err
			}
		} else if err := put(ctx, tx, &d.Opportunity, false, d.changed); err != nil {
			return err
		}
		for _, contact := range d.holders {
			s := account.Stakeholder{Contact: contact}
			s.Deal = d.ID
			if err := journal.Insert(ctx, tx, &s); err != nil {
				return err
			}
		}
	}
	return nil
}

func put(ctx context.Context, tx *journal.Tx, thing journal.Thing, made, changed bool) error {
	switch {
	case made:
		return journal.Insert(ctx, tx, thing)
	case changed:
		return journal.Update(ctx, tx, thing)
	}
	return nil
}

// takeTurn keeps imports into one workspace one after the other, so that two of them do not
// make the same account.
var takeTurn = store.SQL(`INSERT INTO import_turn (workspace, taken) VALUES ($1, 1)
	ON CONFLICT (workspace) DO UPDATE SET taken = import_turn.taken + 1`)
