package api

import (
	"context"
	"encoding/json"
	"strconv"

	"throughline/internal/api/rest"
	"throughline/internal/auth"
	"throughline/internal/journal"
	"throughline/internal/thread"
)

func init() { operations = append(operations, activities) }

// mostRows is how many things one act of a list tells of; rows says how many there are.
const mostRows = 20

// actPart is one act with what it changed.
type actPart struct {
	journal.Acted
	Words   string       `json:"words"` // "withdrew a requirement"
	Changed []changePart `json:"changed"`
}

// changePart is one thing that an act changed. Words of people outside are not repeated here.
type changePart struct {
	Kind     string      `json:"kind"`
	ID       string      `json:"id"`
	Revision int64       `json:"revision"`
	How      string      `json:"how"` // added, changed, removed
	Fields   []fieldPart `json:"fields"`
}

type fieldPart struct {
	Field string          `json:"field"`
	Was   json.RawMessage `json:"was"`
	Now   json.RawMessage `json:"now"`
}

// activities are what was done, and taking it back.
func activities(s *rest.Server) {
	rest.Get(s, rest.On("/deals/{deal}/activity", "List what was done in a deal, the last first; words names a requirement by its key", auth.See), activity)
	rest.Beside(s, rest.On("/acts/{id}/undo", "Undo an act of your own, if nothing of it was touched since", auth.See), func(ctx context.Context, c *rest.Caller, _ struct{}) (rest.Done[rest.Said], error) {
		r, err := s.House.Journal.Undo(ctx, c.Actor(), c.ID)
		if err == nil {
			s.House.CatchUp(ctx, c.Workspace)
		}
		return rest.Done[rest.Said]{Act: r.Act, Result: rest.Said{Done: true}}, err
	})
}

func activity(ctx context.Context, c *rest.Caller, q rest.Query) (rest.Page[actPart], error) {
	out := rest.Page[actPart]{Items: []actPart{}}
	f := journal.ActFilter{Actor: q.Person, Kind: q.Kind}
	if q.Words != "" {
		req, err := thread.ByKey(ctx, c.Reader, c.Deal.ID, q.Words)
		if err != nil {
			return out, err
		}
		f.Thing = req.ID
	}
	before := journal.End
	if n, err := strconv.ParseInt(q.After, 10, 64); err == nil && n > 0 {
		before = n
	}
	all, err := journal.Acts(ctx, c.Reader, c.Deal.ID, f, before, q.Limit+1)
	if err != nil {
		return out, err
	}
	if len(all) > q.Limit {
		all = all[:q.Limit]
		out.Next = strconv.FormatInt(all[q.Limit-1].Last, 10)
	}
	for _, a := range all {
		rows, err := journal.RowsOf(ctx, c.Reader, a.ID, c.Deal.ID, mostRows)
		if err != nil {
			return out, err
		}
		part := actPart{Acted: a, Words: c.House.Act(a.Act), Changed: []changePart{}}
		for _, e := range rows {
			part.Changed = append(part.Changed, changeOf(e))
		}
		out.Items = append(out.Items, part)
	}
	return out, nil
}

func changeOf(e journal.Entry) changePart {
	p := changePart{Kind: e.Kind, ID: e.Thing, Revision: e.Revision, How: "changed", Fields: []fieldPart{}}
	switch {
	case e.Was == "":
		p.How = "added"
	case e.Now == "":
		p.How = "removed"
	}
	for _, c := range e.Changes() {
		p.Fields = append(p.Fields, fieldPart{c.Column, orNull(c.Was), orNull(c.Now)})
	}
	return p
}

func orNull(raw json.RawMessage) json.RawMessage {
	if len(raw) == 0 {
		return json.RawMessage("null")
	}
	return raw
}
