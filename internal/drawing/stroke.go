package drawing

import "math"

// stroked is the area that a pen of a width covers along a path: a bar for each straight piece,
// and a disc where two meet.
func stroked(path []Step, width float64, dash []float64) []Step {
	var out []Step
	for _, line := range dashed(flat(path), dash) {
		for i := 1; i < len(line); i++ {
			out = append(out, bar(line[i-1], line[i], width/2)...)
			if i > 1 {
				out = append(out, rect(line[i-1][0]-width/2, line[i-1][1]-width/2, width, width, width/2)...)
			}
		}
	}
	return out
}

type point [2]float64

// bar runs round the same way as rect does, so that where both lie they add up.
func bar(a, b point, half float64) []Step {
	dx, dy := b[0]-a[0], b[1]-a[1]
	length := math.Hypot(dx, dy)
	if length == 0 {
		return nil
	}
	nx, ny := -dy/length*half, dx/length*half
	return []Step{{'M', [6]float64{a[0] - nx, a[1] - ny}}, {'L', [6]float64{b[0] - nx, b[1] - ny}},
		{'L', [6]float64{b[0] + nx, b[1] + ny}}, {'L', [6]float64{a[0] + nx, a[1] + ny}}, {Op: 'Z'}}
}

// flat is a path as lines: a curve becomes eight.
func flat(path []Step) (lines [][]point) {
	var line []point
	end := func() {
		if len(line) > 1 {
			lines = append(lines, line)
		}
		line = nil
	}
	for _, s := range path {
		switch s.Op {
		case 'M':
			end()
			line = []point{{s.At[0], s.At[1]}}
		case 'L':
			line = append(line, point{s.At[0], s.At[1]})
		case 'C':
			if len(line) == 0 {
				continue
			}
			from := line[len(line)-1]
			for i := 1; i <= 8; i++ {
				t := float64(i) / 8
				u := 1 - t
				at := func(k int) float64 {
					return u*u*u*from[k] + 3*u*u*t*s.At[k] + 3*u*t*t*s.At[2+k] + t*t*t*s.At[4+k]
				}
				line = append(line, point{at(0), at(1)})
			}
		case 'Z':
			if len(line) > 1 {
				line = append(line, line[0], line[1])
			}
			end()
		}
	}
	end()
	return lines
}

// dashed cuts lines into dashes: on and off in turn.
func dashed(lines [][]point, dash []float64) (out [][]point) {
	if len(dash) == 0 {
		return lines
	}
	for _, d := range dash {
		if d <= 0.1 {
			return lines
		}
	}
	for _, line := range lines {
		at, left, now := 0, dash[0], []point{line[0]}
		for i := 1; i < len(line); i++ {
			from, to := line[i-1], line[i]
			for {
				length := math.Hypot(to[0]-from[0], to[1]-from[1])
				if length <= left {
					left -= length
					now = append(now, to)
					break
				}
				from = point{from[0] + (to[0]-from[0])*left/length, from[1] + (to[1]-from[1])*left/length}
				now = append(now, from)
				if at%2 == 0 {
					out = append(out, now)
				}
				if at++; len(out) > maxMarks {
					return out
				}
				left, now = dash[at%len(dash)], []point{from}
			}
		}
		if at%2 == 0 {
			out = append(out, now)
		}
	}
	return out
}
