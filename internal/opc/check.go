package opc

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"net/url"
	"path"
	"strings"
)

// Check reads a package as its standard asks for it: every part is of a known kind, every XML is
// well formed, every relation leads to a part that is there, every part is led to, nothing
// stands twice, and every relation that a part names is one it has. It gives all it finds.
func Check(file []byte) error {
	z, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		return err
	}
	c := checker{parts: map[string][]byte{}, led: map[string]bool{}}
	for i, f := range z.File {
		if i == 0 && f.Name != "[Content_Types].xml" {
			c.wrong("the first part is %s, not the content types", f.Name)
		}
		if _, twice := c.parts[strings.ToLower(f.Name)]; twice {
			c.wrong("%s stands twice", f.Name)
		}
		r, err := f.Open()
		if err != nil {
			return err
		}
		data, err := io.ReadAll(r)
		if err != nil {
			return err
		}
		c.parts[strings.ToLower(f.Name)] = data
		c.names = append(c.names, f.Name)
	}
	c.kinds()
	for _, name := range c.names {
		c.wellFormed(name)
		if strings.HasSuffix(name, ".rels") {
			c.relations(name)
		}
	}
	for _, name := range c.names {
		if name != "[Content_Types].xml" && !strings.HasSuffix(name, ".rels") && !c.led[strings.ToLower(name)] {
			c.wrong("nothing leads to %s", name)
		}
	}
	return errors.Join(c.found...)
}

type checker struct {
	parts map[string][]byte // by name in lower case
	names []string
	led   map[string]bool
	found []error
}

func (c *checker) wrong(format string, args ...any) {
	c.found = append(c.found, fmt.Errorf(format, args...))
}

// kinds looks that each part has a content type, and each type a part.
func (c *checker) kinds() {
	var types struct {
		Default []struct {
			Extension string `xml:"Extension,attr"`
		} `xml:"Default"`
		Override []struct {
			PartName string `xml:"PartName,attr"`
		} `xml:"Override"`
	}
	if err := xml.Unmarshal(c.parts["[content_types].xml"], &types); err != nil {
		c.wrong("the content types: %v", err)
		return
	}
	known := map[string]bool{}
	for _, d := range types.Default {
		known["."+strings.ToLower(d.Extension)] = true
	}
	for _, o := range types.Override {
		name := strings.ToLower(strings.TrimPrefix(o.PartName, "/"))
		if _, there := c.parts[name]; !there || known[name] {
			c.wrong("the content type of %s is of no part, or stands twice", o.PartName)
		}
		known[name] = true
	}
	for _, name := range c.names {
		if low := strings.ToLower(name); !known[low] && !known[path.Ext(low)] && name != "[Content_Types].xml" {
			c.wrong("%s has no content type", name)
		}
	}
}

func (c *checker) wellFormed(name string) {
	switch path.Ext(name) {
	case ".xml", ".rels", ".svg":
	default:
		return
	}
	var ways map[string]bool
	if rels, there := c.parts[strings.ToLower(relationsOf(name))]; there {
		ways = waysOf(rels)
	}
	d := xml.NewDecoder(bytes.NewReader(c.parts[strings.ToLower(name)]))
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return
		}
		if err != nil {
			c.wrong("%s: %v", name, err)
			return
		}
		e, is := token.(xml.StartElement)
		if !is {
			continue
		}
		for _, a := range e.Attr {
			if a.Name.Space+"/" == office && !ways[a.Value] {
				c.wrong("%s names the relation %s, which it has not", name, a.Value)
			}
		}
	}
}

type relationships struct {
	All []struct {
		ID         string `xml:"Id,attr"`
		Type       string `xml:"Type,attr"`
		Target     string `xml:"Target,attr"`
		TargetMode string `xml:"TargetMode,attr"`
	} `xml:"Relationship"`
}

func waysOf(rels []byte) map[string]bool {
	var r relationships
	_ = xml.Unmarshal(rels, &r) // what is not well formed is said elsewhere
	out := map[string]bool{}
	for _, one := range r.All {
		out[one.ID] = true
	}
	return out
}

// relations looks where those of a part lead.
func (c *checker) relations(name string) {
	var r relationships
	if err := xml.Unmarshal(c.parts[strings.ToLower(name)], &r); err != nil {
		return
	}
	dir := path.Dir(path.Dir(name))
	seen := map[string]bool{}
	for _, one := range r.All {
		if seen[one.ID] {
			c.wrong("%s has the relation %s twice", name, one.ID)
		}
		seen[one.ID] = true
		if one.TargetMode == "External" {
			if _, err := url.Parse(one.Target); err != nil {
				c.wrong("%s leads to no address: %v", name, err)
			}
			continue
		}
		target := path.Join(dir, one.Target)
		if strings.HasPrefix(one.Target, "/") {
			target = strings.TrimPrefix(one.Target, "/")
		}
		if _, there := c.parts[strings.ToLower(target)]; !there {
			c.wrong("%s leads to %s, which is not there", name, target)
		}
		c.led[strings.ToLower(target)] = true
	}
}
