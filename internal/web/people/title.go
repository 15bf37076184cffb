package people

import (
	"math"
	"strings"

	core "throughline/internal/people"
	"throughline/internal/people/guide"
	"throughline/internal/people/title"
	"throughline/internal/web/kit"
	"throughline/internal/web/look"
)

// titleView is an advertisement with what was read in it.
type titleView struct {
	r           *kit.Request
	g           *guide.Guide
	title, text string
	reading     *title.Reading // nil before one was read
	faults      look.FieldErrors
}

func showTitle(r *kit.Request) error {
	g, err := core.GuideOf(r.Ctx(), r.Reader)
	if err != nil {
		return err
	}
	v := &titleView{r: r, g: g, title: r.PostForm.Get("title"), text: r.PostForm.Get("text"), faults: faultsOf(r)}
	return r.Draw(titlePage(r.Shell("Titles", "/people"), v))
}

func readTitle(r *kit.Request) error {
	g, err := core.GuideOf(r.Ctx(), r.Reader)
	if err != nil {
		return err
	}
	v := &titleView{r: r, g: g, title: r.PostForm.Get("title"), text: strings.ReplaceAll(r.PostForm.Get("text"), "\r\n", "\n")}
	out, err := title.Read(v.g, v.title, v.text)
	if err != nil {
		return err
	}
	v.reading = &out
	return r.Draw(titlePage(r.Shell("Titles", "/people"), v))
}

// sides say on which side of the sale a job is.
var sides = map[string]string{
	title.Pre: "Before the sale: an SE’s work", title.Post: "After the sale: an SA’s work",
	title.Combined: "Both sides of the sale in one job", title.Unclear: "It does not say",
}

// sureness is the confidence as a meter shows it.
func sureness(r *title.Reading) look.MeterView {
	word := []string{"a guess", "weak", "fair", "good", "strong"}[min(int(r.Confidence*5), 4)]
	return look.MeterView{Label: "How sure", Level: int(math.Ceil(r.Confidence * 4)), Word: word, Number: trimmed(r.Confidence)}
}

// piece is a stretch of the advertisement, with the duty that it asks for, if any.
type piece struct {
	words, side, duty string
}

// pieces divides the text at the quotes that were found. A quote that ends in an ellipsis was cut;
// its beginning is marked.
func (v *titleView) pieces() []piece {
	rest, out := v.text, []piece{}
	for _, f := range v.reading.Duties {
		words := strings.TrimSuffix(f.Quote, "…")
		before, after, found := strings.Cut(rest, words)
		switch n := len(out); {
		case found:
			out = append(out, piece{words: before}, piece{words, f.Side, f.Says})
			rest = after
		case n > 0 && out[n-1].words == words: // the same sentence asks for another duty too
			out[n-1].duty += "; " + f.Says
			if out[n-1].side != f.Side {
				out[n-1].side = title.Combined
			}
		}
	}
	return append(out, piece{words: rest})
}
