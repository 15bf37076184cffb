package cli

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"net/netip"
	"os/signal"
	"strings"
	"syscall"
	"time"

	"throughline/internal/area"
	"throughline/internal/auth"
	"throughline/internal/sample"
)

type serveCommand struct {
	where
	Addr    string   `help:"Where to listen." default:"127.0.0.1:8080" env:"THROUGHLINE_ADDR" placeholder:"HOST:PORT"`
	Sample  bool     `help:"Make the sample workspace at the first start." default:"true" negatable:"" env:"THROUGHLINE_SAMPLE"`
	Public  string   `help:"The address people use, as in https://throughline.example." env:"THROUGHLINE_PUBLIC" placeholder:"URL"`
	Proxies []string `help:"Networks whose X-Forwarded-For is believed, as in 10.0.0.0/8." env:"THROUGHLINE_PROXIES" placeholder:"CIDR"`
	Upload  int64    `help:"The largest upload through a browser, in MB." default:"64" env:"THROUGHLINE_UPLOAD"`

	SMTP smtpFlags `embed:"" prefix:"smtp-"`
}

// Serving is what the web face must know of how it is served.
type Serving struct {
	Log     *slog.Logger
	Version string
	Public  string
	Proxies []netip.Prefix
	Upload  int64 // bytes
	// Enter is whom the sign-in link signs in, the sample's SE; nil without a sample.
	Enter *auth.Member
	// Link is called with the path of the sign-in link, when there is a sample to enter.
	Link func(path string)
}

// patience is how long a stop waits for requests under way.
const patience = 20 * time.Second

// Run serves until it is told to stop, then finishes what it began.
func (c serveCommand) Run(ctx context.Context, p *Parts) error {
	ctx, stop := signal.NotifyContext(ctx, syscall.SIGINT, syscall.SIGTERM)
	defer stop()
	log := slog.New(slog.NewTextHandler(p.Err, nil))
	serving := Serving{Log: log, Version: p.Version, Public: c.Public, Upload: c.Upload << 20}
	for _, text := range c.Proxies {
		prefix, err := netip.ParsePrefix(text)
		if err != nil {
			return fmt.Errorf("%w: --proxies %q is not a network like 10.0.0.0/8", errUse, text)
		}
		serving.Proxies = append(serving.Proxies, prefix)
	}
	server, err := c.SMTP.server(c.Public)
	if err != nil {
		return err
	}
	h, err := c.open(ctx, p)
	if err != nil {
		return err
	}
	defer h.Journal.DB.Close()
	h.Mail = server
	h.Files.Limit = serving.Upload
	if serving.Enter, err = c.sample(ctx, h); err != nil {
		return err
	}
	link := ""
	serving.Link = func(path string) { link = path }
	handler, err := p.Serve(h, serving)
	if err != nil {
		return err
	}
	listener, err := net.Listen("tcp", c.Addr)
	if err != nil {
		return fmt.Errorf("cannot listen on %s: %w", c.Addr, err)
	}
	caught := make(chan struct{})
	go func() {
		defer close(caught)
		if err := h.CatchUpAll(ctx); err != nil && ctx.Err() == nil {
			log.Warn("deals are not all counted anew", "error", err)
		}
	}()
	delivered := deliver(ctx, h, strings.TrimSuffix(c.Public, "/"), log)
	defer func() { stop(); <-caught; delivered() }() // before the database is closed
	log.Info("Throughline serves", "address", listener.Addr().String(), "data", c.Data, "version", p.Version)
	if link != "" {
		fmt.Fprintf(p.Err, "http://%s%s\n", listener.Addr(), link)
	}
	return untilStopped(ctx, listener, handler)
}

// sample makes the sample at the first start, and says whom its link signs in.
func (c serveCommand) sample(ctx context.Context, h *area.House) (*auth.Member, error) {
	if !c.Sample {
		return nil, nil
	}
	if err := sample.First(ctx, h); err != nil {
		return nil, err
	}
	m, there, err := sample.Door(ctx, h.Journal.DB)
	if err != nil || !there {
		return nil, err
	}
	return &m, nil
}

func untilStopped(ctx context.Context, listener net.Listener, handler http.Handler) error {
	server := &http.Server{Handler: handler, ReadHeaderTimeout: 10 * time.Second, IdleTimeout: 2 * time.Minute, MaxHeaderBytes: 64 << 10}
	failed := make(chan error, 1)
	go func() { failed <- server.Serve(listener) }()
	select {
	case err := <-failed:
		return err
	case <-ctx.Done():
	}
	end, cancel := context.WithTimeout(context.WithoutCancel(ctx), patience)
	defer cancel()
	if err := server.Shutdown(end); err != nil && !errors.Is(err, context.DeadlineExceeded) {
		return err
	}
	return nil
}
