package settings

import (
	"context"
	"fmt"
	"io"
	"mime"
	"strings"
	"unicode/utf8"

	"throughline/internal/journal"
	"throughline/internal/people"
	"throughline/internal/people/guide"
	"throughline/internal/problem"
	"throughline/internal/team"
	"throughline/internal/web/kit"
	"throughline/internal/web/look"
)

// guideView is the role guide in force, and what it says otherwise than the shipped one.
type guideView struct {
	r       *kit.Request
	own     people.OwnGuide // without an id where the shipped one is in force
	g       *guide.Guide
	differs []guide.Difference
	broken  string              // why the own one cannot be read by this program; empty where it can
	may     bool                // the person may put another in force
	losses  map[string][]string // by the form that takes something out: what people have to do with it
}

func showGuide(r *kit.Request) error {
	v := &guideView{r: r}
	var err error
	if v.own, err = people.OwnGuideOf(r.Ctx(), r.Reader); err != nil {
		return err
	}
	if v.own.ID != "" {
		if _, err := guide.Held(v.own.Text); err != nil {
			v.broken = err.Error()
		}
	}
	v.g = v.own.Guide()
	v.differs = guide.Differences(guide.Shipped(), v.g)
	if v.may, err = people.MayKeepGuide(r.Ctx(), r.Reader, r.Person.ID); err != nil {
		return err
	}
	if err := v.findLosses(); err != nil {
		return err
	}
	return r.Draw(guidePage(r.Shell("Role guide", "/settings"), v))
}

// holds says how much stands in the guide in force.
func (v *guideView) holds() []look.Fact {
	fact := func(label string, n int) look.Fact { return look.Fact{Label: label, Value: fmt.Sprint(n)} }
	return []look.Fact{fact("Skills", len(v.g.Skills)), fact("Bands", len(v.g.Bands)), fact("Steps of the ladders", len(v.g.Places)), fact("Moves", len(v.g.Moves)), fact("Questions", len(v.g.Questions))}
}

// keepGuide puts a file in force. What was sent stands in the form again when it is refused.
func keepGuide(r *kit.Request) error {
	in := people.GuideIn{Text: strings.ReplaceAll(r.PostForm.Get("guide"), "\r\n", "\n")}
	if err := r.Decode(&in); err != nil {
		return err
	}
	if f, h, ok := r.Upload("file"); ok {
		defer f.Close()
		raw, err := io.ReadAll(f)
		if err != nil {
			return problem.New(problem.Invalid, "%s did not arrive whole. Send it again.", h.Filename)
		}
		in.Text = string(raw)
		r.PostForm.Del("guide")
		if len(raw) <= guide.SizeLimit && utf8.Valid(raw) {
			r.PostForm.Set("guide", in.Text)
		}
	}
	if strings.TrimSpace(in.Text) == "" {
		return &problem.Error{Kind: problem.Invalid, What: "No guide was given.", Fields: []problem.Field{{Name: "file", What: "Choose a file, or paste what stands in it."}}}
	}
	err := r.Act("guide.keep", func(ctx context.Context, tx *journal.Tx) error {
		_, err := team.KeepGuide(ctx, tx, in)
		return err
	})
	if err != nil {
		return inGuide(err)
	}
	return r.Done("/settings/guide")
}

// mostFaults is how many faults of a file are listed at once.
const mostFaults = 12

// inGuide gives faults of a file to the form's field that holds its text.
func inGuide(err error) error {
	e := problem.As(err)
	if e == nil || e.Kind != problem.Invalid {
		return err
	}
	out := &problem.Error{Kind: e.Kind, What: e.What}
	for i, f := range e.Fields {
		if f.Name == "anyway" {
			return err
		}
		if i == mostFaults {
			out.Fields = append(out.Fields, problem.Field{Name: "guide", What: fmt.Sprintf("And %d more. Mend these first.", len(e.Fields)-i)})
			break
		}
		out.Fields = append(out.Fields, problem.Field{Name: "guide", What: f.Name + ": " + f.What})
	}
	if len(e.Fields) == 0 {
		out.Fields = []problem.Field{{Name: "guide", What: e.What}}
	}
	return out
}

func leaveGuide(r *kit.Request) error {
	var in people.GoneIn
	if err := r.Decode(&in); err != nil {
		return err
	}
	if err := r.Act("guide.leave", func(ctx context.Context, tx *journal.Tx) error {
		_, err := people.LeaveGuide(ctx, tx, in)
		return err
	}); err != nil {
		return err
	}
	return r.Done("/settings/guide")
}

// sendGuide gives the guide in force as its file, byte for byte as it was kept.
func sendGuide(r *kit.Request) error {
	own, err := people.OwnGuideOf(r.Ctx(), r.Reader)
	if err != nil {
		return err
	}
	text := own.Text
	if own.ID == "" {
		text = string(guide.Text())
	}
	h := r.Writer().Header()
	h.Set("Content-Type", "application/json")
	h.Set("Content-Disposition", mime.FormatMediaType("attachment", map[string]string{"filename": "guide.json"}))
	h.Set("Cache-Control", "private, no-store")
	_, err = io.WriteString(r.Writer(), text)
	return err
}
