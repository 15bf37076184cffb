package rule

import "sync"

// heldLimit is how many workspaces' tables are kept read.
const heldLimit = 64

var held = struct {
	sync.Mutex
	by map[string]*Table
}{by: map[string]*Table{}}

// Held reads a table that a workspace keeps. One text is read and tried once, however many deals
// ask for it; what it gives is shared: do not change it.
func Held(text string) (*Table, error) {
	held.Lock()
	t := held.by[text]
	held.Unlock()
	if t != nil {
		return t, nil
	}
	t, err := Read([]byte(text))
	if err != nil {
		return nil, err
	}
	held.Lock()
	defer held.Unlock()
	if len(held.by) >= heldLimit {
		clear(held.by)
	}
	held.by[text] = t
	return t, nil
}
