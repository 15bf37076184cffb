package tour_test

import (
	"bytes"
	"context"
	"os"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"throughline/internal/exchange"
	"throughline/internal/store/storetest"
	"throughline/internal/thread"
)

// The schema is what readers of thread.json rely on: the tour's file keeps it, and what is
// wrong with a file does not pass.
func TestTheThreadKeepsItsSchemaAndWrongOnesDoNot(t *testing.T) {
	l, err := live(t, context.Background(), storetest.SQLite(t), os.DirFS(folder))
	if err != nil {
		t.Fatal(err)
	}
	l.leave(t)
	c := jsonschema.NewCompiler()
	c.AssertFormat()
	schema, err := c.Compile("../../docs/schema/thread.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	text := l.bytes["thread.json"]
	if err := validate(t, schema, text); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ says, old, new string }{
		{"a state of no such name", `"state": "reached"`, `"state": "done"`},
		{"a station without its moment", `"at": "2026-03-13T16:21:00Z"`, `"at": null`},
		{"a moment that is none", `"at": "2026-03-13T16:21:00Z"`, `"at": "13 March"`},
		{"a key of no deal", `"key": "NWF-1"`, `"key": "1"`},
		{"stations out of order", `"station": "shown"`, `"station": "answered"`},
		{"a field nobody knows", `"no_dates": false`, `"no_dates": false, "mood": "good"`},
		{"an amount as a number", `"amount": "486000.00"`, `"amount": 486000`},
		{"a rule of no such name", `"rule": "failed"`, `"rule": "unlucky"`},
	} {
		if !strings.Contains(text, c.old) {
			t.Errorf("%s: the file does not hold %s", c.says, c.old)
			continue
		}
		if err := validate(t, schema, strings.Replace(text, c.old, c.new, 1)); err == nil {
			t.Errorf("%s passes the schema", c.says)
		}
	}
}

func validate(t *testing.T, s *jsonschema.Schema, text string) error {
	t.Helper()
	v, err := jsonschema.UnmarshalJSON(bytes.NewReader([]byte(text)))
	if err != nil {
		t.Fatal(err)
	}
	return s.Validate(v)
}

// The picture tells a true story: what went well and what did not.
func TestTheStoryHoldsWhatItPromises(t *testing.T) {
	l, err := live(t, context.Background(), storetest.SQLite(t), os.DirFS(folder))
	if err != nil {
		t.Fatal(err)
	}
	l.leave(t)
	count := map[string]int{}
	promises := append([]exchange.PromisePart{}, l.file.Promises...)
	for _, r := range l.file.Requirements {
		count["requirements"]++
		promises = append(promises, r.Promises...)
		for _, s := range r.Stations {
			count[s.Station.String()+" "+s.State.String()]++
			if s.Station == thread.Proven && s.State == thread.Failed && s.Waived {
				count["waived"]++
			}
			for _, e := range s.Evidence {
				if s.Station == thread.Accepted && strings.Contains(e.Text, "returned before") {
					count["returned"]++
				}
				if s.Station == thread.Accepted && strings.Contains(e.Text, "on condition") {
					count["on condition"]++
				}
			}
		}
	}
	for _, p := range promises {
		count["promise "+p.State]++
	}
	for what, least := range map[string]int{"requirements": 12, "live reached": 4, "waived": 1, "returned": 1, "on condition": 1, "promise renegotiated": 1,
		"promise void": 1, "promise kept": 4, "promise taken over": 1, "verified failed": 1, "shown not_needed": 1, "live not_needed": 1} {
		if count[what] < least {
			t.Errorf("%s: %d, at least %d are needed", what, count[what], least)
		}
	}
	if b := l.file.Breaks; len(b) != 1 || b[0].Station != thread.Verified || b[0].Rule != thread.RuleFailed {
		t.Errorf("breaks left: %+v", b)
	}
	if d := l.file.Deal; d.TechnicalWin != "achieved" || d.SignedOn != "2026-06-12" || d.Phase != "won" || d.Key != "NWF" {
		t.Errorf("the deal: %+v", d)
	}
}
