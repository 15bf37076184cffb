package api

import (
	"context"
	"strings"

	"throughline/internal/account"
	"throughline/internal/api/rest"
	"throughline/internal/auth"
	"throughline/internal/discovery"
	"throughline/internal/discovery/qualification"
	"throughline/internal/journal"
	"throughline/internal/problem"
)

func init() {
	operations = append(operations, calls, candidates, facts, qualifying)
	rest.Bodies["/deals/{deal}/calls"] = maxTranscript
}

// maxTranscript is the largest call that the API takes, in bytes: what a browser may upload.
const maxTranscript = 64 << 20

// newRecording is a call as the API takes it: the words as text, and who is not known yet.
type newRecording struct {
	discovery.Recording
	Text      string     `json:"text" doc:"the transcript or notes: WebVTT, SRT, 'Name: words' or plain"`
	FileName  string     `json:"file_name"`
	Newcomers []newcomer `json:"newcomers" doc:"people of theirs who are not known yet; they attended and join the deal"`
}

type newcomer struct {
	Name string `json:"name"`
	Role string `json:"role"`
}

// wholeCall is a call with its voices and words; words are left out while it is held.
type wholeCall struct {
	discovery.Call
	Voices []discovery.Voice   `json:"voices"`
	Words  []discovery.Segment `json:"words"`
	Held   string              `json:"held" doc:"why there are no words"`
}

// calls are the acts on calls and their voices.
func calls(s *rest.Server) {
	rest.Read(s, rest.On("/deals/{deal}/calls", "List a deal's calls", auth.See), func(ctx context.Context, c *rest.Caller) (rest.Page[discovery.Call], error) {
		all, err := discovery.Calls(ctx, c.Reader, c.Deal.ID)
		return rest.Page[discovery.Call]{Items: all}, err
	})
	rest.Read(s, rest.On("/deals/{deal}/calls/{id}", "Get a call with its voices and words", auth.See), oneCall)
	rest.Act(s, rest.On("/deals/{deal}/calls", "Record a call", auth.Sell), "discovery.record", recordCall)
	rest.Edit(s, rest.On("/deals/{deal}/calls/{id}", "Edit a call's title, kind, date and attendees", auth.Sell), "discovery.edit-call",
		onCall(func(ctx context.Context, tx *journal.Tx, c *rest.Caller, in discovery.CallEdit) (*discovery.Call, error) {
			in.ID, in.Revision = c.ID, c.Revision
			out, err := discovery.EditCall(ctx, tx, in)
			return &out, err
		}))
	rest.Act(s, rest.On("/deals/{deal}/calls/{id}/consent", "Record the speakers' consent", auth.Sell), "discovery.consent",
		onCall(func(ctx context.Context, tx *journal.Tx, c *rest.Caller, in discovery.ConsentGiven) (discovery.Recorded, error) {
			in.Call, in.Revision = c.ID, c.Revision
			return discovery.Consent(ctx, tx, in)
		}))
	rest.Act(s, rest.On("/deals/{deal}/calls/{id}/propose", "Look through a call for candidates again", auth.Sell), "discovery.propose",
		onCall(func(ctx context.Context, tx *journal.Tx, c *rest.Caller, _ struct{}) (discovery.Proposal, error) {
			return discovery.Propose(ctx, tx, c.ID)
		}))
	rest.Act(s, rest.On("/deals/{deal}/calls/{id}/mark", "Mark a quote of a call as a candidate", auth.Sell), "discovery.mark",
		onCall(func(ctx context.Context, tx *journal.Tx, c *rest.Caller, in discovery.Marking) (*discovery.Candidate, error) {
			in.Call = c.ID
			out, err := discovery.MarkCandidate(ctx, tx, in)
			return &out, err
		}))
	rest.Act(s, rest.On("/deals/{deal}/calls/{id}/remove", "Take a call away; it can be undone", auth.Sell), "discovery.remove-call",
		onCall(func(ctx context.Context, tx *journal.Tx, c *rest.Caller, _ struct{}) (struct{}, error) {
			return struct{}{}, discovery.RemoveCall(ctx, tx, c.ID, c.Revision)
		}))
	rest.Act(s, rest.On("/deals/{deal}/calls/{id}/forget", "Forget the words of a call for good", auth.Forget), "discovery.forget-call",
		onCall(func(ctx context.Context, tx *journal.Tx, c *rest.Caller, _ struct{}) (*discovery.Call, error) {
			out, err := discovery.ForgetCall(ctx, tx, c.ID, c.Revision)
			return &out, err
		}))
	rest.Act(s, rest.On("/deals/{deal}/voices/{id}/name", "Say who a voice of a call is", auth.Sell), "discovery.name-voice",
		func(ctx context.Context, tx *journal.Tx, c *rest.Caller, in discovery.Naming) (*discovery.Voice, error) {
			if _, err := rest.OfDeal[discovery.Voice](ctx, tx, c); err != nil {
				return nil, err
			}
			in.Voice, in.Revision = c.ID, c.Revision
			out, err := discovery.NameVoice(ctx, tx, in)
			return &out, err
		})
}

