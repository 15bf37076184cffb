package layout

// plan is a view while it is arranged.
type plan struct {
	boxes  []Box
	frames []Frame
	edges  []Edge
	size   map[string]Box
	home   map[string]string   // key to the frame it stands in
	kids   map[string][]string // frame to what stands in it, in order
	at     map[string]Rect
	center string
	notice string
}

const deepest = 12 // frames in frames; deeper ones are drawn at this depth

func newPlan(v View) *plan {
	p := &plan{size: map[string]Box{}, home: map[string]string{}, kids: map[string][]string{}, at: map[string]Rect{}}
	named := map[string]string{}
	for _, f := range v.Frames {
		if _, twice := named[f.Key]; !twice && f.Key != "" {
			named[f.Key] = f.In
			p.frames = append(p.frames, f)
		}
	}
	for _, f := range p.frames {
		p.home[f.Key] = f.In
		if _, ok := named[f.In]; !ok || loops(named, f.Key) {
			p.home[f.Key] = ""
		}
	}
	for _, b := range v.Boxes {
		if _, isFrame := named[b.Key]; isFrame || p.size[b.Key].Key != "" || b.Key == "" {
			continue
		}
		b.W, b.H = max(b.W, Grid*2), max(b.H, Grid*2)
		if _, ok := named[b.In]; !ok {
			b.In = ""
		}
		p.boxes, p.size[b.Key], p.home[b.Key] = append(p.boxes, b), b, b.In
	}
	for _, f := range p.frames {
		p.kids[p.home[f.Key]] = append(p.kids[p.home[f.Key]], f.Key)
	}
	for _, b := range p.boxes {
		p.kids[b.In] = append(p.kids[b.In], b.Key)
	}
	p.edges, p.center = v.Edges, v.Center
	return p
}

// loops tells whether a frame stands, at some depth, in itself or too deep.
func loops(in map[string]string, key string) bool {
	at := key
	for range deepest {
		next, ok := in[at]
		if !ok || next == "" {
			return false
		}
		if at = next; at == key {
			return true
		}
	}
	return true
}

func (p *plan) known(key string) bool {
	_, ok := p.home[key]
	return ok
}

func (p *plan) isFrame(key string) bool { return p.known(key) && p.size[key].Key == "" }

// within gives what of frame's own content holds key: key itself or a frame
// around it; "" when it stands elsewhere.
func (p *plan) within(key, frame string) string {
	for p.known(key) {
		if p.home[key] == frame {
			return key
		}
		if key = p.home[key]; key == "" {
			return ""
		}
	}
	return ""
}

// wrap sets each frame around what stands in it; an empty one keeps its place.
func (p *plan) wrap() {
	for i := range p.frames {
		p.wrapFrame(p.frames[i].Key)
	}
}

func (p *plan) wrapFrame(key string) Rect {
	var all Rect
	for _, k := range p.kids[key] {
		r := p.at[k]
		if p.isFrame(k) {
			r = p.wrapFrame(k)
		}
		if r.W > 0 {
			all = all.around(r)
		}
	}
	if all.W == 0 {
		r := p.at[key]
		r.W, r.H = emptyFrame.W, emptyFrame.H
		p.at[key] = r
		return r
	}
	p.at[key] = Rect{all.X - framePad, all.Y - frameTop, all.W + 2*framePad, all.H + frameTop + framePad}
	return p.at[key]
}

var emptyFrame = Rect{W: 16 * Grid, H: frameTop + framePad}

// shift moves a frame with all that stands in it, or a box.
func (p *plan) shift(key string, dx, dy int) {
	r := p.at[key]
	r.X, r.Y = r.X+dx, r.Y+dy
	p.at[key] = r
	for _, k := range p.kids[key] {
		p.shift(k, dx, dy)
	}
}
