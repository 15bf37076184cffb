package main

import (
	"fmt"
	"io"
	"strings"
)

// tally counts tests. A test with subtests is counted by them: itself only when
// it failed and none of them did. A package that failed without a failed test
// (it does not build, it panicked, it ran out of time) is one failure.
type tally struct{ passed, failed int }

// report shows what failed as events come in, and counts.
type report struct {
	out      io.Writer
	tally    tally
	packages map[string]*packageRun
	skipped  []string // "package test: reason"
}

// packageRun is what is known of one package until its end.
type packageRun struct {
	output  map[string]*strings.Builder // by test; "" is the package itself
	parents map[string]bool             // tests that have subtests
	broken  map[string]bool             // tests that failed, or hold one that did
	failed  int
}

// outputKept bounds what is kept of one test's output: the beginning tells what
// went wrong, and a loop that logs must not fill the memory.
const outputKept = 64 << 10

func newReport(out io.Writer) *report {
	return &report{out: out, packages: map[string]*packageRun{}}
}

func (r *report) add(e event) {
	if e.Action == "build-output" {
		fmt.Fprint(r.out, e.Output)
		return
	}
	if e.Package == "" {
		return
	}
	p := r.packages[e.Package]
	if p == nil {
		p = &packageRun{output: map[string]*strings.Builder{}, parents: map[string]bool{}, broken: map[string]bool{}}
		r.packages[e.Package] = p
	}
	switch {
	case e.Action == "output":
		p.keep(e)
	case e.Action == "run":
		if parent, _, ok := cutLast(e.Test); ok {
			p.parents[parent] = true
		}
	case e.Test != "":
		r.testEnded(p, e)
	case e.Action == "pass" || e.Action == "fail" || e.Action == "skip":
		r.packageEnded(p, e)
		delete(r.packages, e.Package)
	}
}

func (r *report) testEnded(p *packageRun, e event) {
	output := p.output[e.Test]
	delete(p.output, e.Test)
	switch e.Action {
	case "pass":
		if !p.parents[e.Test] {
			r.tally.passed++
		}
	case "skip":
		r.skipped = append(r.skipped, fmt.Sprintf("%s %s: %s", e.Package, e.Test, reason(output)))
	case "fail":
		if !p.broken[e.Test] {
			r.tally.failed++
			p.failed++
			fmt.Fprintf(r.out, "\nFAIL %s %s\n%s\n", e.Package, e.Test, text(output))
		} else if said := strings.TrimSpace(text(output)); said != "" {
			fmt.Fprintf(r.out, "%s\n", said)
		}
		for parent, _, ok := cutLast(e.Test); ok; parent, _, ok = cutLast(parent) {
			p.broken[parent] = true
		}
	}
}

func (r *report) packageEnded(p *packageRun, e event) {
	if e.Action != "fail" {
		if e.Action == "pass" {
			fmt.Fprintf(r.out, "ok   %s %.1fs\n", e.Package, e.Elapsed)
		}
		return
	}
	if p.failed == 0 {
		r.tally.failed++
		// What the package itself said, and the tests that were under way.
		for _, output := range p.output {
			fmt.Fprint(r.out, text(output))
		}
	}
	fmt.Fprintf(r.out, "FAIL %s %.1fs\n", e.Package, e.Elapsed)
}

// end names what was left out and returns the count.
func (r *report) end() tally {
	for name := range r.packages { // begun and never ended: the go command was stopped
		r.tally.failed++
		fmt.Fprintf(r.out, "FAIL %s did not end\n", name)
	}
	for _, line := range r.skipped {
		fmt.Fprintln(r.out, "left out:", line)
	}
	return r.tally
}

func (p *packageRun) keep(e event) {
	output := p.output[e.Test]
	if output == nil {
		output = &strings.Builder{}
		p.output[e.Test] = output
	}
	if framing(e.Output) || output.Len() > outputKept {
		return
	}
	output.WriteString(e.Output)
}

// framing says whether a line is go test's own and tells nothing that the report does not.
func framing(line string) bool {
	line = strings.TrimLeft(line, " ")
	for _, mark := range []string{"=== ", "--- PASS", "--- FAIL", "--- SKIP", "PASS\n", "FAIL\n", "FAIL\t", "ok  \t", "exit status "} {
		if strings.HasPrefix(line, mark) {
			return true
		}
	}
	return false
}

// reason is the last line a test said before it was left out.
func reason(output *strings.Builder) string {
	lines := strings.Split(strings.TrimSpace(text(output)), "\n")
	return strings.TrimSpace(lines[len(lines)-1])
}

func text(output *strings.Builder) string {
	if output == nil {
		return ""
	}
	return output.String()
}

// cutLast splits "A/b/c" into "A/b" and "c".
func cutLast(test string) (parent, name string, ok bool) {
	i := strings.LastIndexByte(test, '/')
	if i < 0 {
		return "", test, false
	}
	return test[:i], test[i+1:], true
}
