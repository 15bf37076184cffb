package dsl

// Kind says what an element is.
type Kind string

// The kinds of elements. An instance is a system or container placed on a
// deployment node; custom is an element outside of C4.
const (
	Person         Kind = "person"
	System         Kind = "system"
	Container      Kind = "container"
	Component      Kind = "component"
	Node           Kind = "node"
	Infrastructure Kind = "infrastructure"
	Instance       Kind = "instance"
	Custom         Kind = "custom"
)

// Element is one thing of the model.
type Element struct {
	// Key is the canonical path, unique in a workspace and the same at every
	// reading: "Container://Relay.Event router", "DeploymentNode://Live/Hub".
	Key         string
	Identifier  string // as written in the text, "" if none
	Kind        Kind
	Name        string
	Description string
	Technology  string // of a custom element: its metadata
	Parent      string // key of the element that holds it, "" at the top
	Tags        []string
	Group       string // path of groups, parts joined by Workspace.Separator
	External    bool   // not ours: tagged external or existing
	URL         string
	// Properties holds names and values as written.
	Properties   map[string]string
	Perspectives []Perspective
	// Environment names the deployment environment of a node or an instance.
	Environment string
	// Of is the key of the system or container an instance is of.
	Of string
	// Groups names the deployment groups an instance belongs to.
	Groups []string
	// Instances says how many there are of a node: "4", "1..N"; "" means one.
	Instances string
	Checks    []Check
	Line      int // where it was written, from 1
	File      string
}

// Perspective is a note on an element or a relationship from one point of view.
type Perspective struct{ Name, Description, Value string }

// Check is a health check written on an instance: seconds between two, and
// milliseconds until it counts as failed; both as written.
type Check struct{ Name, URL, Interval, Timeout string }

// Relationship says that one element uses another.
type Relationship struct {
	Identifier   string
	From, To     string // keys of elements
	Description  string
	Technology   string
	Tags         []string
	URL          string
	Properties   map[string]string
	Perspectives []Perspective
	// Implied is true when nobody wrote it: it follows from one between
	// parts, or between the elements that instances are of.
	Implied bool
	// Follows is the Key of the relationship it follows from.
	Follows string
	Line    int
	File    string
}

// Key identifies a relationship in its workspace by its ends and words.
func (r Relationship) Key() string {
	return r.From + " -> " + r.To + " : " + r.Description + " : " + r.Technology
}

// Removal is a relationship taken out of one environment (written -/>).
type Removal struct{ Environment, From, To string }

// Environment is a deployment environment with its deployment groups.
type Environment struct {
	Name, Identifier string
	Groups           []string
	Line             int
}

// Group is a named box around elements of one level.
type Group struct {
	Path       string // parts joined by Workspace.Separator
	Parent     string // key of the element it stands in, "" at the top
	URL        string
	Properties map[string]string
}

// Style is what a view says of the looks of a tag. We keep it and draw by our own.
type Style struct {
	Of       string // "element" or "relationship"
	Tag      string
	Scheme   string // "", "light" or "dark"
	Settings []Setting
}

// Setting is one line of a style: shape Cylinder.
type Setting struct{ Name, Value string }

// Kept is text that we do not read but write back.
type Kept struct {
	Place   string // "workspace", "model", "views" or the key of an element
	Keyword string
	Text    string // as written
	Line    int
	File    string
}

// Source is one file as it came.
type Source struct {
	Name  string
	Bytes []byte
}

// Workspace is a whole model with its views.
type Workspace struct {
	Name, Description string
	Properties        map[string]string
	ModelProperties   map[string]string
	ViewProperties    map[string]string
	Separator         string // between the parts of a group's path
	ImpliedOff        bool   // no relationships are implied
	Elements          []Element
	Relationships     []Relationship
	Environments      []Environment
	Groups            []Group
	Removed           []Removal
	Views             []View
	Styles            []Style
	Kept              []Kept
	// Sources holds every file read, the first one being the workspace.
	Sources []Source
	// print is the fresh text at reading time, hashed: while it is unchanged
	// the source is what Print gives.
	print [32]byte
}

// Element finds an element by its key.
func (w *Workspace) Element(key string) (Element, bool) {
	for _, e := range w.Elements {
		if e.Key == key {
			return e, true
		}
	}
	return Element{}, false
}
