// Package id makes the names of rows: 16 characters that sort by the time they were made.
package id

import (
	"context"
	"crypto/rand"
	"encoding/binary"
	"fmt"
	"sync/atomic"
	"time"
)

const letters = "0123456789abcdefghjkmnpqrstvwxyz" // Crockford's base 32: no i, l, o, u

type key struct{}

// Sequence is a source of ids for stories on a fixed clock: 1, 2, 3 …, the same on any day.
type Sequence struct{ n atomic.Uint64 }

// With gives a context whose ids come from the sequence.
func With(ctx context.Context, s *Sequence) context.Context { return context.WithValue(ctx, key{}, s) }

// New is a fresh id: 45 bits of milliseconds, then 35 random bits.
func New(ctx context.Context) string {
	if s, ok := ctx.Value(key{}).(*Sequence); ok {
		return fmt.Sprintf("s%015d", s.n.Add(1))
	}
	var b [8]byte
	_, _ = rand.Read(b[:]) // crypto/rand.Read never fails since Go 1.24
	return encode(uint64(time.Now().UnixMilli()), 9) + encode(binary.LittleEndian.Uint64(b[:]), 7)
}

func encode(n uint64, width int) string {
	out := make([]byte, width)
	for i := width - 1; i >= 0; i-- {
		out[i] = letters[n&31]
		n >>= 5
	}
	return string(out)
}

// Random is a fresh id outside any story: a reference in a log.
func Random() string { return New(context.Background()) }
