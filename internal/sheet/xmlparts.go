package sheet

import (
	"archive/zip"
	"encoding/xml"
	"errors"
	"io"
	"path"
	"strings"
)

// parts are the entries of an Office package.
type parts struct {
	entries map[string]*zip.File // by name in lower case, without a slash in front
	left    int64                // bytes that may still be unpacked
	limit   int64
}

// openParts reads the directory of a package. A name that stands twice is
// refused: two programs would read two different files.
func openParts(src io.ReaderAt, size int64, l Limits) (*parts, error) {
	z, err := zip.NewReader(src, size)
	if err != nil {
		return nil, fault("", "The file is cut off or damaged: its directory cannot be read. Send or export it again.")
	}
	if len(z.File) > l.Parts {
		return nil, fault("", "The package holds %d parts, more than %d. This is no usual workbook or document.", len(z.File), l.Parts)
	}
	p := &parts{entries: map[string]*zip.File{}, left: l.Unpacked, limit: l.Unpacked}
	for _, f := range z.File {
		name := partName(f.Name)
		if p.entries[name] != nil {
			return nil, fault("", "The part %q stands twice in the package. Open the file and save it again.", clip(f.Name))
		}
		p.entries[name] = f
	}
	return p, nil
}

func partName(name string) string {
	return strings.ToLower(strings.TrimPrefix(path.Clean("/"+strings.ReplaceAll(name, `\`, "/")), "/"))
}

func (p *parts) has(name string) bool { return p.entries[partName(name)] != nil }

// open gives the tokens of a part. A part that says it is larger than what is
// left is refused before it is unpacked; one that lies about its size is cut.
func (p *parts) open(name string) (*tokens, error) {
	f := p.entries[partName(name)]
	if f == nil {
		return nil, fault(name, "This part of the file is missing. Open the file and save it again.")
	}
	if f.UncompressedSize64 > uint64(p.left) {
		return nil, p.tooLarge(name)
	}
	r, err := f.Open()
	if err != nil {
		return nil, fault(name, "This part of the file cannot be unpacked: it is damaged, encrypted or packed in an unknown way. Save the file again.")
	}
	t := &tokens{src: r, name: name}
	t.d = xml.NewDecoder(&counted{r: r, p: p, t: t})
	return t, nil
}

func (p *parts) tooLarge(name string) error {
	return fault(name, "More than %d MB would have to be unpacked. Delete sheets that are not needed, or save the list as CSV.", p.limit>>20)
}

// longest is how many bytes one text or element may take: a cell holds at most
// 32,767 letters.
const longest = 4 << 20

// counted stops when more is unpacked than the limits allow, as a whole or for
// one token, which has to be in memory.
type counted struct {
	r    io.Reader
	p    *parts
	t    *tokens
	read int64
}

func (c *counted) Read(b []byte) (int, error) {
	switch {
	case c.p.left <= 0:
		return 0, c.p.tooLarge(c.t.name)
	case c.read-c.t.at > longest:
		return 0, fault(c.t.name, "One text or element is longer than %d MB. This is no usual file.", longest>>20)
	}
	n, err := c.r.Read(b[:min(int64(len(b)), c.p.left)])
	c.p.left -= int64(n)
	c.read += int64(n)
	return n, err
}

// tokens walks over the elements of one part. Names are compared without their
// namespace: strict and transitional files differ only in that.
type tokens struct {
	d     *xml.Decoder
	src   io.Closer
	name  string
	depth int
	at    int64 // bytes up to the end of the last token
}

// deepest is how many elements may stand in one another.
const deepest = 256

// next gives a start element, an end element or text; io.EOF ends. What could
// fetch or multiply text (a DOCTYPE) is refused.
func (t *tokens) next() (xml.Token, error) {
	for {
		tok, err := t.d.RawToken()
		t.at = t.d.InputOffset()
		var syntax *xml.SyntaxError
		switch {
		case errors.Is(err, io.EOF) && t.depth > 0, errors.Is(err, io.ErrUnexpectedEOF):
			return nil, fault(t.name, "This part of the file ends in the middle. Send or export the file again.")
		case errors.As(err, &syntax):
			return nil, fault(t.name, "This part of the file is no valid XML (line %d). Open the file and save it again.", syntax.Line)
		case err != nil:
			return nil, t.unreadable(err)
		}
		switch tok := tok.(type) {
		case xml.StartElement:
			if t.depth++; t.depth > deepest {
				return nil, fault(t.name, "Elements stand more than %d deep in one another. This is no usual file.", deepest)
			}
			return tok, nil
		case xml.EndElement:
			t.depth--
			return tok, nil
		case xml.CharData:
			return tok, nil
		case xml.Directive:
			return nil, fault(t.name, "This part of the file declares its own entities, which no office program writes. It was not read.")
		}
	}
}

func (t *tokens) unreadable(err error) error {
	var f *Fault
	if errors.Is(err, io.EOF) || errors.As(err, &f) {
		return err
	}
	return fault(t.name, "This part of the file cannot be unpacked; it is damaged. Send or export the file again.")
}

// skip passes over the element that was just begun.
func (t *tokens) skip() error {
	for level := t.depth; t.depth >= level; {
		if _, err := t.next(); err != nil {
			return err
		}
	}
	return nil
}

// attr gives an attribute by its name without namespace.
func attr(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// yes reads a truth value of XML schema; an attribute that is there without a value counts as yes for w:b and the like.
func yes(v string) bool { return v == "1" || v == "true" || v == "on" }
