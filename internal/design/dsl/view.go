package dsl

// ViewKind says what a view shows.
type ViewKind string

// The kinds of views.
const (
	Landscape     ViewKind = "landscape"
	ContextView   ViewKind = "context"
	ContainerView ViewKind = "container"
	ComponentView ViewKind = "component"
	Deployment    ViewKind = "deployment"
	Dynamic       ViewKind = "dynamic"
	Filtered      ViewKind = "filtered"
	CustomView    ViewKind = "custom"
	Image         ViewKind = "image"
)

// View is one picture that the workspace asks for.
type View struct {
	Kind               ViewKind
	Key                string
	Unnamed            bool   // Key was made by us
	Scope              string // key of an element, "" for all
	Environment        string // of a deployment view
	Title, Description string
	Clauses            []Clause // includes and excludes in their order
	Layout             *AutoLayout
	Animation          [][]string // steps as written
	Steps              []Step     // of a dynamic view
	Base               string     // filtered: key of the view it filters
	Mode               string     // filtered: include or exclude
	Tags               []string   // filtered: by these
	Default            bool
	Properties         map[string]string
	Body               []string // image: lines as written
	Line               int
	// Elements and Relationships are the keys the clauses come down to.
	Elements      []string
	Relationships []string
}

// Clause is one include or exclude with its expressions as written.
type Clause struct {
	Exclude     bool
	Expressions []string
	Line        int
}

// AutoLayout is what the text asks of a layout: tb, bt, lr or rl, and pixels.
type AutoLayout struct{ Direction, Rank, Node string }

// Step is one interaction of a dynamic view.
type Step struct {
	Order       string // as written, or counted from 1
	From, To    string
	Description string
	Technology  string
	Line        int
	// Sequence numbers the parallel block it stands in, 0 for the main line.
	Sequence int
	// Relationship is the key of the model's relationship it plays.
	Relationship string
}
