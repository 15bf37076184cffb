package rest

import (
	"context"
	"mime"
	"net/http"
	"reflect"
	"strings"

	"throughline/internal/account"
	"throughline/internal/area"
	"throughline/internal/journal"
	"throughline/internal/listing"
	"throughline/internal/problem"
	"throughline/internal/thread"
)

const (
	// mostAtOnce is how many items of a list are read at once while all are taken.
	mostAtOnce = 200
	// mostInAFile is how many rows a file takes: a workbook has room for a few more than a million.
	mostInAFile = 200_000
)

// paged is a page of a list, of any item.
type paged interface {
	page() (items any, next string)
}

// sendList answers with a whole list as a file: all pages of it, narrowed as it was asked for.
func (s *Server) sendList(c *Caller, o Op, form listing.Form, r request, first paged, do func(context.Context, *Caller, request) (any, error)) error {
	ctx, start := r.Context.Context(), ""
	r.cursor = &start
	items, _ := first.page()
	all := reflect.MakeSlice(reflect.TypeOf(items), 0, 0)
	for {
		out, err := do(ctx, c, r)
		if err != nil {
			return err
		}
		items, next := out.(paged).page() // the same operation gave one before
		all = reflect.AppendSlice(all, reflect.ValueOf(items))
		if next == "" {
			break
		}
		if all.Len() >= mostInAFile {
			return problem.New(problem.Refused, "The list holds more than %d lines. Narrow it first.", mostInAFile)
		}
		r.cursor = &next
	}
	home, err := account.Home(ctx, c.Reader)
	if err != nil {
		return err
	}
	words, err := c.wordsOfIDs(ctx)
	if err != nil {
		return err
	}
	name := listName(o.Path)
	if c.Deal.Prefix != "" {
		name = c.Deal.Prefix + "-" + name
	}
	l, err := listing.Of(name, all.Interface(), words, home.Location())
	if err != nil {
		return err
	}
	file, err := form.Write(l)
	if err != nil {
		return err
	}
	r.SetHeader("Content-Type", form.Type)
	r.SetHeader("Content-Disposition", mime.FormatMediaType("attachment", map[string]string{"filename": name + "." + form.Ending}))
	r.SetHeader("Cache-Control", "private, no-store")
	r.SetHeader("X-Content-Type-Options", "nosniff")
	r.SetStatus(http.StatusOK)
	_, _ = r.BodyWriter().Write(file) // the client is gone when this fails
	return nil
}

// listName is the last word of a path: requirements.
func listName(path string) string {
	parts := strings.FieldsFunc(path, func(r rune) bool { return r == '/' })
	for i := len(parts) - 1; i >= 0; i-- {
		if !strings.HasPrefix(parts[i], "{") {
			return parts[i]
		}
	}
	return "list"
}

// wordsOfIDs says what ids mean to a person: the names of people, the keys of requirements.
func (c *Caller) wordsOfIDs(ctx context.Context) (func(string) string, error) {
	known, err := area.NamesIn(ctx, c.Reader, c.Deal.ID)
	if err != nil {
		return nil, err
	}
	if c.Deal.ID != "" {
		all, err := journal.List[thread.Requirement](ctx, c.Reader, c.Deal.ID)
		if err != nil {
			return nil, err
		}
		for _, r := range all {
			known[r.ID] = r.Key(c.Deal.Prefix)
		}
	}
	return func(id string) string { return known[id] }, nil
}
