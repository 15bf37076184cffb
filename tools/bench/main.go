// Command bench measures the figures that the house promises and prints them as one table with
// ratios, and as JSON. Nothing here is a test: a slow machine makes no test red.
//
//	make bench              all of it, at full size (about half an hour on two cores)
//	make bench QUICK=1      the same with a hundredth of the data
package main

import (
	"context"
	"flag"
	"fmt"
	"os"
	"os/signal"
	"runtime/pprof"
	"strings"
	"time"
)

// options are what a run was asked for.
type options struct {
	quick bool
	only  string
	out   string
	cpu   string
	work  string // a folder of its own, removed at the end
}

// size is how much of everything a run makes.
type size struct {
	deals, small, perDeal int
	load                  time.Duration
	kills                 int
	rows                  int
}

func (o options) size() size {
	if o.quick {
		return size{deals: 200, small: 20, perDeal: 100, load: 3 * time.Second, kills: 6, rows: 2000}
	}
	return size{deals: 10000, small: 100, perDeal: 100, load: 30 * time.Second, kills: 200, rows: 100000}
}

func main() {
	var o options
	flag.BoolVar(&o.quick, "quick", false, "a hundredth of the data")
	flag.StringVar(&o.only, "only", "", "parts to measure, divided by commas: "+strings.Join(names(), ", "))
	flag.StringVar(&o.out, "json", "out/bench.json", "where the figures go as JSON")
	flag.StringVar(&o.cpu, "cpu", "", "a file for a CPU profile of the run")
	flag.Parse()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	if err := run(ctx, o); err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
}

// part is one group of figures.
type part struct {
	name    string
	measure func(context.Context, *bench) error
}

var parts = []part{
	{"pages", measurePages}, {"past", measurePast}, {"acts", measureActs}, {"load", measureLoad}, {"intake", measureIntake}, {"kill", measureKill}, {"size", measureSize},
}

func names() (out []string) {
	for _, p := range parts {
		out = append(out, p.name)
	}
	return out
}

func run(ctx context.Context, o options) (err error) {
	if o.work, err = os.MkdirTemp("", "bench-"); err != nil {
		return err
	}
	defer os.RemoveAll(o.work)
	if o.cpu != "" {
		f, err := os.Create(o.cpu)
		if err != nil {
			return err
		}
		defer f.Close()
		if err := pprof.StartCPUProfile(f); err != nil {
			return err
		}
		defer pprof.StopCPUProfile()
	}
	b := &bench{options: o, size: o.size()}
	defer b.close()
	for _, p := range parts {
		if o.only != "" && !strings.Contains(","+o.only+",", ","+p.name+",") {
			continue
		}
		fmt.Fprintf(os.Stderr, "%s …\n", p.name)
		if err := p.measure(ctx, b); err != nil {
			return fmt.Errorf("%s: %w", p.name, err)
		}
	}
	return b.report()
}
