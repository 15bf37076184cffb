package tour

import (
	"context"
	"fmt"
	"io/fs"
	"time"

	"throughline/internal/account"
	"throughline/internal/area"
	"throughline/internal/clock"
	"throughline/internal/id"
	"throughline/internal/journal"
)

// Step is one part of the story, with what it found on its way.
type Step struct {
	Number int        `json:"number"`
	Title  string     `json:"title"`
	On     clock.Date `json:"on"` // the day of the story on which it ended
	Found  []string   `json:"found"`
}

// Story is a deal that was lived.
type Story struct {
	Workspace string        `json:"workspace"` // its id
	Deal      string        `json:"deal"`      // its id
	Key       string        `json:"key"`       // its prefix, as in NWF
	Ended     clock.Instant `json:"ended"`     // the story's last moment
	Steps     []Step        `json:"steps"`
}

// Inputs are the files of a tour, by the names they must have.
var Inputs = []string{salesforce, hubspot, callFile, notesFile, resultsFile, replyFile, modelFile, planFile}

// steps are the acts of the story in their order.
var steps = []struct {
	title string
	live  func(*life)
}{
	{"Workspace", (*life).found},
	{"Import", (*life).importCRM},
	{"People", (*life).people},
	{"Discovery call", (*life).firstCall},
	{"Second call", (*life).secondCall},
	{"What is owed", (*life).owe},
	{"Demo", (*life).demos},
	{"Answers", (*life).answer},
	{"Evaluation", (*life).evaluate},
	{"Sign-off", (*life).signOff},
	{"Signature", (*life).signature},
	{"Handoff", (*life).handOver},
	{"Design", (*life).design},
	{"Plan", (*life).plan},
	{"Summer", (*life).summer},
	{"Checks", (*life).check},
	{"Go-live", (*life).goLive},
	{"Hypercare", (*life).hypercare},
}

// Live lives the story in an open house, which may hold other workspaces. After each step it
// tells what the step found; tell may be nil.
func Live(ctx context.Context, h *area.House, in fs.FS, tell func(Step)) (Story, error) {
	l := newLife(ctx, h, in)
	for i, s := range steps {
		l.step = Step{Number: i + 1, Title: s.title, Found: []string{}}
		s.live(l)
		if l.err != nil {
			return l.story, fmt.Errorf("step %d, %s: %w", i+1, s.title, l.err)
		}
		l.step.On = clock.DateOf(l.clock.T)
		l.story.Steps = append(l.story.Steps, l.step)
		if tell != nil {
			tell(l.step)
		}
	}
	l.story.Ended = clock.At(l.clock.T)
	return l.story, nil
}

// life is the story while it is lived. Its first fault ends it: every act after that does
// nothing, so that a step reads as the acts it is made of.
type life struct {
	ctx      context.Context
	house    *area.House
	in       fs.FS
	clock    *clock.Fixed
	story    Story
	step     Step
	who      map[string]journal.Actor // ours, by first name
	contact  map[string]string        // theirs, by first name: contacts' ids
	deal     account.Opportunity
	required map[string]string // requirements' ids by the story's own words
	promised map[string]string // promises' ids
	err      error
}

func newLife(ctx context.Context, h *area.House, in fs.FS) *life {
	l := &life{house: h, in: in, clock: &clock.Fixed{T: time.Date(2026, time.March, 13, 9, 30, 0, 0, time.UTC)}, who: map[string]journal.Actor{},
		contact: map[string]string{}, required: map[string]string{}, promised: map[string]string{}}
	l.ctx = id.With(clock.With(ctx, l.clock.Now), &id.Sequence{})
	return l
}
