// Package look is how Throughline's pages look: the shell, the parts and the thread
// picture, as templ components fed with plain data. It knows no database, no route
// and no other package of the house but assets.
//
// # How a page is composed
//
// A page of an area is a templ in internal/web/<area>/ that fills a PageView (its
// links, person and deal are given by the web kit) and puts its content inside Page:
//
//	templ List(v look.PageView, f look.FilterView, t look.TableView, p look.PagerView) {
//		@look.Page(v) {
//			@look.Heading("Deals", "8 deals, 3 with breaks", look.Act{Label: "New deal", Kind: look.Main, Key: "N", Href: "/deals/new"})
//			@look.Card(look.CardView{ID: "deals", Title: "All deals", Count: "8"}) {
//				@look.Filter(f)
//				@look.Table(t)
//				@look.Pager(p)
//			}
//		}
//	}
//
// On a page of a deal set PageView.Deal: its name is then the h1, so begin with a
// Card (h2). Board(aside) { … } gives the two columns with an aside that stays.
// Body pads what is neither a table nor a list inside a Card.
//
// # Lists
//
// The whole state of a list lives in the address. Address{Path, Query} builds every
// link: a.With("stage", "won"), a.Sort("Due", "due") for a column that sorts.
// Filter is a GET form; TableView cells are components: Text, Num, Soft, Key, Link,
// Tag, Row2, Mini or your own templ. J, K and Enter work on every Table and List.
//
// # Forms
//
//	@look.Form(look.FormView{Action: "/deals/NWF/calls", Draft: "call NWF", Errors: errs, Revision: rev,
//		Save: look.Act{Label: "Record the call", Key: ""}, Cancel: "/deals/NWF"}) {
//		@look.Input(look.Field{Name: "title", Label: "What was it about", Value: in.Title, Error: errs.Of("title"), Required: true})
//		@look.Textarea(…) @look.Select(…) @look.Date(…) @look.File(…) @look.Check(…) @look.Checks(…) @look.Radios(…)
//	}
//
// Give back what was typed (Field.Value) with FieldError for each wrong field: 422.
// Stale revision: answer 409 with Conflict. Draft keeps words over an expired
// sign-in; nothing else is needed for it than PageView.Person being nil on the
// sign-in page and Failure being used for error pages.
//
// # The thread
//
// Fill a ThreadView: groups of ThreadRows with ten Cells each (state, break, late,
// changed), the Tally of each station, filters as Choices, and an AsOfView. The
// rules stay with the caller: nothing is computed here but how the line runs. The
// page stands as Board(aside) { Thread(v) Ledger(l) }, where aside is Evidence(e) for
// the cell named by ?at=NWF-7.proven, or NoEvidence(), and then Breaks(b). A cell's
// link is ThreadView.Address with at= added; without script it loads the page with
// the evidence, with script only #evidence of the same page is drawn, and the
// slider draws #loom, #thread-tools, #as-of-words, #evidence, #breaks and #ledger.
// Past 60 rows set ThreadGroup.Folded and Worst. Mini draws ten bars for lists.
//
// # What a page is told by cookies
//
// The islands keep "theme" (light, dark or none) and "density" (compact or none) in
// cookies; the web kit reads them into PageView.Theme and PageView.Compact.
//
// # Acts and keys
//
// Act is any button or link. Key shows a key cap and binds it; '?' lists all keys
// of the page by itself. An Act with Post is a form of its own. Undo goes into
// PageView.Toast. A Dialog opens by an Act whose Opens is its id.
//
// # Rules that hold
//
// No inline style or script: the content security policy refuses both. Colours and
// sizes come from style/token.css. State is told by shape and word before colour.
// After changing a .templ run 'go generate ./internal/web/look', after a style or an
// island 'go generate ./internal/web/assets'; what they write is committed. The
// storybook shows every part: 'go run ./internal/web/look/storybook'.
package look

//go:generate go tool templ generate -path .