// onCall makes an act on the call that the path names.
func onCall[In, Out any](do func(ctx context.Context, tx *journal.Tx, c *rest.Caller, in In) (Out, error)) func(context.Context, *journal.Tx, *rest.Caller, In) (Out, error) {
	return func(ctx context.Context, tx *journal.Tx, c *rest.Caller, in In) (none Out, err error) {
		if _, err := rest.OfDeal[discovery.Call](ctx, tx, c); err != nil {
			return none, err
		}
		return do(ctx, tx, c, in)
	}
}

func oneCall(ctx context.Context, c *rest.Caller) (*wholeCall, error) {
	call, err := rest.OfDeal[discovery.Call](ctx, c.Reader, c)
	if err != nil {
		return nil, err
	}
	out := &wholeCall{Call: call, Words: []discovery.Segment{}}
	if out.Voices, err = discovery.Voices(ctx, c.Reader, call.ID); err != nil {
		return nil, err
	}
	words, err := discovery.Segments(ctx, c.Reader, call)
	if problem.Of(err) == problem.Refused {
		out.Held = err.Error()
		return out, nil
	}
	out.Words = append(out.Words, words...)
	return out, err
}

func recordCall(ctx context.Context, tx *journal.Tx, c *rest.Caller, in newRecording) (discovery.Recorded, error) {
	in.Deal = c.Deal.ID
	if strings.TrimSpace(in.Text) != "" {
		name := in.FileName
		if name == "" {
			name = "text"
		}
		s, err := discovery.ReadScript(strings.NewReader(in.Text), name)
		if err != nil {
			return discovery.Recorded{}, err
		}
		in.Script = s
	}
	in.Contacts = append([]string{}, in.Contacts...)
	for _, n := range in.Newcomers {
		who, err := account.Meet(ctx, tx, c.Deal.ID, n.Name, n.Role)
		if err != nil {
			return discovery.Recorded{}, err
		}
		in.Contacts = append(in.Contacts, who.ID)
	}
	return discovery.Record(ctx, tx, in.Recording)
}

