package exchange

import (
	"io"

	"throughline/internal/exchange/intake"
	"throughline/internal/problem"
	"throughline/internal/web/kit"
)

// recent is how many earlier imports the page lists.
const recent = 10

// begin is where files are chosen.
func begin(r *kit.Request) error {
	runs, err := intake.Runs(r.Ctx(), r.Reader.Q, r.Home.ID, "", recent)
	if err != nil {
		return err
	}
	names, err := r.Names()
	if err != nil {
		return err
	}
	return r.Draw(beginPage(r, runs, names))
}

// give keeps the files and looks at them.
func give(r *kit.Request) error {
	var given []intake.Given
	if r.MultipartForm != nil {
		for _, f := range r.MultipartForm.File["files"] {
			if f.Size > 0 {
				given = append(given, intake.Given{Name: f.Filename, Open: func() (io.ReadCloser, error) { return f.Open() }})
			}
		}
	}
	if len(given) == 0 {
		return &problem.Error{Kind: problem.Invalid, What: "No file was given.", Fields: []problem.Field{{Name: "files", What: "Choose at least one file that is not empty."}}}
	}
	run, err := intake.Begin(r.Ctx(), r.House, r.Actor(), given)
	if err != nil {
		return err
	}
	run.LookBehind(r.Ctx(), r.House, r.Actor(), r.Site.Log)
	return r.Go("/import/" + run.ID)
}
