// Package title reads a job advertisement and says on which side of the sale the work is,
// whatever its title says: by the duties found in it, each with the sentence that asks for it.
// Titles mislead: cloud providers call both sides of the sale Solutions Architect.
package title

import (
	"fmt"
	"math"
	"strings"
	"unicode/utf8"

	"throughline/internal/people/guide"
	"throughline/internal/problem"
)

// The sides an advertisement can be on.
const (
	Pre      = guide.Pre
	Post     = guide.Post
	Combined = "combined"
	Unclear  = "unclear"
)

// Reading is what an advertisement says.
type Reading struct {
	Side       string  `json:"side"`
	Confidence float64 `json:"confidence"` // 0 to 1
	Duties     []Found `json:"duties"`
	Pre        int     `json:"duties_pre"`  // how many different ones
	Post       int     `json:"duties_post"` //
	Title      string  `json:"title_alone"` // what the title alone would say
	Why        string  `json:"why"`
	Ask        string  `json:"ask,omitempty"` // what would make it clear
}

// Found is one duty, in the advertisement's own words.
type Found struct {
	Quote string `json:"quote"`
	Duty  string `json:"duty"`
	Side  string `json:"side"`
	Says  string `json:"says"`
}

const (
	textLimit  = 4 << 20 // bytes of an advertisement; longer is something else
	titleLimit = 300     // characters
)

// Read decodes a title and, if there is one, the text of the advertisement. A text that is neither
// English nor German is unclear, and so is one without duties, whatever the title says.
func Read(g *guide.Guide, title, text string) (Reading, error) {
	var c problem.Check
	empty := strings.TrimSpace(text) == ""
	c.Fail(strings.TrimSpace(title) != "" || !empty, "text", "There is neither a title nor a text. Paste the advertisement.")
	c.Fail(len(text) <= textLimit, "text", "Is %d KB; at most %d are read. Cut it to the one advertisement.", len(text)>>10, textLimit>>10)
	c.Optional("title", title, titleLimit)
	c.Fail(utf8.ValidString(text) && !strings.ContainsRune(text, 0), "text", "Holds bytes that are not text. Save it as UTF-8.")
	if err := c.Err(); err != nil {
		return Reading{}, err
	}
	found := newReader(g).find(text)
	r := Reading{Duties: found.duties}
	side, sure := byTitle(g, title)
	r.Title = side
	pre, post := r.weigh(found)
	language := foreign(text)
	switch {
	case language != "":
		r.Side, r.Duties, r.Pre, r.Post = Unclear, []Found{}, 0, 0
		r.Why = "The text seems to be in " + language + ". Only English and German are read; nothing is guessed."
	case pre+post >= enough || pre > 0 && post == 0 && found.others[Post] || post > 0 && pre == 0 && found.others[Pre]:
		r.decide(pre, post, found.others)
	case side != Unclear && empty:
		r.Side, r.Confidence = side, sure
		r.Why = "There is no text; this is what the title alone says, and titles mislead."
	case side != Unclear && len(r.Duties) > 0 && r.Duties[0].Side == side:
		r.Side, r.Confidence = side, min(sure+0.15, 0.7)
		r.Why = "One duty was found, and the title agrees with it."
	default:
		r.Side = Unclear
		r.Why = "Too few duties were found to say."
	}
	if language != "" || r.Side == Unclear || pre+post < enough {
		r.Ask = "Give three duties of the job, in sentences of English or German."
	}
	return r, nil
}

const (
	enough   = 2.0  // the least weight of duties that decides; any does where the other side is given to others
	mixed    = 0.25 // the least share of the lighter side that makes a job combined,
	least    = 1    // and its least weight
	again    = 0.25 // what a duty said again adds
	most     = 1.5  // the greatest weight of one duty
	outright = 2    // what it weighs on both sides that a job goes from one to the other
	denies   = 0.5  // what is left of the weight of a side that the text gives to others
)

// weigh gives the weight of each side: its different duties, a little more for what is said again.
func (r *Reading) weigh(f findings) (pre, post float64) {
	for key, n := range f.times {
		weight := min(1+again*float64(n-1), most)
		if strings.HasSuffix(key, " span") {
			weight = outright
		}
		if strings.HasPrefix(key, Pre+" ") {
			r.Pre++
			pre += weight
		} else {
			r.Post++
			post += weight
		}
	}
	return pre, post
}

// decide takes the side of the duties. It is the surer the more there are and the further their
// balance is from where it would tip.
func (r *Reading) decide(pre, post float64, others map[string]bool) {
	if others[Pre] {
		pre *= denies
	}
	if others[Post] {
		post *= denies
	}
	light := min(pre, post) / (pre + post)
	r.Side = Combined
	if light < mixed || min(pre, post) < least {
		if r.Side = Pre; post > pre {
			r.Side = Post
		}
	}
	clear := math.Abs(light-mixed) / mixed
	evidence := (pre + post) / (pre + post + 1)
	r.Confidence = math.Round(100*(0.5+0.5*min(clear, 1))*evidence) / 100
	r.Why = fmt.Sprintf("%d duties before the sale and %d after it were found.", r.Pre, r.Post)
}

// byTitle is what a title alone says, and how sure that is.
func byTitle(g *guide.Guide, title string) (side string, sure float64) {
	w := wordsOf(title)
	for _, t := range g.Titles {
		for _, sign := range append([]string{t.Words}, t.Also...) {
			if match(w, signOf(sign)) < 0 {
				continue
			}
			sure = float64(t.Confidence) / 100
			for _, employer := range g.Employers {
				if t.Side == Post && match(w, signOf(employer)) >= 0 {
					return Combined, sure
				}
			}
			return t.Side, sure
		}
	}
	return Unclear, 0
}
