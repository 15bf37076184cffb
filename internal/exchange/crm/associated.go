package crm

import (
	"strings"

	"throughline/internal/table"
)

// pair is one of several things that a cell names together.
type pair struct{ id, name string }

// list splits a cell that joins several things by semicolons.
func (f *File) list(rec table.Record, field Field) []string {
	text := f.cell(rec, field)
	if text == "" {
		return nil
	}
	var list []string
	for _, s := range strings.Split(text, ";") {
		if s = strings.TrimSpace(s); s != "" {
			list = append(list, s)
		}
	}
	return list
}

// paired joins ids and names that stand in two cells. A name may itself hold a
// semicolon, so names are split only where that gives as many as there are ids;
// else the name belongs to the first id and the other ids stand without.
func paired(ids []string, names string) []pair {
	if len(ids) == 0 {
		if names == "" {
			return nil
		}
		return []pair{{name: names}}
	}
	split := []string{names}
	if len(ids) > 1 {
		if s := strings.Split(names, ";"); len(s) == len(ids) {
			split = s
		}
	}
	pairs := make([]pair, len(ids))
	for i, id := range ids {
		pairs[i].id = id
		if i < len(split) {
			pairs[i].name = strings.TrimSpace(split[i])
		}
	}
	return pairs
}

// nameAndEmail splits 'Raj Patel (raj.patel@nordfrakt.example)'.
func nameAndEmail(s string) (name, mail string) {
	if i := strings.LastIndexByte(s, '('); i >= 0 && strings.HasSuffix(s, ")") {
		if mail = email(s[i+1 : len(s)-1]); mail != "" {
			return strings.TrimSpace(s[:i]), mail
		}
	}
	if mail = email(s); mail != "" {
		return "", mail
	}
	return s, ""
}

// email is an address in lower case, or empty if s is none.
func email(s string) string {
	s = strings.ToLower(strings.TrimSpace(s))
	name, host, ok := strings.Cut(s, "@")
	if !ok || name == "" || len(s) > 254 || strings.ContainsAny(s, " ;,<>()\"\n\t") || strings.Contains(host, "@") || !strings.Contains(host, ".") {
		return ""
	}
	return s
}
