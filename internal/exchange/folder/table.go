package folder

import (
	"bytes"
	"encoding/csv"
	"strings"

	"throughline/internal/exchange/folder/plain"
	"throughline/internal/table"
)

// table writes the things of a kind as rows. A cell is a value as in other files; one that would
// run as a formula stands in quotes.
func (g *gathering) table(c *carrying, all []*thing) ([]byte, error) {
	head := []string{}
	keyed := false
	for _, t := range all {
		keyed = keyed || t.named
	}
	if keyed {
		head = append(head, keyField)
	}
	for _, f := range c.fields {
		if c.written(f) {
			head = append(head, f.name)
		}
	}
	var b bytes.Buffer
	w := csv.NewWriter(&b)
	if err := w.Write(head); err != nil {
		return nil, err
	}
	for _, t := range all {
		row := make([]string, 0, len(head))
		if keyed {
			row = append(row, t.key)
		}
		for _, f := range c.fields {
			if c.written(f) {
				row = append(row, cell(g.stands(t, f, f.Of(t.value))))
			}
		}
		if err := w.Write(row); err != nil {
			return nil, err
		}
	}
	w.Flush()
	return b.Bytes(), w.Error()
}

func cell(n *plain.Node) string {
	if n == nil {
		return ""
	}
	if n.Sort != plain.Text {
		return plain.Flow(n)
	}
	if !n.Quoted && (table.Neutralise(n.Text) != n.Text || strings.HasPrefix(n.Text, `"`) || strings.HasPrefix(n.Text, "[") || n.Text == "{}" || strings.TrimSpace(n.Text) != n.Text) {
		n = &plain.Node{Sort: plain.Text, Text: n.Text, Quoted: true}
	}
	if n.Quoted {
		return plain.Flow(n)
	}
	return n.Text
}
