package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"time"

	"throughline/internal/api"
	"throughline/internal/auth"
	"throughline/internal/clock"
	"throughline/internal/journal"
	"throughline/internal/thread"
	"throughline/internal/web/kit"
)

const (
	readers = 32
	writers = 8
)

// site is a world over real HTTP on loopback: pages, API, and beside them a bare
// read-update-append loop over the same database, the peer of a journalled write.
type site struct {
	*world
	url, token string
	client     *http.Client
	close      func()
}

func (w *world) serve(ctx context.Context) (*site, error) {
	var token string
	if err := w.do(ctx, "token.issue", func(ctx context.Context, tx *journal.Tx) (err error) {
		_, token, err = auth.Issue(ctx, tx, "bench", clock.Date(""))
		return err
	}); err != nil {
		return nil, err
	}
	bare, err := newBare(ctx, w)
	if err != nil {
		return nil, err
	}
	mux := http.NewServeMux()
	mux.Handle("/api/", api.New(w.House, kit.NewSessions(w.House, false), "bench"))
	mux.Handle("POST /bare/{n}", bare)
	mux.Handle("/", w.handler)
	server := httptest.NewServer(mux)
	transport := &http.Transport{MaxIdleConnsPerHost: 2 * (readers + writers)}
	return &site{world: w, url: server.URL, token: token, client: &http.Client{Transport: transport, Timeout: time.Minute},
		close: func() { transport.CloseIdleConnections(); server.Close() }}, nil
}

// ask sends one request and reads the answer to its end.
func (s *site) ask(ctx context.Context, method, path, body string, match string) (time.Duration, http.Header, error) {
	req, err := http.NewRequestWithContext(ctx, method, s.url+path, strings.NewReader(body))
	if err != nil {
		return 0, nil, err
	}
	req.Header.Set("Authorization", "Bearer "+s.token)
	req.Header.Set("Content-Type", "application/json")
	if match != "" {
		req.Header.Set("If-Match", match)
	}
	req.AddCookie(s.cookie)
	began := time.Now()
	res, err := s.client.Do(req)
	if err != nil {
		return 0, nil, err
	}
	defer res.Body.Close()
	text, err := io.ReadAll(res.Body)
	took := time.Since(began)
	if err == nil && res.StatusCode != http.StatusOK {
		err = fmt.Errorf("%s %s answered %d: %.200s", method, path, res.StatusCode, text)
	}
	return took, res.Header, err
}

// writer edits one requirement of a deal of its own, over and over, naming the revision it read.
type writer struct {
	prefix, deal, match string
	done                int
}

func (s *site) edit(ctx context.Context, w *writer) (time.Duration, error) {
	body := fmt.Sprintf(`{"statement":"Replay, write %d","kind":"functional","priority":"must","same_meaning":true}`, w.done)
	took, header, err := s.ask(ctx, http.MethodPut, "/api/deals/"+w.prefix+"/requirements/"+w.prefix+"-1", body, w.match)
	if err == nil {
		w.match, w.done = header.Get("ETag"), w.done+1
	}
	return took, err
}

func (s *site) newWriter(ctx context.Context, n int) (*writer, error) {
	w := &writer{prefix: s.prefixes[n], deal: s.deals[n]}
	r, err := thread.ByKey(ctx, s.Journal.Reader(s.who.Workspace), w.deal, w.prefix+"-1")
	w.match = fmt.Sprintf("%q", fmt.Sprint(r.Revision))
	return w, err
}

// kept says whether every acknowledged write is there: each made one revision.
func (s *site) kept(ctx context.Context, w *writer, before int64) error {
	r, err := thread.ByKey(ctx, s.Journal.Reader(s.who.Workspace), w.deal, w.prefix+"-1")
	if err == nil && r.Revision-before != int64(w.done) {
		err = fmt.Errorf("%d writes were acknowledged, %d are there", w.done, r.Revision-before)
	}
	return err
}

// timings gathers durations from many goroutines.
type timings struct {
	sync.Mutex
	all []time.Duration
	err error
}

func (t *timings) add(d time.Duration, err error) bool {
	t.Lock()
	defer t.Unlock()
	if err != nil && !errors.Is(err, context.DeadlineExceeded) && t.err == nil {
		t.err = err
	}
	if err == nil {
		t.all = append(t.all, d)
	}
	return err == nil
}

func measureLoad(ctx context.Context, b *bench) error {
	for _, database := range databases {
		w, err := b.world(ctx, database, b.small)
		if err != nil {
			return err
		}
		s, err := w.serve(ctx)
		if err != nil {
			return err
		}
		err = b.overload(ctx, s)
		if err == nil {
			err = b.paced(ctx, s)
		}
		s.close()
		if err != nil {
			return err
		}
	}
	return nil
}

