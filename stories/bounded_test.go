package stories

import (
	"bufio"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"

	"github.com/rogpeppe/go-internal/testscript"
)

// bounded MB CODE COMMAND… runs a command that must end with just this code and never hold more
// than so many megabytes of memory.
func bounded(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 3 {
		ts.Fatalf("usage: bounded MB CODE COMMAND…")
	}
	most, err := strconv.ParseInt(args[0], 10, 64)
	ts.Check(err)
	c := exec.Command(filepath.Join(programs, args[2]), args[3:]...)
	c.Dir, c.Stdout, c.Stderr = ts.MkAbs("."), ts.Stdout(), ts.Stderr()
	var ended *exec.ExitError
	if err := c.Run(); err != nil && !errors.As(err, &ended) {
		ts.Fatalf("%v", err)
	}
	if got := c.ProcessState.ExitCode(); strconv.Itoa(got) != args[1] {
		ts.Fatalf("ended with %d, want %s", got, args[1])
	}
	peak := c.ProcessState.SysUsage().(*syscall.Rusage).Maxrss >> 10 // Linux counts in KB
	ts.Logf("at most %d MB of memory, in %v", peak, c.ProcessState.UserTime()+c.ProcessState.SystemTime())
	if peak > most {
		ts.Fatalf("it held %d MB of memory, more than %d", peak, most)
	}
}

// large KIND FILE MB writes a hostile file of so many megabytes: 'deals', an export whose notes
// fill it, with 2,000 deals in it and every 500th of them without a date that exists; 'wide', a
// header without end; 'zeros', no text at all.
func large(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 3 {
		ts.Fatalf("usage: large deals|wide|zeros FILE MB")
	}
	mb, err := strconv.Atoi(args[2])
	ts.Check(err)
	f, err := os.Create(ts.MkAbs(args[1]))
	ts.Check(err)
	defer f.Close()
	w := bufio.NewWriter(f)
	switch args[0] {
	case "zeros":
		ts.Check(f.Truncate(int64(mb) << 20))
	case "wide":
		for i := range mb << 20 / 8 {
			fmt.Fprintf(w, "C%06d,", i)
		}
	case "deals":
		fmt.Fprintln(w, "Account Name,Opportunity Name,Stage,Close Date,Notes")
		note := strings.Repeat("They said so, again and again. ", mb<<20/2000/31)
		for i := range 2000 {
			day := "2026-11-18"
			if i%500 == 499 {
				day = "2026-11-31"
			}
			fmt.Fprintf(w, "Account %d,Deal %d,Discovery,%s,\"%s\"\n", i/4, i, day, note)
		}
	}
	ts.Check(w.Flush())
}