// candidates are the decisions on what was found in calls.
func candidates(s *rest.Server) {
	rest.Read(s, rest.On("/deals/{deal}/candidates", "List a deal's candidates in the order they were said", auth.See), func(ctx context.Context, c *rest.Caller) (rest.Page[discovery.Candidate], error) {
		all, err := discovery.Candidates(ctx, c.Reader, c.Deal.ID)
		return rest.Page[discovery.Candidate]{Items: all}, err
	})
	rest.Act(s, rest.On("/deals/{deal}/candidates/{id}/accept", "Accept a candidate as a requirement, a fact or a promise", auth.Sell), "discovery.accept",
		onCandidate(func(ctx context.Context, tx *journal.Tx, c *rest.Caller, in discovery.Acceptance) (discovery.Outcome, error) {
			in.ID, in.Revision = c.ID, c.Revision
			return discovery.Accept(ctx, tx, in)
		}))
	type mergedInto struct {
		Requirement string `json:"requirement" doc:"the id of the requirement that says the same"`
	}
	rest.Act(s, rest.On("/deals/{deal}/candidates/{id}/merge", "Merge a candidate into a requirement", auth.Sell), "discovery.merge",
		onCandidate(func(ctx context.Context, tx *journal.Tx, c *rest.Caller, in mergedInto) (*discovery.Candidate, error) {
			out, err := discovery.Merge(ctx, tx, c.ID, c.Revision, in.Requirement)
			return &out, err
		}))
	type rejection struct {
		Reason string `json:"reason"`
	}
	rest.Act(s, rest.On("/deals/{deal}/candidates/{id}/reject", "Reject a candidate, with the reason", auth.Sell), "discovery.reject",
		onCandidate(func(ctx context.Context, tx *journal.Tx, c *rest.Caller, in rejection) (*discovery.Candidate, error) {
			out, err := discovery.Reject(ctx, tx, c.ID, c.Revision, in.Reason)
			return &out, err
		}))
	rest.Act(s, rest.On("/deals/{deal}/candidates/{id}/change", "Take over what a newer list says: the requirement's new words, or that the row is gone", auth.Sell), "discovery.take-change",
		onCandidate(func(ctx context.Context, tx *journal.Tx, c *rest.Caller, in discovery.ListChange) (discovery.Outcome, error) {
			in.ID, in.Revision = c.ID, c.Revision
			return discovery.TakeChange(ctx, tx, in)
		}))
	type mergings struct {
		Pairs []discovery.Merging `json:"pairs"`
	}
	rest.Act(s, rest.On("/deals/{deal}/candidates/merge", "Merge many candidates into requirements", auth.Sell), "discovery.merge-many",
		func(ctx context.Context, tx *journal.Tx, c *rest.Caller, in mergings) (discovery.AcceptedMany, error) {
			return discovery.MergeMany(ctx, tx, c.Deal.ID, in.Pairs)
		})
	type candidateIDs struct {
		IDs []string `json:"ids"`
	}
	rest.Act(s, rest.On("/deals/{deal}/candidates/accept", "Accept many candidates as they stand", auth.Sell), "discovery.accept-many",
		func(ctx context.Context, tx *journal.Tx, c *rest.Caller, in candidateIDs) (discovery.AcceptedMany, error) {
			return discovery.AcceptMany(ctx, tx, c.Deal.ID, in.IDs)
		})
}

func onCandidate[In, Out any](do func(ctx context.Context, tx *journal.Tx, c *rest.Caller, in In) (Out, error)) func(context.Context, *journal.Tx, *rest.Caller, In) (Out, error) {
	return func(ctx context.Context, tx *journal.Tx, c *rest.Caller, in In) (none Out, err error) {
		if _, err := rest.OfDeal[discovery.Candidate](ctx, tx, c); err != nil {
			return none, err
		}
		return do(ctx, tx, c, in)
	}
}

