package activity

import (
	"net/url"
	"sort"
	"strconv"
	"strings"

	"throughline/internal/area"
	"throughline/internal/journal"
	"throughline/internal/problem"
	"throughline/internal/thread"
	"throughline/internal/web/kit"
	"throughline/internal/web/look"
)

const (
	pageSize = 25
	mostRows = 6 // of one act, shown at once
)

type view struct {
	r      *kit.Request
	filter journal.ActFilter
	key    string // the requirement filtered by
	wrong  string
	acts   []act
	next   string
	names  area.Names
	known  map[string]string // ids to names and keys
	keys   map[string]string // ids of requirements to their keys
	done   []string          // names of the acts that were done in the deal
}

// act is one act with what it changed.
type act struct {
	journal.Acted
	words string
	rows  []row
	rest  int
	undo  *look.Act
}

func show(r *kit.Request) error {
	shell, err := r.DealShell("Activity", "Activity")
	if err != nil {
		return err
	}
	v, err := load(r)
	if err != nil {
		return err
	}
	return r.Draw(page(shell, v))
}

func load(r *kit.Request) (*view, error) {
	q := r.URL.Query()
	v := &view{r: r, filter: journal.ActFilter{Actor: q.Get("person"), Kind: word(q.Get("kind"))}, key: strings.ToUpper(strings.TrimSpace(q.Get("requirement")))}
	var err error
	if v.names, err = r.Names(); err != nil {
		return nil, err
	}
	if v.done, err = journal.ActNames(r.Ctx(), r.Reader, r.Deal.ID); err != nil {
		return nil, err
	}
	if err := v.learn(); err != nil {
		return nil, err
	}
	if v.key != "" {
		req, err := thread.ByKey(r.Ctx(), r.Reader, r.Deal.ID, v.key)
		if problem.Of(err) == problem.Missing {
			v.wrong = "No requirement of this deal has the key " + v.key + "."
			return v, nil
		}
		if err != nil {
			return nil, err
		}
		v.filter.Thing = req.ID
	}
	return v, v.read()
}

// word keeps letters and hyphens, as the names of acts have them.
func word(s string) string {
	return strings.Map(func(r rune) rune {
		if r >= 'a' && r <= 'z' || r == '-' {
			return r
		}
		return -1
	}, s)
}

// learn knows the ids that changes name: people, stakeholders, requirements.
func (v *view) learn() error {
	v.known, v.keys = map[string]string{}, map[string]string{}
	for id, name := range v.names {
		v.known[id] = name
	}
	all, err := thread.Requirements(v.r.Ctx(), v.r.Reader, v.r.Deal.ID)
	for _, q := range all {
		v.keys[q.ID] = q.Key(v.r.Deal.Prefix)
		v.known[q.ID] = v.keys[q.ID]
	}
	return err
}

func (v *view) read() error {
	before := journal.End
	if n, err := strconv.ParseInt(v.r.URL.Query().Get("after"), 10, 64); err == nil && n > 0 {
		before = n
	}
	all, err := journal.Acts(v.r.Ctx(), v.r.Reader, v.r.Deal.ID, v.filter, before, pageSize+1)
	if err != nil {
		return err
	}
	if len(all) > pageSize {
		all = all[:pageSize]
		v.next = strconv.FormatInt(all[pageSize-1].Last, 10)
	}
	mine := false
	for _, a := range all {
		rows, err := journal.RowsOf(v.r.Ctx(), v.r.Reader, a.ID, v.r.Deal.ID, mostRows)
		if err != nil {
			return err
		}
		out := act{Acted: a, words: v.r.House.Act(a.Act), rest: max(0, a.Rows-len(rows))}
		for _, e := range rows {
			shown, err := v.row(e)
			if err != nil {
				return err
			}
			out.rows = append(out.rows, shown)
		}
		if a.Actor == v.r.Person.ID && !mine && before == journal.End {
			mine = true
			out.undo = v.undo(a)
		}
		v.acts = append(v.acts, out)
	}
	return nil
}

// undo takes one's own last act back, unless it is one that is withdrawn.
func (v *view) undo(a journal.Acted) *look.Act {
	if v.r.House.Journal.Final[a.Act] {
		return nil
	}
	return &look.Act{Label: "Undo", Key: "U", Icon: "undo", Kind: look.Ghost, Post: "/undo", About: v.r.House.Act(a.Act),
		Hidden: []look.Hidden{{Name: "act", Value: a.ID}, {Name: "next", Value: v.address().With("done", "")}}}
}

func (v *view) address() look.Address {
	q := url.Values{}
	for k, s := range v.r.URL.Query() {
		if k != "done" {
			q[k] = s
		}
	}
	return look.Address{Path: v.r.DealPath("activity"), Query: q}
}

func (v *view) after() string {
	if v.next == "" {
		return ""
	}
	return v.address().With("after", v.next)
}

// people are whoever may have acted, by name.
func (v *view) people() []look.Option {
	out := []look.Option{{Value: "", Label: "anyone"}}
	for id, name := range v.names {
		out = append(out, look.Option{Value: id, Label: name})
	}
	sort.Slice(out[1:], func(i, j int) bool { return out[i+1].Label < out[j+1].Label })
	return out
}

// kinds are the areas in which something was done.
func (v *view) kinds() []look.Option {
	out := []look.Option{{Value: "", Label: "anything"}}
	for _, name := range v.done {
		kind, _, _ := strings.Cut(name, ".")
		if out[len(out)-1].Value != kind {
			out = append(out, look.Option{Value: kind, Label: strings.ReplaceAll(kind, "-", " ")})
		}
	}
	return out
}

func (v *view) person(id string) look.Person {
	p := look.Person{Name: v.names.Of(id)}
	switch id {
	case v.r.Deal.SE:
		p.Role = "SE"
	case v.r.Deal.SA:
		p.Role = "SA"
	}
	return p
}

// takes are the acts shown as files, all pages of them.
func (v *view) takes() []look.Act {
	q := url.Values{}
	for name, value := range map[string]string{"person": v.filter.Actor, "kind": v.filter.Kind, "words": v.key} {
		if value != "" {
			q.Set(name, value)
		}
	}
	return look.Address{Path: "/api" + v.r.DealPath("activity"), Query: q}.Take("activity")
}
