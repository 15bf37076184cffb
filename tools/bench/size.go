package main

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
)

// measureSize looks at the binary and at the memory that stays when nothing is asked.
func measureSize(ctx context.Context, b *bench) error {
	binary := filepath.Join(b.work, "throughline")
	build := exec.CommandContext(ctx, "go", "build", "-trimpath", "-buildvcs=false", "-ldflags=-s", "-o", binary, "./cmd/throughline")
	build.Env = append(os.Environ(), "CGO_ENABLED=0")
	build.Stderr = os.Stderr
	if err := build.Run(); err != nil {
		return err
	}
	info, err := os.Stat(binary)
	if err != nil {
		return err
	}
	b.add(figure{What: "binary", Value: float64(info.Size()) / 1e6, Unit: "MB", Limit: 60})
	for _, database := range databases {
		w, err := b.world(ctx, database, b.deals)
		if err != nil {
			return err
		}
		if _, _, err := w.get(ctx, "/deals"); err != nil {
			return err
		}
	}
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	b.add(figure{What: "memory in use at rest, both worlds open in one process", Value: float64(m.HeapInuse+m.StackInuse) / 1e6, Unit: "MB", Limit: 200})
	return nil
}
