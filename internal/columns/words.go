package columns

import "strings"

// headerWords are the words by which people head a column, in English, German,
// French and Spanish, folded to plain small letters. A cell that is one of them
// counts whole; one that holds them among others counts half.
var headerWords = map[Meaning][]string{
	Wording: list(`requirement|requirements|requirement description|requirement text|requirement statement|description|question|questions|
		control|control description|criteria|criterion|detail|details|specification|need|capability|feature|functionality|function|business requirement|statement|
		request|verification requirement|detailed verification requirement|ask|user story|test case|
		anforderung|anforderungen|anforderungstext|anforderungsbeschreibung|beschreibung|frage|fragen|fragestellung|kriterium|leistungsmerkmal|funktion|bedarf|spezifikation|merkmal|
		exigence|exigences|besoin|besoins|description de l exigence|libelle|enonce|critere|fonctionnalite|intitule|exigences de verification detaillees|
		requisito|requisitos|requerimiento|requerimientos|descripcion|pregunta|preguntas|criterio|funcionalidad|necesidad|especificacion`),
	Number: list(`#|no|nr|n|num|number|id|ref|reference|req|req id|req no|req #|requirement id|requirement no|requirement number|item|item no|item number|question id|question no|question number|
		q|q no|control id|key|code|s no|sl no|serial|serial no|line|line no|identifier|unique id|clause|index|
		lfd nr|lfdnr|laufende nummer|nummer|pos|position|anf nr|anforderungs id|frage nr|kennung|ordnungsnummer|ziffer|
		numero|n°|no d exigence|reference exigence|ref exigence|identifiant|repere|rang|
		numero de requisito|codigo|referencia|nº|item n|clave`),
	Title: list(`title|name|short name|requirement name|requirement title|topic|summary|subject|short description|headline|feature name|control name|
		titel|bezeichnung|kurzbezeichnung|kurztitel|thema|kurzbeschreibung|betreff|
		titre|nom|sujet|objet|libelle court|resume|
		titulo|nombre|tema|asunto|resumen`),
	Priority: list(`priority|prio|importance|moscow|mandatory|mandatory optional|mandatory desirable|must should could|must have|requirement type|necessity|criticality|obligation|m o|m d|level of need|
		essential desirable|m s c|rank|class|need level|weighting class|classification|
		prioritat|wichtigkeit|muss soll kann|muss kann|muss|verbindlichkeit|ko kriterium|a b kriterium|gewichtung muss|relevanz|einstufung|
		priorite|obligatoire|obligatoire optionnel|criticite|niveau d exigence|caractere|
		prioridad|obligatorio|obligatoriedad|importancia|criticidad|caracter|tipo de requisito`),
	Group: list(`category|section|group|area|domain|module|chapter|topic area|subject area|theme|family|sub category|subcategory|functional area|workstream|process|component|heading|control family|control domain|department|team|topic|
		section name|chapter name|area name|
		kategorie|bereich|abteilung|thema|gruppe|abschnitt|kapitel|modul|themengebiet|themenbereich|unterkategorie|prozess|fachbereich|hauptgruppe|
		categorie|domaine|rubrique|chapitre|groupe|sous categorie|module fonctionnel|thematique|processus|lot|theme|service|equipe|
		categoria|seccion|grupo|dominio|modulo|capitulo|subcategoria|apartado|proceso|bloque|tema|equipo|departamento`),
	Level: list(`level|lvl|l|l1|l2|l3|level 1|level 2|level 3|edition|release|phase|tier|asvs level|maturity level|niveau|niveau 1|niveau 2|niveau 3|stufe|nivel|version applies`),
	Response: list(`response|answer|vendor response|supplier response|bidder response|response code|vendor answer|compliance|compliant|complies|comply|compliance status|compliance level|status|yes no|y n|yes no partial|fit|fit gap|
		meets requirement|met|supported|availability|available|bidder answer|your response|your answer|supplier answer|tenderer response|offeror response|response yes no|conformance|fulfilled|
		vendor compliance|response type|proponent response|coverage|delivery|answer choice|
		antwort|antworten|antwort des bieters|antwort anbieter|erfullt|erfullung|erfullungsgrad|erfullt ja nein|ja nein|bieterantwort|bieterangabe|angabe des bieters|anbieter antwort|abdeckung|umsetzung|konform|konformitat|stellungnahme|
		reponse|reponses|reponse du soumissionnaire|reponse fournisseur|reponse editeur|conformite|conforme|statut|oui non|couverture|reponse du candidat|
		respuesta|respuestas|respuesta del proveedor|respuesta del licitador|cumple|cumplimiento|cumple si no|si no|conformidad|estado`),
	Comment: list(`comment|comments|remark|remarks|note|notes|explanation|explain|additional information|vendor comments|supplier comments|comments remarks|further information|interview notes|justification|additional comments|observations|response details|
		bidder comments|clarification|narrative|supporting information|details of response|comment evidence|response comments|open points|open issues|evidence|explanation evidence|how it is met|vendor remarks|
		kommentar|kommentare|bemerkung|bemerkungen|anmerkung|anmerkungen|erlauterung|erlauterungen|hinweis|hinweise|begrundung|kommentar des bieters|bemerkung des bieters|erganzung|offene punkte|
		commentaire|commentaires|remarque|remarques|observation|precisions|explications|justificatif|
		comentario|comentarios|observacion|observaciones|nota|notas|aclaracion|explicacion|justificacion`),
	Other: list(`owner|author|source|stakeholder|requested by|date|due date|created|updated|weight|weighting|score|points|max points|rating|test procedure|procedure|link|links|url|rationale|guidance|reason|cost|price|
		effort|since|version|assigned to|reviewer|internal|cwe|nist|iso|mapping|type|acceptance criteria|help|help text|examples|example|status internal|contact|department owner|
		verantwortlich|quelle|ersteller|datum|gewichtung|gewicht|punkte|bewertung|aufwand|kosten|preis|typ|ansprechpartner|abnahmekriterium|
		responsable|auteur|source du besoin|poids|ponderation|note max|bareme|cout|prix|procedure de test|guide|demandeur|
		propietario|autor|fecha|peso|ponderacion|puntuacion|puntos|coste|costo|precio|fuente|solicitante`),
}

