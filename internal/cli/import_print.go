package cli

import (
	"fmt"
	"io"
	"strings"

	"throughline/internal/content"
	"throughline/internal/exchange/crm"
	"throughline/internal/exchange/intake"
)

// listed is how many refused rows and warnings are printed for people; --json prints all.
const listed = 20

func (c importCRM) print(p *Parts, r intake.Report) error {
	if c.JSON {
		return printJSON(p.Out, r.Result)
	}
	var b strings.Builder
	for _, f := range r.Files {
		if f.Fault == "" {
			fmt.Fprintf(&b, "%s: %s, %s\n", f.Name, f.Form, rows(f.Rows))
		}
	}
	created := "new"
	if c.DryRun {
		created = "would be new"
	}
	fmt.Fprintf(&b, "\n%-14s %12s %12s %12s\n", "", created, "changed", "as before")
	for _, l := range []struct {
		name                        string
		created, updated, unchanged int
	}{
		{"accounts", r.Created.Accounts, r.Updated.Accounts, r.Unchanged.Accounts},
		{"contacts", r.Created.Contacts, r.Updated.Contacts, r.Unchanged.Contacts},
		{"deals", r.Created.Opportunities, r.Updated.Opportunities, r.Unchanged.Opportunities},
	} {
		fmt.Fprintf(&b, "%-14s %12s %12s %12s\n", l.name, thousands(l.created), thousands(l.updated), thousands(l.unchanged))
	}
	if r.Refused > 0 {
		fmt.Fprintf(&b, "\n%s refused%s:\n", refused(r), kept(r, c.Strict))
		list(&b, r.Errors, r.Refused)
	}
	if n := len(r.Warnings); n > 0 {
		fmt.Fprintf(&b, "\nTo look at:\n")
		list(&b, r.Warnings, n)
	}
	for _, f := range r.Files {
		for _, q := range f.Questions {
			fmt.Fprintf(&b, "\n%s: %s\n", f.Name, q)
		}
	}
	_, err := io.WriteString(p.Out, b.String())
	return err
}

// refused counts whole files apart from rows.
func refused(r intake.Report) string {
	files := 0
	for _, f := range r.Files {
		if f.Fault != "" {
			files++
		}
	}
	said := "1 file"
	if files > 1 {
		said = fmt.Sprintf("%d files", files)
	}
	switch {
	case files == 0:
		return rows(r.Refused)
	case r.Refused > files:
		return said + " and " + rows(r.Refused-files)
	}
	return said
}

func kept(r intake.Report, strict bool) string {
	taken := 0
	for _, c := range []intake.Counts{r.Created, r.Updated, r.Unchanged} {
		taken += c.Accounts + c.Contacts + c.Opportunities
	}
	switch {
	case strict:
		return ", so nothing was kept"
	case taken == 0:
		return ", nothing was taken"
	}
	return ", the others were taken"
}

// list prints the first of what a report lists, one a line: where, what stood there, why.
func list(b *strings.Builder, all []crm.Refusal, total int) {
	for _, e := range all[:min(len(all), listed)] {
		where := e.File
		if e.Line > 0 {
			where += fmt.Sprintf(" line %d", e.Line)
		}
		if e.Column != "" {
			where += ", " + e.Column
		}
		if e.Value != "" {
			where += fmt.Sprintf(" %q", e.Value)
		}
		more := ""
		if e.Rows > 1 {
			more = fmt.Sprintf(" (%s)", rows(e.Rows))
		}
		fmt.Fprintf(b, "  %s: %s%s\n", where, e.Reason, more)
	}
	if total > listed {
		fmt.Fprintf(b, "  … and %s more; --json lists them.\n", thousands(total-listed))
	}
}

func rows(n int) string {
	if n == 1 {
		return "1 row"
	}
	return thousands(n) + " rows"
}

// thousands writes a count as 100,000.

func thousands(n int) string { return content.Whole(int64(n)) }
