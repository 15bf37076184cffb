package people

import "testing"

// V23: four are too few, five may be shown, six after the same five would tell of one.
func TestAverageOfFewPeopleIsWithheld(t *testing.T) {
	five := []string{"a", "b", "c", "d", "e"}
	six := append([]string{"f"}, five...)
	eleven := append([]string{"g", "h", "i", "j", "k"}, six...)
	for _, c := range []struct {
		name  string
		group []string
		shown [][]string
		may   bool
	}{
		{"nobody", nil, nil, false},
		{"four", five[:4], nil, false},
		{"five", five, nil, true},
		{"the same five again", five, [][]string{five}, true},
		{"six after five of them", six, [][]string{five}, false},
		{"five after six with them", five, [][]string{six}, false},
		{"eleven after five of them", eleven, [][]string{five}, true},
		{"eleven after six of them", eleven, [][]string{five, six}, true},
		{"five others", []string{"v", "w", "x", "y", "z"}, [][]string{five}, true},
	} {
		if err := MayShow(c.group, c.shown); (err == nil) != c.may {
			t.Errorf("%s: %v", c.name, err)
		}
	}
}
