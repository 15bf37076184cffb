package people

import (
	"context"
	"slices"
	"strings"

	"throughline/internal/journal"
	"throughline/internal/people/guide"
	"throughline/internal/people/skill"
	"throughline/internal/problem"
)

// TalkIn is what came of talking one skill through.
type TalkIn struct {
	ID       string
	Revision int64
	Skill    string `json:"skill"`
	Words    string `json:"words"`
}

// TalkThrough writes down what both said of a skill. Where they differ by two steps or more it
// has to be done before anything is agreed.
func TalkThrough(ctx context.Context, tx *journal.Tx, in TalkIn) (Assessment, error) {
	a, _, err := held(ctx, tx, in.ID, in.Revision, BothDone, Disputed)
	if err != nil {
		return a, err
	}
	var c problem.Check
	c.Fail(slices.ContainsFunc(a.about(), func(s guide.Skill) bool { return s.ID == in.Skill }), "skill", "This assessment has no such skill.")
	c.Text("words", in.Words, 2000)
	if err := c.Err(); err != nil {
		return a, err
	}
	return a, a.write(ctx, tx, func(k *talked) { k.Talks = append(k.Talks, Talk{in.Skill, in.Words, tx.Actor.Person}) })
}

// write changes what is kept of the talk.
func (a *Assessment) write(ctx context.Context, tx *journal.Tx, change func(*talked)) error {
	k, err := unpack[talked](a.Kept)
	if err != nil {
		return err
	}
	change(&k)
	if a.Kept, err = pack(a.Person, k); err != nil {
		return err
	}
	return journal.Update(ctx, tx, a)
}

// AgreeIn puts the values that both are to agree on. Those that are left out were not seen.
type AgreeIn struct {
	ID       string
	Revision int64
	Rows
}

// Agree puts values, or agrees to those that the other put. Only when both have agreed to the
// same they hold.
func Agree(ctx context.Context, tx *journal.Tx, in AgreeIn) (Assessment, error) {
	a, party, err := held(ctx, tx, in.ID, in.Revision, BothDone, Disputed)
	if err != nil {
		return a, err
	}
	if err := in.Ratings.Check(a.about()); err != nil {
		return a, err
	}
	if err := a.talkedThrough(ctx, tx.Reader, in.Ratings); err != nil {
		return a, err
	}
	k, err := unpack[talked](a.Kept)
	if err != nil {
		return a, err
	}
	if !same(k.Ratings, in.Ratings) {
		a.AgreedSelf, a.AgreedLead = false, false
	}
	if party == bySelf {
		a.AgreedSelf = true
	} else {
		a.AgreedLead = true
	}
	if a.AgreedSelf && a.AgreedLead {
		a.State = Agreed
	}
	return a, a.write(ctx, tx, func(k *talked) { k.Ratings = in.Ratings })
}

func same(a, b skill.Ratings) bool {
	if len(a) != len(b) {
		return false
	}
	for s, v := range a {
		if w, there := b[s]; !there || v != w {
			return false
		}
	}
	return true
}

// talkedThrough refuses values while a difference of two steps or more was not talked through, and
// values that lie outside what the two saw.
func (a *Assessment) talkedThrough(ctx context.Context, r *journal.Reader, values skill.Ratings) error {
	self, lead, err := a.both(ctx, r)
	if err != nil {
		return err
	}
	k, err := unpack[talked](a.Kept)
	if err != nil {
		return err
	}
	var open []string
	for _, s := range skill.ToTalkThrough(a.about(), self, lead) {
		if !slices.ContainsFunc(k.Talks, func(t Talk) bool { return t.Skill == s }) {
			open = append(open, s)
		}
	}
	if len(open) > 0 {
		return problem.Refuse("You two differ by two steps or more on %s. Talk it through and write down what was said, then agree.", a.nameSkills(open))
	}
	var c problem.Check
	c.Fail(len(values) > 0, "ratings", "Put at least one value.")
	for _, s := range a.about() {
		v, there := values[s.ID]
		_, bySelf := self[s.ID]
		_, byLead := lead[s.ID]
		c.Fail(!there || bySelf || byLead, "skills."+s.ID, "Is %d, and neither of you saw it. Leave it open.", v)
	}
	return c.Err()
}

// both are the rows of both parties, for what is open to both.
func (a *Assessment) both(ctx context.Context, r *journal.Reader) (self, lead skill.Ratings, err error) {
	all, err := rowsOf.List(ctx, r, a.ID)
	for _, one := range all {
		ratings, e := unpack[skill.Ratings](one.Ratings)
		if e != nil {
			return nil, nil, e
		}
		if one.Party == bySelf {
			self = ratings
		} else {
			lead = ratings
		}
	}
	return self, lead, err
}

func (a *Assessment) nameSkills(ids []string) string {
	var out []string
	for _, s := range a.about() {
		if slices.Contains(ids, s.ID) {
			out = append(out, s.Name)
		}
	}
	return strings.Join(out, ", ")
}