// list cuts words at bars.
func list(s string) []string {
	var out []string
	for _, w := range strings.Split(s, "|") {
		if w = strings.Join(strings.Fields(w), " "); w != "" {
			out = append(out, w)
		}
	}
	return out
}

func set(s string) map[string]bool {
	m := map[string]bool{}
	for _, w := range list(s) {
		m[w] = true
	}
	return m
}

// priorityValues are what people write for how much a row matters.
var priorityValues = set(`must|should|could|wont|won t|would|must have|should have|could have|nice to have|won t have|m|s|c|w|high|medium|low|very high|very low|critical|major|minor|normal|
	mandatory|optional|desirable|essential|important|required|preferred|highly desirable|nice|h|l|p0|p1|p2|p3|p4|p5|prio 1|prio 2|prio 3|o|d|e|shall|may|recommended|ko|k o|knock out|
	muss|soll|kann|hoch|mittel|niedrig|gering|pflicht|wunsch|wunschenswert|zwingend|wichtig|optional kann|muss kriterium|soll kriterium|kann kriterium|a|b|ausschluss|ausschlusskriterium|
	obligatoire|souhaitable|souhaite|optionnel|facultatif|important e|haute|haut|moyenne|moyen|basse|faible|elevee|indispensable|imperatif|majeur|mineur|eliminatoire|
	obligatorio|deseable|opcional|alta|alto|media|medio|baja|bajo|imprescindible|excluyente|recomendado|debe|deberia|podria|valorable`)

