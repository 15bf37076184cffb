package requirements

import (
	"context"
	"strconv"
	"strings"

	"throughline/internal/journal"
	"throughline/internal/problem"
	"throughline/internal/thread"
	"throughline/internal/web/kit"
)

// bulk makes one change to all that are marked. The button that was pressed says which.
func bulk(r *kit.Request) error {
	in := thread.Bulk{Deal: r.Deal.ID, Revisions: map[string]int64{}}
	for _, mark := range r.PostForm["ids"] {
		id, revision, _ := strings.Cut(mark, "@")
		in.IDs = append(in.IDs, id)
		if n, err := strconv.ParseInt(revision, 10, 64); err == nil {
			in.Revisions[id] = n
		}
	}
	if err := change(r, &in); err != nil {
		return err
	}
	if err := r.Act("requirement.bulk", func(ctx context.Context, tx *journal.Tx) error {
		n, err := thread.EditMany(ctx, tx, in)
		if err == nil && n == 0 {
			err = problem.Refuse("All that are marked are so already. Nothing was changed.")
		}
		return err
	}); err != nil {
		return stale(r, err)
	}
	return r.Done(backTo(r))
}

// change reads what is to become of them from the fields that the pressed button stands for.
func change(r *kit.Request, in *thread.Bulk) error {
	value := func(name string) string { return strings.TrimSpace(r.FormValue(name)) }
	switch r.FormValue("change") {
	case "priority":
		p := thread.Priority(value("priority"))
		in.Priority = &p
	case "kind":
		k := thread.Kind(value("kind"))
		in.Kind = &k
	case "group":
		g := value("group")
		in.Group = &g
	case "product":
		p := value("product")
		in.Product = &p
	case "owes":
		owes, err := stations(r.PostForm["owes"])
		in.Owes, in.OwesWhy = &owes, value("owes_why")
		return err
	case "rule":
		in.ByRule = true
	case "withdraw":
		if in.Withdraw = value("withdraw"); in.Withdraw == "" {
			return &problem.Error{Kind: problem.Invalid, What: "A reason is missing.", Fields: []problem.Field{{Name: "withdraw", What: "Say why they are no longer needed."}}}
		}
	default:
		return problem.New(problem.Invalid, "Say what should change of them.")
	}
	return nil
}

func stations(words []string) (out []thread.Station, err error) {
	out = []thread.Station{}
	for _, w := range words {
		var s thread.Station
		if err := s.UnmarshalText([]byte(w)); err != nil {
			return nil, problem.New(problem.Invalid, "%v.", err)
		}
		out = append(out, s)
	}
	return out, nil
}

// backTo is the list in the state it was in.
func backTo(r *kit.Request) string {
	path := r.DealPath("requirements")
	if s := r.FormValue("state"); s != "" {
		path += "?" + s
	}
	return path
}

// stale names the requirement that somebody else changed meanwhile.
func stale(r *kit.Request, err error) error {
	p := problem.As(err)
	if p == nil || p.Kind != problem.Stale {
		return err
	}
	if theirs, ok := p.Theirs.(thread.Requirement); ok {
		p.What = theirs.Key(r.Deal.Prefix) + " was changed since you read it: “" + theirs.Statement + "”, " + string(theirs.Priority) + ". Nothing was changed of any. Look at it and do it again."
	}
	return p
}
