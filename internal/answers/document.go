package answers

import (
	"context"
	"fmt"

	"throughline/internal/area"
	"throughline/internal/content"
	"throughline/internal/journal"
	"throughline/internal/thread"
)

// documents makes the questionnaire: every answer that is approved, in its exact words, with
// the requirements it speaks to, who approved it, and where it can be looked up.
func documents(ctx context.Context, src journal.Source, t *thread.Thread) ([]content.Document, error) {
	deal := t.Facts.Deal
	all, err := List(ctx, src, deal.ID)
	if err != nil || len(all) == 0 {
		return nil, err
	}
	names, err := area.NamesIn(ctx, src, deal.ID)
	if err != nil {
		return nil, err
	}
	speaks, err := thread.Linked(ctx, src, deal.ID, answerKind.Name, thread.Trace)
	if err != nil {
		return nil, err
	}
	keys := map[string][]string{}
	for _, l := range t.Rows {
		for _, a := range speaks[l.Requirement.ID] {
			keys[a] = append(keys[a], l.Key)
		}
	}
	doc := content.Document{Name: "questionnaire", Title: "Questionnaire", About: fmt.Sprintf("%s, %s", deal.Prefix, deal.Name)}
	drafts := 0
	for _, a := range all {
		switch a.State {
		case Draft:
			drafts++
		case Approved:
			doc.Blocks = append(doc.Blocks, a.blocks(keys[a.ID], names.Of(a.Approver), a.ApprovedAt.In(t.Facts.Zone).Words())...)
		}
	}
	if drafts > 0 {
		doc.Blocks = append(doc.Blocks, content.Block{Callout: &content.Callout{Kind: "missing", Text: content.Text(fmt.Sprintf("Not approved yet and therefore left out: %d.", drafts))}})
	}
	return []content.Document{doc}, nil
}

func (a Answer) blocks(keys []string, approver, on string) []content.Block {
	title := a.Key()
	if !a.Question.IsZero() {
		title += ": " + a.Question.String()
	}
	spans := []content.Span{{Text: "Speaks to "}}
	for i, k := range keys {
		if i > 0 {
			spans = append(spans, content.Span{Text: ", "})
		}
		spans = append(spans, content.Span{Text: k, Key: k})
	}
	how := map[Verdict]string{Affirm: "affirms", Partly: "affirms in part", Deny: "denies"}[a.Verdict]
	spans = append(spans, content.Span{Text: fmt.Sprintf("; %s. Version %d, approved by %s on %s.", how, a.Version, approver, on)})
	if a.Evidence != "" {
		spans = append(spans, content.Span{Text: " See "}, look(a.Evidence))
	}
	return []content.Block{content.H(1, title), content.Para(a.Words), content.P(spans...)}
}

func look(evidence string) content.Span {
	s := content.Span{Text: evidence}
	if len(evidence) > 4 && evidence[:4] == "http" && safeAddress(evidence) {
		s.Href = evidence
	}
	return s
}
