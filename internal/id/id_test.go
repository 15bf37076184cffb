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
