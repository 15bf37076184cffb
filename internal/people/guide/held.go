package guide

import "sync"

// heldLimit is how many guides of workspaces are kept read.
const heldLimit = 64

var held = struct {
	sync.Mutex
	by map[string]*Guide
}{by: map[string]*Guide{}}

// Held reads a guide that a workspace keeps. One text is read and checked once, however many
// pages ask for it; what it gives is shared: do not change it.
func Held(text string) (*Guide, error) {
	held.Lock()
	g := held.by[text]
	held.Unlock()
	if g != nil {
		return g, nil
	}
	g, err := Read([]byte(text))
	if err != nil {
		return nil, err
	}
	held.Lock()
	defer held.Unlock()
	if len(held.by) >= heldLimit {
		clear(held.by)
	}
	held.by[text] = g
	return g, nil
}

// Own says whether the guide is a company's own, not the one inside the program.
func (g *Guide) Own() bool { return g != Shipped() }

// Word is what pages call the guide that they quote: the text, or your guide.
func (g *Guide) Word() string {
	if g.Own() {
		return "your guide"
	}
	return "the text"
}
