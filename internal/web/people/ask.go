package people

import (
	"fmt"
	"strings"

	"throughline/internal/people/guide"
	"throughline/internal/people/pay"
	"throughline/internal/web/kit"
	"throughline/internal/web/look"
)

// premium is what the check found of the claim on base pay, and of the totals.
type premium struct {
	says, source  string
	rows          int
	contradicting int
	low, high     pay.Number // of what is implied at the midpoints
	totals        []string
}

func (v *guideView) premium() premium {
	var p premium
	for _, f := range v.report.Findings {
		if f.Rule != "base_premium" || f.AtMidpoint == nil {
			continue
		}
		p.says, p.source = f.Says, f.Source
		p.rows++
		if f.Verdict == pay.Contradiction {
			p.contradicting++
		}
		if p.low.Rat == nil || f.AtMidpoint.Cmp(p.low.Rat) < 0 {
			p.low = *f.AtMidpoint
		}
		if p.high.Rat == nil || f.AtMidpoint.Cmp(p.high.Rat) > 0 {
			p.high = *f.AtMidpoint
		}
	}
	for _, l := range v.g.Levels {
		if c, err := (pay.Wanted{Level: l.ID}).Compare(v.g); err == nil {
			p.totals = append(p.totals, c.Premium.String()+" % at "+l.Name)
		}
	}
	return p
}

// verdict is how a claim stands, with its tone.
func (p premium) verdict() (string, look.Tone) {
	switch p.contradicting {
	case 0:
		return "the figures agree", look.Good
	case p.rows:
		return "contradicted by its own figures", look.Break
	}
	return fmt.Sprintf("contradicted in %d of %d", p.contradicting, p.rows), look.Wait
}

func (p premium) all() string { return strings.Join(p.totals, ", ") }

// lacking are the gaps of a move as a sentence has them.
func lacking(names []string) string {
	switch n := len(names); n {
	case 0:
		return "nothing"
	case 1:
		return names[0]
	default:
		return strings.Join(names[:n-1], ", ") + " and " + names[n-1]
	}
}

func (v *guideView) gapNames(from string) (text, table []string) {
	for _, m := range v.moves {
		if m.From != from {
			continue
		}
		for _, gap := range m.Gaps {
			text = append(text, gap.Says)
		}
		for _, gap := range m.Missing.Gaps {
			table = append(table, strings.ToLower(strings.SplitN(gap.Name, ":", 2)[0]))
		}
	}
	return text, table
}

func (v *guideView) years(from string) string {
	for _, m := range v.moves {
		if m.From == from && m.Years != nil {
			return fmt.Sprintf("Many move after %g to %g years. That is information, not a wall.", m.Years.From, m.Years.To)
		}
	}
	return ""
}

// cited are all sources of the guide with their dates.
func cited(g *guide.Guide) string {
	var out []string
	for _, s := range g.Sources {
		out = append(out, g.Cite(s.ID))
	}
	return strings.Join(out, "; ")
}

// titled are the duties of a role as half a sentence.
func titled(r guide.Role) string {
	var out []string
	for _, d := range r.Duties {
		out = append(out, lower(d.Says))
	}
	return kit.Sentence(strings.Join(out, "; ")) + "."
}

// lower begins a sentence's words small, unless they begin with a name in capitals.
func lower(s string) string {
	if len(s) > 1 && s[1] >= 'a' && s[1] <= 'z' {
		return strings.ToLower(s[:1]) + s[1:]
	}
	return s
}
