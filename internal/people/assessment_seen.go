package people

import (
	"context"

	"throughline/internal/clock"
	"throughline/internal/journal"
	"throughline/internal/people/skill"
)

// Seen is an assessment as one viewer may see it. Every face shows this and nothing else.
type Seen struct {
	Assessment
	Party  string        `json:"party"`          // what the viewer is to it: self, lead, or empty
	Own    skill.Ratings `json:"own"`            // what the viewer wrote
	Self   skill.Ratings `json:"self,omitempty"` // both open at once
	Lead   skill.Ratings `json:"lead_ratings,omitempty"`
	ToTalk []string      `json:"to_talk,omitempty"` // skills that differ by two steps or more
	// Agreement is the quadratic weighted kappa of both; empty where either gave everything alike.
	Agreement string        `json:"agreement,omitempty"`
	Talks     []Talk        `json:"talks,omitempty"`
	Put       skill.Ratings `json:"put,omitempty"` // values put or agreed
	Why       string        `json:"why,omitempty"`
	Late      []string      `json:"late,omitempty"` // who should have finished: self, lead
}

// AgreedValues are the ratings that hold; nothing before both agreed.
func (s Seen) AgreedValues() skill.Ratings {
	if !s.AgreedSelf || !s.AgreedLead {
		return nil
	}
	return s.Put
}

// See is one assessment, for a viewer.
func See(ctx context.Context, r *journal.Reader, viewer, id string, day clock.Date) (Seen, error) {
	a, err := journal.Load[Assessment](ctx, r, id)
	if err != nil {
		return Seen{}, problemOf(err, id)
	}
	eyes, err := EyesOn(ctx, r, viewer, a.Person)
	if err != nil {
		return Seen{}, err
	}
	if !eyes.May(WhoIsLate) {
		return Seen{}, absent(id)
	}
	return show(ctx, r, a, viewer, eyes, day)
}

// SeeAll are a person's assessments for a viewer, the newest first; none for whom they are absent.
func SeeAll(ctx context.Context, r *journal.Reader, viewer, person string, day clock.Date) ([]Seen, error) {
	eyes, err := EyesOn(ctx, r, viewer, person)
	if err != nil || !eyes.May(WhoIsLate) {
		return nil, err
	}
	all, err := assessmentsOf.List(ctx, r, person)
	out := make([]Seen, 0, len(all))
	for _, a := range all {
		s, err := show(ctx, r, a, viewer, eyes, day)
		if err != nil {
			return nil, err
		}
		out = append(out, s)
	}
	return out, err
}

func show(ctx context.Context, r *journal.Reader, a Assessment, viewer string, eyes Eyes, day clock.Date) (Seen, error) {
	a.Skills = a.about()
	s := Seen{Assessment: a, Late: late(a, day)}
	s.Party, _ = a.party(viewer) // empty for who is neither
	if s.Party != "" {
		own, err := rowsBy(ctx, r, a.ID, s.Party)
		if err != nil {
			return s, err
		}
		if s.Own, err = unpack[skill.Ratings](own.Ratings); err != nil {
			return s, err
		}
	}
	k, err := unpack[talked](a.Kept)
	if a.State.Sealed() && s.Party == "" {
		s.State = Open // which of the two has finished is between them
	}
	if err != nil || a.State.Sealed() || a.State == Cancelled && s.Party == "" {
		return s, err
	}
	if eyes.May(BothRows) {
		if s.Self, s.Lead, err = a.both(ctx, r); err != nil {
			return s, err
		}
		s.ToTalk = skill.ToTalkThrough(a.about(), s.Self, s.Lead)
		if k, err := skill.Agreement(a.about(), s.Self, s.Lead); err == nil {
			s.Agreement = k.FloatString(4)
		}
		s.Talks, s.Put, s.Why = k.Talks, k.Ratings, k.Why
	} else if eyes.May(AgreedRatings) && a.AgreedSelf && a.AgreedLead {
		s.Put = k.Ratings
	}
	return s, nil
}

// late says who should have finished: the period is over and they have not.
func late(a Assessment, day clock.Date) (out []string) {
	if !a.State.Sealed() || day <= a.Until {
		return nil
	}
	if a.State != SelfDone {
		out = append(out, bySelf)
	}
	if a.State != LeadDone {
		out = append(out, byLead)
	}
	return out
}

// AgreedOf are the ratings that both agreed on last; nil where there are none or the viewer may
// not see them.
func AgreedOf(ctx context.Context, r *journal.Reader, viewer, person string, day clock.Date) (skill.Ratings, clock.Date, error) {
	all, err := SeeAll(ctx, r, viewer, person, day)
	for _, s := range all {
		if v := s.AgreedValues(); len(v) > 0 {
			return v, s.Until, err
		}
	}
	return nil, "", err
}
