package design

import (
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"throughline/internal/account"
	"throughline/internal/clock"
	"throughline/internal/journal"
	"throughline/internal/thread"
)

// Concern is one thing that somebody has to be sure about before the design is built (ISO/IEC/IEEE
// 42010: a matter of interest to a stakeholder), with what we advise on it. The five that every
// design is asked are [Standard]; a deal may have its own.
type Concern struct {
	journal.Row
	Name      string        `db:"name" json:"name"`
	Advice    string        `db:"advice" json:"advice"`         // empty where it is not needed
	Checked   string        `db:"checked" json:"checked"`       // how it was checked; empty while nobody did
	Weeks     float64       `db:"weeks" json:"weeks"`           // of work that the advice costs; 0 where nobody said
	NotNeeded string        `db:"not_needed" json:"not_needed"` // why this design needs no advice on it
	By        string        `db:"said_by" json:"by"`            // a person's id
	At        clock.Instant `db:"said_at" json:"at"`
}

// StandardConcern is one that every design is asked.
type StandardConcern struct {
	Name string
	Asks string        // what the advice answers
	Of   []thread.Kind // requirements of these kinds usually concern it
}

// Standard are the concerns of the text on the two roles: what an SA designs and advises on.
var Standard = []StandardConcern{
	{"integration", "Which pattern joins the systems, who calls whom, and what happens when the other side is away?", []thread.Kind{thread.Integration}},
	{"data migration", "What moves, in which order and window, how is it compared, and until when can it be taken back?", []thread.Kind{thread.Data}},
	{"topology", "What runs where, how many of each, in which network and region, and what is lost with one of them?", []thread.Kind{thread.Constraint}},
	{"security configuration", "Who signs in how, what is set where, which keys lie with whom, and what is logged?", []thread.Kind{thread.Security}},
	{"scalability", "What load is stated, what is the headroom, what gives way first, and what grows it?", []thread.Kind{thread.Quality}},
}

var concernKind = journal.Declare[Concern]("concern", "concern")

// Advised says whether there is advice, or a reason why none is needed.
func (k Concern) Advised() bool { return k.Advice != "" || k.NotNeeded != "" }

// Title is the name as a heading begins.
func (k Concern) Title() string {
	first, size := utf8.DecodeRuneInString(k.Name)
	return string(unicode.ToUpper(first)) + k.Name[size:]
}

// Effort is the work of the advice in words, empty where nobody said.
func (k Concern) Effort() string {
	switch k.Weeks {
	case 0:
		return ""
	case 1:
		return "1 week"
	}
	return strconv.FormatFloat(k.Weeks, 'f', -1, 64) + " weeks"
}

// Concerns are a deal's: the standard ones that were spoken to, in their order, then its own.
func Concerns(ctx context.Context, src journal.Source, deal string) ([]Concern, error) {
	all, err := journal.List[Concern](ctx, src, deal)
	slices.SortStableFunc(all, func(a, b Concern) int { return place(a.Name) - place(b.Name) })
	return all, err
}

func place(name string) int {
	if i := slices.IndexFunc(Standard, func(s StandardConcern) bool { return s.Name == name }); i >= 0 {
		return i
	}
	return len(Standard)
}

// ConcernedBy maps each concern to the requirements it is about, by id.
func ConcernedBy(ctx context.Context, src journal.Source, deal string) (map[string][]string, error) {
	of, err := thread.Linked(ctx, src, deal, concernKind.Name, thread.Trace)
	out := map[string][]string{}
	for requirement, ids := range of {
		for _, id := range ids {
			out[id] = append(out[id], requirement)
		}
	}
	for _, ids := range out {
		slices.Sort(ids) // ids are in the order of time
	}
	return out, err
}

// unadvised: D-31, a standard concern nobody advised on, and D-32, advice that nobody checked. A
// deal for a standard product needs no design, so nothing is asked of it.
func unadvised(ctx context.Context, src journal.Source, deal string) (out []Finding, err error) {
	d, err := journal.Load[account.Opportunity](ctx, src, deal)
	if err != nil || d.Standard {
		return nil, err
	}
	said, err := Concerns(ctx, src, deal)
	if err != nil {
		return nil, err
	}
	requirements, err := thread.Requirements(ctx, src, deal)
	for _, s := range Standard {
		if slices.ContainsFunc(said, func(k Concern) bool { return k.Name == s.Name }) {
			continue
		}
		keys, must := s.waits(&d, requirements)
		what := fmt.Sprintf("Nobody advised on %s.", s.Name)
		if keys != "" {
			what = fmt.Sprintf("Nobody advised on %s. It may concern %s.", s.Name, keys)
		}
		out = append(out, Finding{"D-31", concernKind.Name, "", s.Name, what, must})
	}
	for _, k := range said {
		if k.Advice != "" && k.Checked == "" {
			out = append(out, Finding{"D-32", concernKind.Name, k.ID, k.Name, fmt.Sprintf("Nobody checked the advice on %s.", k.Name), false})
		}
	}
	return out, err
}

// waits names the requirements of a concern's kinds, and says whether a must is among them.
func (s StandardConcern) waits(d *account.Opportunity, all []thread.Requirement) (keys string, must bool) {
	const most = 3
	var named []string
	for _, r := range all {
		if owed, _ := thread.Owed(d, &r, true); !owed[thread.Designed] || !slices.Contains(s.Of, r.Kind) {
			continue
		}
		named = append(named, r.Key(d.Prefix))
		must = must || r.Priority == thread.Must
	}
	if more := len(named) - most; more > 0 {
		return fmt.Sprintf("%s and %d more", strings.Join(named[:most], ", "), more), must
	}
	return strings.Join(named, ", "), must
}
