package auth

import (
	"slices"

	"throughline/internal/problem"
)

// Role is what a person is in a workspace.
type Role string

// The roles.
const (
	Admin   Role = "admin"
	Manager Role = "manager"
	AE      Role = "AE" // account executive
	SE      Role = "SE" // Solutions Engineer
	SA      Role = "SA" // Solutions Architect
	Viewer  Role = "viewer"
)

// Roles lists them, most first.
var Roles = []Role{Admin, Manager, AE, SE, SA, Viewer}

// Permission is a group of acts that are allowed together.
type Permission string

// The permissions.
const (
	See     Permission = "see"
	Sell    Permission = "sell"
	Promise Permission = "promise"
	Sign    Permission = "sign"
	Receive Permission = "receive"
	Build   Permission = "build"
	Forget  Permission = "forget"
	Manage  Permission = "manage"
)

// Grant is one line of the table of roles.
type Grant struct {
	Permission Permission
	What       string
	Roles      []Role
}

// Grants is the table: the code asks it, the docs print it, a test goes through it.
var Grants = []Grant{
	{See, "read everything of the workspace", []Role{Admin, Manager, AE, SE, SA, Viewer}},
	{Sell, "import; calls, candidates, requirements, facts; demos, answers, evaluations, sign-offs", []Role{Admin, Manager, SE, SA}},
	{Promise, "record promises and what becomes of them, questions and next steps; competitors and gaps; import from the CRM", []Role{Admin, Manager, AE, SE, SA}},
	{Sign, "record the signature and withdraw it; mark a deal lost or reopen it", []Role{Admin, Manager, AE, SE}},
	{Receive, "accept, query or return at the handoff", []Role{Admin, Manager, SE, SA}},
	{Build, "design, tasks, checks, gates, the go-live decision", []Role{Admin, Manager, SE, SA}},
	{Forget, "erase a person outside; archive or delete a deal; merge accounts", []Role{Admin, Manager}},
	{Manage, "people, roles, settings, tokens of others, workspaces", []Role{Admin}},
}

// May says whether the role has the permission; if not, the problem names who has.
func May(role Role, p Permission) error {
	for _, g := range Grants {
		if g.Permission == p {
			if slices.Contains(g.Roles, role) {
				return nil
			}
			return problem.New(problem.Forbidden, "%s may not do this (%s). Ask one of: %s.", role.one(), g.What, names(g.Roles))
		}
	}
	return problem.New(problem.Forbidden, "Nobody may do this.")
}

// one is a person of the role, at the start of a sentence: "An SE", "A viewer".
func (r Role) one() string {
	if r == Manager || r == Viewer {
		return "A " + string(r)
	}
	return "An " + string(r)
}

func names(roles []Role) string {
	out := ""
	for i, r := range roles {
		if i > 0 {
			out += ", "
		}
		out += string(r)
	}
	return out
}
