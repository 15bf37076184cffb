package people

import (
	"context"
	"encoding/json"
	"reflect"

	"throughline/internal/api/rest"
	"throughline/internal/auth"
	"throughline/internal/journal"
	core "throughline/internal/people"
	"throughline/internal/people/guide"
	"throughline/internal/team"
)

func init() {
	operations = append(operations, roleGuide)
	rest.Bodies["/people/guide"] = 4 << 20 // so that a file that is too large is refused with its own sentence
	rest.Shapes[reflect.TypeFor[json.RawMessage]()] = reflect.TypeFor[map[string]any]()
}

// guideInForce is the role guide, with where it comes from.
type guideInForce struct {
	core.OwnGuide
	Own         bool               `json:"own"` // not the one inside the program
	Differences []guide.Difference `json:"differences"`
	File        json.RawMessage    `json:"guide"`
}

type guideFile struct {
	Guide  json.RawMessage `json:"guide"`
	Anyway bool            `json:"anyway,omitempty"` // though people have to do with what it leaves out
}

type anyway struct {
	Anyway bool `json:"anyway,omitempty"`
}

// roleGuide is the workspace's guide, and another in its place.
func roleGuide(s *rest.Server) {
	rest.Read(s, rest.On("/people/guide", "Get the role guide in force: its file, and what differs from the shipped one", auth.See), func(ctx context.Context, c *rest.Caller) (*guideInForce, error) {
		own, err := core.OwnGuideOf(ctx, c.Reader)
		g := own.Guide()
		out := &guideInForce{OwnGuide: own, Own: g.Own(), Differences: guide.Differences(guide.Shipped(), g), File: guide.Text()}
		if g.Own() {
			out.File = json.RawMessage(own.Text)
		} else {
			out.Name = g.Name
		}
		return out, err
	})
	rest.Act(s, rest.On("/people/guide", "Put a role guide of your own in force (people administrators and workspace admins)", auth.See), "guide.keep",
		func(ctx context.Context, tx *journal.Tx, c *rest.Caller, in guideFile) (*core.OwnGuide, error) {
			out, err := team.KeepGuide(ctx, tx, core.GuideIn{Revision: c.Revision, Text: string(in.Guide), Anyway: in.Anyway})
			return &out, err
		})
	rest.Act(s, rest.On("/people/guide/shipped", "Go back to the shipped role guide (people administrators and workspace admins)", auth.See), "guide.leave",
		func(ctx context.Context, tx *journal.Tx, c *rest.Caller, in anyway) (*core.OwnGuide, error) {
			out, err := core.LeaveGuide(ctx, tx, core.GoneIn{Revision: c.Revision, Anyway: in.Anyway})
			return &out, err
		})
	rest.Act(s, rest.On("/people/guide/skills", "Add a skill of your own to the role guide (people administrators and workspace admins)", auth.See), "guide.skill",
		func(ctx context.Context, tx *journal.Tx, c *rest.Caller, in core.SkillIn) (*core.OwnGuide, error) {
			in.Revision = c.Revision
			out, err := core.KeepSkill(ctx, tx, in)
			return &out, err
		})
	rest.Act(s, rest.On("/people/guide/skills/{id}/edit", "Change a skill of your own in the role guide", auth.See), "guide.skill",
		func(ctx context.Context, tx *journal.Tx, c *rest.Caller, in core.SkillIn) (*core.OwnGuide, error) {
			in.ID, in.Revision = c.ID, c.Revision
			out, err := core.KeepSkill(ctx, tx, in)
			return &out, err
		})
	rest.Act(s, rest.On("/people/guide/skills/{id}/remove", "Take a skill of your own out of the role guide", auth.See), "guide.skill-remove",
		func(ctx context.Context, tx *journal.Tx, c *rest.Caller, in anyway) (*core.OwnGuide, error) {
			out, err := core.RemoveSkill(ctx, tx, core.GoneIn{ID: c.ID, Revision: c.Revision, Anyway: in.Anyway})
			return &out, err
		})
}
