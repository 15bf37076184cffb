package search

import (
	"fmt"
	"net/url"
	"strconv"
	"strings"

	"throughline/internal/account"
	"throughline/internal/problem"
	"throughline/internal/search"
	"throughline/internal/web/kit"
	"throughline/internal/web/look"
)

// pageSize is how many hits one page shows.
const pageSize = 30

type view struct {
	r      *kit.Request
	words  string
	kind   string
	deal   string // a prefix
	wrong  string // the prefix is of no deal
	found  search.Found
	labels map[string]account.Label
}

// show is the search page: its whole state stands in the address.
func show(r *kit.Request) error {
	q := r.URL.Query()
	v := &view{r: r, words: strings.TrimSpace(q.Get("q")), kind: q.Get("kind"), deal: strings.ToUpper(strings.TrimSpace(q.Get("deal")))}
	query := search.Query{Words: v.words, Kind: v.kind, Limit: pageSize}
	query.After, _ = strconv.ParseInt(q.Get("after"), 10, 64) // a cursor of ours, or the beginning
	if v.deal != "" {
		d, err := account.ByPrefix(r.Ctx(), r.Reader, v.deal)
		if problem.Of(err) == problem.Missing {
			v.wrong = fmt.Sprintf("No deal has the key %s.", v.deal)
			return r.Draw(page(r.Shell("Search", "/search"), v))
		}
		if err != nil {
			return err
		}
		query.Deal = d.ID
	}
	var err error
	if v.found, err = search.Find(r.Ctx(), r.House.Journal.DB, r.Reader, query); err != nil {
		return err
	}
	var deals []string
	for _, h := range v.found.Hits {
		deals = append(deals, h.Deal)
	}
	if v.labels, err = account.Labels(r.Ctx(), r.Reader, deals); err != nil {
		return err
	}
	return r.Draw(page(r.Shell("Search", "/search"), v))
}

func (v *view) address() look.Address {
	q := url.Values{}
	for k, s := range v.r.URL.Query() {
		q[k] = s
	}
	return look.Address{Path: "/search", Query: q}
}

func (v *view) next() string {
	if v.found.Next == 0 {
		return ""
	}
	return v.address().With("after", strconv.FormatInt(v.found.Next, 10))
}

// hit is one line of what was found.
type hit struct {
	search.Hit
	label account.Label
	key   string
	path  string
	kind  string
}

func (v *view) hits() (out []hit) {
	for _, h := range v.found.Hits {
		l := v.labels[h.Deal]
		x := hit{Hit: h, label: l, key: h.Label, kind: kindWord(h.Kind), path: "/go/" + url.PathEscape(h.Kind) + "/" + h.Thing}
		switch {
		case strings.HasPrefix(h.Label, "-"):
			x.key = l.Prefix + h.Label
		case h.Kind == "opportunity":
			x.key, x.Title = l.Prefix, l.Account+": "+h.Title
		case x.key == "" && h.Deal != "":
			x.key = l.Prefix
		}
		if part := excerpt(h.Title, v.words); part != "" && len([]rune(h.Title)) > 2*around {
			x.Title = part
		}
		out = append(out, x)
	}
	return out
}

// kinds are what one can look for, in the order of the stations.
var kinds = []look.Option{{Value: "", Label: "anything"}, {Value: "opportunity", Label: "deals"}, {Value: "account", Label: "accounts"}, {Value: "contact", Label: "contacts"},
	{Value: "requirement", Label: "requirements"}, {Value: "quote", Label: "quotes"}, {Value: "call", Label: "calls"}, {Value: "speech", Label: "transcripts"}, {Value: "fact", Label: "facts"},
	{Value: "promise", Label: "promises"}, {Value: "question", Label: "questions"}, {Value: "demo", Label: "demos"}, {Value: "demo-segment", Label: "segments of demos"}, {Value: "reaction", Label: "reactions"},
	{Value: "answer", Label: "answers"}, {Value: "criterion", Label: "criteria"}, {Value: "sign-off", Label: "sign-offs"}, {Value: "element", Label: "elements"}, {Value: "decision", Label: "decisions"},
	{Value: "task", Label: "tasks"}, {Value: "check", Label: "checks"}, {Value: "person", Label: "people of ours"}}

// kindWord is a kind as its line names it.
func kindWord(kind string) string {
	switch kind {
	case "opportunity":
		return "deal"
	case "speech":
		return "transcript"
	case "person":
		return "person of ours"
	case "demo-segment":
		return "segment of a demo"
	}
	return kind
}

// about says how the search went.
func (v *view) about() string {
	switch {
	case v.words == "":
		return "Every word of every deal: requirements, quotes, calls, promises, answers, decisions and people."
	case v.found.Short && len(v.found.Hits) == 0:
		return "These words stand in too many places to be looked through in a second. Add a word, or choose a kind or a deal."
	case v.found.Short:
		return "Not all places could be looked through in a second. Here is what was found by then; add a word, or choose a kind or a deal."
	case v.found.Next != 0:
		return fmt.Sprintf("The first %d places, the last written first.", len(v.found.Hits))
	}
	switch n := len(v.found.Hits); n {
	case 0:
		return "Nothing found."
	case 1:
		return "1 place."
	default:
		return fmt.Sprintf("%d places, the last written first.", n)
	}
}
