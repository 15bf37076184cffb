package cli

import (
	"fmt"
	"io"
	"os"
	"path/filepath"

	"throughline/internal/people/guide"
)

// peopleCommand holds the commands on the two roles. None of them stores anything.
type peopleCommand struct {
	Compare peopleCompare `cmd:"" help:"Compare the pay of both roles at one level and attainment, with the points where they draw level."`
	Check   peopleCheck   `cmd:"" help:"Hold bands against what is claimed of them, with the working and the smallest repairs."`
	Engage  peopleEngage  `cmd:"" help:"Say who should be on a deal, by which rules, and which unknown facts could change it."`
	Assign  peopleAssign  `cmd:"" help:"Plan who works on which request, at the least cost, with a proof that it is the least."`
	Fit     peopleFit     `cmd:"" help:"Say how a person's answers and ratings fit each role; without answers, print a sheet to fill in."`
	Gap     peopleGap     `cmd:"" help:"List what is missing for a role, what counts most first."`
	Title   peopleTitle   `cmd:"" help:"Read a job title and its advertisement, and say on which side of the sale the work is."`
	Guide   peopleGuide   `cmd:"" help:"Print the tables of the roles, or check a company's own."`
}

// byGuide is the flag of every command that reads the tables.
type byGuide struct {
	Guide string `help:"A company's own tables in place of the shipped ones; 'throughline people guide' prints those." type:"existingfile" placeholder:"FILE"`
}

func (b byGuide) load() (*guide.Guide, error) {
	if b.Guide == "" {
		return guide.Shipped(), nil
	}
	f, err := os.Open(b.Guide)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return guide.Load(f, filepath.Base(b.Guide))
}

type peopleGuide struct {
	File string `arg:"" optional:"" help:"A company's tables, to check." type:"existingfile"`
}

// Run prints the shipped tables, or says whether a company's agree with themselves.
func (c peopleGuide) Run(p *Parts) error {
	if c.File == "" {
		_, err := p.Out.Write(guide.Text())
		return err
	}
	g, err := byGuide{c.File}.load()
	if err != nil {
		return err
	}
	if _, err := rulesOf(g); err != nil {
		return err
	}
	fmt.Fprintf(p.Out, "%s: %d bands, %d places, %d moves and the rules of engagement agree with each other.\n",
		g.Name, len(g.Bands), len(g.Places), len(g.Moves))
	return nil
}

// reading opens a file and hands it on with its name.
func reading[T any](path string, read func(f io.ReadSeeker, name string) (T, error)) (out T, err error) {
	f, err := os.Open(path)
	if err != nil {
		return out, err
	}
	defer f.Close()
	return read(f, filepath.Base(path))
}

// use marks an error as one of the words typed.
func use(err error) error { return fmt.Errorf("%w: %w", errUse, err) }
