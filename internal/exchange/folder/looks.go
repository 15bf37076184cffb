package folder

import (
	"strings"

	"throughline/internal/journal"
)

// look is how the things of a kind lie in the folder.
type look struct {
	kind string
	// place is a folder with a Markdown file for each thing ("calls/"), one Markdown file for the
	// only one ("deal.md"), a list (".yaml") or a table (".csv"). Empty: in the file of the thing
	// they belong to, under the name many.
	place     string
	body      string // the field that stands below the others in a Markdown file
	under, by string // the kind they belong to, and the field that names it
	many      string
	// key is the form of a key that holds the thing's number: P%d. Without one a key is made of
	// the field called, else of the kind.
	key    string
	called string
}

// looks stand in the order in which the kinds are taken in: what is named stands before what
// names it where that matters to nobody but the reader.
var looks = []look{
	{kind: "opportunity", place: "deal.md"},
	{kind: "account", place: "accounts.yaml", called: "name"},
	{kind: "person", place: "our-people.yaml", called: "email"},
	{kind: "contact", place: "people/", called: "name"},
	{kind: "stakeholder", under: "contact", by: "contact", many: "stakeholder"},
	{kind: "outside", place: "outside.yaml", called: "called"},
	{kind: "call", place: "calls/", called: "title"},
	{kind: "voice", under: "call", by: "call", many: "voices", called: "label"},
	{kind: "speech", under: "call", by: "call"}, // the text of the call's file
	{kind: "requirement", place: "requirements/", body: "statement", key: "NWF-%d"},
	{kind: "quote", under: "requirement", by: "requirement", many: "quotes"},
	{kind: "question", place: "questions.yaml"},
	{kind: "promise", place: "promises.yaml", key: "P%d"},
	{kind: "fact", place: "facts.yaml", called: "name"},
	{kind: "candidate", place: "candidates.yaml"},
	{kind: "qualification", place: "qualification.yaml"},
	{kind: "demo", place: "demos/", called: "title"},
	{kind: "demo-segment", under: "demo", by: "demo", many: "shown", called: "title"},
	{kind: "reaction", under: "demo-segment", by: "segment", many: "reactions"},
	{kind: "answer", place: "answers/", body: "words", key: "A%d"},
	{kind: "evaluation", place: "evaluations/", called: "title"},
	{kind: "criterion", under: "evaluation", by: "evaluation", many: "criteria"},
	{kind: "result", under: "criterion", by: "criterion", many: "results"},
	{kind: "waiver", under: "criterion", by: "criterion", many: "waivers"},
	{kind: "ground", place: "grounds.yaml"},
	{kind: "sign-off", place: "sign-offs/", body: "words"},
	{kind: "outcome", place: "technical-win.yaml"},
	{kind: "engagement", place: "engagement.yaml"},
	{kind: "sa_request", place: "sa-requests.yaml"},
	{kind: "model text", place: "design/text.yaml"},
	{kind: "element", place: "design/elements.yaml", called: "name"},
	{kind: "relationship", place: "design/relationships.yaml"},
	{kind: "view", place: "design/views.yaml", called: "title"},
	{kind: "position", under: "view", by: "view", many: "positions"},
	{kind: "decision", place: "design/decisions/", body: "outcome", key: "D-%d"},
	{kind: "elsewhere", place: "design/elsewhere.yaml", called: "title"},
	{kind: "review note", place: "design/review-notes.yaml"},
	{kind: "version", place: "design/versions.yaml"},
	{kind: "handoff", place: "handoff/"},
	{kind: "handoff item", under: "handoff", by: "handoff", many: "items"},
	{kind: "task", place: "tasks.csv"},
	{kind: "check", place: "checks.yaml"},
	{kind: "check result", under: "check", by: "check", many: "results"},
	{kind: "gate", place: "gates.yaml", called: "name"},
	{kind: "go-live", place: "go-lives.yaml"},
}

// last lists the kinds that are taken in after all others.
var last = []look{
	{kind: "link", place: "links.csv"},
}

// carried is every kind that a folder carries, with its look, in the order of taking in.
func carried() []*carrying {
	var out []*carrying
	seen := map[string]bool{}
	add := func(l look) {
		k := journal.Kinds()[l.kind]
		if k == nil || seen[l.kind] {
			return
		}
		seen[l.kind] = true
		out = append(out, newCarrying(k, l))
	}
	for _, l := range looks {
		add(l)
	}
	for _, l := range last {
		seen[l.kind] = true
	}
	for _, k := range journal.AllKinds() {
		if _, stays := left[k.Name]; !stays {
			add(look{kind: k.Name, place: strings.ReplaceAll(strings.ReplaceAll(k.Name, " ", "-"), "_", "-") + "s.yaml"})
		}
	}
	for _, l := range last {
		seen[l.kind] = false
		add(l)
	}
	return out
}

// carrying is a kind with its look and its fields.
type carrying struct {
	*journal.Kind
	look
	fields []field
}

// field is a column under the name that it has in the folder.
type field struct {
	journal.Column
	name string
}

// Names of fields that are the folder's own.
const (
	keyField   = "id"
	ownerField = "words_of"
)

func newCarrying(k *journal.Kind, l look) *carrying {
	c := &carrying{Kind: k, look: l}
	taken := map[string]bool{keyField: true, ownerField: true}
	for _, col := range k.Columns() {
		f := field{col, col.Word}
		if taken[f.name] {
			f.name = col.Name
		}
		taken[f.name] = true
		c.fields = append(c.fields, f)
	}
	return c
}

func (c *carrying) field(name string) (field, bool) {
	for _, f := range c.fields {
		if f.name == name {
			return f, true
		}
	}
	return field{}, false
}

// written says whether a field is written among the others of its thing.
func (c *carrying) written(f field) bool {
	return f.name != c.by && (c.key == "" || f.name != "number") && leftFields[c.Name+"."+f.name] == ""
}

// sort of file a place is.
func (c *carrying) sort() string {
	switch {
	case strings.HasSuffix(c.place, "/"):
		return "folder"
	case strings.HasSuffix(c.place, ".md"):
		return "page"
	case strings.HasSuffix(c.place, ".csv"):
		return "table"
	}
	return "list"
}
