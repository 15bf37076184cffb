package design

import (
	"context"
	"slices"
	"strconv"

	core "throughline/internal/design"
	"throughline/internal/journal"
	"throughline/internal/thread"
	"throughline/internal/web/kit"
	"throughline/internal/web/look"
)

// advise takes down what is advised on a concern, new or changed.
func advise(r *kit.Request) error {
	in := core.Advice{}
	if err := r.Decode(&in); err != nil {
		return err
	}
	in.Deal, in.ID = r.Deal.ID, ""
	if r.PathValue("id") != "" {
		k, err := mine[core.Concern](r, "concern")
		if err != nil {
			return err
		}
		in.ID = k.ID
	}
	var made core.Concern
	if err := r.Act("design.advise", func(ctx context.Context, tx *journal.Tx) (err error) {
		made, err = core.Advise(ctx, tx, in)
		return err
	}); err != nil {
		return err
	}
	return back(r, made.ID)
}

func dropConcern(r *kit.Request) error {
	k, err := mine[core.Concern](r, "concern")
	if err != nil {
		return err
	}
	revision, err := read(r)
	if err != nil {
		return err
	}
	if err := r.Act("design.drop-concern", func(ctx context.Context, tx *journal.Tx) error {
		return core.DropConcern(ctx, tx, k.ID, revision)
	}); err != nil {
		return err
	}
	return r.Done(look.Address{Path: r.DealPath("design")}.With("part", concernsPart))
}

// askedConcern is a concern as its form begins: the one that the address names, with the
// requirements of the kinds that usually concern it.
func (v *room) askedConcern() core.Concern {
	return core.Concern{Name: v.r.URL.Query().Get("concern")}
}

// asks is what the advice on a concern answers, empty for a deal's own.
func asks(name string) string {
	if i := slices.IndexFunc(core.Standard, func(s core.StandardConcern) bool { return s.Name == name }); i >= 0 {
		return core.Standard[i].Asks
	}
	return ""
}

// concerned are the requirements that a concern's form begins with.
func (v *room) concerned(k core.Concern) []string {
	if k.ID != "" {
		return v.concernOf[k.ID]
	}
	var of []thread.Kind
	for _, s := range core.Standard {
		if s.Name == k.Name {
			of = s.Of
		}
	}
	var out []string
	for _, l := range v.covered() {
		if slices.Contains(of, l.Requirement.Kind) {
			out = append(out, l.Requirement.ID)
		}
	}
	return out
}

// unspoken are the standard concerns nobody spoke to.
func (v *room) unspoken() (out []core.StandardConcern) {
	for _, s := range core.Standard {
		if !slices.ContainsFunc(v.concerns, func(k core.Concern) bool { return k.Name == s.Name }) {
			out = append(out, s)
		}
	}
	return out
}

func weeks(k core.Concern) string {
	if k.Weeks == 0 {
		return ""
	}
	return strconv.FormatFloat(k.Weeks, 'f', -1, 64)
}

func concernParts(k core.Concern) []part {
	return []part{{"name", "Concern", k.Name}, {"advice", "What we advise", k.Advice}, {"checked", "How it was checked", k.Checked}, {"weeks", "Weeks of work", weeks(k)}, {"not_needed", "Why nothing is needed", k.NotNeeded}}
}
