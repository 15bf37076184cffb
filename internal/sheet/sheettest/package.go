// Package sheettest makes small workbooks and documents for tests, part by part,
// so that a test can also make what no office program would write.
package sheettest

import (
	"archive/zip"
	"bytes"
	"slices"
	"strings"
)

// Parts are the parts of an Office package by name.
type Parts map[string]string

// Zip packs parts in the order of their names.
func Zip(parts Parts) []byte {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	names := []string{}
	for name := range parts {
		names = append(names, name)
	}
	slices.Sort(names)
	for _, name := range names {
		w, err := z.Create(name)
		if err == nil {
			_, err = w.Write([]byte(parts[name]))
		}
		if err != nil {
			panic(err) // a bytes.Buffer takes everything
		}
	}
	if err := z.Close(); err != nil {
		panic(err)
	}
	return b.Bytes()
}

const (
	declaration = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>`
	relations   = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
)

// relationships makes a .rels part: id, last word of the type, target.
func relationships(lines ...[3]string) string {
	var b strings.Builder
	b.WriteString(declaration + `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">`)
	for _, l := range lines {
		b.WriteString(`<Relationship Id="` + l[0] + `" Type="` + relations + `/` + l[1] + `" Target="` + l[2] + `"/>`)
	}
	return b.String() + `</Relationships>`
}

// Escape writes a text as XML has it.
func Escape(s string) string {
	return strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;").Replace(s)
}
