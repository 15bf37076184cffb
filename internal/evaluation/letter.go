package evaluation

import (
	"context"
	"fmt"

	"throughline/internal/content"
	"throughline/internal/journal"
	"throughline/internal/thread"
)

// letter is the technical-win letter: the exact wordings that stand, each with what was signed
// of it, then how the win stands and what is missing. There is none for a deal without
// requirements.
func (p paper) letter(ctx context.Context, src journal.Source, s WinStatus) (content.Document, bool, error) {
	d := content.Document{Name: "technical-win-letter", Title: "Technical win", About: p.about()}
	words, err := gatherSigned(ctx, src, p.thread.Facts.Deal.ID)
	if err != nil {
		return d, false, err
	}
	d.Blocks = append(d.Blocks, p.standing(s)...)
	table := content.Table{Caption: "Wordings", Head: []string{"Key", "Exact wording", "Priority", "Signed by", "SHA-256"}}
	for _, l := range p.thread.Rows {
		if !l.Requirement.Stands() {
			continue
		}
		wording := Wording(l.Requirement)
		table.Rows = append(table.Rows, [][]content.Span{{{Text: l.Key, Key: l.Key}}, content.Exact(wording), content.Text(string(l.Requirement.Priority)),
			content.Text(p.signers(words.heeded(l.Requirement.ID), wording)), {{Text: thread.Hash(wording), Code: true}}})
	}
	if len(table.Rows) == 0 {
		return d, false, nil
	}
	d.Blocks = append(d.Blocks, content.H(1, "What is agreed to, word for word"), content.Block{Table: &table})
	return p.open(d, s), true, nil
}

func (p paper) standing(s WinStatus) []content.Block {
	text := fmt.Sprintf("State: %s", s.State)
	if s.State != WinOpen {
		text += fmt.Sprintf(", since %s, %s", p.day(s.At), p.who(s.By))
	}
	if s.Reason != "" {
		text += ". Reason: " + s.Reason
	}
	out := []content.Block{content.Para(text + ".")}
	if s.TotalWeight > 0 {
		return append(out, content.Para(fmt.Sprintf("%d of %d of the criteria's weight passed (%s); %d %% are needed, %d %% for a conditional win.", s.PassedWeight, s.TotalWeight,
			percent(float64(s.PassedWeight)/float64(s.TotalWeight)), s.AchievedPercent, s.ConditionalPercent)))
	}
	return append(out, content.Para(fmt.Sprintf("There are no criteria; %d of %d musts have a ground.", s.Grounded, len(s.Musts))))
}

// signers says who signed a requirement and what; an edit that kept the meaning is shown.
func (p paper) signers(words []word, wording string) string {
	text := ""
	for _, w := range words {
		if text != "" {
			text += "; "
		}
		text += fmt.Sprintf("%s, %s, %s (%s)", p.who(w.signOff.Contact), w.signOff.Decision, p.day(w.signOff.At), w.signOff.Proof)
		if !SameWording(w.item.Wording, wording) {
			text += fmt.Sprintf(", then worded “%s”", w.item.Wording)
		}
	}
	if text == "" {
		return "nobody yet"
	}
	return text
}

func (p paper) open(d content.Document, s WinStatus) content.Document {
	var items [][]content.Span
	for _, pr := range p.thread.Facts.Promises {
		if pr.Sort == "caveat" && pr.State != thread.PromiseVoid {
			items = append(items, append(p.ref(pr.Requirement), content.Span{Text: ": " + p.caveat(pr)}))
		}
	}
	if len(items) > 0 {
		d.Blocks = append(d.Blocks, content.H(1, "Caveats"), content.Block{List: &content.List{Items: items}})
	}
	if len(s.Missing) == 0 || s.State == WinLost {
		return d
	}
	items = nil
	for _, m := range s.Missing {
		items = append(items, content.Text(fmt.Sprintf("%s Who could close it: %s.", m.What, p.who(m.Who))))
	}
	d.Blocks = append(d.Blocks, content.H(1, "Still missing"), content.Block{List: &content.List{Items: items}})
	return d
}
