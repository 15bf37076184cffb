package transition

import (
	"testing"

	"throughline/internal/people/guide"
)

func TestEveryGapOfAMoveHasWhatFillsIt(t *testing.T) {
	moves, err := All(guide.Shipped())
	if err != nil || len(moves) != 2 {
		t.Fatalf("%d moves: %v", len(moves), err)
	}
	for _, m := range moves {
		for _, f := range m.Filled {
			if len(f.Fills) == 0 || f.Fills[0].Says == "" || f.Fills[0].Seen == "" || f.Fills[0].Station == "" {
				t.Errorf("%s to %s: nothing fills %s", m.From, m.To, f.Skill)
			}
		}
	}
	if m := moves[0]; m.Missing.Points != 9 || m.Missing.Of != 26 || m.Filled[0].Skill != "custeng" {
		t.Errorf("SE to SA lacks %d of %d, first %s", m.Missing.Points, m.Missing.Of, m.Filled[0].Skill)
	}
	if m := moves[1]; m.Missing.Points != 7 || m.Missing.Of != 24 {
		t.Errorf("SA to SE lacks %d of %d", m.Missing.Points, m.Missing.Of)
	}
}

// By the text's own midpoints and splits: 217,500 at 70/30 against 235,000 at 85/15.
func TestAMoveSaysWhatChangesInPayAndRhythm(t *testing.T) {
	moves, err := All(guide.Shipped())
	if err != nil {
		t.Fatal(err)
	}
	m := moves[0]
	senior := m.Pay[1]
	if senior.Level != "senior" || senior.Total.String() != "8.05" || senior.Base.String() != "31.2" {
		t.Errorf("%s: total %s %%, base %s %%", senior.Level, senior.Total, senior.Base)
	}
	if got := senior.Months[0].Low.String() + " " + senior.Months[0].High.String(); got != "16765.63 19484.38" {
		t.Errorf("a month of the SE at 75 and 125 %%: %s", got)
	}
	if m.Rhythm != [2]string{"hours to days", "weeks to months"} {
		t.Errorf("rhythm %v", m.Rhythm)
	}
}
