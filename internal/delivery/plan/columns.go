// Package plan reads a plan of tasks from delimited text, as trackers and people write them. It
// knows rows and what their columns mean, not the deal they are for.
package plan

import (
	"strings"
	"unicode"
)

// columns are the names a plan's columns go by, in the exports of trackers and in
// people's own lists.
var columns = map[string][]string{
	"key":          {"key", "id", "no", "nr", "#", "task id"},
	"title":        {"title", "task", "name", "task name", "summary", "what"},
	"party":        {"party", "side"},
	"owner":        {"owner", "assignee", "assigned to", "who", "responsible"},
	"start":        {"start", "start date", "starts", "begin", "from"},
	"due":          {"due", "due date", "end", "end date", "finish", "finish date", "until"},
	"depends":      {"depends", "depends on", "dependencies", "predecessors", "after", "waits for"},
	"requirements": {"requirements", "requirement", "requirement keys", "implements", "for"},
	"tracker":      {"tracker", "tracker key", "issue", "issue key", "ticket"},
}

var fieldOf = func() map[string]string {
	out := map[string]string{}
	for field, names := range columns {
		for _, n := range names {
			out[n] = field
		}
	}
	return out
}()

// columnOf is the field that a column's name means; empty for none of ours.
func columnOf(name string) string {
	return fieldOf[strings.ToLower(strings.Join(strings.FieldsFunc(name, func(r rune) bool { return unicode.IsSpace(r) || r == '_' }), " "))]
}

// partyWords are the words for a task's side.
var partyWords = map[string]string{
	"": "ours", "ours": "ours", "us": "ours", "our": "ours", "vendor": "ours", "customer": "customer", "client": "customer", "theirs": "customer",
	"partner": "partner", "third party": "partner", "supplier": "partner",
}

// listed divides a cell into its entries: by semicolon, line or bar, and by comma where none
// of these stands.
func listed(cell string) []string {
	split := func(r rune) bool { return r == ';' || r == '|' || r == '\n' }
	if !strings.ContainsFunc(cell, split) {
		split = func(r rune) bool { return r == ',' }
	}
	var out []string
	for _, s := range strings.FieldsFunc(cell, split) {
		if s = strings.TrimSpace(s); s != "" {
			out = append(out, s)
		}
	}
	return out
}
