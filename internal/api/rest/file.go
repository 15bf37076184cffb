package rest

import (
	"context"
	"errors"
	"io"
	"mime"
	"mime/multipart"
	"net/http"

	"github.com/danielgtaylor/huma/v2"

	"throughline/internal/blob"
	"throughline/internal/problem"
)

// Body is what a request of raw bytes carries.
type Body struct {
	store  blob.Store
	reader io.Reader
	kind   string // the Content-Type
	name   string // ?name=, for a body that is the file alone
}

// Raw declares an operation whose body is a file: alone, or the first file of a multipart form.
func Raw(s *Server, method string, o Op, do func(ctx context.Context, c *Caller, b Body) (any, error)) {
	operation := s.declare(method, o)
	operation.RequestBody = &huma.RequestBody{Required: true, Content: map[string]*huma.MediaType{
		"application/octet-stream": {Schema: &huma.Schema{Type: "string", Format: "binary"}},
		"multipart/form-data":      {Schema: &huma.Schema{Type: "object", Properties: map[string]*huma.Schema{"file": {Type: "string", Format: "binary"}}}},
	}}
	operation.Parameters = pathParameters(o.Path)
	operation.Responses = map[string]*huma.Response{"200": {Description: "OK"}}
	s.api.OpenAPI().AddOperation(&operation)
	s.api.Adapter().Handle(&operation, s.api.Middlewares().Handler(func(hc huma.Context) {
		ctx, c := hc.Context(), callerOf(hc.Context())
		c.ID = hc.Param("id")
		if err := c.enter(ctx, o.Needs, hc.Param("deal")); err != nil {
			writeProblem(s.api, hc, err)
			return
		}
		out, err := do(ctx, c, Body{s.House.Files.In(c.Workspace), hc.BodyReader(), hc.Header("Content-Type"), hc.Query("name")})
		if err != nil {
			writeProblem(s.api, hc, err)
			return
		}
		hc.SetHeader("Content-Type", "application/json")
		hc.SetStatus(http.StatusOK)
		_ = s.api.Marshal(hc.BodyWriter(), "application/json", out) // the client is gone when this fails
	}))
}

// In puts what is kept in a store of its own inside the workspace's files.
func (b Body) In(name string) Body {
	b.store = b.store.In(name)
	return b
}

// Keep streams the body into the house's files, in bounded memory.
func (b Body) Keep(ctx context.Context) (blob.File, error) {
	kind, params, err := mime.ParseMediaType(b.kind)
	if err != nil || kind != "multipart/form-data" {
		name := b.name
		if name == "" {
			name = "file"
		}
		return b.put(ctx, name, b.reader)
	}
	parts := multipart.NewReader(b.reader, params["boundary"])
	for {
		part, err := parts.NextPart()
		if err == io.EOF {
			return blob.File{}, problem.New(problem.Invalid, "The form carries no file. Send one as the part named file.")
		}
		if err != nil {
			return blob.File{}, problem.New(problem.Invalid, "The form could not be read: %v. Nothing was kept.", err)
		}
		if part.FileName() != "" {
			return b.put(ctx, part.FileName(), part)
		}
	}
}

func (b Body) put(ctx context.Context, name string, from io.Reader) (blob.File, error) {
	f, err := b.store.Put(ctx, name, from)
	switch {
	case errors.Is(err, io.ErrUnexpectedEOF):
		return f, &problem.Error{Kind: problem.Invalid, What: "The file did not arrive whole, so nothing was kept. Send it again.", Cause: err}
	case err != nil:
		return f, err
	case f.Size == 0:
		return f, problem.New(problem.Invalid, "The file is empty. Nothing was kept.")
	}
	return f, nil
}

// FindFile demands that a file which a body names is kept here, and takes its size from there.
func (c *Caller) FindFile(ctx context.Context, f *blob.File, field string) error {
	if f == nil {
		return nil
	}
	src, err := c.House.Files.In(c.Workspace).Open(ctx, f.Hash)
	if problem.Of(err) == problem.Missing {
		return &problem.Error{Kind: problem.Invalid, What: "The file is not here.", Fields: []problem.Field{{Name: field, What: "Send the file to /api/files first, and name the hash it answers."}}}
	}
	if err != nil {
		return err
	}
	defer src.Close()
	f.Size, err = src.Seek(0, io.SeekEnd)
	return err
}

// Download declares an operation that gives a kept file back as it came; named says what it is
// called, or that the caller has no such file.
func Download(s *Server, o Op, named func(ctx context.Context, c *Caller, hash string) (string, error)) {
	operation := s.declare(http.MethodGet, o)
	operation.Parameters = pathParameters(o.Path)
	operation.Responses = map[string]*huma.Response{"200": {Description: "The file", Content: map[string]*huma.MediaType{
		"application/octet-stream": {Schema: &huma.Schema{Type: "string", Format: "binary"}}}}}
	s.api.OpenAPI().AddOperation(&operation)
	s.api.Adapter().Handle(&operation, s.api.Middlewares().Handler(func(hc huma.Context) {
		if err := download(hc, callerOf(hc.Context()), o, named); err != nil {
			writeProblem(s.api, hc, err)
		}
	}))
}

func download(hc huma.Context, c *Caller, o Op, named func(ctx context.Context, c *Caller, hash string) (string, error)) error {
	ctx, hash := hc.Context(), hc.Param("id")
	if err := c.enter(ctx, o.Needs, hc.Param("deal")); err != nil {
		return err
	}
	name, err := named(ctx, c, hash)
	if err != nil {
		return err
	}
	src, err := c.House.Files.In(c.Workspace).Open(ctx, hash)
	if err != nil {
		return err
	}
	defer src.Close()
	hc.SetHeader("Content-Type", "application/octet-stream")
	hc.SetHeader("Content-Disposition", mime.FormatMediaType("attachment", map[string]string{"filename": name}))
	hc.SetHeader("X-Content-Type-Options", "nosniff")
	hc.SetStatus(http.StatusOK)
	_, _ = io.Copy(hc.BodyWriter(), src) // the client is gone when this fails
	return nil
}
