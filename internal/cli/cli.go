// Package cli is the command line: one file a command. It turns words into one call below and
// the result into text or JSON. Exit codes: 0 done, 1 the input or the data is at fault, 2 wrong
// use.
package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net/http"
	"os"

	"github.com/alecthomas/kong"

	"throughline/internal/area"
	"throughline/internal/problem"
)

// Parts is what the program hands to the command line: how to open the house, and the web
// face, which this package does not know.
type Parts struct {
	Version string
	Open    func(ctx context.Context, target string) (*area.House, error)
	Serve   func(h *area.House, s Serving) (http.Handler, error)
	Tour    fs.FS // the files the tour is lived on
	Out     io.Writer
	Err     io.Writer
	Args    []string
}

// commands is the grammar.
type commands struct {
	Serve    serveCommand    `cmd:"" help:"Serve the pages and the JSON API."`
	Tour     tourCommand     `cmd:"" help:"Live one deal from the CRM's export to go-live, on files that are built in."`
	Import   importCommand   `cmd:"" help:"Take in files of other systems."`
	Discover discoverCommand `cmd:"" help:"Propose requirements from one transcript or notes file; stores nothing."`
	Thread   threadCommand   `cmd:"" help:"Print the thread of a deal, now or as of a past moment."`
	People   peopleCommand   `cmd:"" help:"The two roles: pay, fit, gaps, who is on a deal, who works on what, and what a job title means."`
	Export   exportCommand   `cmd:"" help:"Write a deal out as files: its thread, its documents, or tables."`
	Verify   verifyCommand   `cmd:"" help:"Check the journal and that everything stored is what it tells."`
	Receipt  receiptCommand  `cmd:"" help:"Check the text of a sign-off against the one that is kept."`
	Backup   backupCommand   `cmd:"" help:"Copy a data folder, also while it is served."`
	Restore  restoreCommand  `cmd:"" help:"Make a data folder from a copy, and verify it."`
	User     userCommand     `cmd:"" help:"Add a person who can sign in."`
	Version  versionCommand  `cmd:"" help:"Say which version this is."`
}

// where is the flag of every command that works on data.
type where struct {
	Data     string `help:"The data folder; it is made if it is not there." default:"./data" env:"THROUGHLINE_DATA" placeholder:"DIR"`
	Database string `help:"A postgres:// address to use in place of SQLite in the data folder." env:"THROUGHLINE_DATABASE" placeholder:"URL"`
}

func (w where) target() string {
	if w.Database != "" {
		return w.Database
	}
	return w.Data
}

func (w where) open(ctx context.Context, p *Parts) (*area.House, error) {
	h, err := p.Open(ctx, w.target())
	if err == nil {
		h.Files.Folder = w.Data + "/files"
	}
	return h, err
}

const about = `Throughline keeps one thread for every requirement of a sale, from the call where it was
heard to the check that proves it in production.

DEAL is a deal's prefix (NWF), its CRM id, or its exact name.`

// exit carries a code out of kong, which would end the process itself.
type exit int

// Run runs one command and gives the exit code.
func Run(ctx context.Context, p *Parts) (code int) {
	defer func() {
		switch e := recover().(type) {
		case nil:
		case exit:
			code = int(e)
		default:
			panic(e)
		}
	}()
	var c commands
	parser, err := kong.New(&c, kong.Name("throughline"), kong.Description(about), kong.UsageOnError(), kong.Writers(p.Out, p.Err),
		kong.Exit(func(n int) { panic(exit(n)) }), kong.BindTo(ctx, (*context.Context)(nil)), kong.Bind(p),
		kong.ConfigureHelp(kong.HelpOptions{Compact: true, WrapUpperBound: 100}))
	if err != nil {
		fmt.Fprintln(p.Err, err)
		return 2
	}
	k, err := parser.Parse(p.Args)
	if err != nil {
		fmt.Fprintf(p.Err, "throughline: %v\nSee throughline --help.\n", err)
		return 2
	}
	return report(p, k.Run())
}

// errUse is wrong use that only shows while running.
var errUse = errors.New("wrong use")

// errSilent ends with exit code 1 after the command has said everything itself.
var errSilent = errors.New("")

func report(p *Parts, err error) int {
	switch {
	case err == nil:
		return 0
	case errors.Is(err, errUse):
		fmt.Fprintf(p.Err, "throughline: %v\n", err)
		return 2
	case !errors.Is(err, errSilent):
		fmt.Fprintf(p.Err, "throughline: %v\n", err)
		if e := problem.As(err); e != nil && e.Cause != nil {
			fmt.Fprintf(p.Err, "  because: %v\n", e.Cause)
		}
	}
	return 1
}

// Main runs with the process's own words.
func Main(ctx context.Context, p *Parts) int {
	p.Out, p.Err, p.Args = os.Stdout, os.Stderr, os.Args[1:]
	return Run(ctx, p)
}
