package table

import (
	"strconv"
	"strings"
)

// worded reads a date whose month is a word: 18 Dec 2026, 18-Dec-2026,
// Dec 18, 2026, 18. Dezember 2026. It gives day, month, year.
func worded(s string) (p [3]int, ok bool) {
	words := strings.FieldsFunc(strings.ToLower(s), func(r rune) bool {
		return r == ' ' || r == '-' || r == '.' || r == ',' || r == '/'
	})
	if len(words) == 5 && words[1] == "de" && words[3] == "de" { // 18 de diciembre de 2026
		words = []string{words[0], words[2], words[4]}
	}
	if len(words) != 3 {
		return p, false
	}
	day, month := words[0], words[1]
	if monthOf(month) == 0 {
		day, month = month, day
	}
	d, err := strconv.Atoi(strings.TrimSuffix(strings.TrimSuffix(day, "th"), "er"))
	y, err2 := strconv.Atoi(words[2])
	m := monthOf(month)
	if err != nil || err2 != nil || m == 0 || len(words[2]) != 4 {
		return p, false
	}
	return [3]int{d, m, y}, true
}

// monthOf is 1 to 12, or 0 for a word that is no month.
func monthOf(word string) int { return months[word] }

// months holds the names and short forms of English, German, French and
// Spanish. No word of them means two months.
var months = monthNames(
	"jan january januar jän jänner janvier janv enero ene",
	"feb february februar février févr fév febrero",
	"mar march märz mär mrz mars marzo",
	"apr april avril avr abril abr",
	"may mai mayo",
	"jun june juni juin junio",
	"jul july juli juillet juil julio",
	"aug august août aou agosto ago",
	"sep sept september septembre septiembre",
	"oct october okt oktober octobre octubre",
	"nov november novembre noviembre",
	"dec december dez dezember décembre déc diciembre dic",
)

func monthNames(lists ...string) map[string]int {
	m := map[string]int{}
	for i, list := range lists {
		for _, w := range strings.Fields(list) {
			m[w] = i + 1
		}
	}
	return m
}
