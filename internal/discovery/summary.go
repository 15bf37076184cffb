package discovery

import (
	"fmt"
	"strings"

	"throughline/internal/content"
	"throughline/internal/thread"
)

// summary is the discovery summary: who they are, what we heard in their words, how things
// are today and how well we know it, what we do not know yet, and what is open.
func (d told) summary() content.Document {
	doc := content.Document{Name: "discovery-summary", Title: "Discovery summary", About: d.about()}
	doc.Blocks = append(doc.Blocks, d.whoTheyAre()...)
	doc.Blocks = append(doc.Blocks, d.whatWeHeard()...)
	doc.Blocks = append(doc.Blocks, d.howItIs()...)
	doc.Blocks = append(doc.Blocks, d.howQualified()...)
	doc.Blocks = append(doc.Blocks, d.whatIsOpen()...)
	return doc
}

func (d told) whoTheyAre() []content.Block {
	out := []content.Block{content.H(1, "People")}
	if len(d.people) == 0 {
		return append(out, missing("Nobody of the customer's is named yet."))
	}
	t := content.Table{Head: []string{"Name", "Title", "In this deal"}}
	for _, s := range d.people {
		part := []string{s.Role}
		if s.Decides {
			part = append(part, "has the technical decision")
		}
		if s.Champion {
			part = append(part, "champion")
		}
		t.Rows = append(t.Rows, row3(d.names.Of(s.Contact), d.titles[s.Contact], strings.Trim(strings.Join(part, ", "), ", ")))
	}
	out = append(out, content.Block{Table: &t})
	if len(d.order) == 0 {
		return out
	}
	var calls [][]content.Span
	for _, c := range d.order {
		line := c.where(-1)
		if c.State == Held {
			line += " (held: no consent)"
		}
		calls = append(calls, content.Text(line))
	}
	return append(out, content.Para("Heard on:"), content.Block{List: &content.List{Items: calls}})
}

// whatWeHeard lists what stands, musts first, each with the customer's words.
func (d told) whatWeHeard() []content.Block {
	out := []content.Block{content.H(1, "What we heard")}
	none := true
	for _, p := range thread.PriorityWords[:3] {
		first := true
		for i, l := range d.t.Rows {
			r := l.Requirement
			if !r.Stands() || string(r.Priority) != p {
				continue
			}
			if first {
				out = append(out, content.H(2, strings.ToUpper(p[:1])+p[1:]))
			}
			first, none = false, false
			line := []content.Span{d.key(i), {Text: " " + r.Statement}}
			if r.Measure != nil {
				line = append(line, content.Span{Text: " (" + r.Measure.String() + ")"})
			}
			out = append(out, content.P(line...))
			for _, q := range d.quotes[r.ID] {
				if !q.Words.IsZero() {
					out = append(out, content.Block{Quote: &content.Quote{Words: q.Words.String(), Person: d.names.Of(q.Speaker), Source: d.source(q)}})
				}
			}
		}
	}
	if none {
		out = append(out, missing("No requirement is recorded yet."))
	}
	return out
}

// howItIs is the customer's environment today, by how well each fact is known.
func (d told) howItIs() []content.Block {
	out := []content.Block{content.H(1, "The environment today")}
	for _, state := range []FactState{Contested, Verified, Stated, Assumed, Expired} {
		t := content.Table{Caption: strings.ToUpper(string(state[:1])) + string(state[1:]), Head: []string{"What", "Value", "From"}}
		for _, f := range d.facts {
			if f.ReplacedBy != "" || f.Standing(d.t.Facts.Today) != state {
				continue
			}
			from := "our assumption"
			if f.SaidBy != "" {
				from = d.names.Of(f.SaidBy)
			}
			if f.VerifiedHow != "" {
				from = f.VerifiedHow
			}
			if c, ok := d.calls[f.Call]; ok && f.VerifiedHow == "" {
				from += ", " + c.where(-1)
			}
			t.Rows = append(t.Rows, row3(f.Name, strings.TrimSpace(f.Value+" "+f.Unit), from))
		}
		if len(t.Rows) > 0 {
			out = append(out, content.Block{Table: &t})
		}
	}
	if len(out) == 1 {
		out = append(out, missing("No fact of the customer's environment is recorded yet."))
	}
	return out
}

// howQualified is the score with its weakest elements, and the gaps as the next questions.
func (d told) howQualified() []content.Block {
	q := d.meddpicc
	out := []content.Block{content.H(1, "Qualification"), content.Para(fmt.Sprintf("%s: %d %%, weakest: %s.", q.Framework, q.Percent, strings.Join(q.Weakest, ", ")))}
	t := content.Table{Head: []string{"Element", "Score of 3", "Evidence"}}
	for _, s := range q.Parts {
		t.Rows = append(t.Rows, row3(s.Part.Name, fmt.Sprint(s.Score), fmt.Sprint(len(s.Evidence))))
	}
	out = append(out, content.Block{Table: &t})
	var next [][]content.Span
	for _, s := range q.Next {
		next = append(next, []content.Span{{Text: s.Part.Name + ": ", Strong: true}, {Text: s.Part.Question}})
	}
	if len(next) > 0 {
		out = append(out, content.H(2, "Next questions"), content.Block{List: &content.List{Numbered: true, Items: next}})
	}
	return out
}

func (d told) whatIsOpen() []content.Block {
	if len(d.open) == 0 {
		return nil
	}
	var items [][]content.Span
	for _, q := range d.open {
		items = append(items, content.Text(q.Words+" ("+d.names.Of(q.AskedOf)+", since "+string(q.AskedAt.In(d.t.Facts.Zone))+")"))
	}
	return []content.Block{content.H(1, "Open questions"), {List: &content.List{Items: items}}}
}

func missing(words string) content.Block {
	return content.Block{Callout: &content.Callout{Kind: "missing", Text: content.Text(words)}}
}

func row3(a, b, c string) [][]content.Span {
	return [][]content.Span{content.Text(a), content.Text(b), content.Text(c)}
}
