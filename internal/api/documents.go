package api

import (
	"context"
	"net/http"

	"throughline/internal/account"
	"throughline/internal/api/rest"
	"throughline/internal/auth"
	"throughline/internal/clock"
	"throughline/internal/content"
	docs "throughline/internal/documents"
	"throughline/internal/exchange"
	"throughline/internal/journal"
	"throughline/internal/manual"
	"throughline/internal/problem"
)

func init() { operations = append(operations, documents, files, downloads, manuals) }

// documentPart is one deliverable; a list leaves its text out.
type documentPart struct {
	Name     string `json:"name"`
	Title    string `json:"title"`
	About    string `json:"about"`
	Markdown string `json:"markdown,omitempty"`
	HTML     string `json:"html,omitempty"`
}

// documents are the deliverables that a deal's thread makes.
func documents(s *rest.Server) {
	rest.Read(s, rest.On("/deals/{deal}/documents", "List a deal's documents", auth.See), func(ctx context.Context, c *rest.Caller) (rest.Page[documentPart], error) {
		all, err := documentsOf(ctx, c)
		out := rest.Page[documentPart]{Items: []documentPart{}}
		for _, d := range all {
			out.Items = append(out.Items, documentPart{Name: d.Name, Title: d.Title, About: d.About})
		}
		return out, err
	})
	rest.Read(s, rest.On("/deals/{deal}/documents/{id}", "Get a document by its name, as Markdown and as one HTML page", auth.See), func(ctx context.Context, c *rest.Caller) (documentPart, error) {
		all, err := documentsOf(ctx, c)
		if err != nil {
			return documentPart{}, err
		}
		for _, d := range all {
			if d.Name == c.ID {
				return documentPart{d.Name, d.Title, d.About, string(docs.Markdown(d)), string(docs.HTML(d))}, nil
			}
		}
		return documentPart{}, problem.NotFound("document", c.ID)
	})
	rest.Make(s, rest.On("/deals/{deal}/documents/{id}/{form}", "Get a document as a file: md, html, docx or pdf", auth.See), documentFile)
}

// documentFile draws the document that an address names, in the form it names.
func documentFile(ctx context.Context, c *rest.Caller) (rest.Made, error) {
	all, err := documentsOf(ctx, c)
	if err != nil {
		return rest.Made{}, err
	}
	for _, d := range all {
		for _, form := range docs.Forms {
			if d.Name == c.ID && form.Ending == c.Form {
				file, err := form.Draw(d)
				return rest.Made{Name: c.Deal.Prefix + "-" + d.Name + "." + c.Form, Type: form.Type, Content: file}, err
			}
		}
	}
	return rest.Made{}, problem.NotFound("document", c.ID+"."+c.Form)
}

// chapterPart is one chapter of a manual: what comes into it from the deal, and what was written.
type chapterPart struct {
	Title    string `json:"title"`
	Asks     string `json:"asks"`  // what a person writes into it; empty where nothing is to be written
	Holds    string `json:"holds"` // what comes into it from the deal
	Words    string `json:"words"`
	Revision int64  `json:"revision"` // of the words; 0 where nothing is written
}

// manuals are the chapters that people write into the blueprint, the configuration guide and the runbook.
func manuals(s *rest.Server) {
	rest.Read(s, rest.On("/deals/{deal}/manuals/{id}", "List the chapters of a deal's blueprint, configuration-guide or runbook", auth.See), func(ctx context.Context, c *rest.Caller) (rest.Page[chapterPart], error) {
		m, ok := manual.Find(c.ID)
		if !ok {
			return rest.Page[chapterPart]{}, problem.NotFound("manual", c.ID)
		}
		all, err := manual.Chaptered(ctx, c.Reader, c.Deal.ID, m)
		out := rest.Page[chapterPart]{Items: []chapterPart{}}
		for _, l := range all {
			out.Items = append(out.Items, chapterPart{l.Title, l.Asks, l.Holds, l.Written.Words, l.Written.Revision})
		}
		return out, err
	})
	rest.Act(s, rest.On("/deals/{deal}/manuals/{id}", "Write a chapter of a manual; no words take it away", auth.Build), "manual.write",
		func(ctx context.Context, tx *journal.Tx, c *rest.Caller, in manual.Text) (*manual.Chapter, error) {
			in.Deal, in.Manual, in.Revision = c.Deal.ID, c.ID, c.Revision
			k, err := manual.Write(ctx, tx, in)
			return &k, err
		})
}

func documentsOf(ctx context.Context, c *rest.Caller) ([]content.Document, error) {
	home, err := account.Home(ctx, c.Reader)
	if err != nil {
		return nil, err
	}
	t, err := c.House.Thread(ctx, c.Reader, c.Deal.ID, clock.Now(ctx).In(home.Location()))
	if err != nil {
		return nil, err
	}
	return docs.Of(ctx, c.House, c.Reader, &t)
}

// files are kept before the thing that names them is recorded: a result's evidence, a
// sign-off's proof.
func files(s *rest.Server) {
	rest.Raw(s, http.MethodPost, rest.On("/files", "Keep a file; what it proves or holds then names its hash", auth.Promise), func(ctx context.Context, _ *rest.Caller, b rest.Body) (any, error) {
		return b.Keep(ctx)
	})
}

// downloads give kept files back as they came.
func downloads(s *rest.Server) {
	rest.Download(s, rest.On("/deals/{deal}/files/{id}", "Get a kept file that a thing of the deal names, by its hash", auth.See), func(ctx context.Context, c *rest.Caller, hash string) (string, error) {
		return exchange.KeptFile(ctx, c.Reader, c.Deal.ID, hash)
	})
}
