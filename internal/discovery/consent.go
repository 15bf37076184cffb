package discovery

import (
	"context"

	"throughline/internal/clock"
	"throughline/internal/journal"
	"throughline/internal/problem"
)

// ConsentGiven records what the speakers of a call said of its transcript.
type ConsentGiven struct {
	Call     string
	Revision int64
	Consent  string        `json:"consent"` // none, given, refused
	By       string        `json:"by"`      // a contact's or person's id; empty for the one who records it
	At       clock.Instant `json:"at"`      // empty for now
}

// Consent records the consent of a call's speakers. Given, it reads a held transcript and
// finds candidates; taken back, the transcript is held again, and what was accepted stays.
func Consent(ctx context.Context, tx *journal.Tx, in ConsentGiven) (Recorded, error) {
	var k problem.Check
	k.OneOf("consent", in.Consent, Consents...)
	if err := k.Err(); err != nil {
		return Recorded{}, err
	}
	c, err := openCall(ctx, tx, in.Call, in.Revision)
	if err != nil {
		return Recorded{}, err
	}
	if err := attended(ctx, tx, nil, nil, in.By); err != nil {
		return Recorded{}, err
	}
	if c.Form == FormList {
		return Recorded{}, problem.Refuse("“%s” is a list that they sent; nobody spoke in it, so no consent is asked for.", c.Title)
	}
	if c.Form == FormNote {
		return Recorded{}, problem.Refuse("“%s” is a note of ours; nobody's speech was recorded, so no consent is asked for.", c.Title)
	}
	c.consent(tx, in.Consent, in.By, in.At)
	was := c.State
	if was == Held || was == ReadOut {
		c.State = c.stateByConsent()
	}
	if err := journal.Update(ctx, tx, &c); err != nil {
		return Recorded{}, err
	}
	out := Recorded{Call: c}
	if was != c.State {
		if err := release(ctx, tx, c); err != nil {
			return out, err
		}
	}
	switch {
	case was == Held && c.State == ReadOut:
		found, err := Propose(ctx, tx, c.ID)
		if err != nil {
			return out, err
		}
		out.Candidates, out.Warnings = found.New, found.Warnings
	case was == ReadOut && c.State == Held:
		if err := dropCandidates(ctx, tx, c, true); err != nil {
			return out, err
		}
	}
	out.Voices, err = Voices(ctx, tx.Reader, c.ID)
	return out, err
}
