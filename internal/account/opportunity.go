package account

import (
	"context"

	"throughline/internal/clock"
	"throughline/internal/id"
	"throughline/internal/journal"
	"throughline/internal/problem"
)

// Opportunity is one deal. Name, amount, stage, close date and owner are the CRM's; prefix,
// people on our side, go-live, signature and outcome are ours.
type Opportunity struct {
	journal.Row
	Account    string     `db:"account" json:"account"`
	Name       string     `db:"name" json:"name"`
	Prefix     string     `db:"prefix" json:"key"` // begins every requirement's key: NWF-12
	Type       string     `db:"type" json:"type"`
	BeginsFrom string     `db:"begins_from" json:"begins_from"` // the opportunity a renewal or expansion continues
	Stage      string     `db:"stage" json:"stage"`             // the CRM's own word
	CRMState   string     `db:"crm_state" json:"crm_state"`     // what that word means to the CRM: open, won, lost; a proposal to us
	Phase      Phase      `db:"phase" json:"phase"`
	Why        string     `db:"why" json:"why"` // for a deal that ended: the reason, in words
	Amount     Money      `db:"amount,json" json:"amount"`
	CloseOn    clock.Date `db:"close_on" json:"close_on"`
	SignedOn   clock.Date `db:"signed_on" json:"signed_on"`   // the signature, an act of ours
	GoLiveOn   clock.Date `db:"go_live_on" json:"go_live_on"` // as planned
	AE         string     `db:"ae" json:"ae"`                 // persons' ids
	SE         string     `db:"se" json:"se"`
	SA         string     `db:"sa" json:"sa"`
	Runs       string     `db:"runs" json:"runs"` // who runs it once it is live; empty while nobody is named
	Products   []string   `db:"products,json" json:"products"`
	Standard   bool       `db:"standard" json:"standard"` // a standard product: no design work is owed
	NextStep   string     `db:"next_step" json:"next_step"`
	NextBy     string     `db:"next_by" json:"next_by"` // who takes it: a person's id
	NextOn     clock.Date `db:"next_on" json:"next_on"`
	Owner      string     `db:"owner_text" json:"owner"` // as the CRM names the owner
	Source     string     `db:"source" json:"source"`
	ExternalID string     `db:"external_id" json:"external_id"`
	Archived   bool       `db:"archived" json:"archived"`
}

// Phase is how a deal stands with us, whatever the CRM calls its stage.
type Phase string

// The phases.
const (
	Open         Phase = "open"
	Won          Phase = "won"
	Lost         Phase = "lost"
	Disqualified Phase = "disqualified"
	Withdrawn    Phase = "withdrawn"
)

// Over says whether the deal ended without a signature; such a deal counts no breaks.
func (p Phase) Over() bool { return p == Lost || p == Disqualified || p == Withdrawn }

// Money is an amount in hundredths of a currency. A missing amount is unknown, never 0.
type Money struct {
	Known    bool   `json:"known"`
	Minor    int64  `json:"minor"`    // hundredths
	Currency string `json:"currency"` // as in EUR; may be unknown
}

// Types of opportunity. Another word of the CRM is kept as it is.
var Types = []string{"new", "renewal", "expansion"}

var opportunityKind = journal.Declare[Opportunity]("opportunity", "opportunity")

var (
	dealByExternal = journal.Where[Opportunity](opportunityKind, "source = $2 AND external_id = $3 AND external_id <> ''")
	dealByPrefix   = journal.Where[Opportunity](opportunityKind, "prefix = $2")
	dealByName     = journal.Where[Opportunity](opportunityKind, "name = $2 ORDER BY id LIMIT 2")
	dealByAnyID    = journal.Where[Opportunity](opportunityKind, "external_id = $2 AND external_id <> '' ORDER BY id LIMIT 2")
	dealByShortID  = journal.Where[Opportunity](opportunityKind, "length(external_id) = 18 AND substr(external_id, 1, 15) = $2 ORDER BY id LIMIT 2")
	dealsOfAccount = journal.Where[Opportunity](opportunityKind, "account = $2 ORDER BY id")
	proposedWon    = journal.Where[Opportunity](opportunityKind, `phase = 'open' AND crm_state = 'won' AND signed_on = '' AND archived = FALSE
		AND (ae = $2 OR se = $2 OR sa = $2) ORDER BY close_on, id LIMIT 50`)
)

// AddOpportunity makes a deal, with a prefix made from its account's name.
func AddOpportunity(ctx context.Context, tx *journal.Tx, o *Opportunity, accountName string) error {
	return (&Prefixes{}).Add(ctx, tx, o, accountName)
}

// Add makes a deal, as AddOpportunity does; many deals of one act share the Prefixes.
func (p *Prefixes) Add(ctx context.Context, tx *journal.Tx, o *Opportunity, accountName string) error {
	var c problem.Check
	c.Text("name", o.Name, 300)
	c.Text("account", o.Account, 40)
	if o.Phase == "" {
		o.Phase = Open
	}
	if o.Type == "" {
		o.Type = "new"
	}
	if err := c.Err(); err != nil {
		return err
	}
	if o.ID == "" {
		o.ID = id.New(ctx)
	}
	o.Deal = o.ID
	prefix, err := p.Free(ctx, tx.Reader, accountName)
	if err != nil {
		return err
	}
	o.Prefix = prefix
	return journal.Insert(ctx, tx, o)
}

// DealByExternal finds a deal by its CRM's id.
func DealByExternal(ctx context.Context, r *journal.Reader, source, id string) (Opportunity, bool, error) {
	return dealByExternal.One(ctx, r, source, id)
}

// DealsOf lists an account's deals.
func DealsOf(ctx context.Context, r *journal.Reader, account string) ([]Opportunity, error) {
	return dealsOfAccount.List(ctx, r, account)
}

// ProposedWon lists a person's deals that the CRM calls won and nobody has signed here.
func ProposedWon(ctx context.Context, r *journal.Reader, person string) ([]Opportunity, error) {
	return proposedWon.List(ctx, r, person)
}

// Find gives the deal that a person names by prefix, CRM id or exact name.
func Find(ctx context.Context, r *journal.Reader, name string) (Opportunity, error) {
	if o, ok, err := dealByPrefix.One(ctx, r, name); ok || err != nil {
		return o, err
	}
	queries := []journal.Query[Opportunity]{dealByAnyID, dealByName}
	if len(name) == 15 { // Salesforce's reports write its ids without the three letters that the others add
		queries = append(queries, dealByShortID)
	}
	for _, q := range queries {
		all, err := q.List(ctx, r, name)
		if err != nil {
			return Opportunity{}, err
		}
		if len(all) == 2 {
			return Opportunity{}, problem.Refuse("More than one deal is called %q. Name it by its prefix.", name)
		}
		if len(all) == 1 {
			return all[0], nil
		}
	}
	return Opportunity{}, problem.New(problem.Missing, "There is no deal %q here. Name it by its prefix (NWF), its CRM id or its exact name.", name)
}

// Deal loads the deal inside an act and keeps other writers of it waiting.
func Deal(ctx context.Context, tx *journal.Tx, id string) (Opportunity, error) {
	if err := tx.Lock(ctx, id); err != nil {
		return Opportunity{}, err
	}
	return journal.Load[Opportunity](ctx, tx, id)
}

// ByPrefix loads the deal of a prefix.
func ByPrefix(ctx context.Context, r *journal.Reader, prefix string) (Opportunity, error) {
	o, ok, err := dealByPrefix.One(ctx, r, prefix)
	if err == nil && !ok {
		err = problem.NotFound("deal", prefix)
	}
	return o, err
}
