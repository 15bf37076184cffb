package crm

import (
	"strings"

	"golang.org/x/text/unicode/norm"
)

// Domain is the host of a web address in lower case, without www, or empty if s
// is none. It is an exact mark of an account, unless [PublicMail] says otherwise.
func Domain(s string) string {
	s = strings.ToLower(norm.NFKC.String(strings.TrimSpace(s)))
	if _, rest, ok := strings.Cut(s, "://"); ok {
		s = rest
	}
	if i := strings.IndexAny(s, "/?#:"); i >= 0 {
		s = s[:i]
	}
	s = strings.TrimSuffix(strings.TrimPrefix(s, "www."), ".")
	if len(s) > 253 || !strings.Contains(s, ".") || strings.ContainsAny(s, " \t\n@,;()<>\"'") || strings.Contains(s, "..") || s[0] == '.' {
		return ""
	}
	return s
}

// PublicMail tells a domain under which anyone has a mailbox: it says nothing
// about whose an address is.
func PublicMail(domain string) bool { return publicMail[domain] }

var publicMail = func() map[string]bool {
	m := map[string]bool{}
	for _, d := range strings.Fields("gmail.com googlemail.com outlook.com hotmail.com live.com msn.com yahoo.com yahoo.co.uk yahoo.de yahoo.fr " +
		"ymail.com icloud.com me.com mac.com aol.com gmx.de gmx.net gmx.at gmx.ch gmx.com web.de t-online.de freenet.de mail.com mail.ru yandex.ru " +
		"proton.me protonmail.com pm.me fastmail.com zoho.com orange.fr wanadoo.fr free.fr laposte.net libero.it virgilio.it qq.com 163.com 126.com naver.com bluewin.ch") {
		m[d] = true
	}
	return m
}()
