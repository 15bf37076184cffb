package thread

import (
	"regexp"
	"strings"
)

var vague = regexp.MustCompile(`(?i)\b(fast|quick|quickly|easy|easily|simple|user[- ]friendly|intuitive|flexible|scalable|robust|seamless|modern|good|better|efficient|soon|often|as needed|etc)\b`)

var twoNeeds = regexp.MustCompile(`(?i)\b(and also|as well as|and then|; and|and must|and should)\b`)

// Hint says how a requirement's sentence could be made testable. It is a hint, not a wall.
func Hint(r Requirement) string {
	switch {
	case !r.Stands():
		return ""
	case vague.MatchString(r.Statement) && r.Measure == nil:
		return "“" + vague.FindString(r.Statement) + "” cannot be tested. Say how much, and in what unit."
	case twoNeeds.MatchString(r.Statement) || strings.Count(r.Statement, ". ") > 0:
		return "This looks like two needs. Split it, so that each can be shown on its own."
	case r.Priority == Must && r.Measure == nil && (r.Kind == Quality || r.Kind == Functional && strings.ContainsAny(r.Statement, "0123456789")):
		return "A must with a number needs a measure: what is measured, against what target."
	}
	return ""
}
