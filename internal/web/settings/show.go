package settings

import (
	"fmt"
	"net"
	"slices"
	"strings"

	"github.com/a-h/templ"

	"throughline/internal/auth"
	"throughline/internal/calendar"
	"throughline/internal/journal"
	"throughline/internal/web/kit"
	"throughline/internal/web/look"
)

type view struct {
	r        *kit.Request
	tokens   []auth.Token
	places   []auth.Member // workspaces the address belongs to
	password bool          // the address has one
	issued   string        // the text of a token made just now
	said     string        // what was done beside the journal
	feed     *calendar.Feed
	address  string // of a calendar made just now
}

func show(r *kit.Request) error { return draw(r, &view{}) }

func draw(r *kit.Request, v *view) error {
	v.r = r
	all, err := journal.List[auth.Token](r.Ctx(), r.Reader, "")
	if err != nil {
		return err
	}
	for _, t := range all {
		if t.RevokedAt.IsZero() && (t.Person == r.Person.ID || r.May(auth.Manage)) {
			v.tokens = append(v.tokens, t)
		}
	}
	if v.feed, err = calendar.Of(r.Ctx(), r.Reader, r.Person.ID); err != nil {
		return err
	}
	if v.places, err = auth.Memberships(r.Ctx(), r.House.Journal.DB, r.Person.Email); err != nil {
		return err
	}
	if v.password, err = auth.HasPassword(r.Ctx(), r.House.Journal.DB, r.Person.Email); err != nil {
		return err
	}
	shell := r.Shell("Settings", "/settings")
	return r.Draw(page(shell, v))
}

// offline says whether a brief opens without network at this address: browsers keep pages only
// over HTTPS, or on the machine itself.
func (v *view) offline() string {
	host, _, err := net.SplitHostPort(v.r.Host)
	if err != nil {
		host = v.r.Host
	}
	ip := net.ParseIP(strings.Trim(host, "[]"))
	if v.r.TLS != nil || strings.HasPrefix(v.r.Site.Public, "https://") || host == "localhost" || strings.HasSuffix(host, ".localhost") || ip != nil && ip.IsLoopback() {
		return "A brief that you opened in this browser opens again without network, for seven days. It goes when you sign out, and when you may no longer see the deal."
	}
	return "Not at this address: a browser keeps a page for later only over HTTPS or on localhost. Ask whoever runs Throughline for an address with HTTPS, or print the brief: it fits one sheet."
}

// roles is the table of who may do what, as the code asks it.
func roles() look.TableView {
	t := look.TableView{Caption: "Who may do what", Columns: []look.Column{{Label: "May", Wide: true}}}
	for _, r := range auth.Roles {
		t.Columns = append(t.Columns, look.Column{Label: string(r)})
	}
	for _, g := range auth.Grants {
		row := look.Row{Cells: []templ.Component{look.Text(kit.Sentence(g.What))}}
		for _, r := range auth.Roles {
			word := look.Soft("no")
			if slices.Contains(g.Roles, r) {
				word = look.Tag("yes", look.Good)
			}
			row.Cells = append(row.Cells, word)
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

func (v *view) tokenTable(names func(string) string) look.TableView {
	t := look.TableView{Caption: "API tokens", Columns: []look.Column{{Label: "What it is for", Wide: true}, {Label: "Acts as"}, {Label: "Until"}, {Label: "End it", Hidden: true}}}
	for _, k := range v.tokens {
		until := "until it is ended"
		if k.ExpiresOn != "" {
			until = v.r.Day(k.ExpiresOn)
		}
		end := look.Act{Label: "End it", Post: "/settings/tokens/" + k.ID + "/revoke", About: k.Name}
		t.Rows = append(t.Rows, look.Row{Cells: []templ.Component{look.Text(k.Name), look.Text(names(k.Person)), look.Num(until), look.Button(end)}})
	}
	return t
}

func (v *view) nameOf(id string) string {
	names, err := v.r.Names()
	if err != nil {
		return id
	}
	return names.Of(id)
}

// others are the workspaces the address belongs to beside this one.
func (v *view) others() (out []look.Option) {
	for _, m := range v.places {
		if m.Workspace != v.r.Home.ID {
			out = append(out, look.Option{Value: m.Workspace, Label: fmt.Sprintf("%s, as %s", m.WorkspaceName, m.Role)})
		}
	}
	return out
}

func lines(text string) (out []string) {
	for line := range strings.Lines(strings.ReplaceAll(text, "\r\n", "\n")) {
		if line = strings.TrimSpace(line); line != "" {
			out = append(out, line)
		}
	}
	return out
}
