package evaluation

import (
	"context"
	"fmt"

	"throughline/internal/account"
	"throughline/internal/blob"
	"throughline/internal/clock"
	"throughline/internal/journal"
	"throughline/internal/problem"
	"throughline/internal/seal"
	"throughline/internal/thread"
)

// NewSignOff is what a person records of a stakeholder's written word.
type NewSignOff struct {
	Deal      string
	Contact   string        `json:"contact"`
	Decision  string        `json:"decision"`
	Proof     string        `json:"proof"` // 'reply of 11 April 09:12', where no file is
	ProofFile *blob.File    `json:"proof_file"`
	Words     string        `json:"words"`
	At        clock.Instant `json:"at"` // when they signed; empty for now
	Items     []NewItem     `json:"items"`
	// Agreed is the text that they agreed to themselves, by a link; its hash stands for the proof.
	Agreed string `json:"-"`
}

// NewItem is one wording of the list, as it was shown to who signed.
type NewItem struct {
	Requirement string     `json:"requirement"`
	Wording     string     `json:"wording"`
	Meaning     int        `json:"meaning"` // the counter shown with it; 0 where the wording alone is known
	Caveat      string     `json:"caveat"`  // their words, where they agree on a condition
	CaveatDue   clock.Date `json:"caveat_due"`
}

// longestList is more requirements than one letter names.
const longestList = 2000

// Validate says what cannot be taken.
func (in *NewSignOff) Validate(now clock.Instant) error {
	var c problem.Check
	c.Text("contact", in.Contact, 40)
	c.OneOf("decision", in.Decision, Agreement, Caveated, Refusal)
	c.Optional("words", in.Words, 4000)
	c.Optional("proof", in.Proof, 500)
	c.Fail(in.Proof != "" || in.ProofFile != nil, "proof", "A sign-off is in writing. Upload the mail or letter, or say where the reply is to be found.")
	c.Fail(in.ProofFile == nil || len(in.ProofFile.Hash) == 64, "proof", "Upload the file first.")
	c.Fail(!in.At.After(now), "at", "Is still to come.")
	c.Fail(len(in.Items) > 0 && len(in.Items) <= longestList, "items", "Say which wordings it is about: 1 to %d.", longestList)
	caveats, seen := 0, map[string]bool{}
	for i, it := range in.Items {
		c.Fail(!seen[it.Requirement], fmt.Sprintf("items.%d.requirement", i), "Stands twice in the list.")
		seen[it.Requirement] = true
		c.Optional(fmt.Sprintf("items.%d.caveat", i), it.Caveat, 2000)
		c.Fail(it.CaveatDue == "" || it.Caveat != "", fmt.Sprintf("items.%d.caveat", i), "Has a date and no words.")
		if it.Caveat != "" {
			caveats++
		}
	}
	c.Fail(in.Decision != Caveated || caveats > 0, "items", "Write the caveat beside the wording it is about.")
	c.Fail(in.Decision == Caveated || caveats == 0, "decision", "There is a caveat, so it is %q.", Caveated)
	return c.Err()
}

// Sign records a stakeholder's agreement to the exact wordings shown, item by item, or their
// refusal. It is refused for who is no stakeholder of the deal, and stale when a wording has
// changed since it was shown. A caveat is a promise: it was the price of the signature, so it
// must survive the handoff; its words are the signer's and kept under their key.
func Sign(ctx context.Context, tx *journal.Tx, in NewSignOff) (SignOff, error) {
	if err := in.Validate(tx.Now()); err != nil {
		return SignOff{}, err
	}
	if _, err := account.Deal(ctx, tx, in.Deal); err != nil {
		return SignOff{}, err
	}
	holder, err := account.StakeholderOf(ctx, tx, in.Deal, in.Contact)
	if err != nil {
		return SignOff{}, err
	}
	s := SignOff{Row: journal.Row{Deal: in.Deal}, Contact: in.Contact, Decides: holder.Decides, Decision: in.Decision, Words: seal.New(in.Contact, in.Words),
		At: firstOf(in.At, tx.Now()), RecordedBy: tx.Actor.Person}
	s.prove(in)
	if s.Items, err = items(ctx, tx, in); err != nil {
		return s, err
	}
	if err := journal.Insert(ctx, tx, &s); err != nil {
		return s, err
	}
	if err := s.caveats(ctx, tx, in); err != nil {
		return s, err
	}
	ids := make([]string, 0, len(s.Items))
	for _, it := range s.Items {
		ids = append(ids, it.Requirement)
	}
	return s, thread.ConnectAll(ctx, tx, in.Deal, signOffKind.Name, s.ID, thread.Trace, ids)
}

