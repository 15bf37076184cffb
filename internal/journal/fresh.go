package journal

import (
	"reflect"
	"slices"
)

// fresh is a deal that the act itself made, and what the act wrote in it since.
type fresh struct {
	own   reflect.Value // a copy of the deal's own row
	kinds []string      // of every row recorded after it
}

// begin notes a deal that this act makes. Nobody else can know of it, so it needs no lock.
func (tx *Tx) begin(deal string, own reflect.Value) {
	if !tx.locked[deal] {
		tx.locked[deal] = true
		tx.order = append(tx.order, deal)
	}
	kept := reflect.New(own.Type()).Elem()
	kept.Set(own)
	tx.fresh[deal] = &fresh{own: kept}
}

// Fresh gives the deal's own row if this act made it and wrote nothing in it since but things of
// the kinds named. What follows from such a deal is known without reading anything.
func Fresh[T any](tx *Tx, deal string, but ...string) (T, bool) {
	var none T
	f := tx.fresh[deal]
	if f == nil {
		return none, false
	}
	for _, k := range f.kinds {
		if !slices.Contains(but, k) {
			return none, false
		}
	}
	own, ok := f.own.Interface().(T)
	return own, ok
}

// Remember reads something once in an act, however often it is asked for. It is for what the
// act itself does not change. Outside an act it reads each time.
func Remember[T any](src Source, read func() (T, error)) (T, error) {
	if c, ok := src.(*computing); ok {
		src = c.Source
	}
	tx, ok := src.(*Tx)
	if !ok {
		return read()
	}
	t := reflect.TypeFor[T]()
	if v, ok := tx.remembered[t]; ok {
		return v.(T), nil
	}
	v, err := read()
	if err == nil {
		tx.remembered[t] = v
	}
	return v, err
}
