package discovery

import (
	"context"

	"throughline/internal/account"
	"throughline/internal/auth"
	"throughline/internal/clock"
	"throughline/internal/id"
	"throughline/internal/journal"
	"throughline/internal/problem"
	"throughline/internal/seal"
	"throughline/internal/transcript"
)

// FormNote is the form of a note taken after a call and looked through where it was written: its
// words are kept here, and its proposals are not candidates.
const FormNote = "note"

// Recording is a call as a person records it. Script is read beforehand by ReadScript; without
// one the call stands alone.
type Recording struct {
	Deal      string
	Title     string        `json:"title"`
	Kind      string        `json:"kind"`
	HeldAt    clock.Instant `json:"held_at"`
	Contacts  []string      `json:"contacts"`
	People    []string      `json:"people"`
	Consent   string        `json:"consent"`    // none, given, refused
	ConsentBy string        `json:"consent_by"` // empty for the one who records it
	ConsentAt clock.Instant `json:"consent_at"` // empty for now
	Script    *Script       `json:"-"`
}

// Recorded is what came of a recording.
type Recorded struct {
	Call       Call     `json:"call"`
	Voices     []Voice  `json:"voices"`
	Candidates int      `json:"candidates"` // found and waiting for a person
	Warnings   []string `json:"warnings"`
}

// Validate says what cannot be taken.
func (in *Recording) Validate() error {
	if in.Kind == "" {
		in.Kind = "call"
	}
	if in.Consent == "" {
		in.Consent = "none"
	}
	var c problem.Check
	c.Text("title", in.Title, 200)
	c.OneOf("kind", in.Kind, CallKinds...)
	c.OneOf("consent", in.Consent, Consents...)
	c.Fail(!in.HeldAt.IsZero(), "held_at", "Say when it was held.")
	c.Fail(len(in.Contacts)+len(in.People) <= maxVoices, "contacts", "At most %d people attend a call.", maxVoices)
	return c.Err()
}

// Record keeps a call with its transcript or notes. With consent, or for our own notes, the
// words are read at once and candidates are found; else they are held. The same file twice in
// a deal is refused.
func Record(ctx context.Context, tx *journal.Tx, in Recording) (Recorded, error) {
	if err := in.Validate(); err != nil {
		return Recorded{}, err
	}
	if _, err := account.Deal(ctx, tx, in.Deal); err != nil {
		return Recorded{}, err
	}
	if err := attended(ctx, tx, in.Contacts, in.People, in.ConsentBy); err != nil {
		return Recorded{}, err
	}
	c := Call{Row: journal.Row{Deal: in.Deal}, Title: in.Title, Kind: in.Kind, HeldAt: in.HeldAt, Contacts: append([]string{}, in.Contacts...), People: append([]string{}, in.People...),
		State: Wordless, RecordedBy: tx.Actor.Person}
	c.consent(tx, in.Consent, in.ConsentBy, in.ConsentAt)
	if in.Script == nil {
		return Recorded{Call: c, Voices: []Voice{}}, journal.Insert(ctx, tx, &c)
	}
	if err := notTwice(ctx, tx, in.Deal, in.Script); err != nil {
		return Recorded{}, err
	}
	c.FileName, c.SHA256, c.Form, c.Segments = in.Script.FileName, in.Script.SHA256, string(in.Script.Form), len(in.Script.Segments)
	c.State = c.stateByConsent()
	if err := journal.Insert(ctx, tx, &c); err != nil {
		return Recorded{}, err
	}
	out := Recorded{Call: c, Warnings: in.Script.Warnings}
	voices, voiceOf, err := hearVoices(ctx, tx, c, in.Script.Segments)
	if err != nil {
		return out, err
	}
	out.Voices = voices
	if err := keepSpeech(ctx, tx, c, voiceOf, in.Script.Segments); err != nil {
		return out, err
	}
	if c.State == ReadOut && c.Form != FormNote {
		found, err := Propose(ctx, tx, c.ID)
		out.Candidates = found.New
		out.Warnings = append(out.Warnings, found.Warnings...)
		return out, err
	}
	return out, nil
}

// attended demands that everyone named is known to the workspace.
func attended(ctx context.Context, tx *journal.Tx, contacts, people []string, consentBy string) error {
	for _, who := range contacts {
		if _, err := journal.Load[account.Contact](ctx, tx, who); err != nil {
			return err
		}
	}
	for _, who := range people {
		if _, err := journal.Load[auth.Person](ctx, tx, who); err != nil {
			return err
		}
	}
	if consentBy == "" || consentBy == tx.Actor.Person {
		return nil
	}
	if _, err := journal.Load[account.Contact](ctx, tx, consentBy); problem.Of(err) != problem.Missing {
		return err
	}
	_, err := journal.Load[auth.Person](ctx, tx, consentBy)
	return err
}

// consent sets what is known of it, by whom and since when.
func (c *Call) consent(tx *journal.Tx, consent, by string, at clock.Instant) {
	c.Consent, c.ConsentBy, c.ConsentAt = consent, by, at
	if consent == "none" {
		c.ConsentBy, c.ConsentAt = "", clock.Instant{}
		return
	}
	if by == "" {
		c.ConsentBy = tx.Actor.Person
	}
	if at.IsZero() {
		c.ConsentAt = tx.Now()
	}
}

// stateByConsent: what was recorded of speakers needs their consent; notes that one of ours
// wrote down, with nobody's turns in them, do not.
func (c Call) stateByConsent() CallState {
	if c.Consent == "given" || c.Consent == "none" && (c.Form == string(transcript.Notes) || c.Form == FormNote) {
		return ReadOut
	}
	return Held
}

func notTwice(ctx context.Context, tx *journal.Tx, deal string, s *Script) error {
	all, err := Calls(ctx, tx, deal)
	if err != nil {
		return err
	}
	for _, o := range all {
		if o.SHA256 == s.SHA256 {
			return problem.Refuse("%s is the file of “%s” already. Open that call, or remove it first.", s.FileName, o.Title)
		}
	}
	return nil
}

// hearVoices makes a voice of each name in the transcript and proposes who it is.
func hearVoices(ctx context.Context, tx *journal.Tx, c Call, segments []transcript.Segment) ([]Voice, []string, error) {
	all, err := knownTo(ctx, tx, c)
	if err != nil {
		return nil, nil, err
	}
	at, voices := map[string]int{}, []Voice{}
	place := make([]int, len(segments))
	for i, s := range segments {
		n, met := at[s.Speaker]
		if !met {
			n = len(voices)
			at[s.Speaker] = n
			voices = append(voices, newVoice(ctx, c, n, s.Speaker, all))
		}
		voices[n].Segments++
		place[i] = n
	}
	for i := range voices {
		if err := journal.Insert(ctx, tx, &voices[i]); err != nil {
			return nil, nil, err
		}
		if voices[i].Contact != "" {
			if err := tx.Tie(ctx, voices[i].ID, voices[i].Contact); err != nil {
				return nil, nil, err
			}
		}
	}
	voiceOf := make([]string, len(segments))
	for i, n := range place {
		voiceOf[i] = voices[n].ID
	}
	return voices, voiceOf, nil
}

func newVoice(ctx context.Context, c Call, position int, label string, all []known) Voice {
	v := Voice{Row: journal.Row{ID: id.New(ctx), Deal: c.Deal}, Call: c.ID, Position: position}
	v.Label = seal.New(v.ID, label)
	if k, ok := match(label, all); ok {
		v.Proposed = true
		if k.person {
			v.Person, v.Side = k.id, Ours
		} else {
			v.Contact, v.Side = k.id, Theirs
		}
	}
	return v
}