// prove keeps what shows that it is in writing, and a hash that stays when the words are erased.
func (s *SignOff) prove(in NewSignOff) {
	words := in.Proof
	switch f := in.ProofFile; {
	case f != nil:
		s.ProofHash, s.ProofSize = f.Hash, f.Size
		if words == "" {
			words = f.Name
		}
	case in.Agreed != "":
		s.ProofHash = thread.Hash(in.Agreed)
	default:
		s.ProofHash = thread.Hash(in.Proof)
	}
	s.Proof = seal.New(in.Contact, words)
}

// items compares each wording shown with the wording now.
func items(ctx context.Context, tx *journal.Tx, in NewSignOff) ([]Item, error) {
	all, err := thread.Requirements(ctx, tx, in.Deal)
	if err != nil {
		return nil, err
	}
	of := map[string]thread.Requirement{}
	for _, r := range all {
		of[r.ID] = r
	}
	out := make([]Item, 0, len(in.Items))
	for _, it := range in.Items {
		r, ok := of[it.Requirement]
		if !ok {
			return nil, problem.NotFound("requirement", it.Requirement)
		}
		now := Wording(r)
		switch {
		case r.Withdrawn != "":
			return nil, problem.Refuse("“%s” was withdrawn: %s. Take it off the list.", r.Statement, r.Withdrawn)
		case it.Wording != now, it.Meaning != 0 && it.Meaning != r.Meaning:
			return nil, &problem.Error{Kind: problem.Stale, Theirs: now, Yours: it.Wording,
				What: fmt.Sprintf("What was signed is not what is written now. Signed: “%s”. Now: “%s”. Have the present wording signed, or edit it back.", it.Wording, now)}
		}
		out = append(out, Item{Requirement: r.ID, Wording: now, Meaning: r.Meaning, Hash: thread.Hash(now)})
	}
	return out, nil
}

// caveats records each caveat as a promise owned by the signer.
func (s *SignOff) caveats(ctx context.Context, tx *journal.Tx, in NewSignOff) error {
	items, any := append([]Item{}, s.Items...), false
	for i, it := range in.Items {
		if it.Caveat == "" {
			continue
		}
		p, err := thread.Give(ctx, tx, thread.NewPromise{Deal: s.Deal, Requirement: it.Requirement, Words: it.Caveat, Owner: s.Contact, Sort: "caveat",
			ToContact: s.Contact, Where: "sign-off of " + string(clock.DateOf(s.At.Time())), FromKind: signOffKind.Name, FromID: s.ID, SaidAt: s.At, Due: it.CaveatDue})
		if err != nil {
			return err
		}
		items[i].Caveat, any = p.ID, true
	}
	if !any {
		return nil
	}
	s.Items = items
	return journal.Update(ctx, tx, s)
}

// Unsigning takes a sign-off back.
type Unsigning struct {
	ID       string
	Revision int64
	Why      string `json:"why"`
}

// WithdrawSignOff takes a sign-off back, with the reason: it stays readable and counts no
// more. Its caveats, the price of a signature that is gone, become void with that as proof.
func WithdrawSignOff(ctx context.Context, tx *journal.Tx, in Unsigning) error {
	var c problem.Check
	c.Text("why", in.Why, 500)
	if err := c.Err(); err != nil {
		return err
	}
	s, err := journal.Hold[SignOff](ctx, tx, in.ID)
	if err != nil {
		return err
	}
	if !s.WithdrawnAt.IsZero() {
		return problem.Refuse("This sign-off was withdrawn already: %s", s.Why)
	}
	if in.Revision != 0 {
		s.Revision = in.Revision
	}
	s.WithdrawnAt, s.Why = tx.Now(), in.Why
	if err := journal.Update(ctx, tx, &s); err != nil {
		return err
	}
	for _, it := range s.Items {
		if it.Caveat == "" {
			continue
		}
		p, err := journal.Load[thread.Promise](ctx, tx, it.Caveat)
		if err != nil {
			return err
		}
		if !p.Pending() {
			continue
		}
		if _, err := thread.SettlePromise(ctx, tx, thread.Settlement{ID: p.ID, State: thread.PromiseVoid, Proof: "The sign-off was withdrawn: " + in.Why}); err != nil {
			return err
		}
	}
	return nil
}
