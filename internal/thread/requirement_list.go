package thread

import (
	"context"
	"sort"
	"strconv"
	"strings"

	"throughline/internal/journal"
	"throughline/internal/problem"
)

// Requirements lists a deal's requirements by number, withdrawn ones too.
func Requirements(ctx context.Context, src journal.Source, deal string) ([]Requirement, error) {
	all, err := journal.List[Requirement](ctx, src, deal)
	sort.Slice(all, func(i, j int) bool { return all[i].Number < all[j].Number })
	return all, err
}

// Promises lists a deal's promises by number.
func Promises(ctx context.Context, src journal.Source, deal string) ([]Promise, error) {
	all, err := journal.List[Promise](ctx, src, deal)
	sort.Slice(all, func(i, j int) bool { return all[i].Number < all[j].Number })
	return all, err
}

var requirementByNumber = journal.Where[Requirement](requirementKind, "deal = $2 AND number = $3")

// ByKey finds the requirement that a key like NWF-12 names in a deal.
func ByKey(ctx context.Context, r *journal.Reader, deal, key string) (Requirement, error) {
	n, err := numberOf(key)
	if err != nil {
		return Requirement{}, err
	}
	out, ok, err := requirementByNumber.One(ctx, r, deal, n)
	if err == nil && !ok {
		err = problem.NotFound("requirement", key)
	}
	return out, err
}

// HoldKey finds what ByKey finds, to change it in this act.
func HoldKey(ctx context.Context, tx *journal.Tx, deal, key string) (Requirement, error) {
	n, err := numberOf(key)
	if err != nil {
		return Requirement{}, err
	}
	out, ok, err := journal.HoldWhere(ctx, tx, deal, func(r *Requirement) bool { return r.Number == n })
	if err == nil && !ok {
		err = problem.NotFound("requirement", key)
	}
	return out, err
}

func numberOf(key string) (int, error) {
	n, err := strconv.Atoi(key[strings.LastIndexByte(key, '-')+1:])
	if err != nil {
		return 0, problem.NotFound("requirement", key)
	}
	return n, nil
}
