package thread

import (
	"context"

	"throughline/internal/auth"
	"throughline/internal/journal"
	core "throughline/internal/thread"
	"throughline/internal/web/kit"
	"throughline/internal/web/look"
)

// show is the page of a deal: its thread, breaks first.
func show(r *kit.Request) error {
	shell, err := r.DealShell("Thread", "Thread")
	if err != nil {
		return err
	}
	v, err := lookAt(r)
	if err != nil {
		return err
	}
	shell.Compact = r.URL.Query().Get("compact") != ""
	if v.past {
		shell.Line = &look.LineView{Lead: "As of " + r.Day(v.t.Facts.Today) + ".", Words: "Nothing can be changed here.", Act: &look.Act{Label: "Back to today", Href: v.address().With("asof", "")}}
	}
	return r.Draw(page(shell, v))
}

// add records a requirement written by hand.
func add(r *kit.Request) error {
	in := core.NewRequirement{}
	if err := r.Decode(&in); err != nil {
		return err
	}
	in.Deal = r.Deal.ID
	if words := r.FormValue("quote"); words != "" {
		in.Quotes = []core.NewQuote{{From: "note", Words: words, Speaker: in.RaisedBy}}
	}
	if err := r.Act("requirement.add", func(ctx context.Context, tx *journal.Tx) error {
		_, err := core.Add(ctx, tx, in)
		return err
	}); err != nil {
		return err
	}
	return r.Done(r.DealPath(""))
}

// give records a promise in one line.
func give(r *kit.Request) error {
	in := core.NewPromise{}
	if err := r.Decode(&in); err != nil {
		return err
	}
	in.Deal = r.Deal.ID
	if err := r.Act("promise.give", func(ctx context.Context, tx *journal.Tx) error {
		_, err := core.Give(ctx, tx, in)
		return err
	}); err != nil {
		return err
	}
	return r.Done(r.Back(r.DealPath("")))
}

func (v *view) may(p auth.Permission) bool { return !v.past && v.r.May(p) }
