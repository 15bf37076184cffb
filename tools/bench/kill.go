package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync/atomic"
	"syscall"
	"time"

	"throughline/internal/account"
	"throughline/internal/auth"
	"throughline/internal/id"
	"throughline/internal/journal"
	"throughline/internal/thread"
	"throughline/internal/wiring"
)

// measureKill ends the server (and, in turn, PostgreSQL) with kill -9 in the middle of writes,
// many times over: nothing that was acknowledged may be lost, and verify must pass each time.
func measureKill(ctx context.Context, b *bench) error {
	binary := filepath.Join(b.work, "throughline-kill")
	build := exec.CommandContext(ctx, "go", "build", "-trimpath", "-buildvcs=false", "-ldflags=-s", "-o", binary, "./cmd/throughline")
	build.Env, build.Stderr = append(os.Environ(), "CGO_ENABLED=0"), os.Stderr
	if err := build.Run(); err != nil {
		return err
	}
	for _, database := range databases {
		k := &killing{b: b, database: database, binary: binary, data: filepath.Join(b.work, "kill-"+database)}
		if err := k.prepare(ctx); err != nil {
			return err
		}
		for n := range b.kills / len(databases) {
			if err := k.once(ctx, n); err != nil {
				return fmt.Errorf("%s, kill %d: %w", database, n+1, err)
			}
		}
		b.add(figure{What: fmt.Sprintf("kill -9 %d times in the middle of writes: writes lost", b.kills/len(databases)), Database: database, Value: 0, Unit: "", Note: fmt.Sprintf("%d acknowledged", k.acknowledged)})
	}
	return nil
}

type killing struct {
	b                      *bench
	database, binary, data string
	target                 string
	token                  string
	workspace              string
	revision               int64 // the requirement's, as far as was acknowledged
	acknowledged           int64
}

// prepare makes a workspace with one deal and a token.
func (k *killing) prepare(ctx context.Context) (err error) {
	if k.target, err = k.b.target(ctx, k.database, "kill-"+k.database); err != nil {
		return err
	}
	h, err := wiring.Open(ctx, k.target)
	if err != nil {
		return err
	}
	defer h.Journal.DB.Close()
	w := &world{House: h, who: journal.Actor{Workspace: id.New(ctx), Role: "SE"}}
	k.workspace = w.who.Workspace
	person := auth.Person{Email: "se@bench.example", Role: auth.SE}
	for _, step := range []func(context.Context, *journal.Tx) error{
		func(ctx context.Context, tx *journal.Tx) error {
			return account.Found(ctx, tx, &account.Workspace{Name: "Kill"})
		},
		func(ctx context.Context, tx *journal.Tx) error { return auth.Add(ctx, tx, &person) },
		func(ctx context.Context, tx *journal.Tx) error {
			a := account.Account{Name: "Northwind Freight"}
			if err := account.AddAccount(ctx, tx, &a); err != nil {
				return err
			}
			o := account.Opportunity{Account: a.ID, Name: "Relay"}
			if err := account.AddOpportunity(ctx, tx, &o, a.Name); err != nil {
				return err
			}
			_, err := thread.Add(ctx, tx, thread.NewRequirement{Deal: o.ID, Statement: "Replay within 1 hour", Kind: thread.Functional, Priority: thread.Must})
			return err
		},
		func(ctx context.Context, tx *journal.Tx) (err error) {
			_, k.token, err = auth.Issue(ctx, tx, "kill", "")
			return err
		},
	} {
		if err := w.do(ctx, "bench.prepare", step); err != nil {
			return err
		}
		w.who.Person = person.ID
	}
	k.revision = 1
	return nil
}