// overload is readers and writers without pause on two cores, first with our writes, then with
// the bare loop in their place.
func (b *bench) overload(ctx context.Context, s *site) error {
	ours, reads, err := s.crowd(ctx, b.load, true)
	if err != nil {
		return err
	}
	bare, _, err := s.crowd(ctx, b.load, false)
	if err != nil {
		return err
	}
	b.add(figure{What: "overload: reads a second, 32 readers and 8 writers", Database: s.database, Value: float64(len(reads)) / b.load.Seconds(), Unit: "/s"})
	b.add(figure{What: "overload: writes a second, none lost", Database: s.database, Value: float64(len(ours)) / b.load.Seconds(), Unit: "/s"})
	b.add(figure{What: "overload: write p99 over the bare loop's", Database: s.database, Value: quantile(ours, 0.99) / quantile(bare, 0.99), Unit: "×", Limit: 2,
		Note: fmt.Sprintf("%.0f ms against %.0f ms", quantile(ours, 0.99), quantile(bare, 0.99))})
	return nil
}

func (s *site) crowd(ctx context.Context, d time.Duration, journalled bool) ([]time.Duration, []time.Duration, error) {
	ctx, stop := context.WithTimeout(ctx, d)
	defer stop()
	var reads, writes timings
	var group sync.WaitGroup
	for reader := range readers {
		group.Go(func() {
			for i := reader; ctx.Err() == nil; i++ {
				took, _, err := s.ask(ctx, http.MethodGet, "/deals/"+s.prefixes[i%len(s.prefixes)], "", "")
				reads.add(took, err)
			}
		})
	}
	var check []func() error
	for n := range writers {
		w, err := s.newWriter(context.WithoutCancel(ctx), n)
		if err != nil {
			return nil, nil, err
		}
		before, err := thread.ByKey(context.WithoutCancel(ctx), s.Journal.Reader(s.who.Workspace), w.deal, w.prefix+"-1")
		if err != nil {
			return nil, nil, err
		}
		group.Go(func() {
			for ctx.Err() == nil {
				if !journalled {
					took, _, err := s.ask(ctx, http.MethodPost, fmt.Sprintf("/bare/%d", n), "", "")
					writes.add(took, err)
				} else if took, err := s.edit(context.WithoutCancel(ctx), w); !writes.add(took, err) {
					return
				}
			}
		})
		check = append(check, func() error { return s.kept(context.WithoutCancel(ctx), w, before.Revision) })
	}
	group.Wait()
	for _, c := range check {
		if err := c(); journalled && err != nil {
			return nil, nil, err
		}
	}
	return writes.all, reads.all, errors.Join(reads.err, writes.err)
}

// paced is what a busy team does: 200 reads and 50 writes a second, spread evenly.
func (b *bench) paced(ctx context.Context, s *site) error {
	ctx, stop := context.WithTimeout(ctx, b.load)
	defer stop()
	var reads, writes timings
	var group sync.WaitGroup
	every := func(d time.Duration, do func(i int)) {
		group.Go(func() {
			tick := time.NewTicker(d)
			defer tick.Stop()
			for i := 0; ; i++ {
				select {
				case <-ctx.Done():
					return
				case <-tick.C:
					group.Go(func() { do(i) })
				}
			}
		})
	}
	all := make([]*writer, writers)
	locks := make([]sync.Mutex, writers)
	for n := range writers {
		w, err := s.newWriter(ctx, n)
		if err != nil {
			return err
		}
		all[n] = w
	}
	every(5*time.Millisecond, func(i int) {
		took, _, err := s.ask(ctx, http.MethodGet, "/deals/"+s.prefixes[i%len(s.prefixes)], "", "")
		reads.add(took, err)
	})
	every(20*time.Millisecond, func(i int) {
		n := i % writers
		locks[n].Lock()
		defer locks[n].Unlock()
		took, err := s.edit(context.WithoutCancel(ctx), all[n])
		writes.add(took, err)
	})
	group.Wait()
	b.add(figure{What: "paced, 200 reads a second: read p99", Database: s.database, Value: quantile(reads.all, 0.99), Unit: "ms", Limit: 50})
	b.add(figure{What: "paced, 50 writes a second: write p99", Database: s.database, Value: quantile(writes.all, 0.99), Unit: "ms", Limit: 50})
	return errors.Join(reads.err, writes.err)
}
