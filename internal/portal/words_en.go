package portal

var english = Words{
	Code: "en", Language: "English",
	OpenTitle: "A link for one person", OpenWords: "This link was sent to %s. Open it only if that is you. Opening it agrees to nothing.", Open: "Open it",
	CodeTitle: "A code to go on", CodeOther: "This link was opened in another browser before. To go on in this one, have a six-digit code sent to %s.", CodeAlways: "Before anything is shown, a six-digit code goes to %s.",
	SendCode: "Send the code", CodeSent: "The code is on its way to %s. It holds for 15 minutes.", CodeLabel: "Six-digit code", EnterCode: "Go on",
	CodeWrong: "That is not the code. Tries left: %d.", CodeOld: "This code does not hold any more. Have a new one sent.", CodeSoon: "A code was sent already. Wait a minute, and look among the unwanted mail too.",
	CodeLocked: "Five wrong codes were written, so this link opens no further browser. Whoever sent it can send you a new one.", AnotherCode: "Send another code",
	GoneTitle: "This link opens nothing", GoneWords: "It may have been used, taken back, or be past its date. Whoever sent it to you can send a new one.",
	BusyTitle: "Too many tries", BusyWords: "Wait 15 minutes and open the link again.",
	SignTitle: "Your sign-off", SignIntro: "%s asks for your word on what %s has to do. Read each wording; you agree to exactly these words.", You: "You answer as %s.",
	AnswerLegend: "Your answer", AgreeAll: "I agree to all %d", OneByOne: "I answer one by one", RefuseAll: "I agree to none",
	Agree: "Agree", WithCaveat: "Agree on a condition", Refuse: "Refuse", NoAnswer: "No answer", AnswerTo: "Your answer to %s",
	CaveatLabel: "Your condition", DueLabel: "To be met by", AdditionLabel: "Anything to add", Optional: "optional",
	Sign: "Sign", SignNote: "Your answer is kept with the exact wordings, the time and your name. You get a receipt by mail.",
	ChangedOne: "One wording changed since it was sent to you.", ChangedMany: "%d wordings changed since they were sent to you.", ChangedWords: "What changed is not signed here; %s can send you the new wording.", ChangedAll: "Nothing of this list can be signed any more.",
	AsSent: "As it was sent", AsNow: "As it is now", NoLonger: "No longer asked for",
	NotDone: "Nothing was recorded.", ChooseAnswer: "Choose an answer.", ChooseEach: "Answer at least one of the wordings.", NeedCaveat: "Write your condition.", NeedDate: "Say by when it is to be met.",
	ReceiptTitle: "Your receipt", ReceiptWords: "Your answer is recorded. A copy goes to %s.", ReceiptHash: "SHA-256 of the text below", SaveText: "Save the text",
	Checks:        "Whoever has this text can compute the same number from it: not a letter of it was changed.",
	QuestionTitle: "A question for you", QuestionIntro: "%s asks you about %s.", QuestionBox: "Your answer", SendAnswer: "Send the answer",
	AnsweredTitle: "Your answer has arrived", AnsweredWords: "%s reads it with your name. You can close this page.", AnsweredBefore: "This question was answered meanwhile. Nothing more is needed.",

	SignSubject: "Please sign off: %s",
	SignLetter: "Hello %[1]s,\n\n%[2]s asks for your sign-off on what %[3]s has to do. Wordings: %[4]d. Please read each of them, and agree, agree on a condition, or refuse:\n\n{{here}}\n\n%[5]s" +
		"The link is for you alone, works once and opens until %[6]s. Opening it agrees to nothing.\n\nIf you have questions, just answer this letter.\n",
	QuestionSubject: "A question about %s",
	QuestionLetter: "Hello %[1]s,\n\n%[2]s asks you about %[3]s:\n\n%[4]s\n\n%[5]sPlease write your answer here; you need no account:\n\n{{here}}\n\n" +
		"The link is for you alone, works once and opens until %[6]s.\n",
	ReceiptSubject: "Receipt for your answer: %s",
	ReceiptLetter: "Hello %[1]s,\n\non %[2]s you answered the list of wordings for %[3]s. The file with this letter holds exactly what you agreed to, word for word.\n\n" +
		"SHA-256 of the file:\n%[4]s\n\nIf it was not you, please answer this letter at once.\n",
	CodeSubject: "Your code",
	CodeLetter:  "Hello %[1]s,\n\nyour code is {{here}}. It holds for 15 minutes.\n\nWrite it into the page that you opened. Do not pass it on; nobody of ours asks for it.\n",

	months: [12]string{"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"}, day: "%d %s %d",
}
