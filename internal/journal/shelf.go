package journal

import (
	"container/list"
	"maps"
	"reflect"
	"sync"
)

// shelf keeps the things of the deals used last, each as of a place in the journal. A deal whose
// last journal row is still the one noted has not changed, whichever copy of the program wrote;
// so what the shelf gives is never older than the database, and losing it loses nothing. Words
// of people outside lie on it closed: whoever reads opens them with the keys of that moment.
// See docs/decisions/0010.
type shelf struct {
	lock   sync.Mutex
	deals  map[dealKey]*list.Element // of *shelved
	order  *list.List                // the one used last in front
	things int
}

type dealKey struct{ workspace, deal string }

// shelved is one deal. Its lists are never changed, only replaced.
type shelved struct {
	dealKey
	seq   int64
	lists map[*Kind]reflect.Value
}

// shelfHolds is how many things the shelf has room for: about 25 MB.
const shelfHolds = 40_000

func newShelf() *shelf { return &shelf{deals: map[dealKey]*list.Element{}, order: list.New()} }

// find gives a kind's things of a deal as of the place, if they are here.
func (s *shelf) find(key dealKey, seq int64, k *Kind) (reflect.Value, bool) {
	s.lock.Lock()
	defer s.lock.Unlock()
	at := s.deals[key]
	if at == nil || at.Value.(*shelved).seq != seq {
		return reflect.Value{}, false
	}
	s.order.MoveToFront(at)
	v, ok := at.Value.(*shelved).lists[k]
	return v, ok
}

// put adds lists of a deal as of the place. Lists of an older place are dropped; when a newer
// one is known already, these are of no use.
func (s *shelf) put(key dealKey, seq int64, lists map[*Kind]reflect.Value) {
	s.lock.Lock()
	defer s.lock.Unlock()
	at := s.deals[key]
	if at != nil && at.Value.(*shelved).seq > seq {
		return
	}
	if at != nil && at.Value.(*shelved).seq < seq {
		s.drop(at)
		at = nil
	}
	if at == nil {
		at = s.order.PushFront(&shelved{dealKey: key, seq: seq, lists: map[*Kind]reflect.Value{}})
		s.deals[key] = at
	}
	for k, v := range lists {
		if _, there := at.Value.(*shelved).lists[k]; !there {
			at.Value.(*shelved).lists[k] = v
			s.things += v.Len()
		}
	}
	for s.things > shelfHolds && s.order.Len() > 1 {
		s.drop(s.order.Back())
	}
}

// all gives every list of a deal as of the place.
func (s *shelf) all(key dealKey, seq int64) map[*Kind]reflect.Value {
	s.lock.Lock()
	defer s.lock.Unlock()
	at := s.deals[key]
	if at == nil || at.Value.(*shelved).seq != seq {
		return nil
	}
	return maps.Clone(at.Value.(*shelved).lists)
}

func (s *shelf) drop(at *list.Element) {
	d := s.order.Remove(at).(*shelved)
	for _, v := range d.lists {
		s.things -= v.Len()
	}
	delete(s.deals, d.dealKey)
}
