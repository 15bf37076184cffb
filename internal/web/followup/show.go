package followup

import (
	"slices"
	"strings"

	"throughline/internal/account"
	"throughline/internal/area"
	"throughline/internal/auth"
	core "throughline/internal/followup"
	"throughline/internal/journal"
	"throughline/internal/mail"
	"throughline/internal/portal"
	"throughline/internal/web/kit"
	"throughline/internal/web/look"
)

// view is the follow-up of one talk: what is being written, and what went out.
type view struct {
	r        *kit.Request
	talk     core.Talk
	names    area.Names
	draft    core.FollowUp // what is being written; without an id while nothing is kept
	language string
	subject  string
	words    string
	people   []recipient
	sent     []core.FollowUp
}

// recipient is somebody of the deal's people who can get it.
type recipient struct {
	id, name, mail string
	there          bool // took part in the talk
}

func show(r *kit.Request) error {
	v, err := open(r)
	if err != nil {
		return err
	}
	tab := "Discovery"
	if v.talk.Kind == core.AfterDemo {
		tab = "Demo and answers"
	}
	shell, err := r.DealShell("Follow-up", tab)
	if err != nil {
		return err
	}
	return r.Draw(page(shell, v))
}

func open(r *kit.Request) (*view, error) {
	v := &view{r: r}
	var err error
	if v.talk, err = core.Find(r.Ctx(), r.Reader, *r.Deal, r.PathValue("kind"), r.PathValue("talk")); err != nil {
		return nil, err
	}
	if v.names, err = r.Names(); err != nil {
		return nil, err
	}
	all, err := core.All(r.Ctx(), r.Reader, r.Deal.ID)
	if err != nil {
		return nil, err
	}
	v.language = "en"
	if len(all) > 0 {
		v.language = all[0].Language // as this customer was written to before
	}
	for _, f := range all {
		switch {
		case f.About != v.talk.ID:
		case f.Sent():
			v.sent = append(v.sent, f)
		default:
			v.draft = f
		}
	}
	v.write()
	return v, v.reach()
}

// write gives the words that stand in the form: those kept, else a draft in the language asked for.
func (v *view) write() {
	asked := v.r.URL.Query().Get("language")
	if v.draft.ID != "" {
		v.language = v.draft.Language
	}
	if slices.Contains(core.Languages, asked) && asked != v.language || v.draft.ID == "" {
		if slices.Contains(core.Languages, asked) {
			v.language = asked
		}
		v.subject, v.words = core.Draft(v.talk, v.language, v.r.Zone())
		return
	}
	v.subject, v.words = v.draft.Subject.String(), v.draft.Words.String()
}

// reach reads who can get it, those who were there first.
func (v *view) reach() error {
	all, err := journal.List[account.Stakeholder](v.r.Ctx(), v.r.Reader, v.r.Deal.ID)
	if err != nil {
		return err
	}
	ids := make([]string, 0, len(all))
	for _, s := range all {
		ids = append(ids, s.Contact)
	}
	contacts, err := journal.Several[account.Contact](v.r.Ctx(), v.r.Reader, ids)
	for _, c := range contacts {
		if c.ErasedAt.IsZero() {
			v.people = append(v.people, recipient{c.ID, c.Name.String(), c.Email.String(), slices.Contains(v.talk.Contacts, c.ID)})
		}
	}
	slices.SortStableFunc(v.people, func(a, b recipient) int {
		if a.there != b.there {
			if a.there {
				return -1
			}
			return 1
		}
		return strings.Compare(a.name, b.name)
	})
	return err
}

func (v *view) path(rest string) string {
	return v.r.DealPath("follow-ups/" + v.talk.Kind + "/" + v.talk.ID + rest)
}

// back is the page of the talk.
func (v *view) back() look.Choice {
	if v.talk.Kind == core.AfterDemo {
		return look.Choice{Label: "Demo and answers", Href: v.r.DealPath("demo?at=" + v.talk.ID)}
	}
	return look.Choice{Label: "Discovery", Href: v.r.DealPath("discovery/" + v.talk.ID)}
}

func (v *view) may() bool { return v.r.May(auth.Promise) }

func (v *view) languages() (out []look.Choice) {
	for _, code := range core.Languages {
		out = append(out, look.Choice{Label: portal.In(code).Language, Href: v.path("?language=" + code), Current: code == v.language})
	}
	return out
}

// tickable are those who can get it; whoever has no address says so.
func (v *view) tickable() (options []look.Option, there []string) {
	for _, p := range v.people {
		o := look.Option{Value: p.id, Label: p.name, Hint: p.mail}
		if p.mail == "" {
			o.Hint, o.Disabled = "No mail address is known", true
		} else if p.there {
			there = append(there, p.id)
		}
		options = append(options, o)
	}
	return options, there
}

// whole is the letter as it is copied: to all who were there.
func (v *view) whole() string {
	var names []string
	for _, p := range v.people {
		if p.there {
			names = append(names, p.name)
		}
	}
	if len(names) == 0 {
		names = []string{"…"}
	}
	return core.Whole(v.language, v.words, v.r.Person.Name, names)
}

// letters are the letters of a follow-up that went out, with what became of each.
func (v *view) letters(f core.FollowUp) ([]look.ListItem, error) {
	all, err := journal.Several[mail.Letter](v.r.Ctx(), v.r.Reader, f.Letters)
	out := make([]look.ListItem, 0, len(all))
	for _, l := range all {
		state := l.State
		if l.State == mail.Waiting {
			state = "not sent yet"
		}
		out = append(out, look.ListItem{Title: l.Name.String(), About: l.Address.String(), Due: state, Late: l.State == mail.Returned, Href: v.r.DealPath("letters/" + l.ID)})
	}
	return out, err
}