// responseValues are what vendors choose from.
var responseValues = set(`yes|no|n a|na|y|n|partial|partially|partly|full|fully|none|not applicable|comply|complies|compliant|non compliant|not compliant|partially compliant|fully compliant|does not comply|partially complies|
	meets|met|not met|partially met|supported|not supported|partially supported|available|not available|standard|out of the box|ootb|configuration|configurable|config|customization|customisation|custom|customizable|
	roadmap|future|planned|third party|3rd party|pass|fail|tbd|fc|pc|nc|s|cf|cu|r|f|p|native|core|workaround|on roadmap|not planned|implemented|not implemented|partially implemented|in place|not in place|exceeds|fulfilled|ok|not ok|o k|good|poor|in order|not in order|
	ja|nein|teilweise|erfullt|nicht erfullt|teilweise erfullt|vollstandig|nicht zutreffend|entfallt|voll erfullt|geplant|anpassung|
	oui|non|partiel|partiellement|conforme|non conforme|partiellement conforme|sans objet|so|standard parametrage|specifique|
	si|parcial|parcialmente|cumple|no cumple|cumple parcialmente|no aplica|estandar|configurable si|desarrollo`)

// marks are ticks.
var marks = map[string]bool{"x": true, "X": true, "✓": true, "✔": true, "●": true, "•": true, "☒": true, "☑": true, "☐": true, "√": true, "■": true, "○": true, "✗": true, "✘": true, "[x]": true, "[ ]": true, "(x)": true}

// modals are words that oblige or ask to show.
var modals = set(`shall|must|should|ought|verify|ensure|ensures|required|describe|provide|explain|specify|indicate|outline|confirm|needs|supports|allows|capable|able|enables|will|
	muss|müssen|soll|sollen|sollte|sollten|beschreiben|nennen|erläutern|unterstützt|unterstützen|ermöglicht|kann|können|gewährleisten|sicherstellen|geben|bietet|
	doit|doivent|devra|devront|devrait|décrire|décrivez|indiquez|précisez|permet|permettre|permettent|peut|peuvent|assurer|fournir|
	debe|deben|deberá|deberán|debería|describa|indique|permite|permitir|permitirá|puede|pueden|soporta|proporcionar|garantizar`)

// askers are words that begin a question.
var askers = set(`do|does|did|is|are|has|have|can|could|will|would|how|what|which|who|where|when|why|please|list|
	wie|welche|welcher|welches|wer|wo|wann|was|ist|sind|haben|hat|gibt|werden|wird|verfügt|verfügen|können|kann|bitte|
	comment|quel|quelle|quels|quelles|est|avez|disposez|existe|qui|où|quand|pouvez|proposez|votre|
	cómo|qué|cuál|cuáles|quién|dónde|cuándo|dispone|tiene|existe|puede|está|su`)

// ours begin or mark a vendor's own words.
var ours = set(`we|our|us|wir|unser|unsere|unserer|nous|notre|nos|nosotros|nuestro|nuestra|nuestros`)

// guides are words of sheets that tell how to fill in the file.
var guides = set(`please|complete|fill|worksheet|worksheets|spreadsheet|tab|tabs|column|columns|sheet|sheets|cell|cells|template|instructions|instruction|respond|drop|dropdown|select|enter|submit|submission|deadline|
	bitte|ausfüllen|tabelle|tabellenblatt|spalte|spalten|blatt|anleitung|vorlage|eintragen|auswählen|einreichen|
	veuillez|remplir|colonne|colonnes|feuille|onglet|onglets|consignes|instructions|modèle|sélectionner|
	rellene|complete|columna|columnas|hoja|hojas|pestaña|instrucciones|plantilla|seleccione|cumplimente`)

// priceWords head the columns of a price form.
var priceWords = set(`price|prices|cost|costs|rate|rates|hourly|quantity|qty|total|amount|hours|discount|fee|fees|unit|subtotal|budget|license fee|clin|
	preis|preise|kosten|menge|einzelpreis|gesamtpreis|summe|betrag|stunden|stundensatz|tagessatz|rabatt|
	prix|cout|coût|quantité|quantite|montant|heures|taux|remise|tarif|
	precio|coste|costo|cantidad|importe|horas|tarifa|descuento|subtotal`)

// historyWords head or fill what tells of earlier versions.
var historyWords = set(`version|versions|author|authors|change|changes|changed|revision|removed|deprecated|merged|updated|replaced|superseded|moved|added|deleted|original|history|became|split|date|
	änderung|änderungen|autor|entfernt|datum|geändert|ersetzt|auteur|modification|modifications|supprimé|remplacé|cambio|cambios|eliminado|fecha|reason|release`)
