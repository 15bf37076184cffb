package cli

import "fmt"

type versionCommand struct{}

// Run prints the version.
func (versionCommand) Run(p *Parts) error {
	_, err := fmt.Fprintf(p.Out, "throughline %s\n", p.Version)
	return err
}
