package intake

import (
	"context"

	"throughline/internal/journal"
)

// TakeBack undoes the acts of an import, the last one first, and gives how many it undid. It
// stops at the first that cannot be undone because something of it was touched since; what it
// undid until then stays undone.
func TakeBack(ctx context.Context, j *journal.Journal, who journal.Actor, acts []string) (int, error) {
	for i := len(acts) - 1; i >= 0; i-- {
		if _, err := j.Undo(ctx, who, acts[i]); err != nil {
			return len(acts) - 1 - i, err
		}
	}
	return len(acts), nil
}
