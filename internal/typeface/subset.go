package typeface

import (
	"encoding/binary"
	"fmt"
	"slices"
)

// Subset is a TrueType file with some glyphs of the face alone, in the order given and numbered
// anew from there; glyph 0 must come first. What composed glyphs are made of is added behind.
func (f *Face) Subset(glyphs []uint16) []byte {
	kept := slices.Clone(glyphs)
	place := map[uint16]uint16{}
	for i, g := range kept {
		if _, there := place[g]; !there {
			place[g] = uint16(i)
		}
	}
	var glyf, loca, hmtx []byte
	for i := 0; i < len(kept); i++ {
		g := kept[i]
		loca = binary.BigEndian.AppendUint32(loca, uint32(len(glyf)))
		shape := slices.Clone(f.shape(g))
		for _, at := range partsOf(shape) {
			part := binary.BigEndian.Uint16(shape[at:])
			n, there := place[part]
			if !there {
				n = uint16(len(kept))
				kept, place[part] = append(kept, part), n
			}
			binary.BigEndian.PutUint16(shape[at:], n)
		}
		glyf = append(glyf, shape...)
		for len(glyf)%4 != 0 {
			glyf = append(glyf, 0)
		}
		hmtx = append(hmtx, f.metric(g)...)
	}
	loca = binary.BigEndian.AppendUint32(loca, uint32(len(glyf)))
	head, hhea, maxp := slices.Clone(f.tables["head"]), slices.Clone(f.tables["hhea"]), slices.Clone(f.tables["maxp"])
	binary.BigEndian.PutUint32(head[8:], 0)  // the checksum of the whole file, which a reader of PDF does not look at
	binary.BigEndian.PutUint16(head[50:], 1) // places in four bytes each
	binary.BigEndian.PutUint16(hhea[34:], uint16(len(kept)))
	binary.BigEndian.PutUint16(maxp[4:], uint16(len(kept)))
	out := tables{"head": head, "hhea": hhea, "maxp": maxp, "loca": loca, "glyf": glyf, "hmtx": hmtx}
	for _, name := range []string{"cvt ", "fpgm", "prep"} {
		if t := f.tables[name]; t != nil {
			out[name] = t
		}
	}
	return pack(out)
}

// shape is the outline of a glyph as the file has it.
func (f *Face) shape(g uint16) []byte {
	loca, i := f.tables["loca"], int(g)
	var from, to int
	if binary.BigEndian.Uint16(f.tables["head"][50:]) == 0 {
		from, to = 2*int(binary.BigEndian.Uint16(loca[2*i:])), 2*int(binary.BigEndian.Uint16(loca[2*i+2:]))
	} else {
		from, to = int(binary.BigEndian.Uint32(loca[4*i:])), int(binary.BigEndian.Uint32(loca[4*i+4:]))
	}
	return f.tables["glyf"][from:to]
}

// metric is the advance and left bearing of a glyph, four bytes.
func (f *Face) metric(g uint16) []byte {
	hmtx, last := f.tables["hmtx"], int(binary.BigEndian.Uint16(f.tables["hhea"][34:]))
	if int(g) < last {
		return hmtx[4*int(g) : 4*int(g)+4]
	}
	bearing := hmtx[4*last+2*(int(g)-last):]
	return []byte{hmtx[4*last-4], hmtx[4*last-3], bearing[0], bearing[1]}
}

// partsOf are the places in a composed glyph where the number of a part stands (OpenType, glyf,
// 'Composite Glyph Description').
func partsOf(shape []byte) (places []int) {
	if len(shape) < 10 || short(shape, 0) >= 0 {
		return nil
	}
	for at := 10; at+4 <= len(shape); {
		flags := binary.BigEndian.Uint16(shape[at:])
		places = append(places, at+2)
		at += 6
		if flags&1 != 0 { // both offsets take two bytes
			at += 2
		}
		switch {
		case flags&8 != 0:
			at += 2
		case flags&0x40 != 0:
			at += 4
		case flags&0x80 != 0:
			at += 8
		}
		if flags&0x20 == 0 {
			break
		}
	}
	return places
}

// Tag is the name of a subset: six letters that the place of the face makes, and its name.
func (f *Face) Tag(n int) string {
	letters := []byte("AAAAAA")
	for i := 5; n > 0 && i >= 0; i, n = i-1, n/26 {
		letters[i] += byte(n % 26)
	}
	return fmt.Sprintf("%s+%s", letters, f.Name)
}
