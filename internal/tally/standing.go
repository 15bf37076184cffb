package tally

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strconv"

	"throughline/internal/journal"
	"throughline/internal/store"
	"throughline/internal/thread"
)

// Standing is the states of one requirement as they are kept beside it: a letter a station.
type Standing struct {
	Requirement string
	States      string // State letters, in station order
	Owed        string // '1' where owed
	Breaks      int
}

var (
	standingsOfDeal = store.SQL(`SELECT requirement, states, owed, breaks FROM standing WHERE workspace = $1 AND deal = $2`)
	keepStanding    = store.InsertInto("standing", `workspace, deal, requirement, states, owed, breaks`,
		`ON CONFLICT (requirement) DO UPDATE SET states = excluded.states, owed = excluded.owed, breaks = excluded.breaks`)
	dropStandings = store.SQL(`DELETE FROM standing WHERE workspace = $1 AND deal = $2`)
	dropStanding  = store.SQL(`DELETE FROM standing WHERE workspace = $1 AND requirement = $2`)
)

// keepStandings writes what differs from what is kept.
func keepStandings(ctx context.Context, k writer, p *thread.Picture) error {
	deal := p.Facts.Deal.ID
	had, err := standingsOf(ctx, k.q, k.workspace, deal)
	if err != nil {
		return err
	}
	for _, s := range Standings(p) {
		was := had[s.Requirement]
		delete(had, s.Requirement)
		if was == s {
			continue
		}
		if err := k.row(ctx, keepStanding, k.workspace, deal, s.Requirement, s.States, s.Owed, s.Breaks); err != nil {
			return err
		}
	}
	for gone := range had { // its recording was undone
		if err := k.exec(ctx, dropStanding, k.workspace, gone); err != nil {
			return err
		}
	}
	return nil
}

func standingsOf(ctx context.Context, q store.Querier, workspace, deal string) (map[string]Standing, error) {
	all, err := store.List[Standing](ctx, q, standingsOfDeal, workspace, deal)
	out := make(map[string]Standing, len(all))
	for _, s := range all {
		out[s.Requirement] = s
	}
	return out, err
}

// Standings is the states of a picture as they are kept.
func Standings(p *thread.Picture) []Standing {
	out := make([]Standing, 0, len(p.Rows))
	for _, l := range p.Rows {
		states, owed := make([]byte, thread.StationCount), make([]byte, thread.StationCount)
		for i, c := range l.Cells {
			states[i], owed[i] = byte(c.State), '0'
			if c.Owed {
				owed[i] = '1'
			}
		}
		out = append(out, Standing{l.Requirement.ID, string(states), string(owed), len(l.Breaks)})
	}
	return out
}

// digest is a short name for the states and breaks of a picture: while it is the same, nothing
// beside the tally need be read or written.
func digest(p *thread.Picture) string {
	text := make([]byte, 0, 64*len(p.Rows))
	for _, s := range Standings(p) {
		text = append(text, s.Requirement+" "+s.States+s.Owed+" "...)
		text = append(strconv.AppendInt(text, int64(s.Breaks), 10), '\n')
	}
	for _, b := range Breaks(p) {
		text = fmt.Appendf(text, "%#v\n", b)
	}
	sum := sha256.Sum256(text)
	return hex.EncodeToString(sum[:16])
}

// KeptStates are the states of a deal's requirements as they were last settled, by
// requirement: what can be asked without asking the areas again.
func KeptStates(ctx context.Context, r *journal.Reader, deal string) (map[string]Standing, error) {
	return standingsOf(ctx, r.Q, r.Workspace, deal)
}
