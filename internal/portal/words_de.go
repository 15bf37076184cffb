package portal

//nolint:misspell // German
var german = Words{
	Code: "de", Language: "German",
	OpenTitle: "Ein Link für eine Person", OpenWords: "Dieser Link ging an %s. Öffnen Sie ihn nur, wenn Sie das sind. Mit dem Öffnen stimmen Sie nichts zu.", Open: "Öffnen",
	CodeTitle: "Weiter mit einem Code", CodeOther: "Dieser Link wurde schon in einem anderen Browser geöffnet. Um hier weiterzumachen, lassen Sie einen sechsstelligen Code an %s senden.", CodeAlways: "Bevor etwas gezeigt wird, geht ein sechsstelliger Code an %s.",
	SendCode: "Code senden", CodeSent: "Der Code ist unterwegs an %s. Er gilt 15 Minuten.", CodeLabel: "Sechsstelliger Code", EnterCode: "Weiter",
	CodeWrong: "Das ist nicht der Code. Verbleibende Versuche: %d.", CodeOld: "Dieser Code gilt nicht mehr. Lassen Sie einen neuen senden.", CodeSoon: "Ein Code wurde schon gesendet. Warten Sie eine Minute und sehen Sie auch im Spam-Ordner nach.",
	CodeLocked: "Es wurden fünf falsche Codes eingegeben; der Link öffnet sich in keinem weiteren Browser. Wer ihn gesendet hat, kann Ihnen einen neuen senden.", AnotherCode: "Neuen Code senden",
	GoneTitle: "Dieser Link öffnet nichts", GoneWords: "Er wurde vielleicht benutzt, zurückgezogen oder ist abgelaufen. Wer ihn gesendet hat, kann Ihnen einen neuen senden.",
	BusyTitle: "Zu viele Versuche", BusyWords: "Warten Sie 15 Minuten und öffnen Sie den Link noch einmal.",
	SignTitle: "Ihre Freigabe", SignIntro: "%s bittet um Ihr Wort dazu, was %s leisten muss. Lesen Sie jeden Wortlaut; Sie stimmen genau diesen Worten zu.", You: "Sie antworten als %s.",
	AnswerLegend: "Ihre Antwort", AgreeAll: "Ich stimme allen %d zu", OneByOne: "Ich antworte einzeln", RefuseAll: "Ich stimme keinem zu",
	Agree: "Zustimmen", WithCaveat: "Unter einer Bedingung zustimmen", Refuse: "Ablehnen", NoAnswer: "Keine Antwort", AnswerTo: "Ihre Antwort zu %s",
	CaveatLabel: "Ihre Bedingung", DueLabel: "Zu erfüllen bis", AdditionLabel: "Was Sie hinzufügen möchten", Optional: "freiwillig",
	Sign: "Unterzeichnen", SignNote: "Ihre Antwort wird mit dem genauen Wortlaut, der Zeit und Ihrem Namen festgehalten. Sie erhalten eine Quittung per Mail.",
	ChangedOne: "Ein Wortlaut hat sich geändert, seit er Ihnen gesendet wurde.", ChangedMany: "%d Wortlaute haben sich geändert, seit sie Ihnen gesendet wurden.", ChangedWords: "Was sich geändert hat, wird hier nicht unterzeichnet; %s kann Ihnen den neuen Wortlaut senden.", ChangedAll: "Von dieser Liste kann nichts mehr unterzeichnet werden.",
	AsSent: "Wie gesendet", AsNow: "Wie er jetzt lautet", NoLonger: "Wird nicht mehr verlangt",
	NotDone: "Nichts wurde festgehalten.", ChooseAnswer: "Wählen Sie eine Antwort.", ChooseEach: "Beantworten Sie mindestens einen Wortlaut.", NeedCaveat: "Schreiben Sie Ihre Bedingung.", NeedDate: "Sagen Sie, bis wann sie zu erfüllen ist.",
	ReceiptTitle: "Ihre Quittung", ReceiptWords: "Ihre Antwort ist festgehalten. Eine Kopie geht an %s.", ReceiptHash: "SHA-256 des Textes unten", SaveText: "Text speichern",
	Checks:        "Wer diesen Text hat, kann daraus dieselbe Zahl berechnen: kein Buchstabe wurde geändert.",
	QuestionTitle: "Eine Frage an Sie", QuestionIntro: "%s fragt Sie zu %s.", QuestionBox: "Ihre Antwort", SendAnswer: "Antwort senden",
	AnsweredTitle: "Ihre Antwort ist angekommen", AnsweredWords: "%s liest sie mit Ihrem Namen. Sie können diese Seite schließen.", AnsweredBefore: "Diese Frage wurde inzwischen beantwortet. Mehr ist nicht nötig.",

	SignSubject: "Bitte um Freigabe: %s",
	SignLetter: "Guten Tag %[1]s,\n\n%[2]s bittet um Ihre Freigabe dessen, was %[3]s leisten muss. Wortlaute: %[4]d. Bitte lesen Sie jeden und stimmen Sie zu, stimmen Sie unter einer Bedingung zu oder lehnen Sie ab:\n\n{{here}}\n\n%[5]s" +
		"Der Link ist nur für Sie, gilt einmal und öffnet sich bis zum %[6]s. Mit dem Öffnen stimmen Sie nichts zu.\n\nBei Fragen antworten Sie einfach auf diesen Brief.\n",
	QuestionSubject: "Eine Frage zu %s",
	QuestionLetter: "Guten Tag %[1]s,\n\n%[2]s fragt Sie zu %[3]s:\n\n%[4]s\n\n%[5]sBitte schreiben Sie Ihre Antwort hier; Sie brauchen kein Konto:\n\n{{here}}\n\n" +
		"Der Link ist nur für Sie, gilt einmal und öffnet sich bis zum %[6]s.\n",
	ReceiptSubject: "Quittung zu Ihrer Antwort: %s",
	ReceiptLetter: "Guten Tag %[1]s,\n\nam %[2]s haben Sie die Liste der Wortlaute zu %[3]s beantwortet. Die Datei bei diesem Brief enthält Wort für Wort, wozu Sie Ja gesagt haben.\n\n" +
		"SHA-256 der Datei:\n%[4]s\n\nWenn Sie das nicht waren, antworten Sie bitte sofort auf diesen Brief.\n",
	CodeSubject: "Ihr Code",
	CodeLetter:  "Guten Tag %[1]s,\n\nIhr Code ist {{here}}. Er gilt 15 Minuten.\n\nSchreiben Sie ihn auf die Seite, die Sie geöffnet haben. Geben Sie ihn nicht weiter; niemand von uns fragt danach.\n",

	months: [12]string{"Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November", "Dezember"}, day: "%d. %s %d",
}
