package journal

import (
	"context"
	"reflect"
	"slices"
	"strings"

	"throughline/internal/seal"
)

// Column is what a kind says of one column of its own.
type Column struct {
	Name   string // as the table has it
	Word   string // as the API calls it; the table's name where the API does not show it
	Type   reflect.Type
	Sealed bool // words of people outside
	index  []int
}

// Columns lists the kind's own columns, without id, workspace, deal and revision.
func (k *Kind) Columns() []Column {
	out := make([]Column, 0, len(k.columns)-ownColumns)
	for _, c := range k.columns[ownColumns:] {
		f := k.typ.FieldByIndex(c.index)
		word, _, _ := strings.Cut(f.Tag.Get("json"), ",")
		if word == "" || word == "-" {
			word = c.name
		}
		out = append(out, Column{c.name, word, f.Type, f.Type == reflect.TypeFor[seal.Text](), c.index})
	}
	return out
}

// Of is the column's place in a thing of its kind.
func (c Column) Of(thing reflect.Value) reflect.Value { return thing.FieldByIndex(c.index) }

// Make is a new thing of the kind, empty, and its value.
func (k *Kind) Make() (Thing, reflect.Value) {
	p := reflect.New(k.typ)
	return p.Interface().(Thing), p.Elem()
}

// KindOf is the kind of a thing.
func KindOf(thing Thing) *Kind { return kindOf(reflect.TypeOf(thing).Elem()) }

// Things is all things of a kind in a deal, oldest first, for whoever knows the kind only while
// running.
func Things(ctx context.Context, src Source, k *Kind, deal string) ([]Thing, error) {
	v, err := src.ofDeal(ctx, k, deal)
	return thingsIn(v), err
}

// ThingsOf is the things of a kind with these ids, wherever in the workspace they are.
func ThingsOf(ctx context.Context, src Source, k *Kind, ids []string) ([]Thing, error) {
	v, err := src.ofIDs(ctx, k, ids)
	return thingsIn(v), err
}

func thingsIn(v reflect.Value) []Thing {
	if !v.IsValid() {
		return nil
	}
	out := make([]Thing, v.Len())
	for i := range out {
		out[i] = v.Index(i).Addr().Interface().(Thing)
	}
	return out
}

// AllKinds lists the kinds by their names.
func AllKinds() []*Kind {
	out := make([]*Kind, 0, len(kindsByName))
	for _, k := range kindsByName {
		out = append(out, k)
	}
	slices.SortFunc(out, func(a, b *Kind) int { return strings.Compare(a.Name, b.Name) })
	return out
}
