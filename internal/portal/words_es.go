package portal

//nolint:misspell // Spanish
var spanish = Words{
	Code: "es", Language: "Spanish",
	OpenTitle: "Un enlace para una sola persona", OpenWords: "Este enlace se envió a %s. Ábralo solo si es usted. Abrirlo no le compromete a nada.", Open: "Abrir",
	CodeTitle: "Un código para continuar", CodeOther: "Este enlace ya se abrió en otro navegador. Para continuar aquí, pida que se envíe un código de seis cifras a %s.", CodeAlways: "Antes de mostrar nada, se envía un código de seis cifras a %s.",
	SendCode: "Enviar el código", CodeSent: "El código va de camino a %s. Vale durante 15 minutos.", CodeLabel: "Código de seis cifras", EnterCode: "Continuar",
	CodeWrong: "Ese no es el código. Intentos restantes: %d.", CodeOld: "Este código ya no vale. Pida uno nuevo.", CodeSoon: "Ya se envió un código. Espere un minuto y mire también en el correo no deseado.",
	CodeLocked: "Se escribieron cinco códigos equivocados; este enlace no se abre en ningún otro navegador. Quien lo envió puede enviarle uno nuevo.", AnotherCode: "Enviar otro código",
	GoneTitle: "Este enlace no abre nada", GoneWords: "Quizá se usó, se retiró o pasó su fecha. Quien se lo envió puede enviarle uno nuevo.",
	BusyTitle: "Demasiados intentos", BusyWords: "Espere 15 minutos y abra el enlace de nuevo.",
	SignTitle: "Su conformidad", SignIntro: "%s le pide su conformidad con lo que %s tiene que hacer. Lea cada texto; usted acepta exactamente estas palabras.", You: "Usted responde como %s.",
	AnswerLegend: "Su respuesta", AgreeAll: "Acepto los %d textos", OneByOne: "Respondo uno por uno", RefuseAll: "No acepto ninguno",
	Agree: "Aceptar", WithCaveat: "Aceptar con una condición", Refuse: "Rechazar", NoAnswer: "Sin respuesta", AnswerTo: "Su respuesta a %s",
	CaveatLabel: "Su condición", DueLabel: "A cumplir antes del", AdditionLabel: "Algo que quiera añadir", Optional: "opcional",
	Sign: "Firmar", SignNote: "Su respuesta se guarda con los textos exactos, la hora y su nombre. Recibirá un recibo por correo.",
	ChangedOne: "Un texto cambió desde que se le envió.", ChangedMany: "%d textos cambiaron desde que se le enviaron.", ChangedWords: "Lo que cambió no se firma aquí; %s puede enviarle el texto nuevo.", ChangedAll: "Ya no se puede firmar nada de esta lista.",
	AsSent: "Como se envió", AsNow: "Como es ahora", NoLonger: "Ya no se pide",
	NotDone: "No se guardó nada.", ChooseAnswer: "Elija una respuesta.", ChooseEach: "Responda al menos a uno de los textos.", NeedCaveat: "Escriba su condición.", NeedDate: "Diga para cuándo debe cumplirse.",
	ReceiptTitle: "Su recibo", ReceiptWords: "Su respuesta quedó guardada. Una copia va a %s.", ReceiptHash: "SHA-256 del texto de abajo", SaveText: "Guardar el texto",
	Checks:        "Quien tenga este texto puede calcular el mismo número: no se cambió ni una letra.",
	QuestionTitle: "Una pregunta para usted", QuestionIntro: "%s le pregunta sobre %s.", QuestionBox: "Su respuesta", SendAnswer: "Enviar la respuesta",
	AnsweredTitle: "Su respuesta llegó", AnsweredWords: "%s la lee con su nombre. Puede cerrar esta página.", AnsweredBefore: "Esta pregunta se respondió mientras tanto. No hace falta nada más.",

	SignSubject: "Su conformidad, por favor: %s",
	SignLetter: "Hola, %[1]s:\n\n%[2]s le pide su conformidad con lo que %[3]s tiene que hacer. Textos: %[4]d. Por favor, lea cada uno y acepte, acepte con una condición o rechace:\n\n{{here}}\n\n%[5]s" +
		"El enlace es solo para usted, sirve una vez y se abre hasta el %[6]s. Abrirlo no le compromete a nada.\n\nSi tiene preguntas, responda a este correo.\n",
	QuestionSubject: "Una pregunta sobre %s",
	QuestionLetter: "Hola, %[1]s:\n\n%[2]s le pregunta sobre %[3]s:\n\n%[4]s\n\n%[5]sPor favor, escriba su respuesta aquí; no necesita cuenta:\n\n{{here}}\n\n" +
		"El enlace es solo para usted, sirve una vez y se abre hasta el %[6]s.\n",
	ReceiptSubject: "Recibo de su respuesta: %s",
	ReceiptLetter: "Hola, %[1]s:\n\nel %[2]s respondió a la lista de textos de %[3]s. El archivo adjunto contiene, palabra por palabra, lo que aceptó.\n\n" +
		"SHA-256 del archivo:\n%[4]s\n\nSi no fue usted, responda enseguida a este correo.\n",
	CodeSubject: "Su código",
	CodeLetter:  "Hola, %[1]s:\n\nsu código es {{here}}. Vale durante 15 minutos.\n\nEscríbalo en la página que abrió. No se lo dé a nadie; ninguno de nosotros lo pide.\n",

	months: [12]string{"enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre"}, day: "%d de %s de %d",
}
