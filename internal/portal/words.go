package portal

import (
	"fmt"
	"strings"

	"throughline/internal/clock"
	"throughline/internal/mail"
)

// Languages are those that pages and letters are written in, by ISO 639-1.
var Languages = []string{"en", "de", "fr", "es"}

// Words are what pages and letters of the portal say, in one language. A %s is filled in.
type Words struct {
	Code, Language string // "de", "German"

	OpenTitle, OpenWords, Open                                string // OpenWords: the masked address
	CodeTitle, CodeOther, CodeAlways, SendCode, CodeSent      string // CodeOther, CodeAlways, CodeSent: the masked address
	CodeLabel, EnterCode, CodeWrong, CodeOld, CodeSoon        string // CodeWrong: how many tries are left
	CodeLocked, AnotherCode                                   string
	GoneTitle, GoneWords, BusyTitle, BusyWords                string
	SignTitle, SignIntro, You                                 string // SignIntro: sender, deal; You: name
	AnswerLegend, AgreeAll, OneByOne, RefuseAll               string // AgreeAll: how many
	Agree, WithCaveat, Refuse, NoAnswer, AnswerTo             string // AnswerTo: the key
	CaveatLabel, DueLabel, AdditionLabel, Optional            string
	Sign, SignNote                                            string
	ChangedOne, ChangedMany, ChangedWords, ChangedAll         string // ChangedMany: how many; ChangedWords: sender
	AsSent, AsNow, NoLonger                                   string
	NotDone, ChooseAnswer, ChooseEach, NeedCaveat, NeedDate   string
	ReceiptTitle, ReceiptWords, ReceiptHash, SaveText, Checks string // ReceiptWords: address
	QuestionTitle, QuestionIntro, QuestionBox, SendAnswer     string // QuestionIntro: sender, deal
	AnsweredTitle, AnsweredWords, AnsweredBefore              string // AnsweredWords: sender

	SignSubject, SignLetter         string // deal; name, sender, deal, how many, note, day
	QuestionSubject, QuestionLetter string // deal; name, sender, deal, question, note, day
	ReceiptSubject, ReceiptLetter   string // deal; name, day, deal, hash
	CodeSubject, CodeLetter         string // name

	months [12]string
	day    string // the order of day, month and year
}

var languages = map[string]*Words{"en": &english, "de": &german, "fr": &french, "es": &spanish}

// In are the words in a language; English where there are none.
func In(code string) *Words {
	if w := languages[code]; w != nil {
		return w
	}
	return &english
}

// Day writes a date as people of the language do.
func (w *Words) Day(d clock.Date) string {
	t := d.Time()
	return fmt.Sprintf(w.day, t.Day(), w.months[t.Month()-1], t.Year())
}

// Masked is an address that shows enough to be known by its owner: d•••@northwind.example.
func Masked(address string) string {
	local, domain, _ := strings.Cut(address, "@")
	r := []rune(local)
	return string(r[:min(1, len(r))]) + "•••@" + domain
}

// noted is a note of the sender between the paragraphs of a letter.
func noted(note string) string {
	if note = strings.TrimSpace(note); note == "" {
		return ""
	}
	return strings.ReplaceAll(strings.ReplaceAll(note, "\r\n", "\n"), mail.Here, "") + "\n\n"
}

func (w *Words) signLetter(sender, name, deal, note string, n int, until string) (subject, words string) {
	return fmt.Sprintf(w.SignSubject, deal), fmt.Sprintf(w.SignLetter, name, sender, deal, n, noted(note), until)
}

func (w *Words) questionLetter(sender, name, deal, note, question, until string) (subject, words string) {
	question = strings.ReplaceAll(question, mail.Here, "")
	return fmt.Sprintf(w.QuestionSubject, deal), fmt.Sprintf(w.QuestionLetter, name, sender, deal, question, noted(note), until)
}

func (w *Words) receiptLetter(name, deal, day, hash string) (subject, words string) {
	return fmt.Sprintf(w.ReceiptSubject, deal), fmt.Sprintf(w.ReceiptLetter, name, day, deal, hash)
}

func (w *Words) codeLetter(name string) (subject, words string) {
	return w.CodeSubject, fmt.Sprintf(w.CodeLetter, name)
}

// inviteLetter is to one of ours, and so in English.
func (w *Words) inviteLetter(sender, name, until string) (subject, words string) {
	return "Your place in Throughline", fmt.Sprintf("Hello %s,\n\n%s has made a place for you in Throughline. Set your password here, and come in:\n\n"+mail.Here+
		"\n\nThe link is for you alone and opens until %s.\n", name, sender, until)
}
