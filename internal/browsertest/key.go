package browsertest

import (
	"fmt"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// named are the keys that have a name instead of a letter, as on the keyboard.
var named = map[string]string{
	"Enter": kb.Enter, "Escape": kb.Escape, "Tab": kb.Tab, "Space": " ",
	"Backspace": kb.Backspace, "Delete": kb.Delete, "Home": kb.Home, "End": kb.End,
	"PageUp": kb.PageUp, "PageDown": kb.PageDown,
	"Up": kb.ArrowUp, "Down": kb.ArrowDown, "Left": kb.ArrowLeft, "Right": kb.ArrowRight,
}

var modifiers = map[string]chromedp.Modifier{
	"Ctrl": chromedp.ModifierCtrl, "Shift": chromedp.ModifierShift,
	"Alt": chromedp.ModifierAlt, "Meta": chromedp.ModifierMeta,
}

// Key presses keys one after the other where the focus is: "j", "Enter",
// "Shift+Tab", "Ctrl+k".
func (tab *Tab) Key(keys ...string) {
	tab.t.Helper()
	for _, name := range keys {
		key, held, err := parseKey(name)
		if err != nil {
			tab.t.Fatal(err)
		}
		tab.do("press "+name, chromedp.KeyEvent(key, chromedp.KeyModifiers(held...)))
	}
}

// Press is Key on a page of ours, once its scripts have taken hold.
func (tab *Tab) Press(key string) {
	tab.t.Helper()
	for range 100 {
		if Evaluate[bool](tab, `!!document.querySelector("[data-theme-form] [aria-pressed]")`) {
			break
		}
		time.Sleep(50 * time.Millisecond)
	}
	tab.Key(key)
}

// parseKey reads "Ctrl+k" as k with Ctrl held; a "+" alone is the key itself.
func parseKey(name string) (key string, held []chromedp.Modifier, err error) {
	rest := name
	for {
		before, after, found := strings.Cut(rest, "+")
		if !found || after == "" || before == "" {
			break
		}
		modifier, ok := modifiers[before]
		if !ok {
			return "", nil, fmt.Errorf("key %q: %q is not one of Ctrl, Shift, Alt, Meta", name, before)
		}
		held, rest = append(held, modifier), after
	}
	if key, ok := named[rest]; ok {
		return key, held, nil
	}
	if utf8.RuneCountInString(rest) != 1 {
		return "", nil, fmt.Errorf("key %q: %q is neither one letter nor a key this knows by name", name, rest)
	}
	return rest, held, nil
}
