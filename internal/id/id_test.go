package id_test

import (
	"context"
	"testing"

	"throughline/internal/id"
)

func TestIdsGoUpEvenWithinAMillisecond(t *testing.T) {
	ctx := context.Background()
	last := id.New(ctx)
	for range 200_000 {
		next := id.New(ctx)
		if len(next) != 16 || next <= last {
			t.Fatalf("%s came after %s", next, last)
		}
		last = next
	}
}

func TestAnIdLooksLikeOne(t *testing.T) {
	for s, want := range map[string]bool{id.Random(): true, "": false, "integration-team": false, "abcdefghjkmnpqrs": false, "1m89gy26z4dma9q": false, "1M89GY26Z4DMA9Q8": false, "2026-11-25T09:30": false} {
		if id.Is(s) != want {
			t.Errorf("%q: %t", s, !want)
		}
	}
}
