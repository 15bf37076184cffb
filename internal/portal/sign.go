package portal

import (
	"context"
	"fmt"
	"strings"

	"throughline/internal/account"
	"throughline/internal/clock"
	"throughline/internal/evaluation"
	"throughline/internal/journal"
	"throughline/internal/mail"
	"throughline/internal/problem"
	"throughline/internal/seal"
	"throughline/internal/thread"
)

// Answers is what somebody says of the list they were sent.
type Answers struct {
	Link     string            // its id
	How      string            // ByFirst or ByCode: how the browser is tied
	Marks    map[string]Answer // by requirement; those left out get no answer
	Addition string
	ByHand   bool // there is no mail server for the receipt
}

// Answer is what they say of one wording.
type Answer struct {
	Word   string // Agrees, Caveat or Refuses
	Caveat string
	Due    clock.Date
}

// Sign records the answers as the sign-off that an SE would record of a letter: one for what is
// agreed to, one for what is refused. What the proof shows is the text of what was agreed. The link
// is used up with it, and a receipt goes to the known address. A wording that has changed since it
// was sent is not signed: the act fails, and the page shows what is new.
func Sign(ctx context.Context, tx *journal.Tx, in Answers) (Link, error) {
	l, err := use(ctx, tx, in.Link, SignOff)
	if err != nil {
		return l, err
	}
	to, err := ReachOf(ctx, tx, l)
	if err != nil {
		return l, err
	}
	deal, err := account.Deal(ctx, tx, l.Deal)
	if err != nil {
		return l, err
	}
	s := Statement{Deal: deal.Prefix + ", " + deal.Name, Name: to.Name, Mail: to.Mail, At: tx.Now(), SentAt: l.SentAt, Link: l.ID, Addition: strings.TrimSpace(in.Addition)}
	agreed, refused, err := in.divide(ctx, tx, l, deal.Prefix, &s)
	if err != nil {
		return l, err
	}
	text := s.Text()
	l.Agreed, l.AgreedHash = seal.New(l.Recipient, text), HashOf(text)
	for _, part := range []evaluation.NewSignOff{agreed, refused} {
		if len(part.Items) == 0 {
			continue
		}
		part.Deal, part.Contact, part.Words = l.Deal, l.Recipient, s.Addition
		part.Agreed, part.Proof = text, proof(l, in.How)
		if _, err := evaluation.Sign(ctx, tx, part); err != nil {
			return l, err
		}
	}
	if err := journal.Update(ctx, tx, &l); err != nil {
		return l, err
	}
	return l, receipt(ctx, tx, l, deal.Name, to, in.ByHand)
}

// use holds a link that still opens something and marks it as used. Of two at once the second
// finds it used.
func use(ctx context.Context, tx *journal.Tx, id, purpose string) (Link, error) {
	l, err := journal.Hold[Link](ctx, tx, id)
	if err != nil {
		return l, err
	}
	if !l.Live(tx.Now()) || l.Purpose != purpose {
		return l, problem.NotFound("link", "")
	}
	l.UsedAt = tx.Now()
	return l, nil
}

// proof says in one line how it is known that these were their words.
func proof(l Link, how string) string {
	words := "answered by the link that was sent on " + string(clock.DateOf(l.SentAt.Time()))
	if how == ByCode {
		words += ", with a code sent to their address"
	} else {
		words += ", in the browser that opened it first"
	}
	if l.ByHand {
		words += "; the letter was sent by hand"
	}
	return fmt.Sprintf("%s. SHA-256 of the text they agreed to: %s", strings.ToUpper(words[:1])+words[1:], l.AgreedHash)
}

// divide checks the answers and sorts them into what is agreed to and what is refused.
func (in *Answers) divide(ctx context.Context, tx *journal.Tx, l Link, prefix string, s *Statement) (agreed, refused evaluation.NewSignOff, err error) {
	agreed.Decision, refused.Decision = evaluation.Agreement, evaluation.Refusal
	var c problem.Check
	w := In(l.Language)
	c.Optional("addition", in.Addition, 4000)
	for _, it := range l.Items {
		a, said := in.Marks[it.Requirement]
		if !said || a.Word == "" {
			continue
		}
		r, err := journal.Load[thread.Requirement](ctx, tx, it.Requirement)
		if err != nil {
			return agreed, refused, err
		}
		item := evaluation.NewItem{Requirement: it.Requirement, Wording: it.Wording, Meaning: it.Meaning}
		line := Line{Key: r.Key(prefix), Wording: it.Wording, Meaning: it.Meaning, Answer: a.Word}
		switch a.Word {
		case Refuses:
			refused.Items = append(refused.Items, item)
		case Caveat:
			line.Caveat, line.Due = strings.TrimSpace(a.Caveat), a.Due
			c.Fail(line.Caveat != "", "caveat."+it.Requirement, "%s", w.NeedCaveat)
			c.Fail(a.Due != "", "due."+it.Requirement, "%s", w.NeedDate)
			c.Optional("caveat."+it.Requirement, a.Caveat, 2000)
			item.Caveat, item.CaveatDue, agreed.Decision = line.Caveat, a.Due, evaluation.Caveated
			agreed.Items = append(agreed.Items, item)
		case Agrees:
			agreed.Items = append(agreed.Items, item)
		default:
			c.Fail(false, "item."+it.Requirement, "%s", w.ChooseAnswer)
		}
		s.Lines = append(s.Lines, line)
	}
	c.Fail(len(s.Lines) > 0, "all", "%s", w.ChooseEach)
	return agreed, refused, c.Err()
}

// receipt writes to the known address what was agreed to, with the text as a file.
func receipt(ctx context.Context, tx *journal.Tx, l Link, deal string, to Reach, byHand bool) error {
	home, err := account.Home(ctx, tx)
	if err != nil {
		return err
	}
	w := In(l.Language)
	subject, words := w.receiptLetter(to.Name, deal, w.Day(tx.Now().In(home.Location())), l.AgreedHash)
	_, err = mail.Write(ctx, tx, mail.NewLetter{Deal: l.Deal, Purpose: "receipt", Recipient: l.Recipient, Name: to.Name, Address: to.Mail, Subject: oneLine(subject), Words: words,
		FileName: "sign-off.txt", FileWords: l.Agreed.String(), Sender: l.SentBy, About: l.ID, Language: l.Language, Automatic: true, ByHand: byHand})
	return err
}
