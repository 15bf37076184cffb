package main

import (
	"encoding/json"
	"strings"
	"testing"
)

func TestTestsAreCountedByTheirSubtests(t *testing.T) {
	for _, c := range []struct {
		name   string
		events string
		want   tally
		says   string
	}{
		{"two that pass", `
			{"Action":"run","Package":"p","Test":"A"}
			{"Action":"pass","Package":"p","Test":"A"}
			{"Action":"run","Package":"p","Test":"B"}
			{"Action":"pass","Package":"p","Test":"B"}
			{"Action":"pass","Package":"p"}`, tally{2, 0}, "ok   p"},
		{"one of two subtests fails, two levels down", `
			{"Action":"run","Package":"p","Test":"A"}
			{"Action":"run","Package":"p","Test":"A/x"}
			{"Action":"run","Package":"p","Test":"A/x/y"}
			{"Action":"output","Package":"p","Test":"A/x/y","Output":"    want 3\n"}
			{"Action":"fail","Package":"p","Test":"A/x/y"}
			{"Action":"fail","Package":"p","Test":"A/x"}
			{"Action":"run","Package":"p","Test":"A/z"}
			{"Action":"pass","Package":"p","Test":"A/z"}
			{"Action":"fail","Package":"p","Test":"A"}
			{"Action":"fail","Package":"p"}`, tally{1, 1}, "want 3"},
		{"a test fails by itself after its subtests passed", `
			{"Action":"run","Package":"p","Test":"A"}
			{"Action":"run","Package":"p","Test":"A/x"}
			{"Action":"pass","Package":"p","Test":"A/x"}
			{"Action":"output","Package":"p","Test":"A","Output":"    leaked\n"}
			{"Action":"fail","Package":"p","Test":"A"}
			{"Action":"fail","Package":"p"}`, tally{1, 1}, "leaked"},
		{"a package that does not build", `
			{"ImportPath":"p","Action":"build-output","Output":"p.go:3:1: undefined: x\n"}
			{"ImportPath":"p","Action":"build-fail"}
			{"Action":"fail","Package":"p","FailedBuild":"p"}`, tally{0, 1}, "undefined: x"},
		{"a package that panics outside of a test", `
			{"Action":"output","Package":"p","Output":"panic: no\n"}
			{"Action":"fail","Package":"p"}`, tally{0, 1}, "panic: no"},
		{"a test that panics and never ends", `
			{"Action":"run","Package":"p","Test":"A"}
			{"Action":"output","Package":"p","Test":"A","Output":"panic: inside\n"}
			{"Action":"fail","Package":"p"}`, tally{0, 1}, "panic: inside"},
		{"a package that was stopped", `
			{"Action":"run","Package":"p","Test":"A"}`, tally{0, 1}, "did not end"},
		{"a test left out says why", `
			{"Action":"run","Package":"p","Test":"A"}
			{"Action":"output","Package":"p","Test":"A","Output":"    a_test.go:3: no PostgreSQL\n"}
			{"Action":"skip","Package":"p","Test":"A"}
			{"Action":"pass","Package":"p"}`, tally{0, 0}, "left out: p A: a_test.go:3: no PostgreSQL"},
		{"a package without tests", `{"Action":"skip","Package":"p"}`, tally{0, 0}, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			var out strings.Builder
			r := newReport(&out)
			for line := range strings.Lines(strings.TrimSpace(c.events)) {
				var e event
				if err := json.Unmarshal([]byte(line), &e); err != nil {
					t.Fatal(err)
				}
				r.add(e)
			}
			if got := r.end(); got != c.want {
				t.Errorf("counted %+v, want %+v", got, c.want)
			}
			if !strings.Contains(out.String(), c.says) {
				t.Errorf("says %q, want %q in it", out.String(), c.says)
			}
		})
	}
}
