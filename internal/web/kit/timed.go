package kit

import (
	"fmt"

	"throughline/internal/people"
)

// Timed says how long somebody has been in a role beside what is usual before a move. It is said
// as information, on every page in the same words.
func Timed(t people.Timing) string {
	return fmt.Sprintf("%.1f years in the role, %s the usual %g to %g. That is information, not a wall: nothing here refuses a move before or after.", t.Years, t.When, t.Usual.From, t.Usual.To)
}
