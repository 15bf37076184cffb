package main

import (
	"context"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"time"

	"github.com/jackc/pgx/v5"
)

func formBody(s string) io.Reader { return strings.NewReader(s) }

// get times one page at the server: from the handler's call to the last byte written.
func (w *world) get(ctx context.Context, path string) (time.Duration, int, error) {
	req := httptest.NewRequestWithContext(ctx, http.MethodGet, path, nil)
	req.AddCookie(w.cookie)
	req.Header.Set("Accept-Encoding", "gzip")
	res := httptest.NewRecorder()
	began := time.Now()
	w.handler.ServeHTTP(res, req)
	took := time.Since(began)
	if res.Code != http.StatusOK {
		return took, res.Body.Len(), fmt.Errorf("%s answered %d", path, res.Code)
	}
	return took, res.Body.Len(), nil
}

// looks is a page of a world, the i-th time.
type looks struct {
	w    *world
	path func(w *world, i int) string
}

// times gets pages n times, one world after another each time, so that what else the machine does
// falls on all of them alike. It gives each world's times, and the most that was sent.
func times(ctx context.Context, n int, at ...looks) (out [][]time.Duration, most int, err error) {
	out = make([][]time.Duration, len(at))
	for i := range n {
		for j, l := range at {
			took, bytes, err := l.w.get(ctx, l.path(l.w, i))
			if err != nil {
				return nil, 0, err
			}
			if i >= n/10 { // the first tenth warms the caches
				out[j] = append(out[j], took)
			}
			most = max(most, bytes)
		}
	}
	return out, most, nil
}

func newDatabase(ctx context.Context, server, name string) (string, error) {
	conn, err := pgx.Connect(ctx, server)
	if err != nil {
		return "", err
	}
	defer conn.Close(ctx)
	if _, err := conn.Exec(ctx, "CREATE DATABASE "+pgx.Identifier{name}.Sanitize()); err != nil {
		return "", err
	}
	i := strings.LastIndexByte(server[:strings.IndexByte(server+"?", '?')], '/')
	rest := ""
	if q := strings.IndexByte(server, '?'); q >= 0 {
		rest = server[q:]
	}
	return server[:i+1] + name + rest, nil
}
