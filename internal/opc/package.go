package opc

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"encoding/xml"
	"fmt"
	"hash/crc32"
	"path"
	"sort"
	"strings"
	"time"
)

// Package is a file while it is written.
type Package struct {
	parts     []part
	types     map[string]string // of endings
	relations map[string][]relation
}

type part struct {
	name, kind string
	data       []byte
	packed     bool    // already as small as it gets
	ready      *Packed // or packed before
}

// Packed is a part that many packages hold, packed once.
type Packed struct {
	deflated []byte
	size     uint64
	sum      uint32
}

// Pack packs data that many packages will hold.
func Pack(data []byte) (*Packed, error) {
	var b bytes.Buffer
	w, err := flate.NewWriter(&b, flate.DefaultCompression)
	if err == nil {
		_, err = w.Write(data)
	}
	if err == nil {
		err = w.Close()
	}
	return &Packed{b.Bytes(), uint64(len(data)), crc32.ChecksumIEEE(data)}, err
}

// Again adds a part that was packed before and is known by its ending.
func (p *Package) Again(name, contentType string, ready *Packed) {
	p.types[strings.TrimPrefix(path.Ext(name), ".")] = contentType
	p.parts = append(p.parts, part{name: name, ready: ready})
}

type relation struct{ id, kind, target, mode string }

// New begins a package.
func New() *Package {
	return &Package{types: map[string]string{"rels": "application/vnd.openxmlformats-package.relationships+xml", "xml": "application/xml"}, relations: map[string][]relation{}}
}

// Add adds a part and says what it is.
func (p *Package) Add(name, contentType string, data []byte) {
	p.parts = append(p.parts, part{name: name, kind: contentType, data: data})
}

// Media adds a part that is known by its ending: png, svg, odttf.
func (p *Package) Media(name, contentType string, data []byte) {
	p.types[strings.TrimPrefix(path.Ext(name), ".")] = contentType
	p.parts = append(p.parts, part{name: name, data: data, packed: path.Ext(name) == ".png"})
}

const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"

// Relate leads from a part ("" is the package) to another and gives the name of the way. A kind
// without a scheme is one of Office.
func (p *Package) Relate(from, kind, target string) string {
	return p.relate(from, kind, relative(from, target), "")
}

// Link leads from a part to an address outside.
func (p *Package) Link(from, kind, address string) string {
	return p.relate(from, kind, address, "External")
}

func (p *Package) relate(from, kind, target, mode string) string {
	if !strings.Contains(kind, ":") {
		kind = office + kind
	}
	for _, r := range p.relations[from] {
		if r.kind == kind && r.target == target && r.mode == mode {
			return r.id
		}
	}
	id := fmt.Sprintf("rId%d", len(p.relations[from])+1)
	p.relations[from] = append(p.relations[from], relation{id, kind, target, mode})
	return id
}

// relative is the target as seen from the folder of a part.
func relative(from, target string) string {
	dir := path.Dir(from)
	if from == "" || dir == "." {
		return target
	}
	if rest, inside := strings.CutPrefix(target, dir+"/"); inside {
		return rest
	}
	return "/" + target
}

// beginning is the time of every part: the first that a ZIP can say.
var beginning = time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC)

// Bytes writes the package.
func (p *Package) Bytes() ([]byte, error) {
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	put := func(name string, data []byte, packed bool) error {
		method := zip.Deflate
		if packed {
			method = zip.Store
		}
		w, err := z.CreateHeader(&zip.FileHeader{Name: name, Method: method, Modified: beginning})
		if err == nil {
			_, err = w.Write(data)
		}
		return err
	}
	if err := put("[Content_Types].xml", p.contentTypes(), false); err != nil {
		return nil, err
	}
	for _, from := range p.sources() {
		if err := put(relationsOf(from), p.relationsPart(from), false); err != nil {
			return nil, err
		}
	}
	for _, one := range p.parts {
		if one.ready != nil {
			w, err := z.CreateRaw(&zip.FileHeader{Name: one.name, Method: zip.Deflate, CRC32: one.ready.sum, UncompressedSize64: one.ready.size, CompressedSize64: uint64(len(one.ready.deflated))})
			if err == nil {
				_, err = w.Write(one.ready.deflated)
			}
			if err != nil {
				return nil, err
			}
			continue
		}
		if err := put(one.name, one.data, one.packed); err != nil {
			return nil, err
		}
	}
	err := z.Close()
	return out.Bytes(), err
}

func (p *Package) sources() (out []string) {
	for from := range p.relations {
		out = append(out, from)
	}
	sort.Strings(out)
	return out
}

// relationsOf is the part that holds a part's relations.
func relationsOf(name string) string {
	dir, base := path.Split(name)
	return dir + "_rels/" + base + ".rels"
}

const header = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"

func (p *Package) contentTypes() []byte {
	var b strings.Builder
	b.WriteString(header + `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">`)
	var endings []string
	for e := range p.types {
		endings = append(endings, e)
	}
	sort.Strings(endings)
	for _, e := range endings {
		fmt.Fprintf(&b, `<Default Extension="%s" ContentType="%s"/>`, e, p.types[e])
	}
	for _, one := range p.parts {
		if one.kind != "" {
			fmt.Fprintf(&b, `<Override PartName="/%s" ContentType="%s"/>`, one.name, one.kind)
		}
	}
	b.WriteString(`</Types>`)
	return []byte(b.String())
}

func (p *Package) relationsPart(from string) []byte {
	var b strings.Builder
	b.WriteString(header + `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">`)
	for _, r := range p.relations[from] {
		mode := ""
		if r.mode != "" {
			mode = ` TargetMode="` + r.mode + `"`
		}
		fmt.Fprintf(&b, `<Relationship Id="%s" Type="%s" Target="%s"%s/>`, r.id, r.kind, Escape(r.target), mode)
	}
	b.WriteString(`</Relationships>`)
	return []byte(b.String())
}

// Escape writes a text so that it is a text in XML, in an element or an attribute.
func Escape(s string) string {
	var b strings.Builder
	_ = xml.EscapeText(&b, []byte(s)) // a builder takes everything
	return b.String()
}

// XML is a part of XML: its first line and what follows.
func XML(body string) []byte { return []byte(header + body) }
