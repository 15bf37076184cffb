package journal

import (
	"context"
	"reflect"

	"throughline/internal/problem"
)

// Hold loads a thing to change it: the deal is locked, and the thing is as it stands since then.
func Hold[T any](ctx context.Context, tx *Tx, id string) (T, error) {
	var none T
	k := kindOf(reflect.TypeFor[T]())
	if tx.desk != nil {
		for _, deal := range tx.order {
			if v, ok, err := tx.desk.one(ctx, k, &Row{ID: id, Deal: deal}); err != nil {
				return none, err
			} else if ok {
				return v.Interface().(T), nil
			}
		}
	}
	thing, err := Load[T](ctx, tx, id)
	if err != nil {
		return thing, err
	}
	h := any(&thing).(Thing).Head()
	if tx.locked[h.Deal] {
		return thing, nil
	}
	if err := tx.Lock(ctx, h.Deal); err != nil {
		return thing, err
	}
	v, ok, err := tx.standing(ctx, k, h)
	if err != nil {
		return thing, err
	}
	if !ok {
		return thing, problem.NotFound(k.Name, id)
	}
	return v.Interface().(T), nil
}

// HoldWhere locks a deal and loads the first of its things of a kind that fits, to change it; ok is
// false when none does. What is looked through is what the end of the act looks through anyway.
func HoldWhere[T any](ctx context.Context, tx *Tx, deal string, fits func(*T) bool) (found T, ok bool, err error) {
	if err := tx.Lock(ctx, deal); err != nil {
		return found, false, err
	}
	k := kindOf(reflect.TypeFor[T]())
	list := tx.ofDeal
	if tx.desk != nil {
		list = tx.desk.list
	}
	all, err := list(ctx, k, deal)
	if err != nil {
		return found, false, err
	}
	for _, thing := range all.Interface().([]T) {
		if fits(&thing) {
			v, ok, err := tx.standing(ctx, k, any(&thing).(Thing).Head())
			if !ok || err != nil {
				return found, false, err
			}
			return v.Interface().(T), true, nil
		}
	}
	return found, false, nil
}

// standing is the thing as it stands before the write.
func (tx *Tx) standing(ctx context.Context, k *Kind, h *Row) (reflect.Value, bool, error) {
	if tx.desk != nil && tx.locked[h.Deal] {
		if v, ok, err := tx.desk.one(ctx, k, h); ok || err != nil {
			return v, ok, err
		}
	}
	return tx.byID(ctx, k, h.ID)
}
