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
	n, err := strconv.Atoi(key[strings.LastIndexByte(key, '-')+1:])
	if err != nil {
		return Requirement{}, problem.NotFound("requirement", key)
	}
	out, ok, err := requirementByNumber.One(ctx, r, deal, n)
	if err == nil && !ok {
		err = problem.NotFound("requirement", key)
	}
	return out, err
}
