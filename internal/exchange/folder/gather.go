package folder

import (
	"context"
	"fmt"
	"reflect"
	"regexp"
	"slices"
	"strings"

	"throughline/internal/design"
	"throughline/internal/journal"
	"throughline/internal/seal"
)

// thing is one kept thing on its way into a file.
type thing struct {
	*carrying
	head  *journal.Row
	value reflect.Value
	key   string
	below map[string][]*thing // what belongs to it, by kind
	named bool                // something else names it
}

// gathering is a deal with all that it names.
type gathering struct {
	deal      string
	kinds     []*carrying
	things    map[string][]*thing // by kind, oldest first
	byID      map[string]*thing
	asked     map[string]bool
	modelHash string // of the design as it stands
	keys      map[string]bool
}

// gather reads a deal and follows what its things name until nothing new is named.
func gather(ctx context.Context, src *journal.Reader, deal string) (*gathering, error) {
	g := &gathering{deal: deal, kinds: carried(), things: map[string][]*thing{}, byID: map[string]*thing{}, asked: map[string]bool{}, keys: map[string]bool{}}
	for _, c := range g.kinds {
		if shared[c.Name] {
			continue
		}
		all, err := journal.Things(ctx, src, c.Kind, deal)
		if err != nil {
			return nil, err
		}
		for _, t := range all {
			g.add(c, t)
		}
	}
	for {
		ids := g.unknown()
		if len(ids) == 0 {
			break
		}
		if err := g.fetch(ctx, src, ids); err != nil {
			return nil, err
		}
	}
	g.order()
	g.name()
	var err error
	g.modelHash, err = design.HashOf(ctx, src, deal)
	return g, err
}

func (g *gathering) add(c *carrying, t journal.Thing) *thing {
	n := &thing{carrying: c, head: t.Head(), value: reflect.ValueOf(t).Elem(), below: map[string][]*thing{}}
	g.things[c.Name] = append(g.things[c.Name], n)
	g.byID[n.head.ID] = n
	return n
}

// shaped is what an id looks like.
var shaped = regexp.MustCompile(`^[0-9a-hjkmnp-tv-z]{16}$`)

// unknown lists the ids that things name and that were not asked for yet, in the order in which
// they are named. What is known is marked as named.
func (g *gathering) unknown() (out []string) {
	note := func(id string) {
		if t := g.byID[id]; t != nil {
			t.named = true
		} else if shaped.MatchString(id) && !g.asked[id] {
			g.asked[id] = true
			out = append(out, id)
		}
	}
	for _, c := range g.kinds {
		for _, t := range g.things[c.Name] {
			for _, f := range t.fields {
				if leftFields[t.Name+"."+f.name] == "" {
					texts(f.Of(t.value), note)
				}
			}
		}
	}
	return out
}

// texts gives every text inside a value, and the owners of sealed ones.
func texts(v reflect.Value, give func(string)) {
	if t, ok := v.Interface().(seal.Text); ok {
		if !t.IsZero() {
			give(t.Owner())
		}
		return
	}
	switch v.Kind() {
	case reflect.String:
		give(v.String())
	case reflect.Pointer:
		if !v.IsNil() {
			texts(v.Elem(), give)
		}
	case reflect.Slice, reflect.Array:
		if v.Type().Elem().Kind() == reflect.Uint8 {
			return
		}
		for i := range v.Len() {
			texts(v.Index(i), give)
		}
	case reflect.Map:
		for _, k := range sortedKeys(v) {
			texts(k, give)
			texts(v.MapIndex(k), give)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() {
				texts(v.Field(i), give)
			}
		}
	}
}

func sortedKeys(v reflect.Value) []reflect.Value {
	keys := v.MapKeys()
	slices.SortFunc(keys, func(a, b reflect.Value) int { return strings.Compare(fmt.Sprint(a), fmt.Sprint(b)) })
	return keys
}

// fetch looks for the ids: first among what is shared, else anywhere, to be kept by name.
func (g *gathering) fetch(ctx context.Context, src *journal.Reader, ids []string) error {
	for _, c := range g.kinds {
		if !shared[c.Name] {
			continue
		}
		found, err := journal.ThingsOf(ctx, src, c.Kind, ids)
		if err != nil {
			return err
		}
		for _, t := range found {
			g.add(c, t)
		}
	}
	for _, k := range journal.AllKinds() {
		rest := slices.DeleteFunc(slices.Clone(ids), func(id string) bool { return g.byID[id] != nil })
		if len(rest) == 0 {
			return nil
		}
		found, err := journal.ThingsOf(ctx, src, k, rest)
		if err != nil {
			return err
		}
		for _, t := range found {
			if _, stays := left[k.Name]; !stays {
				if err := g.outside(ctx, src, k, t); err != nil {
					return err
				}
			}
		}
	}
	return nil
}

// order puts shared things and numbered ones in an order that a second folder has too.
func (g *gathering) order() {
	for _, c := range g.kinds {
		if shared[c.Name] {
			slices.SortStableFunc(g.things[c.Name], func(a, b *thing) int { return strings.Compare(a.calling(), b.calling()) })
		}
		if f, ok := c.field("number"); ok && f.Type.Kind() == reflect.Int {
			slices.SortStableFunc(g.things[c.Name], func(a, b *thing) int { return int(f.Of(a.value).Int() - f.Of(b.value).Int()) })
		}
	}
}
