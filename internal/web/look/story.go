package look

import (
	"net/url"

	"github.com/a-h/templ"
)

func storyPage(title, current string, q url.Values) PageView {
	nav := []Choice{
		{Label: "Inbox", Href: "/", Icon: "inbox", Count: "7", Key: "G I"},
		{Label: "Deals", Href: "/thread", Icon: "deals", Key: "G D"},
		{Label: "Import", Href: "/failure", Icon: "import", Key: "G M"},
		{Label: "Search", Href: "/search", Icon: "search", Key: "G S"},
		{Label: "Settings", Href: "/sign-in", Icon: "settings"},
	}
	for i := range nav {
		nav[i].Current = nav[i].Label == current
	}
	return PageView{Title: title, Nav: nav, Theme: q.Get("theme"), Compact: q.Get("density") == "compact", Person: &Person{
		Name: "Mara Lindqvist", Role: "SE", SignOut: "/sign-in", Theme: "/theme",
		Links: []Choice{{Label: "My settings", Href: "/sign-in"}},
		Switch: []Switch{
			{Person: "Mara Lindqvist", Role: "SE", Action: "/switch", Name: "person", Value: "1", Current: true},
			{Person: "Jonas Adeyemi", Role: "SA", Action: "/switch", Name: "person", Value: "2"},
			{Person: "Cole Barrett", Role: "AE", Action: "/switch", Name: "person", Value: "3"},
		},
	}}
}

func storyDeal() *DealView {
	return &DealView{
		Crumb: Choice{Label: "Deals", Href: "/"}, Name: "Northwind Freight", About: "Relay for carrier and dispatch events", Key: "NWF", Parent: "/thread",
		Team: []Person{{Name: "Mara Lindqvist", Role: "SE"}, {Name: "Jonas Adeyemi", Role: "SA"}, {Name: "Cole Barrett", Role: "AE"}},
		Facts: []Fact{
			{Label: "Stage", Value: "In delivery", Note: "Signed 30 Sep 2026"},
			{Label: "Value", Value: "$486,000 a year", Note: "3 years, 11% of quarter"},
			{Label: "Technical win", Value: "Conditional", Note: "Dana Whitfield, 18 Sep · 1 caveat open", Href: "#win"},
			{Label: "Go-live, wave 2", Value: "14 Jan 2027", Note: "likely 12 to 22 Jan"},
		},
		Next: &NextStep{Words: "Design review 2 with Tomás Rey", When: "Thu 26 Nov, 14:00", Act: Choice{Label: "Open design v2", Href: "#design"}},
		Tabs: []Choice{
			{Label: "Thread", Href: "/thread", Current: true}, {Label: "Discovery", Href: "#discovery"}, {Label: "Demo and answers", Href: "#answers"}, {Label: "Evaluation", Href: "#evaluation"},
			{Label: "Handoff", Href: "#handoff", Seam: true}, {Label: "Design", Href: "#design"}, {Label: "Delivery", Href: "#delivery"}, {Label: "Documents", Href: "#documents"}, {Label: "Activity", Href: "#activity"},
		},
	}
}

// Storybook shows every part in every state on one page.
func Storybook() templ.Component { return storyParts(storyShell(nil)) }

// Stories are the pages of the storybook by path. All values in it are made up.
func Stories(path string, q url.Values) (templ.Component, bool) {
	switch path {
	case "/":
		return storyParts(storyShell(q)), true
	case "/thread":
		return storyThreadPage(q), true
	case "/failure":
		return storyFailure(q), true
	case "/sign-in":
		return storySignIn(q), true
	}
	return nil, false
}

func storyMini(broken bool) MiniView {
	v := MiniView{}
	for i, r := range []int{16, 12, 13, 11, 16, 15, 11, 10, 3, 3} {
		v.Bars[i] = MiniBar{Tally: Tally{Reached: r, Owed: 16}}
	}
	if broken {
		v.Bars[3].Breaks, v.Bars[6].Breaks, v.Bars[8].Breaks = 2, 1, 1
	}
	return v
}

func storyTable() TableView {
	a := Address{Path: "/", Query: url.Values{"sort": {"due"}}}
	row := func(name, key, stage string, tone Tone, money, due string, broken bool) Row {
		r := Row{Cells: []templ.Component{Row2(Link(name, "/thread"), Key(key, "")), Tag(stage, tone), Mini(storyMini(broken)), Num(money), Num(due)}}
		if broken {
			r.Tone = Break
		}
		return r
	}
	amount := a.Sort("A year", "amount")
	amount.Number = true
	due := a.Sort("Next date", "due")
	due.Number = true
	return TableView{
		Caption: "Deals",
		Columns: []Column{{Label: "Deal", Wide: true}, a.Sort("Stage", "stage"), {Label: "Thread"}, amount, due},
		Rows: []Row{
			row("Northwind Freight", "NWF", "in delivery", Post, "$486,000", "14 Jan 2027", true),
			row("Kestrel Bank", "KST", "evaluation", Pre, "€1,250,000", "18 Dec", false),
			row("Aldgate Retail", "ALD", "discovery", Quiet, "unknown", "no dates", false),
		},
	}
}

func storyConflict() ConflictView {
	return ConflictView{
		Words: "Jonas changed NWF-13 at 14:02, while you were writing.", Who: Person{Name: "Jonas", Role: "SA"}, When: "14:02", Action: "/conflict", Revision: "8",
		Fields: []ConflictField{
			{Name: "statement", Label: "Sentence", Base: "Move 312 mappings with no more than 4 hours of cut-over", Theirs: "Move 298 mappings with no more than 4 hours of cut-over", Yours: "Move 312 mappings with no more than 3 hours of cut-over"},
			{Name: "priority", Label: "Priority", Base: "must", Theirs: "must", Yours: "must"},
		},
	}
}
