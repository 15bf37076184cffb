package crm

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"throughline/internal/table"
)

// Map says what a file cannot: which column holds which field, how its dates
// and amounts are written, what its stages mean. All of it may be left out.
type Map struct {
	Source    string            `json:"source,omitempty"`    // name of the system its ids belong to
	Object    Object            `json:"object,omitempty"`    // what the rows are about
	Columns   map[Field]string  `json:"columns,omitempty"`   // our field → the header's name; an empty name leaves the field out
	Dates     table.Order       `json:"dates,omitempty"`     // day-first, month-first or year-first
	Amounts   table.Marks       `json:"amounts,omitempty"`   // decimal-point or decimal-comma
	Currency  string            `json:"currency,omitempty"`  // ISO 4217, for amounts that name none
	Stages    map[string]string `json:"stages,omitempty"`    // the file's stage → a phase, or open, won, lost
	Types     map[string]string `json:"types,omitempty"`     // the file's type → new, renewal, expansion
	Encoding  table.Encoding    `json:"encoding,omitempty"`  // where it is not found out rightly
	Delimiter string            `json:"delimiter,omitempty"` // one of , ; | and a tab
}

// mapLimit bounds a map: it is written by hand.
const mapLimit = 1 << 20

// ParseMap reads a map from JSON and checks every word of it. The error is a
// sentence that says what may stand there.
func ParseMap(r io.Reader) (Map, error) {
	var m Map
	d := json.NewDecoder(io.LimitReader(r, mapLimit))
	d.DisallowUnknownFields()
	if err := d.Decode(&m); err != nil {
		return Map{}, fmt.Errorf("the map is not the JSON expected: %w", err)
	}
	if _, err := d.Token(); !errors.Is(err, io.EOF) {
		return Map{}, errors.New("the map holds more than one JSON object: keep the first only")
	}
	return m, m.Check()
}

// Check refuses words that a map may not hold.
func (m Map) Check() error {
	for f := range m.Columns {
		if !slices.Contains(fields, f) {
			return fmt.Errorf("the map names the field %q, which does not exist: use one of %s", f, listed(fields))
		}
	}
	for _, c := range []struct {
		setting, value string
		may            []string
	}{
		{"object", string(m.Object), []string{string(Opportunities), string(Accounts), string(Contacts)}},
		{"dates", string(m.Dates), []string{string(table.DayFirst), string(table.MonthFirst), string(table.YearFirst)}},
		{"amounts", string(m.Amounts), []string{string(table.DecimalPoint), string(table.DecimalComma)}},
		{"delimiter", m.Delimiter, []string{",", ";", "\t", "|"}},
	} {
		if c.value != "" && !slices.Contains(c.may, c.value) {
			return notAllowed(c.setting, c.value, c.may)
		}
	}
	if m.Currency != "" && !table.IsCurrency(m.Currency) {
		return fmt.Errorf("the map sets \"currency\" to %q, which is no code of ISO 4217: use one such as EUR", m.Currency)
	}
	may := []string{"open", "won", "lost", string(PhaseDiscovery), string(PhaseQualification), string(PhaseEvaluation), string(PhaseProposal), string(PhaseNegotiation)}
	for stage, said := range m.Stages {
		if !slices.Contains(may, said) {
			return notAllowed("stages", stage+"\": \""+said, may)
		}
	}
	may = []string{string(KindNew), string(KindRenewal), string(KindExpansion)}
	for kind, said := range m.Types {
		if !slices.Contains(may, said) {
			return notAllowed("types", kind+"\": \""+said, may)
		}
	}
	return nil
}

func notAllowed(setting, value string, may []string) error {
	return fmt.Errorf("the map sets \"%s\" to \"%s\": use one of %s", setting, value, listed(may))
}

// listed writes words one after the other.
func listed[S ~string](words []S) string {
	plain := make([]string, len(words))
	for i, w := range words {
		plain[i] = string(w)
	}
	return strings.Join(plain, ", ")
}

// folded is a map's own words with folded keys.
func folded(words map[string]string) map[string]string {
	m := make(map[string]string, len(words))
	for k, v := range words {
		m[fold(k)] = v
	}
	return m
}
