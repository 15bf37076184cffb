package look

import "github.com/a-h/templ"

// Take are the buttons that take a list along as a file, narrowed as its address says.
func (a Address) Take(what string) []Act {
	file := func(label, form string) Act {
		return Act{Label: label, Kind: Ghost, Href: a.With("as", form), About: what, Attrs: templ.Attributes{"download": true}}
	}
	return []Act{file("CSV", "csv"), file("Excel", "xlsx")}
}
