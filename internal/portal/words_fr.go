package portal

//nolint:misspell // French
var french = Words{
	Code: "fr", Language: "French",
	OpenTitle: "Un lien pour une seule personne", OpenWords: "Ce lien a été envoyé à %s. Ne l’ouvrez que si c’est vous. L’ouvrir ne vous engage à rien.", Open: "Ouvrir",
	CodeTitle: "Un code pour continuer", CodeOther: "Ce lien a déjà été ouvert dans un autre navigateur. Pour continuer ici, faites envoyer un code à six chiffres à %s.", CodeAlways: "Avant que rien ne s’affiche, un code à six chiffres est envoyé à %s.",
	SendCode: "Envoyer le code", CodeSent: "Le code est en route vers %s. Il est valable 15 minutes.", CodeLabel: "Code à six chiffres", EnterCode: "Continuer",
	CodeWrong: "Ce n’est pas le code. Essais restants : %d.", CodeOld: "Ce code n’est plus valable. Faites-en envoyer un nouveau.", CodeSoon: "Un code a déjà été envoyé. Attendez une minute et regardez aussi dans les courriers indésirables.",
	CodeLocked: "Cinq codes erronés ont été saisis ; ce lien ne s’ouvre plus dans un autre navigateur. La personne qui l’a envoyé peut vous en envoyer un nouveau.", AnotherCode: "Envoyer un autre code",
	GoneTitle: "Ce lien n’ouvre rien", GoneWords: "Il a peut-être été utilisé, retiré, ou sa date est passée. La personne qui l’a envoyé peut vous en envoyer un nouveau.",
	BusyTitle: "Trop d’essais", BusyWords: "Attendez 15 minutes et ouvrez de nouveau le lien.",
	SignTitle: "Votre accord", SignIntro: "%s vous demande votre accord sur ce que %s doit faire. Lisez chaque formulation ; vous acceptez exactement ces mots.", You: "Vous répondez en tant que %s.",
	AnswerLegend: "Votre réponse", AgreeAll: "J’accepte les %d formulations", OneByOne: "Je réponds une par une", RefuseAll: "Je n’en accepte aucune",
	Agree: "Accepter", WithCaveat: "Accepter sous condition", Refuse: "Refuser", NoAnswer: "Pas de réponse", AnswerTo: "Votre réponse à %s",
	CaveatLabel: "Votre condition", DueLabel: "À remplir avant le", AdditionLabel: "Ce que vous souhaitez ajouter", Optional: "facultatif",
	Sign: "Signer", SignNote: "Votre réponse est conservée avec les formulations exactes, l’heure et votre nom. Vous recevez un reçu par courriel.",
	ChangedOne: "Une formulation a changé depuis l’envoi.", ChangedMany: "%d formulations ont changé depuis l’envoi.", ChangedWords: "Ce qui a changé n’est pas signé ici ; %s peut vous envoyer la nouvelle formulation.", ChangedAll: "Plus rien de cette liste ne peut être signé.",
	AsSent: "Telle qu’envoyée", AsNow: "Telle qu’elle est maintenant", NoLonger: "N’est plus demandée",
	NotDone: "Rien n’a été enregistré.", ChooseAnswer: "Choisissez une réponse.", ChooseEach: "Répondez au moins à une formulation.", NeedCaveat: "Écrivez votre condition.", NeedDate: "Dites pour quand elle doit être remplie.",
	ReceiptTitle: "Votre reçu", ReceiptWords: "Votre réponse est enregistrée. Une copie est envoyée à %s.", ReceiptHash: "SHA-256 du texte ci-dessous", SaveText: "Enregistrer le texte",
	Checks:        "Quiconque a ce texte peut en calculer le même nombre : pas une lettre n’a été changée.",
	QuestionTitle: "Une question pour vous", QuestionIntro: "%s vous interroge au sujet de %s.", QuestionBox: "Votre réponse", SendAnswer: "Envoyer la réponse",
	AnsweredTitle: "Votre réponse est arrivée", AnsweredWords: "%s la lit avec votre nom. Vous pouvez fermer cette page.", AnsweredBefore: "Cette question a reçu une réponse entre-temps. Il ne faut rien de plus.",

	SignSubject: "Votre accord, s’il vous plaît : %s",
	SignLetter: "Bonjour %[1]s,\n\n%[2]s vous demande votre accord sur ce que %[3]s doit faire. Formulations : %[4]d. Merci de lire chacune d’elles et d’accepter, d’accepter sous condition ou de refuser :\n\n{{here}}\n\n%[5]s" +
		"Le lien est pour vous seul, sert une fois et s’ouvre jusqu’au %[6]s. L’ouvrir ne vous engage à rien.\n\nPour toute question, répondez simplement à ce courriel.\n",
	QuestionSubject: "Une question sur %s",
	QuestionLetter: "Bonjour %[1]s,\n\n%[2]s vous interroge au sujet de %[3]s :\n\n%[4]s\n\n%[5]sMerci d’écrire votre réponse ici ; il ne faut pas de compte :\n\n{{here}}\n\n" +
		"Le lien est pour vous seul, sert une fois et s’ouvre jusqu’au %[6]s.\n",
	ReceiptSubject: "Reçu de votre réponse : %s",
	ReceiptLetter: "Bonjour %[1]s,\n\nle %[2]s, vous avez répondu à la liste des formulations pour %[3]s. Le fichier joint contient mot pour mot ce que vous avez accepté.\n\n" +
		"SHA-256 du fichier :\n%[4]s\n\nSi ce n’était pas vous, répondez tout de suite à ce courriel.\n",
	CodeSubject: "Votre code",
	CodeLetter:  "Bonjour %[1]s,\n\nvotre code est {{here}}. Il est valable 15 minutes.\n\nÉcrivez-le dans la page que vous avez ouverte. Ne le transmettez à personne ; aucun de nous ne le demande.\n",

	months: [12]string{"janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre"}, day: "%d %s %d",
}
