package evaluation

import "strings"

// piece is a run of words, or a key with the address it leads to.
type piece struct{ words, href string }

// pieces cuts a sentence at the keys it names, so that each can be a link.
func (v *view) pieces(sentence string, keys []string) (out []piece) {
	for sentence != "" {
		at, found := len(sentence), ""
		for _, k := range keys {
			if i := indexWord(sentence, k); i >= 0 && i < at {
				at, found = i, k
			}
		}
		if at > 0 {
			out = append(out, piece{words: sentence[:at]})
		}
		if found == "" {
			return out
		}
		out = append(out, piece{found, v.addressOf(found)})
		sentence = sentence[at+len(found):]
	}
	return out
}

// indexWord finds a key that no digit follows: NWF-1 is not in NWF-12.
func indexWord(s, key string) int {
	for from := 0; ; {
		i := strings.Index(s[from:], key)
		if i < 0 {
			return -1
		}
		end := from + i + len(key)
		if end == len(s) || s[end] < '0' || s[end] > '9' {
			return from + i
		}
		from = end
	}
}

// addressOf is where a key leads: to a requirement, a criterion or a promise.
func (v *view) addressOf(key string) string {
	for _, t := range v.trials {
		if t.Criterion.Key() == key {
			return v.to(criteriaView, t.Criterion.ID, "")
		}
	}
	for i := range v.t.Facts.Promises {
		if p := v.t.Facts.Promises[i]; promiseKey(p) == key {
			return v.r.DealPath("promises/" + p.ID)
		}
	}
	for i := range v.t.Rows {
		if v.t.Rows[i].Key == key {
			return v.r.DealPath("requirements/" + key)
		}
	}
	return ""
}
