package house

// A floor holds rooms that may import what is below them. Numbers between two
// floors order the rooms of floor 2 among themselves.
type floor int

const (
	ground  floor = 10 // databases, journal, errors, text, identity: knows no word of the trade
	thread1 floor = 20 // account, contact, opportunity
	thread2 floor = 21 // requirement, link, station, break, promise; knows accounts, no area
	thread3 floor = 22 // the socket that an area fills
	areas   floor = 30 // one area each; they meet on the thread
	across  floor = 40 // what needs several areas at once
	faces   floor = 50 // pages, JSON, commands; no rule lives here
)

// sideways says why rooms of a floor may not import each other; a floor without
// an entry allows it.
var sideways = map[floor]string{
	areas: "no area knows another: they meet on the thread, and floor 4 hands one area's facts to another as arguments",
	faces: "no face knows another: cmd/throughline hands one to the other, and a rule that two faces need lives below",
}

// rooms places each room under internal/ on its floor, with the reason.
var rooms = map[string]struct {
	floor floor
	why   string
}{
	"store":      {ground, "databases and transactions"},
	"journal":    {ground, "the one way to write, and the record of it"},
	"seal":       {ground, "words that can be erased, under a key per person"},
	"problem":    {ground, "errors as people and programs read them"},
	"content":    {ground, "structured text that areas make and documents/ draws"},
	"auth":       {ground, "who somebody is and what they may do"},
	"blob":       {ground, "files behind one small interface"},
	"clock":      {ground, "the time of an act, which never goes back"},
	"id":         {ground, "keys of things"},
	"language":   {ground, "names of languages; knows no person"},
	"transcript": {ground, "reads WebVTT, SRT and notes; knows lines and speakers, no requirement"},
	"table":      {ground, "reads delimited files; knows rows and columns, no account"},
	"sheet":      {ground, "reads workbooks, documents, text; knows cells and their places, no requirement"},
	"columns":    {ground, "proposes what columns and rows mean; knows words of lists, no deal"},
	"wording":    {ground, "compares two texts word by word"},
	"edition":    {ground, "compares two versions of a list row by row"},
	"fill":       {ground, "writes values into cells of a kept file; knows cells and their places, no answer"},
	"mail":       {ground, "letters out, and what became of them; knows nobody's deal"},
	"typeface":   {ground, "the faces that documents are set in; knows letters, no document"},
	"drawing":    {ground, "reads drawings into shapes for papers that know no SVG"},
	"pdf":        {ground, "writes PDF; knows pages and lines of letters, no document"},
	"opc":        {ground, "the package that Word and Excel files are"},
	"listing":    {ground, "writes any list as CSV and XLSX; knows rows and cells, not what they are"},
	"search":     {ground, "the index; knows words and addresses of things, not what they are"},

	"account": {thread1, "whose requirements they are; under the thread, because a thread belongs to a deal"},
	"thread":  {thread2, "requirement, link, station, break, promise: what all areas meet on"},
	"tally":   {thread2, "what is counted of a thread and kept beside its deal"},
	"area":    {thread3, "the socket: what an area says of itself in the words of the thread"},

	"discovery":  {areas, "calls, candidates, facts of the current environment, qualification"},
	"demo":       {areas, "what was shown and how people reacted"},
	"evaluation": {areas, "criteria, results, sign-off, the technical win"},
	"answers":    {areas, "written answers"},
	"compete":    {areas, "competitors, claims on them, how it ended with each"},
	"feedback":   {areas, "what the product lacks, who waits for it, and what its makers say"},
	"people":     {areas, "roles, skills, bands, ladders; what fits whom, and what is missing"},
	"engagement": {areas, "who is on the deal, and whose hours it takes"},
	"design":     {areas, "the model, decisions, approval"},
	"delivery":   {areas, "tasks, checks, gates, go-live"},

	"handoff":   {across, "freezes what several areas hold"},
	"manual":    {across, "blueprint, configuration guide and runbook, out of what several areas hold"},
	"documents": {across, "draws every area's content as Markdown, HTML, Word and PDF"},
	"calendar":  {across, "what a person's deals have on which day, from every area"},
	"insight":   {across, "counts over all areas"},
	"capture":   {across, "a note after a call becomes what it holds, in every area"},
	"brief":     {across, "what one meeting needs of every area"},
	"inbox":     {across, "what waits for a person, in every area"},
	"exchange":  {across, "files and the CRM, into and out of every area"},
	"sample":    {across, "lives the sample deals through every area's acts"},
	"tour":      {across, "the whole main job on shipped files, through every area"},
	"team":      {across, "the people of the house and the deals that ask for them"},
	"followup":  {across, "a letter after a talk repeats what several areas keep of it"},
	"portal":    {across, "what the customer's people see of every area"},

	"web": {faces, "pages"},
	"api": {faces, "JSON"},
	"cli": {faces, "commands"},
}

// awaited are places named in this file that are not built yet. One that stands
// is taken off the list; the list ends empty.
var awaited = map[string]bool{}

// outside are packages that stand on no floor, by name, with the reason. What
// stands on a floor does not import them, except in tests.
var outside = map[string]string{
	"cmd/throughline":          "wires the house and does nothing else; imports every floor",
	"internal/wiring":          "the one list of areas: for the program and for tests of whole rooms",
	"internal/house":           "tests of the building",
	"internal/browsertest":     "for tests only: a real browser",
	"internal/sheet/sheettest": "for tests only: small workbooks and documents, good and damaged",
	"internal/store/storetest": "for tests only: fresh databases",
	"internal/web/roomtest":    "for tests only: people of each role in a house with its pages",
	"stories":                  "for tests only: what a person types, run on the built program",
	"tools":                    "programs for whoever builds the house, not part of what is built",
}

// beforehand are what tests may import from above: fixtures are built by the
// same acts a user has, in a house that is put together.
var beforehand = map[string]bool{"internal/sample": true, "internal/wiring": true}

// webShared are the parts of internal/web that every page may import; all other
// parts are one area's pages and know no other.
var webShared = map[string]string{
	"kit":    "request to actor and revision, error to page",
	"look":   "tokens and components",
	"assets": "what the browser loads beside a page",
}
