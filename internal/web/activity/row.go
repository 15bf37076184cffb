package activity

import (
	"cmp"
	"encoding/json"
	"fmt"
	"net/url"
	"regexp"
	"sort"
	"strings"
	"time"

	"throughline/internal/clock"
	"throughline/internal/journal"
	"throughline/internal/problem"
	"throughline/internal/web/kit"
)

// row is one thing that an act changed, in words.
type row struct {
	What    string // a requirement
	Key     string
	Title   string
	Path    string // empty for what is no longer there
	How     string // added, changed, removed
	Changes []change
	Private bool // words of people outside changed; they stand with the thing alone
}

// change is one field before and after.
type change struct{ Field, Was, Now string }

func (v *view) row(e journal.Entry) (row, error) {
	out := row{What: strings.ReplaceAll(e.Kind, "-", " "), How: "changed"}
	if e.Kind == "opportunity" {
		out.What = "deal"
	}
	if e.Kind == "link" {
		v.linked(e, &out)
		return out, nil
	}
	card, known, err := v.r.House.Describe(v.r.Ctx(), v.r.Reader, e.Kind, e.Thing)
	if err != nil && problem.Of(err) != problem.Missing {
		return out, err
	}
	if known {
		if !strings.HasPrefix(card.Title, card.Key) {
			out.Key = card.Key
		}
		out.Title, out.Path = v.dates(card.Title), "/go/"+url.PathEscape(e.Kind)+"/"+e.Thing
	}
	switch {
	case e.Was == "" && e.Now != "":
		out.How = "added"
		return out, nil
	case e.Now == "":
		out.How = "removed"
	}
	changes := e.Changes()
	for _, c := range changes {
		field := fieldWord(c.Column)
		was, now := v.value(c.Was), v.value(c.Now)
		if field != "" && was != now {
			out.Changes = append(out.Changes, change{field, was, now})
		}
	}
	out.Private = len(changes) == 0
	return out, nil
}

// linked says of a link which requirement it ties to what stands beside it.
func (v *view) linked(e journal.Entry, out *row) {
	var ends struct {
		From string `json:"from_id"`
		To   string `json:"to_id"`
	}
	out.How = "added"
	if e.Now == "" {
		out.How = "removed"
	}
	if json.Unmarshal([]byte(cmp.Or(e.Now, e.Was)), &ends) != nil {
		return
	}
	key := cmp.Or(v.keys[ends.To], v.keys[ends.From])
	if key == "" {
		return
	}
	out.What, out.How = map[string]string{"added": "linked to", "removed": "no longer linked to"}[out.How], ""
	out.Key, out.Path = key, v.r.DealPath("requirements/"+key)
}

// silent are columns that say nothing to a person: what the program reckons for itself.
var silent = map[string]bool{"name_key": true, "number": true, "meaning": true, "words_hash": true, "sha256": true, "locked_hash": true, "source_hash": true, "model_hash": true,
	"proof_hash": true, "hash": true, "place": true, "position": true, "marks": true, "path": true, "origin": true, "more": true, "frozen": true, "changed_at": true,
	"changed_by": true, "at": true, "ended_at": true, "answered_at": true, "answered_by": true, "asked_at": true, "done_at": true, "approved_at": true, "withdrawn_at": true,
	"made_at": true, "resolved_at": true, "decided_at": true, "written_at": true, "erased_at": true, "revoked_at": true, "counts_from": true, "earlier": true, "frozen_act": true, "heard_at": true}

// fieldWords are columns whose words are not their names.
var fieldWords = map[string]string{"grouping_name": "group", "owes_why": "why it owes that", "by_person": "said by", "to_contact": "said to", "where_said": "where it was said",
	"with_whom": "with", "ae": "AE", "se": "SE", "sa": "SA", "close_on": "closes", "go_live_on": "planned go-live", "signed_on": "signed", "due_on": "due", "owner_text": "owner in the CRM",
	"external_id": "id in the CRM", "crm_state": "state in the CRM", "from_kind": "from", "by_whom": "by", "run_by": "run by", "taken_by": "taken over by"}

func fieldWord(column string) string {
	if silent[column] {
		return ""
	}
	if w := fieldWords[column]; w != "" {
		return w
	}
	return strings.ReplaceAll(strings.TrimSuffix(strings.TrimSuffix(column, "_at"), "_on"), "_", " ")
}

var (
	anID    = regexp.MustCompile(`^(s\d{15}|[0-9a-hjkmnp-tv-z]{16})$`)
	aDay    = regexp.MustCompile(`^\d{4}-\d{2}-\d{2}$`)
	longest = 600
)

var aDayWithin = regexp.MustCompile(`\b\d{4}-\d{2}-\d{2}\b`)

// dates writes the days in a sentence as this person reads them.
func (v *view) dates(s string) string {
	return aDayWithin.ReplaceAllStringFunc(s, func(d string) string { return v.r.Day(clock.Date(d)) })
}

// short says whether two values are read best as one after the other: a state, a day, a name.
func (c change) short() bool { return len([]rune(c.Was)) <= 32 && len([]rune(c.Now)) <= 32 }

// value is a kept value as a person reads it; nothing reads as nothing.
func (v *view) value(raw json.RawMessage) string {
	var x any
	if len(raw) == 0 || json.Unmarshal(raw, &x) != nil {
		return ""
	}
	out := v.say(x)
	if r := []rune(out); len(r) > longest {
		out = string(r[:longest]) + "…"
	}
	return out
}

func (v *view) say(x any) string {
	switch t := x.(type) {
	case nil:
		return ""
	case bool:
		if t {
			return "yes"
		}
		return "no"
	case float64:
		return strings.TrimSuffix(strings.TrimRight(fmt.Sprintf("%.4f", t), "0"), ".")
	case string:
		return v.sayText(t)
	case []any:
		var parts []string
		for _, e := range t {
			if s := v.say(e); s != "" {
				parts = append(parts, s)
			}
		}
		return strings.Join(parts, ", ")
	case map[string]any:
		return v.sayFields(t)
	}
	return ""
}

func (v *view) sayText(s string) string {
	if name, ok := v.known[s]; ok {
		return name
	}
	if anID.MatchString(s) {
		return "another thing"
	}
	if aDay.MatchString(s) {
		return v.r.Day(clock.Date(s))
	}
	if t, err := time.Parse(time.RFC3339Nano, s); err == nil {
		return v.r.Moment(clock.At(t))
	}
	return s
}

func (v *view) sayFields(m map[string]any) string {
	if minor, ok := m["minor"].(float64); ok { // an amount
		known, _ := m["known"].(bool)
		currency, _ := m["currency"].(string)
		return kit.Money(moneyOf(known, int64(minor), currency))
	}
	names := make([]string, 0, len(m))
	for name := range m {
		names = append(names, name)
	}
	sort.Strings(names)
	var parts []string
	for _, name := range names {
		if s := v.say(m[name]); s != "" && s != "no" && fieldWord(name) != "" {
			parts = append(parts, fieldWord(name)+" "+s)
		}
	}
	return strings.Join(parts, ", ")
}
