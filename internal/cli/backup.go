package cli

import (
	"context"
	"fmt"
	"os"
	"path/filepath"

	"throughline/internal/problem"
	"throughline/internal/store"
)

type backupCommand struct {
	Data string `help:"The data folder of a running or stopped SQLite database." default:"./data" env:"THROUGHLINE_DATA" placeholder:"DIR"`
	Out  string `required:"" help:"The folder to write the copy to; it must not exist yet." placeholder:"DIR"`
}

// Run copies the database as one moment, while the server runs, and the files beside it.
func (c backupCommand) Run(ctx context.Context, p *Parts) error {
	if _, err := os.Stat(c.Out); err == nil {
		return problem.Refuse("%s exists already. Name a folder that does not.", c.Out)
	}
	if err := os.MkdirAll(c.Out, 0o700); err != nil {
		return err
	}
	if err := store.Backup(ctx, filepath.Join(c.Data, store.FileName), filepath.Join(c.Out, store.FileName)); err != nil {
		return err
	}
	if err := copyFiles(filepath.Join(c.Data, "files"), filepath.Join(c.Out, "files")); err != nil {
		return err
	}
	_, err := fmt.Fprintf(p.Out, "The copy is in %s. It holds the keys of people who are erased later: delete it when they must be forgotten there too.\n", c.Out)
	return err
}

type restoreCommand struct {
	From string `arg:"" help:"A folder that backup wrote." type:"existingdir"`
	Data string `help:"The data folder to make; it must not hold a database." default:"./data" env:"THROUGHLINE_DATA" placeholder:"DIR"`
}

// Run makes a data folder from a copy, and checks it.
func (c restoreCommand) Run(ctx context.Context, p *Parts) error {
	target := filepath.Join(c.Data, store.FileName)
	if _, err := os.Stat(target); err == nil {
		return problem.Refuse("%s holds a database already. Move it away first.", c.Data)
	}
	if err := os.MkdirAll(c.Data, 0o700); err != nil {
		return err
	}
	if err := store.Backup(ctx, filepath.Join(c.From, store.FileName), target); err != nil {
		return err
	}
	if err := copyFiles(filepath.Join(c.From, "files"), filepath.Join(c.Data, "files")); err != nil {
		return err
	}
	return verifyCommand{where: where{Data: c.Data}}.Run(ctx, p)
}

// copyFiles copies the kept files; they are named by their content and never change.
func copyFiles(from, to string) error {
	if _, err := os.Stat(from); os.IsNotExist(err) {
		return nil
	}
	if err := os.MkdirAll(to, 0o700); err != nil {
		return err
	}
	return os.CopyFS(to, os.DirFS(from))
}
