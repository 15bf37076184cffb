package my

import (
	"fmt"
	"slices"
	"strings"

	"throughline/internal/account"
	"throughline/internal/clock"
	core "throughline/internal/people"
	"throughline/internal/problem"
	"throughline/internal/web/kit"
	"throughline/internal/web/look"
)

// mostLines of leave, and of accounts, are read of a form.
const mostLines = 51

// keepLimits reads languages by commas, and lines of leave and of accounts; empty lines are none.
func keepLimits(r *kit.Request) error {
	var in core.LimitsIn
	if err := r.Decode(&in); err != nil {
		return err
	}
	in.Bounds = core.Bounds{Languages: []string{}, KeepsOff: []core.Interest{}, Leave: []core.Leave{}}
	for _, word := range strings.Split(r.PostForm.Get("languages"), ",") {
		if word = strings.TrimSpace(word); word != "" {
			in.Languages = append(in.Languages, word)
		}
	}
	at := lines{}
	for i := range mostLines {
		from, until := r.PostForm.Get(fmt.Sprintf("leave.%d.from", i)), r.PostForm.Get(fmt.Sprintf("leave.%d.until", i))
		if from+until != "" {
			at.leave = append(at.leave, i)
			in.Leave = append(in.Leave, core.Leave{From: clock.Date(from), Until: clock.Date(until)})
		}
		if id := r.PostForm.Get(fmt.Sprintf("keeps_off.%d.account", i)); id != "" {
			at.off = append(at.off, i)
			in.KeepsOff = append(in.KeepsOff, core.Interest{Account: id, Why: strings.TrimSpace(r.PostForm.Get(fmt.Sprintf("keeps_off.%d.why", i)))})
		}
	}
	return at.named(acting(r, "limits.keep", "/my#limits", in, core.KeepLimits))
}

// lines are which lines of the form were written on, so that what is wrong stands beside its line.
type lines struct{ leave, off []int }

func (l lines) named(err error) error {
	e := problem.As(err)
	if e == nil {
		return err
	}
	for i, f := range e.Fields {
		for part, at := range map[string][]int{"leave.": l.leave, "keeps_off.": l.off} {
			rest, is := strings.CutPrefix(f.Name, part)
			n, word, _ := strings.Cut(rest, ".")
			for k, line := range at {
				if is && n == fmt.Sprint(k) {
					e.Fields[i].Name = fmt.Sprintf("%s%d.%s", part, line, word)
				}
			}
		}
	}
	return err
}

// bounds are what the person said so far.
func (v *view) bounds() (core.Bounds, int64) {
	if v.p.Limits == nil {
		return core.Bounds{}, 0
	}
	return v.p.Limits.Bounds, v.p.Limits.Revision
}

// accountOptions are the accounts one may keep off.
func (v *view) accountOptions() []look.Option {
	out := []look.Option{{Label: "none"}}
	for _, a := range v.accounts {
		out = append(out, look.Option{Value: a.ID, Label: a.Name})
	}
	return out
}

func (v *view) accountName(id string) string {
	if i := slices.IndexFunc(v.accounts, func(a account.Account) bool { return a.ID == id }); i >= 0 {
		return v.accounts[i].Name
	}
	return "an account that is not here any more"
}
