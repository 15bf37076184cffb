package thread

import (
	"context"
	"strconv"

	"throughline/internal/auth"
	"throughline/internal/handoff"
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
		if err := v.then(shell.Deal); err != nil {
			return err
		}
		shell.Line = &look.LineView{Lead: "As of " + r.Day(v.t.Facts.Today) + ".", Words: "Nothing can be changed here.", Act: &look.Act{Label: "Back to today", Href: v.address().With("asof", "")}}
	}
	return r.Draw(page(shell, v))
}

// then makes the deal's head say what was so at the moment that is looked at.
func (v *view) then(d *look.DealView) error {
	deal := v.t.Facts.Deal
	win, err := handoff.WinWords(v.r.Ctx(), v.r.House.Weaver, v.src, &deal, v.t.TechnicalWin)
	if err != nil {
		return err
	}
	d.Facts = []look.Fact{{Label: "Stage", Value: kit.Stage(deal.Stage, string(deal.Phase), deal.SignedOn)}, {Label: "Value", Value: kit.Money(deal.Amount), Note: deal.Type},
		{Label: "Technical win", Value: kit.Sentence(win)}, {Label: "Breaks", Value: strconv.Itoa(len(v.t.Breaks))}}
	if deal.SignedOn != "" {
		d.Facts[0].Note = v.r.Day(deal.SignedOn)
	}
	if deal.GoLiveOn != "" {
		d.Facts = append(d.Facts, look.Fact{Label: "Go-live", Value: v.r.Day(deal.GoLiveOn), Note: "as planned then"})
	}
	if d.Next != nil {
		d.Next = nil
		if deal.NextStep != "" {
			d.Next = &look.NextStep{Words: deal.NextStep}
		}
	}
	return nil
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
