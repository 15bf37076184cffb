package pay

import (
	"fmt"
	"math/big"

	"throughline/internal/people/guide"
	"throughline/internal/people/pay"
	"throughline/internal/web/kit"
)

// chart is pay over attainment by one convention: the SE's line, the SA's, and where they meet.
type chart struct {
	convention, means string
	lines             []line
	dots              []dot
	upright           []tick // attainment
	across            []tick // money
	words             string
}

type line struct {
	d, class, label string
	x, y            int // of the label
}

type dot struct {
	x, y  int
	label string
	left  bool // its label stands above to the left, where another dot is near to the left
}

type tick struct {
	at    int
	label string
}

// The chart is drawn 360 by 250, for a phone.
const (
	chartLeft, chartRight  = 44, 350
	chartTop, chartBottom  = 14, 216
	attainmentTo, moneyGap = 200, 50_000
)

// scale turns money into a height of the chart.
type scale struct{ low, high float64 }

func (s scale) y(pay float64) int {
	return chartBottom - int((pay-s.low)/(s.high-s.low)*(chartBottom-chartTop)+.5)
}

func x(attainment float64) int {
	return chartLeft + int(attainment/attainmentTo*(chartRight-chartLeft)+.5)
}

func float(r *big.Rat) float64 {
	f, _ := r.Float64()
	return f
}

// charts draws each convention that was compared.
func charts(c pay.Comparison) []chart {
	s, se := c.SE.Mid.Rat, c.SE.Plans[0].Split
	sc := scale{low: float(pay.Of(s, se, new(big.Rat))), high: float(pay.Of(s, se, big.NewRat(attainmentTo, 100)))}
	for _, p := range c.SA.Plans {
		sc.low, sc.high = min(sc.low, float(p.Base.Rat)), max(sc.high, float(pay.Of(c.SA.Mid.Rat, p.Split, big.NewRat(attainmentTo, 100))))
	}
	sc.low, sc.high = float64(int(sc.low/moneyGap)*moneyGap), float64((int(sc.high/moneyGap)+1)*moneyGap)
	var out []chart
	for _, b := range c.BreakEven {
		if len(out) == 0 || out[len(out)-1].convention != b.Convention {
			out = append(out, begin(b, sc, s, se))
		}
		out[len(out)-1].add(c, b, sc)
	}
	return out
}

// begin is a chart with its ticks and the SE's line.
func begin(b pay.Crossing, sc scale, s *big.Rat, se guide.Split) chart {
	ch := chart{convention: b.Convention, means: b.Means}
	for a := 0; a <= attainmentTo; a += 50 {
		ch.upright = append(ch.upright, tick{x(float64(a)), fmt.Sprintf("%d %%", a)})
	}
	for m := sc.low; m <= sc.high; m += moneyGap {
		ch.across = append(ch.across, tick{sc.y(m), kit.Amount(new(big.Rat).SetInt64(int64(m)/1000)) + "K"})
	}
	end := pay.Of(s, se, big.NewRat(attainmentTo, 100))
	ch.lines = append(ch.lines, straight(sc, pay.Of(s, se, new(big.Rat)), end, "se", "SE "+se.String()))
	ch.words = "SE " + se.String() + " from " + kit.Amount(pay.Of(s, se, new(big.Rat))) + " to " + kit.Amount(end) + " at 200 %."
	return ch
}

func straight(sc scale, from, to *big.Rat, class, label string) line {
	return line{d: fmt.Sprintf("M%d %dL%d %d", chartLeft, sc.y(float(from)), chartRight, sc.y(float(to))), class: class, label: label, x: chartRight - 4, y: sc.y(float(to)) - 5}
}

// add puts the SA's line of a crossing, and the point where it meets the SE's.
func (ch *chart) add(c pay.Comparison, b pay.Crossing, sc scale) {
	total := c.SA.Mid.Rat
	from, to, label := total, total, "SA"
	if b.SASplit != nil {
		label += " " + b.SASplit.String()
		from, to = pay.Of(total, *b.SASplit, new(big.Rat)), pay.Of(total, *b.SASplit, big.NewRat(attainmentTo, 100))
		if b.Convention == pay.BaseOnly {
			to = from
		}
	}
	class := "sa"
	if len(ch.lines) > 1 {
		class = "sa second"
	}
	l := straight(sc, from, to, class, label)
	if b.Convention != pay.SameForAll { // level lines are named at their beginning, where no other is near
		l.x, l.y = chartLeft+4, sc.y(float(from))-5
		if len(ch.lines) == 1 && b.SASplit != nil {
			l.y = sc.y(float(from)) + 13
		}
	} else if len(ch.lines) > 1 {
		l.y += 24
	}
	ch.lines = append(ch.lines, l)
	ch.words += " " + label + ": level with the SE " + crossed(b) + "."
	if b.Attainment.Rat == nil || b.Attainment.Cmp(big.NewRat(attainmentTo, 1)) > 0 || b.Attainment.Sign() < 0 {
		return
	}
	share := new(big.Rat).Quo(b.Attainment.Rat, big.NewRat(100, 1))
	pays := float(pay.Of(c.SE.Mid.Rat, c.SE.Plans[0].Split, share))
	ch.dots = append(ch.dots, dot{x: x(float(b.Attainment.Rat)), y: sc.y(pays), label: b.Attainment.String() + " %"})
	if n := len(ch.dots); n == 2 {
		right := 0
		if ch.dots[1].x > ch.dots[0].x {
			right = 1
		}
		ch.dots[right].left = true
	}
}

// bars are the bands of both roles, by level, on one scale.
type bars struct {
	height int
	lines  []barLine
	ticks  []tick
}

type barLine struct {
	name, class, role string
	x, width, mid, y  int
	first             bool // of its level
}

const barRow = 34

func (v *room) bars() bars {
	low, high := 0.0, 0.0
	for _, l := range v.all {
		for _, m := range []guide.Money{l.SE.Low, l.SA.Low, l.SE.High, l.SA.High} {
			f := float(m.Rat())
			if low == 0 || f < low {
				low = f
			}
			high = max(high, f)
		}
	}
	low, high = float64(int(low/moneyGap)*moneyGap), float64((int(high/moneyGap)+1)*moneyGap)
	to := func(f float64) int { return 10 + int((f-low)/(high-low)*340+.5) }
	b := bars{}
	for m := low; m <= high; m += moneyGap {
		b.ticks = append(b.ticks, tick{to(m), kit.Amount(new(big.Rat).SetInt64(int64(m)/1000)) + "K"})
	}
	y := 26
	for _, l := range v.all {
		for i, s := range []pay.Side{l.SE, l.SA} {
			line := barLine{name: l.Name, class: []string{"bar-pre", "bar-post"}[i], role: []string{"SE", "SA"}[i], first: i == 0}
			line.x, line.mid, line.y = to(float(s.Low.Rat())), to(float(s.Mid.Rat)), y
			line.width = to(float(s.High.Rat())) - line.x
			b.lines = append(b.lines, line)
			y += 22
		}
		y += barRow - 8
	}
	b.height = y - 4
	return b
}
