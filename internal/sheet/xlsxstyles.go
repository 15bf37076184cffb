package sheet

import (
	"encoding/xml"
	"strconv"
)

// style is what a reader of a list needs of a cell's format.
type style struct {
	format   *numberFormat
	bold     bool
	filled   bool
	unlocked bool
}

// styles are the formats of cells by their index.
type styles []style

// of gives the style of an index as the sheet writes it; unknown is plain.
func (s styles) of(index string) style {
	i, err := strconv.Atoi(index)
	if err != nil || i < 0 || i >= len(s) {
		return style{}
	}
	return s[i]
}

// maxStyles is how many formats a workbook may have by Excel's own limit.
const maxStyles = 65_536

// readStyles reads number formats, bold fonts, fills and protection.
func (w *workbook) readStyles(t *tokens) error {
	var (
		codes  = map[int]string{}
		bold   []bool
		fills  []bool
		inside string // the list we are in
	)
	return each(t, func(e xml.StartElement) error {
		switch name := e.Name.Local; name {
		case "fonts", "fills", "borders", "cellStyleXfs", "cellXfs", "cellStyles", "dxfs":
			inside = name
		case "numFmt":
			codes[number(attr(e, "numFmtId"))] = attr(e, "formatCode")
		case "font":
			if inside == "fonts" && len(bold) < maxStyles {
				bold = append(bold, false)
			}
		case "b":
			if inside == "fonts" && len(bold) > 0 {
				v := attr(e, "val")
				bold[len(bold)-1] = v == "" || yes(v)
			}
		case "patternFill":
			if inside == "fills" && len(fills) < maxStyles {
				p := attr(e, "patternType")
				fills = append(fills, p != "" && p != "none" && p != "gray125")
			}
		case "gradientFill":
			fills = append(fills, true)
		case "xf":
			if inside == "cellXfs" && len(w.styles) < maxStyles {
				id := number(attr(e, "numFmtId"))
				w.styles = append(w.styles, style{formatOf(id, codes[id]), at(bold, attr(e, "fontId")), at(fills, attr(e, "fillId")), false})
			}
		case "protection":
			if inside == "cellXfs" && len(w.styles) > 0 {
				v := attr(e, "locked")
				w.styles[len(w.styles)-1].unlocked = v == "0" || v == "false"
			}
		}
		return nil
	})
}

func number(s string) int {
	n, err := strconv.Atoi(s)
	if err != nil {
		return -1
	}
	return n
}

func at(list []bool, index string) bool {
	i := number(index)
	return i >= 0 && i < len(list) && list[i]
}