// facts are how things are at the customer.
func facts(s *rest.Server) {
	rest.Read(s, rest.On("/deals/{deal}/facts", "List the facts of a deal's environment", auth.See), func(ctx context.Context, c *rest.Caller) (rest.Page[discovery.Fact], error) {
		all, err := discovery.Facts(ctx, c.Reader, c.Deal.ID)
		return rest.Page[discovery.Fact]{Items: all}, err
	})
	rest.Act(s, rest.On("/deals/{deal}/facts", "Add a fact", auth.Sell), "discovery.add-fact",
		func(ctx context.Context, tx *journal.Tx, c *rest.Caller, in discovery.FactSaid) (*discovery.Fact, error) {
			in.Deal = c.Deal.ID
			f, err := discovery.AddFact(ctx, tx, in)
			return &f, err
		})
	rest.Edit(s, rest.On("/deals/{deal}/facts/{id}", "Edit a fact", auth.Sell), "discovery.edit-fact",
		func(ctx context.Context, tx *journal.Tx, c *rest.Caller, in discovery.FactEdit) (*discovery.Fact, error) {
			if _, err := rest.OfDeal[discovery.Fact](ctx, tx, c); err != nil {
				return nil, err
			}
			in.ID, in.Revision = c.ID, c.Revision
			f, err := discovery.EditFact(ctx, tx, in)
			return &f, err
		})
	rest.Act(s, rest.On("/deals/{deal}/facts/{id}/verify", "Say that a fact is verified, and how", auth.Sell), "discovery.verify-fact",
		func(ctx context.Context, tx *journal.Tx, c *rest.Caller, in discovery.FactVerified) (*discovery.Fact, error) {
			if _, err := rest.OfDeal[discovery.Fact](ctx, tx, c); err != nil {
				return nil, err
			}
			in.ID, in.Revision = c.ID, c.Revision
			f, err := discovery.VerifyFact(ctx, tx, in)
			return &f, err
		})
	rest.Act(s, rest.On("/deals/{deal}/facts/{id}/remove", "Take a fact away", auth.Sell), "discovery.remove-fact",
		func(ctx context.Context, tx *journal.Tx, c *rest.Caller, _ struct{}) (struct{}, error) {
			if _, err := rest.OfDeal[discovery.Fact](ctx, tx, c); err != nil {
				return struct{}{}, err
			}
			return struct{}{}, discovery.RemoveFact(ctx, tx, c.ID, c.Revision)
		})
}

// qualifying is how well the deal is known, and the notes behind it.
func qualifying(s *rest.Server) {
	rest.Read(s, rest.On("/deals/{deal}/qualification", "Score a deal's qualification from evidence", auth.See), func(ctx context.Context, c *rest.Caller) (rest.Page[qualification.Result], error) {
		today, err := c.Today(ctx)
		if err != nil {
			return rest.Page[qualification.Result]{}, err
		}
		all, err := discovery.Qualification(ctx, c.Reader, c.Deal.ID, today)
		return rest.Page[qualification.Result]{Items: all}, err
	})
	rest.Read(s, rest.On("/deals/{deal}/notes", "List a deal's notes of evidence", auth.See), func(ctx context.Context, c *rest.Caller) (rest.Page[discovery.Note], error) {
		all, err := discovery.Notes(ctx, c.Reader, c.Deal.ID)
		return rest.Page[discovery.Note]{Items: all}, err
	})
	rest.Act(s, rest.On("/deals/{deal}/notes", "Write down evidence for an element of qualification", auth.Sell), "discovery.add-note",
		func(ctx context.Context, tx *journal.Tx, c *rest.Caller, in discovery.NoteSaid) (*discovery.Note, error) {
			in.Deal = c.Deal.ID
			n, err := discovery.AddNote(ctx, tx, in)
			return &n, err
		})
	rest.Edit(s, rest.On("/deals/{deal}/notes/{id}", "Edit a note", auth.Sell), "discovery.edit-note",
		func(ctx context.Context, tx *journal.Tx, c *rest.Caller, in discovery.NoteSaid) (*discovery.Note, error) {
			if _, err := rest.OfDeal[discovery.Note](ctx, tx, c); err != nil {
				return nil, err
			}
			in.ID, in.Revision = c.ID, c.Revision
			n, err := discovery.EditNote(ctx, tx, in)
			return &n, err
		})
	rest.Act(s, rest.On("/deals/{deal}/notes/{id}/remove", "Take a note away", auth.Sell), "discovery.remove-note",
		func(ctx context.Context, tx *journal.Tx, c *rest.Caller, _ struct{}) (struct{}, error) {
			if _, err := rest.OfDeal[discovery.Note](ctx, tx, c); err != nil {
				return struct{}{}, err
			}
			return struct{}{}, discovery.RemoveNote(ctx, tx, c.ID, c.Revision)
		})
}
