package sheet

import (
	"regexp"
	"strings"
)

var (
	// mailHeader is a line of a mail's head in English, German, French and Spanish.
	mailHeader  = regexp.MustCompile(`(?i)^\*?(from|to|cc|bcc|sent|date|subject|reply-to|von|an|gesendet|datum|betreff|de|à|objet|envoyé|para|enviado|asunto|fecha)\s?:\*?\s+\S`)
	attribution = regexp.MustCompile(`(?i)^(on\s.{5,200}\swrote|am\s.{5,200}\sschrieb.{0,200}|le\s.{5,200}\sa\sécrit|el\s.{5,200}\sescribió)\s?:$`)
	forwarded   = regexp.MustCompile(`(?i)^-{2,}\s*(original message|forwarded message|ursprüngliche nachricht|weitergeleitete nachricht|message d'origine|message transféré|mensaje original|mensaje reenviado)\s*-{2,}$`)
	greeting    = regexp.MustCompile(`(?i)^(hi|hello|hey|dear|good (morning|afternoon)|hallo|guten tag|liebe[rs]?|sehr geehrte[rs]?|bonjour|cher|chère|hola|estimad[oa]s?|buenos días)\b.{0,60}[,!]?$`)
	farewell    = regexp.MustCompile(`(?i)^((best|kind|warm)?\s?regards|best wishes|best|thanks( in advance)?|thank you|many thanks|cheers|sincerely|(mit )?(freundlichen|besten|vielen)\s(grüßen|grüssen|dank)|viele grüße|cordialement|bien à vous|merci|saludos( cordiales)?|un saludo|gracias)[,.!]?$`)
)

// mail takes the parts of a mail off that are no list: its head, who wrote when,
// greeting and signature. Quoted lines are kept apart: the list may be in either.
// A text without a mail's marks passes unchanged.
func (p *purse) mail(all []line) (own, quoted []line) {
	if !isMail(all) {
		return all, nil
	}
	signed, left := false, 0
	for _, l := range all {
		text, depth := unquoted(l.text)
		trimmed := strings.TrimSpace(text)
		switch {
		case mailHeader.MatchString(trimmed), attribution.MatchString(trimmed), forwarded.MatchString(trimmed), greeting.MatchString(trimmed):
			left++
			signed = signed && depth > 0
			text = ""
		case text == "-- " || trimmed == "--" || farewell.MatchString(trimmed):
			signed = true
			left++
			continue
		case depth > 0:
			signed = false
		case signed && trimmed != "":
			left++
			continue
		}
		l.text, l.quoted = text, depth > 0
		if l.quoted {
			quoted = append(quoted, l)
		} else {
			own = append(own, l)
		}
	}
	if left > 0 {
		p.note("", "This reads like a mail: its head, greeting and signature were left out.")
	}
	return own, quoted
}

// isMail wants two signs of a mail.
func isMail(all []line) bool {
	signs, quotes := 0, 0
	for i, l := range all {
		text, depth := unquoted(l.text)
		text = strings.TrimSpace(text)
		switch {
		case depth > 0:
			quotes++
		case attribution.MatchString(text), forwarded.MatchString(text):
			signs += 2
		case i < 12 && mailHeader.MatchString(text), greeting.MatchString(text), farewell.MatchString(text), text == "--":
			signs++
		}
	}
	return signs >= 2 || signs >= 1 && quotes > 0 || quotes > 2 && quotes*3 > len(all)
}

// unquoted takes the marks of quoting off a line.
func unquoted(s string) (text string, depth int) {
	for {
		t := strings.TrimLeft(s, " ")
		if !strings.HasPrefix(t, ">") || depth == 20 {
			return s, depth
		}
		s = strings.TrimPrefix(t[1:], " ")
		depth++
	}
}
