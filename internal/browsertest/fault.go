package browsertest

import (
	"context"
	"fmt"
	"sync"

	"github.com/chromedp/chromedp"
)

// faults are what a page reported of itself that no page should: exceptions
// nobody caught and breaches of the content security policy. A 404 or 422 is
// not one; pages answer those on purpose.
type faults struct {
	mu   sync.Mutex
	seen []string
}

// listen gathers the faults of a tab until its context ends.
func listen(ctx context.Context) *faults {
	f := &faults{}
	messages := chromedp.Console(ctx)
	go func() {
		for message, err := range messages {
			if err != nil {
				return
			}
			if message.IsException() || message.Source == "security" {
				f.mu.Lock()
				f.seen = append(f.seen, fmt.Sprintf("%s (%s, line %d)", message.Text, message.URL, message.Line+1))
				f.mu.Unlock()
			}
		}
	}()
	return f
}

// take returns the faults seen since it was last called.
func (f *faults) take() []string {
	f.mu.Lock()
	defer f.mu.Unlock()
	seen := f.seen
	f.seen = nil
	return seen
}
