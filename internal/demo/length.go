package demo

import (
	"cmp"
	"fmt"

	"throughline/internal/problem"
)

// UsualMinutes is how long a demo is unless somebody plans it otherwise: the text on the two
// roles has an SE show the product in 45 minutes.
const UsualMinutes = 45

// mostMinutes is a day's.
const mostMinutes = 24 * 60

// Length is how long a demo runs by its segments, against what was planned.
type Length struct {
	Planned int      `json:"planned"` // minutes
	Runs    int      `json:"runs"`    // minutes of all segments together
	Over    int      `json:"over"`    // minutes beyond the plan; 0 where it fits
	Late    []string `json:"late"`    // ids of the segments that end after the planned length, in their order
	Longest string   `json:"longest"` // id of the longest segment, where it runs over: what to shorten first
	Unsaid  []string `json:"unsaid"`  // ids of the segments nobody gave minutes
}

// LengthOf adds the minutes of a demo's segments up, in their order. Segments of other demos
// are left out.
func LengthOf(d Demo, segments []Segment) Length {
	out := Length{Planned: cmp.Or(d.Minutes, UsualMinutes), Late: []string{}, Unsaid: []string{}}
	most := 0
	for _, s := range segments {
		if s.Demo != d.ID {
			continue
		}
		if s.Minutes == 0 {
			out.Unsaid = append(out.Unsaid, s.ID)
			continue
		}
		if out.Runs += s.Minutes; out.Runs > out.Planned {
			out.Late = append(out.Late, s.ID)
		}
		if s.Minutes > most {
			most, out.Longest = s.Minutes, s.ID
		}
	}
	if out.Over = max(0, out.Runs-out.Planned); out.Over == 0 {
		out.Longest = ""
	}
	return out
}

// checkLength refuses what is no length of a demo.
func checkLength(c *problem.Check, minutes int) {
	c.Fail(minutes >= 0 && minutes <= mostMinutes, "minutes", "Is %d; a demo takes 1 to %d minutes.", minutes, mostMinutes)
}

// String is the length in one sentence.
func (l Length) String() string {
	switch {
	case l.Over > 0:
		return fmt.Sprintf("Runs %d minutes, %d more than the %d planned.", l.Runs, l.Over, l.Planned)
	case l.Runs == 0:
		return fmt.Sprintf("%d minutes are planned.", l.Planned)
	}
	return fmt.Sprintf("Runs %d of %d planned minutes.", l.Runs, l.Planned)
}
