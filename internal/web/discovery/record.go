package discovery

import (
	"context"
	"strings"
	"time"

	"throughline/internal/account"
	"throughline/internal/clock"
	core "throughline/internal/discovery"
	"throughline/internal/journal"
	"throughline/internal/problem"
	"throughline/internal/web/kit"
)

// record keeps a call with its words: a file, or what was pasted. It leads to the call, where
// the candidates wait.
func record(r *kit.Request) error {
	in := core.Recording{Deal: r.Deal.ID}
	if err := r.Decode(&in); err != nil {
		return err
	}
	var err error
	if in.HeldAt, err = heldAt(r); err != nil {
		return err
	}
	if in.Script, err = script(r); err != nil {
		return err
	}
	attended := in.Contacts
	var out core.Recorded
	if err := r.Act("discovery.record", func(ctx context.Context, tx *journal.Tx) error {
		met, err := newcomers(ctx, tx, r.Deal.ID, r.FormValue("newcomers"))
		if err != nil {
			return err
		}
		in.Contacts = append(append([]string{}, attended...), met...)
		out, err = core.Record(ctx, tx, in)
		return err
	}); err != nil {
		return err
	}
	return r.Done(r.DealPath("discovery/" + out.Call.ID))
}

// script reads the file of the form, else the pasted words; nil where there is neither.
func script(r *kit.Request) (*core.Script, error) {
	if f, h, ok := r.Upload("file"); ok {
		defer f.Close()
		s, err := core.ReadScript(f, h.Filename)
		return s, named("file", err)
	}
	if r.MultipartForm != nil && len(r.MultipartForm.File["file"]) > 0 && r.MultipartForm.File["file"][0].Filename != "" {
		return nil, named("file", problem.New(problem.Invalid, "%s is empty. Choose the file with the words of the call.", r.MultipartForm.File["file"][0].Filename))
	}
	words := r.FormValue("words")
	if strings.TrimSpace(words) == "" {
		return nil, nil
	}
	s, err := core.ReadScript(strings.NewReader(words), "pasted words")
	return s, named("words", err)
}

// named puts a problem beside the field that it is about.
func named(field string, err error) error {
	if p := problem.As(err); p != nil && len(p.Fields) == 0 {
		return &problem.Error{Kind: p.Kind, What: p.What, Fields: []problem.Field{{Name: field, What: p.What}}, Cause: p.Cause}
	}
	return err
}

// heldAt reads day and time of the form in the person's zone; without a time it is noon.
func heldAt(r *kit.Request) (clock.Instant, error) {
	var c problem.Check
	day, clockTime := strings.TrimSpace(r.FormValue("held_on")), strings.TrimSpace(r.FormValue("held_time"))
	c.Fail(day != "", "held_on", "Say on which day it was held.")
	_, err := clock.ParseDate(day)
	c.Fail(day == "" || err == nil, "held_on", "%q is no day like 2026-03-02.", day)
	if clockTime == "" {
		clockTime = "12:00"
	}
	_, err = time.Parse("15:04", clockTime)
	c.Fail(err == nil, "held_time", "%q is no time like 14:30.", clockTime)
	if err := c.Err(); err != nil {
		return clock.Instant{}, err
	}
	t, err := time.ParseInLocation("2006-01-02 15:04", day+" "+clockTime, r.Zone())
	return clock.At(t), err
}

// maxNewcomers is how many people one form can bring into a deal.
const maxNewcomers = 50

// newcomers takes in those who were written down by name, one on a line: 'Priya Nair, security'.
func newcomers(ctx context.Context, tx *journal.Tx, deal, text string) (ids []string, err error) {
	for line := range strings.Lines(strings.ReplaceAll(text, "\r\n", "\n")) {
		name, role, _ := strings.Cut(line, ",")
		if name = strings.TrimSpace(name); name == "" {
			continue
		}
		if len(ids) == maxNewcomers {
			return nil, named("newcomers", problem.New(problem.Invalid, "At most %d people can be added here.", maxNewcomers))
		}
		who, err := account.Meet(ctx, tx, deal, name, strings.TrimSpace(role))
		if err != nil {
			return nil, onField("newcomers", err)
		}
		ids = append(ids, who.ID)
	}
	return ids, nil
}

// onField moves the faults of an inner act to the field they were typed into.
func onField(field string, err error) error {
	if p := problem.As(err); p != nil && len(p.Fields) > 0 {
		return &problem.Error{Kind: p.Kind, What: p.What, Fields: []problem.Field{{Name: field, What: p.Fields[0].What}}}
	}
	return named(field, err)
}
