// Package clock is where the time comes from: from the context, so that a story can be
// lived in the past and told the same way on any day.
package clock

import (
	"context"
	"time"
)

// Clock tells the time.
type Clock func() time.Time

type key struct{}

// With gives a context whose time comes from c.
func With(ctx context.Context, c Clock) context.Context { return context.WithValue(ctx, key{}, c) }

// Now is the context's time, the machine's when none was set.
func Now(ctx context.Context) Instant {
	if c, ok := ctx.Value(key{}).(Clock); ok {
		return At(c())
	}
	return At(time.Now())
}

// Fixed is a clock a story moves by hand.
type Fixed struct{ T time.Time }

// Now is the time it stands at.
func (f *Fixed) Now() time.Time { return f.T }

// Set moves it.
func (f *Fixed) Set(t time.Time) { f.T = t }

// Add moves it on.
func (f *Fixed) Add(d time.Duration) { f.T = f.T.Add(d) }
