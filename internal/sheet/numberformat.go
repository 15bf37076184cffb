package sheet

import (
	"math"
	"strconv"
	"strings"
	"unicode/utf8"
)

// numberFormat is one code such as 0.00 or "REQ-"000, read.
type numberFormat struct {
	sections []formatSection // for numbers over, under and at nought
}

// formatSection is one of the parts of a code that semicolons set off.
type formatSection struct {
	before, after string // letters around the digits
	whole         int    // digits at least
	least, most   int    // decimals
	groups        bool   // thousands are set off
	percent       bool
	date          []string // pieces of a date or time; nil for a plain number
	plain         bool     // General, and what is not understood
}

// builtin are the codes that files name by number only (ECMA-376 part 1, 18.8.30).
// 14 and 22 show dates as the reader's country does; they are written here as
// ISO 8601 has them, which nobody misreads.
var builtin = map[int]string{
	1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%",
	14: "yyyy-mm-dd", 15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy", 18: "h:mm AM/PM", 19: "h:mm:ss AM/PM",
	20: "h:mm", 21: "h:mm:ss", 22: "yyyy-mm-dd h:mm", 37: "#,##0;-#,##0", 38: "#,##0;-#,##0",
	39: "#,##0.00;-#,##0.00", 40: "#,##0.00;-#,##0.00", 45: "mm:ss", 46: "h:mm:ss", 47: "mm:ss",
}

// formatOf reads a format; nil shows a number as it is.
func formatOf(id int, code string) *numberFormat {
	if code == "" {
		code = builtin[id]
	}
	if code == "" || strings.EqualFold(code, "general") || code == "@" || len(code) > 255 {
		return nil
	}
	f := &numberFormat{}
	for _, s := range splitCode(code) {
		f.sections = append(f.sections, readSection(s))
	}
	return f
}

// splitCode cuts a code at semicolons outside of quotes.
func splitCode(code string) []string {
	var out []string
	start, quoted := 0, false
	for i := 0; i < len(code); i++ {
		switch code[i] {
		case '"':
			quoted = !quoted
		case '\\':
			i++
		case ';':
			if !quoted {
				out, start = append(out, code[start:i]), i+1
			}
		}
	}
	return append(out, code[start:])
}

// readSection reads letters, digits and date pieces of one section.
func readSection(code string) formatSection {
	var s formatSection
	digits, point := false, false
	for len(code) > 0 {
		c := code[0]
		piece, n := literalPiece(code)
		switch {
		case n > 0 && piece == "/" && digits: // a fraction
			return formatSection{plain: true}
		case n > 0:
			if s.date != nil {
				s.date, piece = append(s.date, "'"+piece), ""
			}
			if piece != "" && digits {
				s.after += piece
			} else {
				s.before += piece
			}
		case strings.IndexByte("0#?", c) >= 0:
			n, digits = 1, true
			switch {
			case point:
				if s.most++; c != '#' {
					s.least = s.most
				}
			case c == '0':
				s.whole++
			}
		case c == '.' && s.date == nil:
			n, point = 1, true
		case c == ',':
			n, s.groups = 1, s.groups || digits && !point && len(code) > 1 && strings.IndexByte("0#?", code[1]) >= 0
		case c == '%':
			n, s.percent, s.after = 1, true, s.after+"%"
		default:
			n = s.datePiece(code)
		}
		if n == 0 || s.plain {
			return formatSection{plain: true}
		}
		code = code[n:]
	}
	s.plain = !digits && s.date == nil && s.before == ""
	if s.date != nil && s.before != "" {
		s.date = append([]string{"'" + s.before}, s.date...)
	}
	return s
}

// literalPiece reads what is shown as it stands: quoted or escaped letters,
// signs, and the currency of [$€-407]; colours and conditions show nothing.
func literalPiece(code string) (text string, n int) {
	switch c := code[0]; c {
	case '"':
		if i := strings.IndexByte(code[1:], '"'); i >= 0 {
			return code[1 : 1+i], i + 2
		}
		return "", len(code)
	case '\\':
		if len(code) == 1 {
			return "", 1
		}
		_, size := utf8.DecodeRuneInString(code[1:])
		return code[1 : 1+size], 1 + size
	case '_', '*': // as wide as, filled with
		if len(code) == 1 {
			return "", 1
		}
		_, size := utf8.DecodeRuneInString(code[1:])
		return "", 1 + size
	case '[':
		i := strings.IndexByte(code, ']')
		if i < 0 || len(code) > 1 && strings.IndexByte("hHmMsS", code[1]) >= 0 {
			return "", 0
		}
		if inner := code[1:i]; strings.HasPrefix(inner, "$") {
			text, _, _ = strings.Cut(inner[1:], "-")
		}
		return text, i + 1
	case ' ', '-', '+', '(', ')', ':', '/', '$', '\'', '!', '&', '~', '{', '}', '=', '<', '>':
		return string(c), 1
	}
	if code[0] >= utf8.RuneSelf {
		_, size := utf8.DecodeRuneInString(code)
		return code[:size], size
	}
	return "", 0
}

// shown gives a stored number as the cell shows it.
func (f *numberFormat) shown(v float64, epoch1904 bool) (text string, kind Kind) {
	if f == nil || len(f.sections) == 0 {
		return general(v), Number
	}
	s, signed := f.sections[0], v < 0
	switch {
	case v < 0 && len(f.sections) > 1:
		s, signed = f.sections[1], false
	case v == 0 && len(f.sections) > 2:
		s = f.sections[2]
	}
	switch {
	case s.date != nil:
		if text, ok := s.dateText(v, epoch1904); ok {
			return text, Day
		}
		return general(v), Number
	case s.plain:
		return general(v), Number
	}
	text = s.before + s.number(math.Abs(v)) + s.after
	if signed && v != 0 {
		text = "-" + text
	}
	return strings.TrimSpace(text), Number
}

// number writes a number that is not negative: digits at least as many as the
// code wants, decimals no more than it allows.
func (s *formatSection) number(v float64) string {
	if s.percent {
		v *= 100
	}
	text := strconv.FormatFloat(v, 'f', min(s.most, 15), 64)
	whole, decimals, _ := strings.Cut(text, ".")
	if whole == "0" && s.whole == 0 && strings.Trim(decimals, "0") == "" {
		whole = "" // # and ? show no nought
	}
	for len(decimals) > s.least && strings.HasSuffix(decimals, "0") {
		decimals = decimals[:len(decimals)-1]
	}
	if pad := s.whole - len(whole); pad > 0 {
		whole = strings.Repeat("0", min(pad, 30)) + whole
	}
	if s.groups {
		for i := len(whole) - 3; i > 0; i -= 3 {
			whole = whole[:i] + "," + whole[i:]
		}
	}
	if decimals != "" {
		return whole + "." + decimals
	}
	return whole
}

// general shows a number without a format: fifteen digits at most, which is what
// a spreadsheet keeps, so that 1.1000000000000001 is 1.1.
func general(v float64) string {
	if a := math.Abs(v); a != 0 && (a >= 1e15 || a < 1e-9) {
		return strconv.FormatFloat(v, 'G', 6, 64)
	}
	r, err := strconv.ParseFloat(strconv.FormatFloat(v, 'g', 15, 64), 64)
	if err != nil {
		r = v
	}
	return strconv.FormatFloat(r, 'f', -1, 64)
}
