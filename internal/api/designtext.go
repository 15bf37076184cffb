package api

import (
	"context"

	"throughline/internal/auth"
	core "throughline/internal/design"
	"throughline/internal/design/dsl"
	"throughline/internal/journal"
)

// importPath takes whole workspaces, so its body may be as large as those: escaped as JSON a
// text grows by half at most.
const importPath = "/deals/{deal}/design/import"

func init() { bodies[importPath] = dsl.MaxBytes * 2 }

// workspaceText is a model in the Structurizr DSL.
type workspaceText struct {
	Name  string            `json:"name" doc:"of the file; workspace.dsl when empty"`
	Text  string            `json:"text"`
	Files map[string]string `json:"files,omitempty" doc:"the files it includes, by their paths"`
}

// readReport says what reading a text did.
type readReport struct {
	Added         []core.Line   `json:"added"`
	Changed       []core.Line   `json:"changed"`
	Removed       []core.Line   `json:"removed"`
	Warnings      []readWarning `json:"warnings"` // kept, and not read
	Elements      int           `json:"elements"`
	Relationships int           `json:"relationships"`
}

type readWarning struct {
	File   string `json:"file"`
	Line   int    `json:"line"`
	Column int    `json:"column"`
	Text   string `json:"text"`
}

// designTexts read a model from a text and write it as one.
func designTexts(s *server) {
	read(s, op{"/deals/{deal}/design/text", "Get a deal's model in the Structurizr DSL", auth.See}, func(ctx context.Context, c *caller) (workspaceText, error) {
		text, err := core.Export(ctx, c.Reader, c.Deal.ID)
		return workspaceText{Name: "workspace.dsl", Text: string(text)}, err
	})
	act(s, op{importPath, "Read a deal's model from the Structurizr DSL", auth.Build}, "design.import",
		func(ctx context.Context, tx *journal.Tx, c *caller, in workspaceText) (readReport, error) {
			files, err := core.Folder(in.Files)
			if err != nil {
				return readReport{}, err
			}
			rep, err := core.Import(ctx, tx, core.Reading{Deal: c.Deal.ID, Name: in.Name, Source: []byte(in.Text), Files: files})
			out := readReport{Added: rep.Added, Changed: rep.Changed, Removed: rep.Removed, Elements: rep.Elements, Relationships: rep.Relationships}
			for _, w := range rep.Warnings {
				out.Warnings = append(out.Warnings, readWarning(w))
			}
			return out, err
		})
}
