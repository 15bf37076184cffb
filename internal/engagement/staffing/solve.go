package staffing

import "slices"

// network is the plan while it is made: a flow from requests to people, placed one request at a
// time along the cheapest way, which may move hours of earlier requests to other people. Prices
// keep every way's cost at or above 0, so that the cheapest is found as the shortest (Edmonds
// and Karp, Journal of the ACM 19, 1972).
//
// One way costs at most people² + people·pairs steps, where pairs are those with hours between
// them; there are few more of these than people and requests together. A request takes as many
// ways as people it is spread over, mostly one.
type network struct {
	cost   [][]int64 // request (here and below a part of one), person: an hour's cost; absent where the pair may not be
	flow   [][]int32 // request, person: hours
	on     [][]int   // person: the requests they have hours on
	used   []int     // person: hours
	rooms  [][]int   // person: hours at each step of load
	price  []int64   // person
	ends   []int64   // person: the reduced cost of their next hour by load, absent where the week is full
	asked  []int64   // request: its price
	walk   walk
	nobody int // the person who stands for nobody
}

const absent = int64(1) << 40

// walk is the search of one way, its memory used again.
type walk struct {
	last    int     // the person at the end of the cheapest way so far
	away    int64   // its reduced cost: nothing that is no nearer is looked at
	dist    []int64 // person
	done    []bool  // person
	via     []int   // person: the request on which they would take hours over
	from    []int   // request: the person it would be taken from
	request []int64 // request: its distance, absent if not reached
	reached []int   // the requests that were
}

func newNetwork(b *bound) *network {
	n, m := len(b.people)+1, len(b.parts)
	w := &network{nobody: n - 1, on: make([][]int, n), used: make([]int, n), rooms: make([][]int, n), price: make([]int64, n), ends: make([]int64, n), asked: make([]int64, m)}
	total := 0
	for i, p := range b.parts {
		total += p.hours
		if i > 0 && b.parts[i-1].request == p.request {
			w.cost = append(w.cost, b.another(w.cost[i-1], b.parts[i-1], p))
		} else {
			w.cost = append(w.cost, b.costs(p))
		}
		w.flow = append(w.flow, make([]int32, n))
	}
	for i := range b.people {
		w.rooms[i] = b.room(i)
	}
	w.rooms[n-1] = []int{total}
	w.walk = walk{dist: make([]int64, n), done: make([]bool, n), via: make([]int, n), from: make([]int, m), request: make([]int64, m)}
	for r := range w.walk.request {
		w.walk.request[r] = absent
	}
	for p := range w.ends {
		w.setEnd(p)
	}
	return w
}

// costs are what an hour of a part costs with each person, and with nobody.
func (b *bound) costs(p part) []int64 {
	cost := make([]int64, len(b.people)+1)
	for i, person := range b.people {
		cost[i] = absent
		if b.o.closes(person, b.requests[p.request], b.left(i)) == "" {
			cost[i] = int64(TermsOf(person, b.requests[p.request]).Cost()*scale) + b.moving(p, i)
		}
	}
	cost[len(b.people)] = nobodyCost*scale + b.moving(p, -1)
	return cost
}

// another are the costs of a part of the same request as the one before it.
func (b *bound) another(before []int64, had, p part) []int64 {
	cost := slices.Clone(before)
	for i, c := range cost {
		if c < absent {
			cost[i] = c - b.moving(had, i) + b.moving(p, i)
		}
	}
	return cost
}

// moving is what it costs that an hour of a part goes to somebody.
func (b *bound) moving(p part, person int) int64 {
	if p.stays < 0 || p.stays == person {
		return 0
	}
	return int64(b.o.Move) * scale
}

// spare is what the next hour of a person costs by load, and how many hours cost that.
func (w *network) spare(p int) (cost int64, hours int) {
	used := w.used[p]
	for i, room := range w.rooms[p] {
		if used < room {
			return int64(steps[i].cost) * scale, room - used
		}
		used -= room
	}
	return absent, 0
}

// setEnd keeps what the next hour of a person costs; the price of all work done is 0.
func (w *network) setEnd(p int) {
	w.ends[p] = absent
	if cost, room := w.spare(p); room > 0 {
		w.ends[p] = cost + w.price[p]
	}
}

// place puts a request's hours on people.
func (w *network) place(r, hours int) {
	w.asked[r] = w.price[w.nobody] - w.cost[r][w.nobody]
	for p, c := range w.cost[r] {
		if c < absent {
			w.asked[r] = max(w.asked[r], w.price[p]-c)
		}
	}
	for hours > 0 {
		w.search(r)
		hours -= w.carry(r, hours)
		w.reprice()
	}
}

// search finds the cheapest way from a request to a person with room.
func (w *network) search(r int) {
	k := &w.walk
	for p := range k.dist {
		k.dist[p], k.done[p] = absent, false
	}
	k.last, k.away = -1, absent
	k.reached = append(k.reached[:0], r)
	k.request[r], k.from[r] = 0, -1
	w.reach(r, 0)
	for {
		p, least := -1, k.away
		for i, d := range k.dist {
			if d < least && !k.done[i] {
				p, least = i, d
			}
		}
		if p < 0 {
			return
		}
		k.done[p] = true
		for _, other := range w.on[p] {
			if k.request[other] == absent {
				k.request[other], k.from[other] = least, p // hours already placed cost nothing to lift
				k.reached = append(k.reached, other)
				w.reach(other, least)
			}
		}
	}
}

// reach shortens the ways to all people over a request.
func (w *network) reach(r int, far int64) {
	k, base := &w.walk, far+w.asked[r]
	for p, c := range w.cost[r] {
		d := base + c - w.price[p]
		if d >= k.dist[p] || d >= k.away || c >= absent {
			continue
		}
		k.dist[p], k.via[p] = d, r
		if end := d + w.ends[p]; end < k.away {
			k.last, k.away = p, end
		}
	}
}

// carry moves hours along the way that was found, as many as all of it has room for.
func (w *network) carry(r, hours int) int {
	k := &w.walk
	last := k.last
	_, room := w.spare(last)
	hours = min(hours, room)
	for p := last; ; {
		over := k.via[p]
		if over == r {
			break
		}
		p = k.from[over]
		hours = min(hours, int(w.flow[over][p]))
	}
	w.used[last] += hours
	for p := last; ; {
		over := k.via[p]
		w.add(over, p, hours)
		if over == r {
			return hours
		}
		p = k.from[over]
		w.add(over, p, -hours)
	}
}

// add changes the hours of a person on a request.
func (w *network) add(r, p, hours int) {
	before := w.flow[r][p]
	w.flow[r][p] += int32(hours)
	switch {
	case before == 0 && hours > 0:
		w.on[p] = append(w.on[p], r)
	case before > 0 && w.flow[r][p] == 0:
		for i, other := range w.on[p] {
			if other == r {
				w.on[p] = append(w.on[p][:i], w.on[p][i+1:]...)
				break
			}
		}
	}
}

// reprice keeps all reduced costs at or above 0 after a way was used, and forgets the search.
func (w *network) reprice() {
	k := &w.walk
	for p := range w.price {
		w.price[p] += min(k.dist[p], k.away) - k.away
		w.setEnd(p)
	}
	for _, r := range k.reached {
		w.asked[r] += min(k.request[r], k.away) - k.away
		k.request[r] = absent
	}
}
