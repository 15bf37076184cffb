package settings

import (
	"throughline/internal/web/kit"
)

// keyed is one place with its keys.
type keyed struct {
	Where string
	Keys  [][2]string // keys, and what they do
}

// allKeys lists what the pages bind. '?' on any page lists those of that page out of its own
// buttons.
var allKeys = []keyed{
	{"Everywhere", [][2]string{{"⌘ K", "find or go to (Ctrl K)"}, {"?", "the keys of this page"}, {"Esc", "close, leave"}, {"U", "undo what you just did"},
		{"G I", "inbox"}, {"G D", "deals"}, {"G P", "people"}, {"G Y", "my page"}, {"G E", "team, for who leads people"}, {"G M", "import"}, {"G S", "search"}, {"G T", "settings"}}},
	{"Lists", [][2]string{{"J K", "next, back"}, {"Enter", "open"}, {"/", "filter or search by words"}, {"1 2", "whose, where it is offered"}}},
	{"Inbox", [][2]string{{"M", "mark what changed as seen"}}},
	{"Review of a call", [][2]string{{"A", "accept, go on"}, {"E", "edit"}, {"⌘ ↵", "accept my words"}, {"M", "merge"}, {"X", "not a need"}, {"S", "say why not"}, {"V", "mark"}, {"⇧A", "accept what is marked"}, {"N", "mark a quote by hand"}}},
	{"Rooms of a deal", [][2]string{{"R", "record a call, a reaction, a reference"}, {"F", "add a fact"}, {"N", "begin what the room is for"}, {"S", "record a sign-off"}}},
	{"The thread", [][2]string{{"← ↑ ↓ →", "move by station"}, {"Enter", "evidence"}, {"B", "next break"}, {"[ ]", "earlier, later"}, {"T", "today"}}},
}

func showKeys(r *kit.Request) error { return r.Draw(keysPage(r.Shell("All keys", "/settings"), r)) }
