package crm

import "strings"

// id reads an id of the CRM. Salesforce's are led to 18 characters.
func (f *File) id(line int, field Field, text string) string {
	if !f.Source.ids18 || text == "" {
		return text
	}
	id, fault := ID18(text)
	if fault != "" {
		f.warn(line, field, text, fault)
	}
	return id
}

// ID18 gives a Salesforce id in 18 characters. Reports write 15, in which upper
// and lower case count; the data export adds three that say which of them are
// upper case, so that the id survives programs that do not tell case apart.
// What is no such id is given back as it is, with a sentence.
func ID18(id string) (string, string) {
	if len(id) != 15 && len(id) != 18 || strings.IndexFunc(id, func(r rune) bool { return !alnum(r) }) >= 0 {
		return id, "This is no Salesforce id of 15 or 18 characters; it is kept as written."
	}
	body := id[:15]
	if len(id) == 15 {
		return body + caseSuffix(body), ""
	}
	suffix := strings.ToUpper(id[15:])
	switch {
	case caseSuffix(body) == suffix:
		return body + suffix, ""
	case strings.ToUpper(body) == body || strings.ToLower(body) == body:
		// All of one case: some program lost the case, the suffix still has it.
		if restored := recased(body, suffix); caseSuffix(restored) == suffix {
			return restored + suffix, ""
		}
	}
	return body + caseSuffix(body), "The last three characters do not fit the id; they were made anew from the first 15."
}

const caseDigits = "ABCDEFGHIJKLMNOPQRSTUVWXYZ012345"

// caseSuffix has one character for five of the id: bit i set where character i
// is upper case (Salesforce, 'What are the differences between 15 and 18 digit IDs').
func caseSuffix(body string) string {
	var s [3]byte
	for block := range s {
		bits := 0
		for i := range 5 {
			if c := body[5*block+i]; c >= 'A' && c <= 'Z' {
				bits |= 1 << i
			}
		}
		s[block] = caseDigits[bits]
	}
	return string(s[:])
}

// recased puts upper case where the suffix says so.
func recased(body, suffix string) string {
	b := []byte(strings.ToLower(body))
	for block := range 3 {
		bits := strings.IndexByte(caseDigits, suffix[block])
		for i := range 5 {
			if c := b[5*block+i]; bits >= 0 && bits&(1<<i) != 0 && c >= 'a' && c <= 'z' {
				b[5*block+i] = c - 'a' + 'A'
			}
		}
	}
	return string(b)
}

func alnum(r rune) bool {
	return r >= '0' && r <= '9' || r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z'
}
