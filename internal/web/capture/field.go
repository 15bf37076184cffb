package capture

import (
	"slices"

	"throughline/internal/account"
	"throughline/internal/capture/note"
	"throughline/internal/web/kit"
	"throughline/internal/web/look"
)

func sortOptions() (out []look.Option) {
	for _, s := range note.Sorts {
		out = append(out, look.Option{Value: string(s), Label: sortWord(s)})
	}
	return out
}

func plainOptions(words []string) (out []look.Option) {
	for _, w := range words {
		out = append(out, look.Option{Value: w, Label: kit.Sentence(w)})
	}
	return out
}

func statementLabel(s note.Sort) string {
	switch s {
	case note.Requirement:
		return "The need, in one sentence that can be tested"
	case note.Fact:
		return "How it is"
	case note.Promise:
		return "The exact words of the promise"
	case note.Reaction:
		return "Their words"
	case note.Question:
		return "The question"
	}
	return "What is to be done"
}

func whoLabel(s note.Sort) string {
	switch s {
	case note.Requirement:
		return "Whose need"
	case note.Fact:
		return "Who said so"
	case note.Promise:
		return "Promised to"
	case note.Reaction:
		return "Whose reaction"
	case note.Question:
		return "Who finds out"
	}
	return "Who takes it"
}

func nobody(s note.Sort) string {
	switch s {
	case note.Question, note.NextStep:
		return "Me"
	case note.Reaction:
		return "Choose a stakeholder"
	}
	return "Nobody in particular"
}

// whom are those whom a sort can name: ours for what we do, theirs for what they said.
func (v *view) whom(s note.Sort) kit.People {
	p := v.people
	if s == note.Question || s == note.NextStep {
		p.Theirs = nil
	} else {
		p.Ours = nil
	}
	return p
}

// segments are what a reaction can be to.
func (v *view) segments() []look.Option {
	out := []look.Option{{Label: "The deal as a whole: their stance"}}
	for _, s := range v.shown {
		out = append(out, look.Option{Value: s.Segment.ID, Label: s.Segment.Title, Group: s.Demo.Title})
	}
	return out
}

func (v *view) others() []account.Label {
	return slices.DeleteFunc(slices.Clone(v.mine), func(l account.Label) bool { return l.Deal == v.r.Deal.ID })
}
