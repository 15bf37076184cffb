package area

import (
	"context"
	"encoding/json"
	"strings"

	"throughline/internal/journal"
	"throughline/internal/search"
)

// names are the kinds that the palette finds by name.
var names = map[string]bool{"opportunity": true, "account": true, "person": true, "contact": true}

// index keeps search's rows for what an act changed: one for each thing and owner of its words.
func index(ctx context.Context, tx *journal.Tx, told journal.Told) error {
	last, order := map[string]journal.Spoken{}, []string{}
	fresh := map[string]bool{}
	for _, s := range told.Things {
		if _, again := last[s.ID]; !again {
			order = append(order, s.ID)
			fresh[s.ID] = s.New
		}
		last[s.ID] = s
	}
	var entries []search.Entry
	var drop, named []string
	for _, id := range order {
		s := last[id]
		if !fresh[id] {
			drop = append(drop, id)
			if names[s.Kind] {
				named = append(named, id)
			}
		}
		if !s.Gone {
			entries = append(entries, entriesOf(s)...)
		}
	}
	if err := search.Drop(ctx, tx, drop, named); err != nil {
		return err
	}
	search.Put(tx, entries)
	for _, owner := range told.Erased {
		if err := search.Forget(ctx, tx, owner); err != nil {
			return err
		}
	}
	return nil
}

// entriesOf parts a thing's texts by their owners; an owner's first text is the title.
func entriesOf(s journal.Spoken) (out []search.Entry) {
	at := map[string]int{}
	for _, t := range s.Texts {
		t.Text = listed(t.Text)
		i, there := at[t.Owner]
		if !there {
			at[t.Owner] = len(out)
			out = append(out, search.Entry{Deal: s.Deal, Kind: s.Kind, Thing: s.ID, Owner: t.Owner, Label: s.Key, Title: t.Text, Name: names[s.Kind]})
			continue
		}
		if out[i].Body != "" {
			out[i].Body += "\n"
		}
		out[i].Body += t.Text
	}
	return out
}

// listed reads a text that is a JSON list of texts, as a transcript's segments are kept.
func listed(text string) string {
	var parts []string
	if strings.HasPrefix(text, `["`) && json.Unmarshal([]byte(text), &parts) == nil {
		return strings.Join(parts, "\n")
	}
	return text
}
