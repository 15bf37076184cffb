package typeface

import (
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"sort"
)

// tables are the parts of a TrueType file by their four letters.
type tables map[string][]byte

// unpack reads a WOFF 1.0 file.
func unpack(woff []byte) (tables, error) {
	if len(woff) < 44 || string(woff[:4]) != "wOFF" {
		return nil, errors.New("this is no WOFF file")
	}
	out := tables{}
	for i := range int(binary.BigEndian.Uint16(woff[12:])) {
		at := 44 + 20*i
		if at+20 > len(woff) {
			return nil, errors.New("the directory is cut off")
		}
		e := woff[at : at+20]
		from, packed, size := binary.BigEndian.Uint32(e[4:]), binary.BigEndian.Uint32(e[8:]), binary.BigEndian.Uint32(e[12:])
		if uint64(from)+uint64(packed) > uint64(len(woff)) {
			return nil, fmt.Errorf("the table %q is cut off", e[:4])
		}
		data := woff[from : from+packed]
		if packed < size {
			z, err := zlib.NewReader(bytes.NewReader(data))
			if err != nil {
				return nil, err
			}
			if data, err = io.ReadAll(io.LimitReader(z, int64(size))); err != nil {
				return nil, err
			}
		}
		out[string(e[:4])] = data
	}
	return out, nil
}

// pack writes a TrueType file, its tables in the order of their names.
func pack(t tables) []byte {
	var names []string
	for name := range t {
		names = append(names, name)
	}
	sort.Strings(names)
	n := len(names)
	power, log := 1, 0
	for power*2 <= n {
		power, log = power*2, log+1
	}
	head := binary.BigEndian.AppendUint32(nil, 0x00010000)
	for _, v := range []int{n, power * 16, log, (n - power) * 16} {
		head = binary.BigEndian.AppendUint16(head, uint16(v))
	}
	var body []byte
	for _, name := range names {
		head = append(head, name...)
		head = binary.BigEndian.AppendUint32(head, sum(t[name]))
		head = binary.BigEndian.AppendUint32(head, uint32(12+16*n+len(body)))
		head = binary.BigEndian.AppendUint32(head, uint32(len(t[name])))
		body = append(body, t[name]...)
		for len(body)%4 != 0 {
			body = append(body, 0)
		}
	}
	return append(head, body...)
}

// sum is the checksum of a table: its words of 32 bits added up.
func sum(b []byte) (s uint32) {
	for i := 0; i < len(b); i += 4 {
		var word [4]byte
		copy(word[:], b[i:])
		s += binary.BigEndian.Uint32(word[:])
	}
	return s
}
