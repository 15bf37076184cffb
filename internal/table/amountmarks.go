package table

// AmountTally learns in the first pass how a column writes decimals.
type AmountTally struct {
	votes     [len(marks)]int // values that can be read in this way only
	ambiguous int
	example   string
	line      int
}

// Add counts one value.
func (t *AmountTally) Add(line int, s string) {
	if isUnset(s) {
		return
	}
	digits, _, _, _ := splitAmount(s)
	n := readNumber(digits)
	switch {
	case n[0] != nil && n[1] != nil:
		if *n[0] == *n[1] {
			return // 480000 says nothing
		}
		if t.ambiguous++; t.ambiguous == 1 {
			t.example, t.line = s, line
		}
	case n[0] != nil:
		t.votes[0]++
	case n[1] != nil:
		t.votes[1]++
	}
}

// Ambiguous is how many values can be read in both ways.
func (t AmountTally) Ambiguous() int { return t.ambiguous }

// Marks is what the column shows, by the rule of [DateTally.Order]; empty means
// that it cannot be told.
func (t AmountTally) Marks() Marks {
	i := outnumbers(t.votes[0], t.votes[1])
	if i < 0 {
		return ""
	}
	return marks[i]
}

// Deviants is how many values can only be read in another way than Marks.
func (t AmountTally) Deviants() int { return min(t.votes[0], t.votes[1]) }

// Question asks for the mark of decimals.
func (t AmountTally) Question(column string) Question {
	return Question{Setting: "amounts", Choices: []string{string(DecimalPoint), string(DecimalComma)},
		Column: column, Line: t.line, Value: Clip(t.example), Rows: t.ambiguous}
}
