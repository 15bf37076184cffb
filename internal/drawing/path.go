package drawing

import "strings"

// curve is how far the handles of a quarter circle stand out, of its radius.
const curve = 0.5522847498

// outline is an element as a path.
func outline(name string, at map[string]string) []Step {
	switch name {
	case "path":
		return path(at["d"])
	case "rect":
		return rect(number(at["x"]), number(at["y"]), number(at["width"]), number(at["height"]), number(at["rx"]))
	case "circle":
		r := number(at["r"])
		return rect(number(at["cx"])-r, number(at["cy"])-r, 2*r, 2*r, r)
	case "line":
		return []Step{{'M', [6]float64{number(at["x1"]), number(at["y1"])}}, {'L', [6]float64{number(at["x2"]), number(at["y2"])}}}
	case "polyline", "polygon":
		var out []Step
		v := numbers(at["points"])
		for i := 0; i+1 < len(v); i += 2 {
			op := byte('L')
			if i == 0 {
				op = 'M'
			}
			out = append(out, Step{op, [6]float64{v[i], v[i+1]}})
		}
		if name == "polygon" {
			out = append(out, Step{Op: 'Z'})
		}
		return out
	}
	return nil
}

// rect is a rectangle with round corners.
func rect(x, y, w, h, r float64) []Step {
	if w <= 0 || h <= 0 {
		return nil
	}
	r = max(0, min(r, w/2, h/2))
	if r == 0 {
		return []Step{{'M', [6]float64{x, y}}, {'L', [6]float64{x + w, y}}, {'L', [6]float64{x + w, y + h}}, {'L', [6]float64{x, y + h}}, {Op: 'Z'}}
	}
	k := r * (1 - curve)
	return []Step{
		{'M', [6]float64{x + r, y}}, {'L', [6]float64{x + w - r, y}}, {'C', [6]float64{x + w - k, y, x + w, y + k, x + w, y + r}},
		{'L', [6]float64{x + w, y + h - r}}, {'C', [6]float64{x + w, y + h - k, x + w - k, y + h, x + w - r, y + h}},
		{'L', [6]float64{x + r, y + h}}, {'C', [6]float64{x + k, y + h, x, y + h - k, x, y + h - r}},
		{'L', [6]float64{x, y + r}}, {'C', [6]float64{x, y + k, x + k, y, x + r, y}}, {Op: 'Z'},
	}
}

// takes is how many numbers a command takes (SVG 2, 9.3); an arc is not drawn here.
var takes = map[byte]int{'M': 2, 'L': 2, 'H': 1, 'V': 1, 'C': 6, 'S': 4, 'Q': 4, 'T': 2, 'Z': 0}

// pen walks along a path.
type pen struct {
	x, y, x0, y0 float64 // where it is, and where the part began
	cx, cy       float64 // the last handle, for the smooth commands
	last         byte
	out          []Step
}

// path reads the d of a path up to what it cannot read.
func path(d string) []Step {
	p := pen{}
	for _, part := range commands(d) {
		op := part[0] &^ 0x20
		relative := part[0] != op
		n, known := takes[op]
		args := arguments(part[1:])
		if !known || n > 0 && (len(args) == 0 || len(args)%n != 0) || len(p.out) > maxSteps {
			return p.out
		}
		if n == 0 {
			p.step('Z')
			p.x, p.y, p.last = p.x0, p.y0, 'Z'
			continue
		}
		for i := 0; i < len(args); i += n {
			p.draw(op, relative, args[i:i+n])
			if op == 'M' {
				op = 'L' // more points after a move are lines
			}
		}
	}
	return p.out
}

// commands cuts a path before each letter of a command.
func commands(d string) (out []string) {
	from := -1
	for i, r := range d {
		if strings.ContainsRune("MmLlHhVvCcSsQqTtAaZz", r) {
			if from >= 0 {
				out = append(out, d[from:i])
			}
			from = i
		}
	}
	if from >= 0 {
		out = append(out, d[from:])
	}
	return out
}

// arguments are the numbers behind a command, which may stand without anything between them
// where a sign begins the next.
func arguments(s string) []float64 {
	var b strings.Builder
	for i, r := range s {
		if r == '-' && i > 0 && s[i-1] != 'e' {
			b.WriteByte(' ')
		}
		b.WriteRune(r)
	}
	return numbers(b.String())
}

func (p *pen) step(op byte, at ...float64) {
	s := Step{Op: op}
	copy(s.At[:], at)
	p.out = append(p.out, s)
}

func (p *pen) draw(op byte, relative bool, a []float64) {
	if relative {
		a = append([]float64(nil), a...)
		for i := range a {
			if op == 'V' || op != 'H' && i%2 == 1 {
				a[i] += p.y
			} else {
				a[i] += p.x
			}
		}
	}
	smooth := [2]float64{p.x, p.y}
	if (op == 'S' && (p.last == 'C' || p.last == 'S')) || (op == 'T' && (p.last == 'Q' || p.last == 'T')) {
		smooth = [2]float64{2*p.x - p.cx, 2*p.y - p.cy}
	}
	switch op {
	case 'M':
		p.step('M', a...)
		p.x0, p.y0 = a[0], a[1]
	case 'L':
		p.step('L', a...)
	case 'H':
		a = []float64{a[0], p.y}
		p.step('L', a...)
	case 'V':
		a = []float64{p.x, a[0]}
		p.step('L', a...)
	case 'C':
		p.step('C', a...)
		p.cx, p.cy = a[2], a[3]
	case 'S':
		p.step('C', append(smooth[:], a...)...)
		p.cx, p.cy = a[0], a[1]
	case 'Q', 'T':
		handle := smooth[:]
		if op == 'Q' {
			handle = a[:2]
		}
		end := a[len(a)-2:]
		p.step('C', p.x+2*(handle[0]-p.x)/3, p.y+2*(handle[1]-p.y)/3, end[0]+2*(handle[0]-end[0])/3, end[1]+2*(handle[1]-end[1])/3, end[0], end[1])
		p.cx, p.cy = handle[0], handle[1]
	}
	p.x, p.y, p.last = a[len(a)-2], a[len(a)-1], op
}