// once serves, writes until the kill, and looks at what is there afterwards.
func (k *killing) once(ctx context.Context, n int) error {
	server, url, err := k.start(ctx)
	if err != nil {
		return err
	}
	var done atomic.Int64
	done.Store(k.revision)
	finished := make(chan struct{})
	go func() {
		defer close(finished)
		for {
			if err := k.write(ctx, url, done.Load()); err != nil {
				return
			}
			done.Add(1)
		}
	}()
	time.Sleep(time.Duration(60+n%7*15) * time.Millisecond)
	if k.database == "postgres" && n%2 == 1 {
		if err := k.b.postgres.Kill(); err != nil {
			return err
		}
		<-finished
		if err := k.b.postgres.Restart(ctx); err != nil {
			return err
		}
	}
	if err := server.Process.Kill(); err != nil {
		return err
	}
	_ = server.Wait() // it was killed
	<-finished
	k.acknowledged += done.Load() - k.revision
	k.revision = done.Load()
	return k.check(ctx)
}

func (k *killing) start(ctx context.Context) (*exec.Cmd, string, error) {
	args := []string{"serve", "--addr", "127.0.0.1:0", "--no-sample", "--data", k.data}
	if k.database == "postgres" {
		args = append(args, "--database", k.target)
	} else {
		args[len(args)-1] = k.target
	}
	server := exec.CommandContext(ctx, k.binary, args...)
	server.SysProcAttr = &syscall.SysProcAttr{Pdeathsig: syscall.SIGKILL}
	log, err := server.StderrPipe()
	if err != nil {
		return nil, "", err
	}
	if err := server.Start(); err != nil {
		return nil, "", err
	}
	lines := bufio.NewScanner(log)
	for lines.Scan() {
		if _, rest, ok := strings.Cut(lines.Text(), "address="); ok {
			address, _, _ := strings.Cut(rest, " ")
			go func() {
				for lines.Scan() {
				}
			}()
			return server, "http://" + address, nil
		}
	}
	return nil, "", errors.New("the server did not say where it listens")
}

// write edits the one requirement over the revision it has; each write makes one more.
func (k *killing) write(ctx context.Context, url string, revision int64) error {
	body := fmt.Sprintf(`{"statement":"Replay, revision %d","kind":"functional","priority":"must","same_meaning":true}`, revision)
	req, err := http.NewRequestWithContext(ctx, http.MethodPut, url+"/api/deals/NWF/requirements/NWF-1", strings.NewReader(body))
	if err != nil {
		return err
	}
	req.Header.Set("If-Match", fmt.Sprintf("%q", fmt.Sprint(revision)))
	req.Header.Set("Authorization", "Bearer "+k.token)
	req.Header.Set("Content-Type", "application/json")
	res, err := http.DefaultClient.Do(req)
	if err != nil {
		return err
	}
	defer res.Body.Close()
	if res.StatusCode != http.StatusOK {
		return fmt.Errorf("answered %d", res.StatusCode)
	}
	return nil
}

// check opens what the kill left: every acknowledged requirement is there, and verify passes.
func (k *killing) check(ctx context.Context) error {
	h, err := wiring.Open(ctx, k.target)
	if err != nil {
		return err
	}
	defer h.Journal.DB.Close()
	r := h.Journal.Reader(k.workspace)
	d, err := account.ByPrefix(ctx, r, "NWF")
	if err != nil {
		return err
	}
	now, err := thread.ByKey(ctx, r, d.ID, "NWF-1")
	if err != nil {
		return err
	}
	if now.Revision < k.revision {
		return fmt.Errorf("revision %d was acknowledged, %d is there", k.revision, now.Revision)
	}
	k.revision = now.Revision // one more may have been committed and not acknowledged
	rep, err := journal.Verify(ctx, h.Journal.DB.Read)
	if err != nil {
		return err
	}
	found, err := h.Tallies.Verify(ctx, r)
	if err != nil {
		return err
	}
	if all := append(rep.Findings, found...); len(all) > 0 {
		return fmt.Errorf("%s: %s", all[0].Where, all[0].What)
	}
	return nil
}
