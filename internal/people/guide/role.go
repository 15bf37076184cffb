package guide

// The sides of the sale.
const (
	Pre  = "pre"
	Post = "post"
)

// Role is one of the two that the product serves.
type Role struct {
	ID          string `json:"id"`
	Name        string `json:"name"`
	Short       string `json:"short"`
	Side        string `json:"side"`
	Promise     string `json:"promise"` // what the role tells the customer
	Thinks      string `json:"thinks"`
	Optimises   string `json:"optimises"`
	First       string `json:"first"`
	Deliverable string `json:"deliverable"`
	Means       string `json:"means"` // what the deliverable is
	Ends        string `json:"ends"`
	Audience    string `json:"audience"`
	Timescale   string `json:"timescale"`
	Knows       string `json:"knows"`
	Duties      []Duty `json:"duties"`
	Late        string `json:"late,omitempty"` // what it may do on the other side
	// Writes are the documents of the role.
	Writes []string `json:"writes"`
	// Good is what good looks like, by level.
	Good map[string]string `json:"good"`
}

// Duty is one thing the role does, the station it leads to, and the words by which an
// advertisement is seen to ask for it: each sign is words that follow one another, a star
// stands for any beginning or ending of a word, a bar for the end of a clause.
type Duty struct {
	ID    string              `json:"id"`
	Says  string              `json:"says"`
	Does  string              `json:"does"`
	Signs map[string][]string `json:"signs,omitempty"` // by language
}

// Related is a role beside the two.
type Related struct {
	ID      string `json:"id"`
	Name    string `json:"name"`
	Kind    string `json:"kind"` // adjacent, alias, exit, combined
	Of      string `json:"of,omitempty"`
	Shared  string `json:"shared"`
	Differs string `json:"differs"`
}

// Transition is a move between the two roles.
type Transition struct {
	From    string   `json:"from"`
	To      string   `json:"to"`
	Common  string   `json:"common"`
	Drivers []string `json:"drivers"`
	Gaps    []Said   `json:"gaps"`
	Years   *Years   `json:"years,omitempty"` // in the first role, typically; information, not a wall
	Signals []string `json:"signals,omitempty"`
	Jars    string   `json:"jars"`
}

// Said is a gap as the text words it.
type Said struct {
	Skill string `json:"skill"`
	Says  string `json:"says"`
}

// Years is a span of time in a role.
type Years struct {
	From float64 `json:"from"`
	To   float64 `json:"to"`
}

// Level is a rung that roles have in common; Step is added to a skill's weight to give what the
// level requires.
type Level struct {
	ID   string `json:"id"`
	Name string `json:"name"`
	Step int    `json:"step"`
}

// Place is one box of the ladders: a level of a role, a step of its management, or an exit.
type Place struct {
	ID    string `json:"id"`
	Role  string `json:"role,omitempty"`
	Level string `json:"level,omitempty"`
	Name  string `json:"name"`
	Track string `json:"track"` // technical, management, exit
}

// The kinds of move.
const (
	Promote = "promote"
	Switch  = "switch" // both ways
	Exit    = "exit"
)

// Move leads from one place to another.
type Move struct {
	From  string `json:"from"`
	To    string `json:"to"`
	Kind  string `json:"kind"`
	Line  string `json:"line,omitempty"`  // sales or technical
	Where string `json:"where,omitempty"` // the companies that have it
}
