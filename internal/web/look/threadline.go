package look

// line is how one station is joined to the next.
type line byte

const (
	guide  line = iota // only the dotted guide
	dashed             // on the way
	solid              // carried
)

// lines works out the nine joints of a row. Up to the last reached station the line
// goes on, even past a break, so that one sees both that work continued and that it
// hangs on nothing; a missing station without a break leaves a gap of guide.
func lines(cells [10]Cell) [9]line {
	last := -1
	for i, c := range cells {
		if c.State == Reached {
			last = i
		}
	}
	var out [9]line
	for i := range out {
		out[i] = joint(cells[i], cells[i+1], i+1 <= last)
	}
	return out
}

// joint joins two neighbours; carried says that a reached station lies at or behind the second.
func joint(a, b Cell, carried bool) line {
	if !a.carries() || !b.carries() {
		return guide
	}
	going := a.State == Started || b.State == Started
	switch {
	case carried && going:
		return dashed
	case carried:
		return solid
	case b.State == NotNeeded || a.State == NotNeeded && b.State == Missing || b.State == Missing:
		return guide
	case going:
		return dashed
	case b.State == Failed:
		return solid
	}
	return guide
}

// carries is true for a station the line can reach or pass.
func (c Cell) carries() bool {
	switch c.State {
	case Reached, NotNeeded, Started, Failed:
		return true
	}
	return c.Break
}

// lineClasses names the two halves of a cell's line: what comes in and what goes out.
func lineClasses(joints [9]line, station int) string {
	in, out := "", ""
	if station > 0 {
		in = [...]string{" in0", " in1", " in2"}[joints[station-1]]
	}
	if station < 9 {
		out = [...]string{" out0", " out1", " out2"}[joints[station]]
	}
	return in + out
}

// cellClass is every class of a cell.
func cellClass(c Cell, joints [9]line, station int) string {
	s := "cell " + side(station) + " s-" + string(c.State)
	if c.State == "" {
		s += string(Missing)
	}
	s += lineClasses(joints, station)
	if c.Break {
		s += " brk"
	}
	if c.Waived {
		s += " waived"
	}
	if c.Changed {
		s += " is-new"
	}
	return s
}

// seamClass draws the line through the seam as it leaves 'won' and enters 'accepted'.
func seamClass(joints [9]line) string {
	return "seam " + [...]string{"none", "dash", "thru"}[joints[seamAt-1]]
}
