package door

import (
	"net"
	"strings"

	"throughline/internal/auth"
	"throughline/internal/journal"
	"throughline/internal/problem"
	"throughline/internal/web/kit"
)

func showSignIn(r *kit.Request) error {
	next := r.URL.Query().Get("next")
	if next == "" {
		next = r.Value("sign-in", "next", "")
	}
	return r.Draw(signInPage(r, next))
}

// signIn opens a session when address and password belong together. Tries are counted for the
// address asked for and for where the request came from.
func signIn(r *kit.Request) error {
	email := strings.TrimSpace(r.FormValue("email"))
	own, shared := "address "+strings.ToLower(email), "from "+origin(r)
	for _, door := range []string{own, shared} {
		if err := auth.Knock(r.Ctx(), r.House.Journal.DB, door); err != nil {
			return err
		}
	}
	members, err := auth.SignIn(r.Ctx(), r.House.Journal.DB, email, r.FormValue("password"))
	if err != nil {
		return err
	}
	if err := auth.Enter(r.Ctx(), r.House.Journal.DB, own, shared); err != nil {
		return err
	}
	if err := r.Session().Begin(members[0]); err != nil {
		return err
	}
	return r.Go(r.Back("/inbox"))
}

// origin is the network address that asks.
func origin(r *kit.Request) string {
	from := r.Site.ClientAddress(r.Request)
	if net.ParseIP(from) == nil {
		return "unknown"
	}
	return from
}

func signOut(r *kit.Request) error {
	if err := r.Session().End(); err != nil {
		return err
	}
	forget(r)
	return r.Go("/sign-in")
}

// switchPerson makes the session another person's, in the sample workspace only.
func switchPerson(r *kit.Request) error {
	if !r.Home.Sample {
		return problem.New(problem.Missing, "Only the sample workspace lets you be someone else.")
	}
	p, err := journal.Load[auth.Person](r.Ctx(), r.Reader, r.FormValue("person"))
	if err != nil {
		return err
	}
	if !p.Active {
		return problem.Refuse("%s is not active.", p.Name)
	}
	if err := r.Session().Begin(auth.Member{Workspace: p.Workspace, Person: p.ID}); err != nil {
		return err
	}
	forget(r)
	return r.Go("/inbox")
}

// forget has the browser throw away what pages kept in it: drafts, and briefs for the way.
func forget(r *kit.Request) { r.Writer().Header().Set("Clear-Site-Data", `"storage"`) }
