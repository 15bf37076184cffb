package crm

import (
	"slices"
	"strings"
)

// Source is a form in which a CRM gives out one object: the columns that tell
// it from all others, and what its columns hold.
type Source struct {
	System string // identity of external ids: two files of one system share them
	Object Object
	Form   string           // for people: 'Salesforce report of opportunities'
	tell   []string         // each a column that must be there, or one of several: "a|b"
	not    string           // columns of other objects that look like this one
	column map[Field]string // names in order of preference, with | between; languages stand side by side
	ids18  bool             // ids are Salesforce's, compared in 18 characters
}

// recognise takes the source whose telling columns all stand in the header, and
// of several the one that knows most of its columns. nil means that none does.
func recognise(header []string) *Source {
	have := map[string]bool{}
	for _, h := range header {
		have[fold(h)] = true
	}
	stands := func(names string) bool {
		for _, n := range strings.Split(names, "|") {
			if have[fold(n)] {
				return true
			}
		}
		return false
	}
	var best *Source
	most := 0
	for i, s := range sources {
		if slices.ContainsFunc(s.tell, func(names string) bool { return !stands(names) }) || s.not != "" && stands(s.not) {
			continue
		}
		n := 0
		for _, names := range s.column {
			if stands(names) {
				n++
			}
		}
		if n > most {
			best, most = &sources[i], n
		}
	}
	return best
}

// sources are all forms known by name.
var sources = slices.Concat(salesforceReports, salesforceExports, hubspot, pipedrive, plain)

// knownNames are all column names of all sources, folded.
var knownNames = func() map[string]bool {
	m := map[string]bool{}
	for _, s := range sources {
		for _, names := range s.column {
			for _, n := range strings.Split(names, "|") {
				m[fold(n)] = true
			}
		}
	}
	return m
}()
