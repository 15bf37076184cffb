package pay

import (
	"io"
	"math/big"
	"regexp"
	"strings"

	core "throughline/internal/people"
	"throughline/internal/people/guide"
	"throughline/internal/people/pay"
	"throughline/internal/problem"
	"throughline/internal/web/kit"
	"throughline/internal/web/look"
)

// checkView is bands with what was found about them.
type checkView struct {
	r      *kit.Request
	g      *guide.Guide
	typed  pay.Typed
	own    bool // the bands are the person's, not the text's
	report pay.Report
	faults look.FieldErrors
}

func showCheck(r *kit.Request) error {
	g, err := core.GuideOf(r.Ctx(), r.Reader)
	if err != nil {
		return err
	}
	v := &checkView{r: r, g: g, typed: typed(r), faults: faultsOf(r)}
	v.report = pay.Check(v.g, pay.SheetOf(v.g), nil)
	return r.Draw(checkPage(r.Shell("Check of pay", "/people"), v))
}

// check holds bands that were pasted or given as a file against the claim. They are kept nowhere.
func check(r *kit.Request) error {
	g, err := core.GuideOf(r.Ctx(), r.Reader)
	if err != nil {
		return err
	}
	v := &checkView{r: r, g: g, typed: typed(r)}
	if f, h, ok := r.Upload("file"); ok {
		defer f.Close()
		raw, err := io.ReadAll(f)
		if err != nil {
			return problem.New(problem.Invalid, "%s did not arrive whole. Send it again.", h.Filename)
		}
		v.typed.Bands = string(raw)
	}
	v.own = strings.TrimSpace(v.typed.Bands) != ""
	if !v.own && v.typed.Low == "" && v.typed.High == "" {
		return &problem.Error{Kind: problem.Invalid, What: "There is nothing to check yet.", Fields: []problem.Field{{Name: "bands", What: "Paste bands, give a file, or give another claim to hold " + v.g.Word() + "’s own against."}}}
	}
	if v.report, err = v.typed.Check(v.g); err != nil {
		return err
	}
	return r.Draw(checkPage(r.Shell("Check of pay", "/people"), v))
}

func typed(r *kit.Request) pay.Typed {
	return pay.Typed{Bands: r.PostForm.Get("bands"), Low: r.PostForm.Get("claim_low"), High: r.PostForm.Get("claim_high")}
}

// claim is what was found about one claim, or about the bands beside each other.
type claim struct {
	says, source string
	findings     []pay.Finding
}

// claims gathers findings by what they are held against.
func (v *checkView) claims() []claim {
	var out []claim
	for _, f := range v.report.Findings {
		if n := len(out); n > 0 && out[n-1].says == f.Says {
			out[n-1].findings = append(out[n-1].findings, f)
			continue
		}
		out = append(out, claim{f.Says, f.Source, []pay.Finding{f}})
	}
	return out
}

// verdict sums a claim's findings up.
func (c claim) verdict() (string, look.Tone) {
	count := map[pay.Verdict]int{}
	for _, f := range c.findings {
		count[f.Verdict]++
	}
	switch n := len(c.findings); {
	case n == 1:
		return map[pay.Verdict]string{pay.Contradiction: "contradicts", pay.Partial: "agrees in part", pay.Consistent: "agrees"}[c.findings[0].Verdict], tones[c.findings[0].Verdict]
	case count[pay.Contradiction] == n:
		return "contradicts in all " + kit.Counted(n, "case", "cases"), look.Break
	case count[pay.Consistent] == n:
		return "agrees in all " + kit.Counted(n, "case", "cases"), look.Good
	case count[pay.Contradiction] > 0:
		return kit.Counted(count[pay.Contradiction], "contradiction", "contradictions") + " of " + at(n), look.Break
	}
	return "agrees in part", look.Wait
}

// tones are the verdicts' colours.
var tones = map[pay.Verdict]look.Tone{pay.Contradiction: look.Break, pay.Partial: look.Wait, pay.Consistent: look.Good}

// about names the bands that a finding is of.
func (v *checkView) about(f pay.Finding) string {
	name := f.Level
	if l, err := v.g.Level(f.Level); err == nil {
		name = l.Name
	}
	if f.Role != "" {
		name = strings.ToUpper(f.Role) + ", " + name
	}
	if f.SESplit != nil && f.SASplit != nil {
		name += ": SE " + f.SESplit.String() + ", SA " + f.SASplit.String()
	}
	return name
}

// between is an interval of percent.
func between(r *pay.Range) string {
	if r == nil {
		return "–"
	}
	return strings.ReplaceAll(r[0].String()+" to "+r[1].String()+" %", "-", "−")
}

// rules are what the check looks at beside claims, in words.
var rules = map[string]string{
	"base_premium": "Base premium", "variable_higher": "Variable pay", "largest_premium": "Largest premium", "total_comparable": "Totals",
	"gap": "Gap between levels", "inversion": "Inversion", "overlap": "Overlap", "compression": "Compression between levels",
}

func ruleName(rule string) string {
	if s, ok := rules[rule]; ok {
		return s
	}
	return kit.Sentence(strings.ReplaceAll(rule, "_", " "))
}

// sum is a whole amount of five digits or more within a sentence.
var sum = regexp.MustCompile(`\b\d{5,12}\b`)

// grouped gives the sums of a sentence their marks between thousands.
func grouped(sentence string) string {
	return sum.ReplaceAllStringFunc(sentence, func(digits string) string {
		n, _ := new(big.Rat).SetString(digits)
		return kit.Amount(n)
	})
}
