package journal

import (
	"context"
	"encoding/json"
	"fmt"
	"reflect"
	"slices"
	"strings"

	"throughline/internal/seal"
	"throughline/internal/store"
)

// Row begins every kept thing.
type Row struct {
	ID        string `db:"id" json:"id"`
	Workspace string `db:"workspace" json:"-"`
	Deal      string `db:"deal" json:"deal,omitempty"` // empty for what belongs to the whole workspace
	Revision  int64  `db:"revision" json:"revision"`   // 1 when made, one more with each write
}

// Head gives the row inside any kept thing.
func (r *Row) Head() *Row { return r }

// Thing is a pointer to any kept thing.
type Thing interface{ Head() *Row }

// Kind is what the journal knows of one type of thing: its word, its table, its columns.
type Kind struct {
	Name  string // the word of PRODUCT.md, as links and the journal call it
	Table string
	// Guard, where a kind has one, is asked before undo takes away what an act made: it
	// refuses while other things need it.
	Guard func(ctx context.Context, tx *Tx, id string) error

	typ                                    reflect.Type
	sealed                                 bool // some column holds words of people outside
	columns                                []column
	byID, byIDs, byDeal, all, update, drop store.Statement
	insert                                 *store.Into
}

type column struct {
	name   string
	index  []int
	json   bool // kept as JSON text
	sealed bool // a seal.Text
	plain  bool // a string that is written as it is
}

var (
	kindsByName = map[string]*Kind{}
	kindsByType = map[reflect.Type]*Kind{}
)

// Declare makes a type a kind. It is called once for each, when the program starts; the
// struct's fields carry `db:"column"`, or `db:"column,json"` for structured values.
func Declare[T any](name, table string) *Kind {
	k := &Kind{Name: name, Table: table, typ: reflect.TypeFor[T]()}
	k.columns = columnsOf(k.typ, nil)
	if len(k.columns) < 4 || k.columns[3].name != "revision" {
		panic(fmt.Sprintf("kind %s does not begin with journal.Row", name))
	}
	if kindsByName[name] != nil || kindsByType[k.typ] != nil {
		panic(fmt.Sprintf("kind %s is declared twice", name))
	}
	k.sealed = slices.ContainsFunc(k.columns, func(c column) bool { return c.sealed })
	k.write()
	kindsByName[name], kindsByType[k.typ] = k, k
	return k
}

// Kinds lists every declared kind.
func Kinds() map[string]*Kind { return kindsByName }

func kindOf(t reflect.Type) *Kind {
	k := kindsByType[t]
	if k == nil {
		panic(fmt.Sprintf("%s is no declared kind", t))
	}
	return k
}

func columnsOf(t reflect.Type, path []int) (out []column) {
	for i := range t.NumField() {
		f := t.Field(i)
		at := append(append([]int(nil), path...), i)
		if f.Anonymous && f.Type == reflect.TypeFor[Row]() {
			out = append(out, columnsOf(f.Type, at)...)
			continue
		}
		tag := f.Tag.Get("db")
		if tag == "" || tag == "-" {
			continue
		}
		name, opt, _ := strings.Cut(tag, ",")
		plain := f.Type.Kind() == reflect.String && !f.Type.Implements(reflect.TypeFor[json.Marshaler]())
		out = append(out, column{name, at, opt == "json", f.Type == reflect.TypeFor[seal.Text](), plain})
	}
	return out
}

// write makes the kind's six statements, each column listed.
func (k *Kind) write() {
	names, sets := []string{}, []string{}
	for i, c := range k.columns {
		names = append(names, c.name)
		if i > 1 {
			sets = append(sets, fmt.Sprintf("%s = $%d", c.name, i+1))
		}
	}
	list := strings.Join(names, ", ")
	sel := "SELECT " + list + " FROM " + k.Table + " WHERE workspace = $1"
	k.byID = store.SQL(sel + " AND id = $2")
	k.byIDs = store.SQL(sel + " AND id IN (" + store.Places(2, store.Ten) + ") ORDER BY id")
	k.byDeal = store.SQL(sel + " AND deal = $2 ORDER BY id")
	k.all = store.SQL(sel + " ORDER BY deal, id")
	k.insert = store.InsertInto(k.Table, list, "")
	k.update = store.SQL("UPDATE " + k.Table + " SET " + strings.Join(sets, ", ") +
		" WHERE id = $1 AND workspace = $2 AND revision = $4 - 1")
	k.drop = store.SQL("DELETE FROM " + k.Table + " WHERE workspace = $1 AND id = $2")
}

// selecting is the kind's columns under a condition of an area's own.
func (k *Kind) selecting(where string) store.Statement {
	return store.Statement(strings.TrimSuffix(string(k.byID), "id = $2") + where)
}
