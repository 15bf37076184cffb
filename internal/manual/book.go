package manual

import (
	"context"
	"fmt"

	"throughline/internal/area"
	"throughline/internal/content"
	"throughline/internal/delivery"
	"throughline/internal/design"
	"throughline/internal/discovery"
	"throughline/internal/journal"
	"throughline/internal/thread"
)

// book is what the manuals of a deal are made from.
type book struct {
	t       *thread.Thread
	names   area.Names
	design  *design.Paper
	model   *design.Model
	said    []design.Concern
	known   []discovery.Fact
	tasks   []delivery.Task
	tests   []delivery.Check
	results map[string][]delivery.CheckResult
	written []Chapter
}

func open(ctx context.Context, src journal.Source, t *thread.Thread) (b *book, err error) {
	b = &book{t: t}
	deal := t.Facts.Deal.ID
	if b.names, err = area.NamesIn(ctx, src, deal); err != nil {
		return nil, err
	}
	if b.design, err = design.NewPaper(ctx, src, t); err != nil {
		return nil, err
	}
	if b.model, err = design.Read(ctx, src, deal); err != nil {
		return nil, err
	}
	if b.said, err = design.Concerns(ctx, src, deal); err != nil {
		return nil, err
	}
	if b.known, err = discovery.Facts(ctx, src, deal); err != nil {
		return nil, err
	}
	if b.tasks, err = delivery.Tasks(ctx, src, deal); err != nil {
		return nil, err
	}
	if b.tests, err = delivery.Checks(ctx, src, deal); err != nil {
		return nil, err
	}
	if b.results, err = delivery.Results(ctx, src, deal); err != nil {
		return nil, err
	}
	b.written, err = Chapters(ctx, src, deal)
	return b, err
}

// documents makes the manuals of a deal that is designed, and those that somebody wrote into.
func documents(ctx context.Context, src journal.Source, t *thread.Thread) ([]content.Document, error) {
	b, err := open(ctx, src, t)
	if err != nil {
		return nil, err
	}
	var out []content.Document
	for _, m := range Manuals {
		if b.design.Designed() || b.wroteInto(m) {
			out = append(out, b.document(m))
		}
	}
	return out, nil
}

func (b *book) wroteInto(m Manual) bool {
	for _, c := range b.written {
		if c.Manual == m.Name {
			return true
		}
	}
	return false
}

// words are what a person wrote into a chapter.
func (b *book) words(m Manual, title string) string {
	for _, c := range b.written {
		if c.Manual == m.Name && c.Title == title {
			return c.Words
		}
	}
	return ""
}

// document is one manual: its chapters, then the deal's own, then what is not written yet.
func (b *book) document(m Manual) content.Document {
	d := b.t.Facts.Deal
	out := content.Document{Name: m.Name, Title: m.Title + ": " + d.Name, About: fmt.Sprintf("%s, as of %s. %s", d.Prefix, b.t.Facts.Today, m.For)}
	var lacks [][]content.Span
	for _, p := range m.Chapters {
		var blocks []content.Block
		if p.of != nil {
			blocks = headless(p.of(b))
		}
		words := b.words(m, p.Title)
		if len(blocks) == 0 && p.Holds != "" {
			lacks = append(lacks, content.Text(fmt.Sprintf("%s: the deal holds no %s.", p.Title, p.Holds)))
		}
		if words == "" && p.Asks != "" {
			lacks = append(lacks, content.Text(fmt.Sprintf("%s: not written yet. %s", p.Title, p.Asks)))
		}
		if len(blocks) == 0 && words == "" {
			continue
		}
		out.Blocks = append(out.Blocks, content.H(1, p.Title))
		out.Blocks = append(out.Blocks, content.Written(words)...)
		out.Blocks = append(out.Blocks, blocks...)
	}
	for _, c := range b.written {
		if _, theirs := m.part(c.Title); c.Manual == m.Name && !theirs {
			out.Blocks = append(out.Blocks, content.H(1, c.Title))
			out.Blocks = append(out.Blocks, content.Written(c.Words)...)
		}
	}
	if len(lacks) > 0 {
		out.Blocks = append(out.Blocks, content.H(1, "Not yet known"), content.Block{List: &content.List{Items: lacks}})
	}
	return out
}

// headless takes off the heading that a chapter of the design brings along.
func headless(blocks []content.Block) []content.Block {
	if len(blocks) > 0 && blocks[0].Heading != nil && blocks[0].Heading.Level == 1 {
		return blocks[1:]
	}
	return blocks
}
