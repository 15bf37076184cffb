package layout

// gather brings what is linked inside of a column together, as long as no more
// lines cross for it.
func (o *order) gather(inner map[[2]int]bool) {
	const looked = 150 // vertices; a larger picture is not read box by box
	if len(inner) == 0 || len(o.layer) > looked {
		return
	}
	crossed := o.crossings()
	for range 4 {
		better := false
		for c := range o.layers {
			layer := o.layers[c]
			for t := 0; t+1 < len(layer); t++ {
				apart := spread(layer, inner)
				layer[t], layer[t+1] = layer[t+1], layer[t]
				if spread(layer, inner) < apart {
					o.number()
					if n := o.crossings(); n <= crossed {
						crossed, better = n, true
						continue
					}
				}
				layer[t], layer[t+1] = layer[t+1], layer[t]
				o.number()
			}
		}
		if !better {
			return
		}
	}
}

// spread sums how far linked vertices of a column stand from each other.
func spread(layer []int, inner map[[2]int]bool) int {
	n := 0
	for i, a := range layer {
		for j := range i {
			if inner[[2]int{a, layer[j]}] {
				n += i - j - 1
			}
		}
	}
	return n
}
