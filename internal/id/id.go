// Package id makes the names of rows: 16 characters that sort by the time they were made.
package id

import (
	"context"
	"crypto/rand"
	"encoding/binary"
	"fmt"
	"strings"
	"sync"
	"sync/atomic"
	"time"
)

const letters = "0123456789abcdefghjkmnpqrstvwxyz" // Crockford's base 32: no i, l, o, u

type key struct{}

// Sequence is a source of ids for stories on a fixed clock: 1, 2, 3 …, the same on any day.
type Sequence struct{ n atomic.Uint64 }

// With gives a context whose ids come from the sequence.
func With(ctx context.Context, s *Sequence) context.Context { return context.WithValue(ctx, key{}, s) }

// New is a fresh id: 45 bits of milliseconds, then 35 random bits. Those of one process and
// one millisecond go up too, so that what was made first comes first.
func New(ctx context.Context) string {
	if s, ok := ctx.Value(key{}).(*Sequence); ok {
		return fmt.Sprintf("s%015d", s.n.Add(1))
	}
	var b [8]byte
	_, _ = rand.Read(b[:]) // crypto/rand.Read never fails since Go 1.24
	ms, tail := last.after(uint64(time.Now().UnixMilli()), binary.LittleEndian.Uint64(b[:]))
	return encode(ms, 9) + encode(tail, 7)
}

// Is says whether a text looks like an id: 16 of its letters, with a digit among them.
func Is(s string) bool {
	return len(s) == 16 && strings.ContainsAny(s, "0123456789") && strings.Trim(s, letters) == ""
}

// tailBits of an id follow its milliseconds.
const tailBits = 35

// made is the id that the process made last.
type made struct {
	sync.Mutex
	ms, tail uint64
}

var last made

// after is the first id of a new millisecond, or one a random step after the last.
func (m *made) after(ms, random uint64) (uint64, uint64) {
	m.Lock()
	defer m.Unlock()
	if ms > m.ms {
		m.ms, m.tail = ms, random&(1<<(tailBits-1)-1) // the upper half is for the steps
		return m.ms, m.tail
	}
	m.tail += 1 + random&(1<<20-1)
	if m.tail >= 1<<tailBits {
		m.ms, m.tail = m.ms+1, random&(1<<(tailBits-1)-1)
	}
	return m.ms, m.tail
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
