package thread

import (
	"net/url"
	"strconv"
	"time"

	"throughline/internal/clock"
	"throughline/internal/journal"
	"throughline/internal/problem"
	core "throughline/internal/thread"
	"throughline/internal/web/kit"
	"throughline/internal/web/look"
)

// view is the thread as one page looks at it: at a moment, perhaps beside the signature.
type view struct {
	r         *kit.Request
	src       journal.Source
	t         core.Thread
	sold      *core.Thread // at the signature, when comparing
	past      bool
	at        clock.Instant
	first     clock.Date
	day, days int
	signedDay int
	moments   []journal.Moment
}

// named are the acts that a slider names, with the word it uses.
var named = map[string]string{"discovery.record": "first call", "requirement.add": "first heard", "demo.deliver": "demo", "evaluation.agree": "evaluation",
	"evaluation.sign-off": "sign-off", "handoff.sign": "signature", "design.approve": "design", "delivery.go-live": "go-live"}

// look weaves the thread at the moment the address names: asof is a number of days since the
// deal's first.
func lookAt(r *kit.Request) (*view, error) {
	v := &view{r: r, src: r.Reader, at: r.Now()}
	first, _, err := journal.Span(r.Ctx(), r.Reader, r.Deal.ID)
	if err != nil {
		return nil, err
	}
	v.first = first.In(r.Home.Location())
	v.days = daysBetween(v.first, r.Today())
	v.day = v.days
	if v.moments, err = journal.Moments(r.Ctx(), r.Reader, r.Deal.ID); err != nil {
		return nil, err
	}
	if s := r.URL.Query().Get("asof"); s != "" {
		n, err := strconv.Atoi(s)
		if err != nil {
			return nil, problem.New(problem.Invalid, "%q is no day of this deal.", s)
		}
		v.day = min(max(n, 0), v.days)
	}
	if v.day < v.days {
		v.past = true
		v.at = endOf(v.first.AddDays(v.day), r.Home.Location())
		if v.src, err = journal.AsOf(r.Ctx(), r.Reader, r.Deal.ID, v.at); err != nil {
			return nil, err
		}
	}
	if v.t, err = r.House.Thread(r.Ctx(), v.src, r.Deal.ID, v.at.In(r.Home.Location())); err != nil {
		return nil, err
	}
	return v, v.compare()
}

// compare weaves the thread at the signature, where 'sold against built' was asked for.
func (v *view) compare() error {
	signed := clock.Instant{}
	for _, m := range v.moments {
		if m.Act == "handoff.sign" {
			signed = m.At
			v.signedDay = daysBetween(v.first, m.At.In(v.r.Home.Location()))
		}
	}
	if signed.IsZero() || v.r.URL.Query().Get("compare") == "" {
		return nil
	}
	past, err := journal.AsOf(v.r.Ctx(), v.r.Reader, v.r.Deal.ID, signed)
	if err != nil {
		return err
	}
	sold, err := v.r.House.Thread(v.r.Ctx(), past, v.r.Deal.ID, signed.In(v.r.Home.Location()))
	v.sold = &sold
	return err
}

func daysBetween(a, b clock.Date) int { return int(b.Time().Sub(a.Time()).Hours() / 24) }

func endOf(d clock.Date, zone *time.Location) clock.Instant {
	t := d.Time()
	return clock.At(time.Date(t.Year(), t.Month(), t.Day()+1, 0, 0, 0, 0, zone).Add(-time.Microsecond))
}

func (v *view) address() look.Address {
	q := url.Values{}
	for k, s := range v.r.URL.Query() {
		if k != "done" && k != "form" {
			q[k] = s
		}
	}
	return look.Address{Path: v.r.DealPath(""), Query: q}
}

// slider is the life of the deal in days, with its named moments.
func (v *view) slider() *look.AsOfView {
	s := &look.AsOfView{Action: v.r.DealPath(""), Name: "asof", Days: v.days, Day: v.day, Signed: v.signedDay, Past: v.past, Words: "Today, " + v.r.Day(v.r.Today())}
	if v.days == 0 {
		return nil
	}
	if v.past {
		s.Words = v.r.Day(v.first.AddDays(v.day))
	}
	for _, name := range []string{"show", "compact", "compare", "at"} {
		if x := v.r.URL.Query().Get(name); x != "" {
			s.Keep = append(s.Keep, look.Hidden{Name: name, Value: x})
		}
	}
	a := v.address()
	for _, m := range v.moments {
		if word := named[m.Act]; word != "" {
			day := daysBetween(v.first, m.At.In(v.r.Home.Location()))
			s.Moments = append(s.Moments, look.Moment{Name: word, Day: day, Href: a.With("asof", strconv.Itoa(day)), Major: word == "signature" || word == "go-live"})
		}
	}
	s.Moments = append(s.Moments, look.Moment{Name: "today", Day: v.days, Href: a.With("asof", ""), Major: true})
	return s
}
