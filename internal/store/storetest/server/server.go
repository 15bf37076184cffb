// Package server starts a PostgreSQL server of its own that is thrown away:
// for `make test`, for development (`go run ./tools/postgres`), and for tests
// that take the database away from under the program and give it back.
package server

import (
	"context"
	"fmt"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"syscall"
	"time"
)

// Options say what the server is for.
type Options struct {
	// Durable keeps every acknowledged commit through a kill of the server.
	// Without it commits are not written through to the disk, which is several
	// times faster and right for tests that throw the database away.
	Durable bool
	// Large gives it the memory that PostgreSQL's manual advises for a server of its own, about a
	// quarter of a small machine's, instead of the 128 MB it begins with.
	Large bool
	// Port on loopback; 0 takes a free one.
	Port int
}

// Server is one running PostgreSQL with a data folder of its own.
type Server struct {
	dir     string
	port    int
	options Options
	owner   *syscall.Credential
	command *exec.Cmd
	exited  chan struct{} // closed when the process has ended
}

// Start makes a data folder under the system's temporary folder, starts a
// server on it and returns once it answers. It listens on loopback and on a
// socket in its own folder. It ends with Stop, or with the process that started it.
func Start(ctx context.Context, options Options) (*Server, error) {
	if _, err := binary("postgres"); err != nil {
		return nil, err
	}
	owner, err := unprivileged()
	if err != nil {
		return nil, err
	}
	dir, err := os.MkdirTemp("", "throughline-postgres-")
	if err != nil {
		return nil, fmt.Errorf("make a folder for PostgreSQL: %w", err)
	}
	s := &Server{dir: dir, port: options.Port, options: options, owner: owner}
	if err := s.prepare(ctx); err != nil {
		return nil, withCleanup(err, dir)
	}
	if err := s.Restart(ctx); err != nil {
		return nil, withCleanup(err, dir)
	}
	return s, nil
}

// URL is the address of the server's first database, for a user who may create
// and drop databases.
func (s *Server) URL() string {
	return fmt.Sprintf("postgres://throughline@127.0.0.1:%d/postgres?sslmode=disable", s.port)
}

// Restart starts a server that Kill ended, on the same port and folder, and
// returns once it answers.
func (s *Server) Restart(ctx context.Context) error {
	path, err := binary("postgres")
	if err != nil {
		return err
	}
	log, err := os.OpenFile(s.logFile(), os.O_CREATE|os.O_APPEND|os.O_WRONLY, 0o644)
	if err != nil {
		return fmt.Errorf("open the log of PostgreSQL: %w", err)
	}
	defer log.Close()
	s.command = exec.Command(path, s.arguments()...)
	s.command.Dir, s.command.Stdout, s.command.Stderr = s.dir, log, log
	s.command.Env = append(os.Environ(), "LC_ALL=C")
	s.command.SysProcAttr = endWithParent(s.owner)
	if err := s.command.Start(); err != nil {
		return fmt.Errorf("start %s: %w", path, err)
	}
	s.exited = make(chan struct{})
	go func(command *exec.Cmd, exited chan<- struct{}) {
		_ = command.Wait() // ended by a signal, always; the log says why if it was not ours
		close(exited)
	}(s.command, s.exited)
	return s.awaitAnswer(ctx)
}

// Kill ends the server at once, as a power cut would: every process of it gets
// SIGKILL. The data folder stays, for Restart.
func (s *Server) Kill() error {
	backends := children(s.command.Process.Pid)
	if err := syscall.Kill(-s.command.Process.Pid, syscall.SIGKILL); err != nil {
		return fmt.Errorf("kill PostgreSQL: %w", err)
	}
	<-s.exited
	killAll(backends)
	s.command = nil
	return nil
}

// Stop ends the server and removes its folder. Stopping twice is harmless.
func (s *Server) Stop() error {
	if s.command != nil {
		// SIGQUIT is the immediate shutdown: nothing here is kept, so nothing is written.
		_ = syscall.Kill(s.command.Process.Pid, syscall.SIGQUIT)
		select {
		case <-s.exited:
		case <-time.After(10 * time.Second):
			_ = syscall.Kill(-s.command.Process.Pid, syscall.SIGKILL)
			<-s.exited
		}
		s.command = nil
	}
	return os.RemoveAll(s.dir)
}

// prepare gives the folder to the server's user and fills it with initdb.
func (s *Server) prepare(ctx context.Context) error {
	if s.owner != nil {
		if err := os.Chown(s.dir, int(s.owner.Uid), int(s.owner.Gid)); err != nil {
			return fmt.Errorf("give the folder of PostgreSQL to its user: %w", err)
		}
	}
	if s.port == 0 {
		port, err := freePort()
		if err != nil {
			return err
		}
		s.port = port
	}
	path, err := binary("initdb")
	if err != nil {
		return err
	}
	initdb := exec.CommandContext(ctx, path, "--pgdata", s.dataDir(), "--username", "throughline",
		"--auth", "trust", "--encoding", "UTF8", "--locale", "C", "--no-sync", "--no-instructions")
	initdb.Dir = s.dir
	initdb.SysProcAttr = endWithParent(s.owner)
	if out, err := initdb.CombinedOutput(); err != nil {
		return fmt.Errorf("initdb in %s: %w\n%s", s.dir, err, out)
	}
	return nil
}

func (s *Server) arguments() []string {
	settings := []string{
		"port=" + strconv.Itoa(s.port), "listen_addresses=127.0.0.1", "unix_socket_directories=" + s.dir,
		"max_connections=300", "shared_buffers=128MB", "log_min_messages=warning", "timezone=UTC",
	}
	if s.options.Large {
		settings = append(settings, "shared_buffers=2GB", "effective_cache_size=6GB")
	}
	if !s.options.Durable {
		settings = append(settings, "fsync=off", "full_page_writes=off", "synchronous_commit=off",
			"autovacuum=off", "max_wal_size=4GB", "checkpoint_timeout=1h")
	}
	arguments := []string{"-D", s.dataDir()}
	for _, setting := range settings {
		arguments = append(arguments, "-c", setting)
	}
	return arguments
}

func (s *Server) dataDir() string { return filepath.Join(s.dir, "data") }
func (s *Server) logFile() string { return filepath.Join(s.dir, "server.log") }

func freePort() (int, error) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return 0, fmt.Errorf("find a free port on loopback: %w", err)
	}
	defer l.Close()
	return l.Addr().(*net.TCPAddr).Port, nil
}

func withCleanup(err error, dir string) error {
	_ = os.RemoveAll(dir)
	return err
}
