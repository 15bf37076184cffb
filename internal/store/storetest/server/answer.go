package server

import (
	"context"
	"fmt"
	"os"
	"time"

	"github.com/jackc/pgx/v5"
)

// startLimit is how long a server may take to answer: a start needs less than a
// second, recovery after a kill a few.
const startLimit = 60 * time.Second

// awaitAnswer returns once a connection is accepted; earlier when the server
// ended, with the last of its log.
func (s *Server) awaitAnswer(ctx context.Context) error {
	ctx, cancel := context.WithTimeout(ctx, startLimit)
	defer cancel()
	for {
		connection, err := pgx.Connect(ctx, s.URL())
		if err == nil {
			return connection.Close(ctx)
		}
		select {
		case <-s.exited:
			s.command = nil
			return fmt.Errorf("PostgreSQL ended at its start; its log says:\n%s", s.lastOfLog())
		case <-ctx.Done():
			_ = s.Kill()
			return fmt.Errorf("PostgreSQL did not answer within %s (%w); its log says:\n%s", startLimit, err, s.lastOfLog())
		case <-time.After(20 * time.Millisecond):
		}
	}
}

func (s *Server) lastOfLog() string {
	const most = 4096
	log, err := os.ReadFile(s.logFile())
	if err != nil {
		return err.Error()
	}
	return string(log[max(0, len(log)-most):])
}
