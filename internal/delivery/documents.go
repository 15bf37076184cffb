package delivery

import (
	"context"
	"fmt"
	"slices"

	"throughline/internal/area"
	"throughline/internal/clock"
	"throughline/internal/content"
	"throughline/internal/journal"
	"throughline/internal/thread"
)

// paper is what the documents of a deal are written from.
type paper struct {
	thread    *thread.Thread
	names     area.Names
	tasks     []Task
	of        map[string][]string // requirement: tasks
	checks    []Check
	checksOf  map[string][]Check
	results   map[string][]CheckResult
	gates     []Gate
	decisions []GoLive
}

// Documents makes the deployment plan, the list of what is the customer's to do, the go-live checklist, the decision record and the
// status report, each where there is something to say.
func Documents(ctx context.Context, src journal.Source, t *thread.Thread) ([]content.Document, error) {
	p, err := newPaper(ctx, src, t)
	if err != nil {
		return nil, err
	}
	var out []content.Document
	if len(p.tasks) > 0 {
		out = append(out, p.plan())
	}
	if len(p.outsiders()) > 0 {
		out = append(out, p.customerTasks())
	}
	if len(p.checks)+len(p.gates) > 0 {
		out = append(out, p.checklist())
	}
	if len(p.decisions) > 0 {
		out = append(out, p.record())
	}
	if t.Signed {
		out = append(out, p.status())
	}
	return out, nil
}

func newPaper(ctx context.Context, src journal.Source, t *thread.Thread) (*paper, error) {
	deal := t.Facts.Deal.ID
	p := &paper{thread: t}
	var err error
	if p.names, err = area.NamesIn(ctx, src, deal); err != nil {
		return nil, err
	}
	if p.tasks, err = Tasks(ctx, src, deal); err != nil {
		return nil, err
	}
	if p.of, err = thread.Linked(ctx, src, deal, "task", thread.Satisfy); err != nil {
		return nil, err
	}
	if p.checks, err = Checks(ctx, src, deal); err != nil {
		return nil, err
	}
	if p.checksOf, err = checksOf(ctx, src, deal, p.checks); err != nil {
		return nil, err
	}
	if p.results, err = Results(ctx, src, deal); err != nil {
		return nil, err
	}
	if p.gates, err = Gates(ctx, src, deal); err != nil {
		return nil, err
	}
	p.decisions, err = Decisions(ctx, src, deal)
	return p, err
}

// about is the line below a document's title.
func (p *paper) about() string {
	d := p.thread.Facts.Deal
	return fmt.Sprintf("%s, %s, as of %s", d.Prefix, d.Name, p.thread.Facts.Today)
}

// line is the requirement of an id, as the thread has it.
func (p *paper) line(id string) (thread.Line, bool) {
	i := slices.IndexFunc(p.thread.Rows, func(l thread.Line) bool { return l.Requirement.ID == id })
	if i < 0 {
		return thread.Line{}, false
	}
	return p.thread.Rows[i], true
}

func cell(text string) []content.Span { return []content.Span{{Text: text}} }

func keyed(key string) []content.Span { return []content.Span{{Text: key, Key: key}} }

// keys sets several keys in one cell.
func keys(all []string) []content.Span {
	if len(all) == 0 {
		return cell("none")
	}
	var out []content.Span
	for i, k := range all {
		if i > 0 {
			out = append(out, content.Span{Text: ", "})
		}
		out = append(out, content.Span{Text: k, Key: k})
	}
	return out
}

func tabled(caption string, head []string, rows [][][]content.Span) content.Block {
	return content.Block{Table: &content.Table{Caption: caption, Head: head, Rows: rows}}
}

func listing(items [][]content.Span) content.Block {
	return content.Block{List: &content.List{Items: items}}
}

func orNone(s string) string {
	if s == "" {
		return "not known"
	}
	return s
}

func day(d clock.Date) string { return orNone(string(d)) }
