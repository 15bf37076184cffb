package sheet

import (
	"encoding/xml"
	"strconv"
	"strings"
)

// readShared reads the table of texts that cells point into.
func (w *workbook) readShared(t *tokens) error {
	var size int64
	return each(t, func(e xml.StartElement) error {
		if e.Name.Local != "si" {
			return nil
		}
		text, err := richText(t)
		if err != nil {
			return err
		}
		if size += int64(len(text)) + 16; size > w.limits.Text {
			return fault(t.name, "The workbook holds more than %d MB of text. Delete sheets that are not needed.", w.limits.Text>>20)
		}
		w.shared = append(w.shared, text)
		return nil
	})
}

// richText gathers the runs of an si or is element. Phonetic runs say how to
// pronounce what stands beside them, and are left out.
func richText(t *tokens) (string, error) {
	var b strings.Builder
	in := false
	for level := t.depth; t.depth >= level; {
		tok, err := t.next()
		if err != nil {
			return "", err
		}
		switch tok := tok.(type) {
		case xml.StartElement:
			if tok.Name.Local == "rPh" {
				if err := t.skip(); err != nil {
					return "", err
				}
				continue
			}
			in = tok.Name.Local == "t"
		case xml.EndElement:
			in = false
		case xml.CharData:
			if in {
				b.Write(tok)
			}
		}
	}
	return unescaped(b.String()), nil
}

// unescaped reads _x000D_, by which workbooks write letters that XML forbids.
func unescaped(s string) string {
	if !strings.Contains(s, "_x") {
		return s
	}
	var b strings.Builder
	for {
		i := strings.Index(s, "_x")
		if i < 0 || len(s) < i+7 {
			b.WriteString(s)
			return b.String()
		}
		n, err := strconv.ParseUint(s[i+2:i+6], 16, 16)
		if err != nil || s[i+6] != '_' {
			b.WriteString(s[:i+2])
			s = s[i+2:]
			continue
		}
		b.WriteString(s[:i])
		if n >= ' ' && (n < 0xD800 || n > 0xDFFF) || n == '\n' || n == '\t' {
			b.WriteRune(rune(n))
		}
		s = s[i+7:]
	}
}
