package sample

import (
	"throughline/internal/design"
	"throughline/internal/sample/tale"
)

func northwindAdvised(t *tale.Tale) {
	t.On(-34, "10:00", "jonas").Advises(design.Advice{Name: "integration", Weeks: 3, Checked: "Twelve carriers for five days in the evaluation; review with Tomás on {d-33}",
		Advice: "Files in as they are, events out in order.\n\n- Carriers: a mailbox for each, polled; a file is taken whole or refused with its reason.\n- AS/400: the journal is read from outside, one reader for the dispatch partition.\n- TMS: one partition for each shipment; when the TMS is away, events wait up to 72 hours and are then parked."}, "edi", "as400", "order", "retry", "webhooks")
	t.Advises(design.Advice{Name: "data migration", Weeks: 2.5,
		Advice: "312 mappings in four hours on a Saturday, 80 an hour.\n\n1. Move all ahead and hold them back.\n2. Rehearse two weeks before, with 60 of them.\n3. Switch by route, the large carriers first.\n4. Compare by hash for thirty days.\n5. Until noon on Sunday a route can be switched back alone."}, "mappings", "beside")
	t.Advises(design.Advice{Name: "topology", Weeks: 1, Checked: "Region page and contract annex 3; Marcus Bell on {d-32}",
		Advice: "Frankfurt alone, three zones: two routers, the store on one node with a warm copy, backups in the same region. Losing a zone costs no event and at most two minutes."}, "residency")
	t.Advises(design.Advice{Name: "security configuration", Weeks: 1,
		Advice: "- Sign-in through Northwind's provider, leavers by SCIM.\n- Masking for each receiver and field, before an event leaves.\n- Unsigned webhooks from eleven carriers: by address and a key in the path, changed each quarter.\n- Changes of configuration go to their own log, kept seven years."}, "signin", "mask", "audit", "webhooks")
}

func orrinAdvised(t *tale.Tale) {
	t.On(-45, "11:00", "priya").Advises(design.Advice{Name: "integration", Weeks: 4, Checked: "One autumn day of messages from both managers, {d-46}",
		Advice: "Message by message between the two infrastructure managers; wagon lists handed over to Brnorail with a receipt. The version of the standard follows the sender."}, "taf", "list", "partner")
	t.Advises(design.Advice{Name: "data migration", NotNeeded: "Nothing moves: ten years of history stay in their archive and are read there."})
	t.Advises(design.Advice{Name: "topology", Weeks: 1, Checked: "Design review of {d-44}", Advice: "Warsaw and a second zone; the yard handhelds keep a day's lists."}, "yard")
	t.Advises(design.Advice{Name: "security configuration", Weeks: 0.5, Checked: "Helena Wrona, {d-43}", Advice: "Badges through their directory, a role for each side of the border; a shipper sees own wagons alone."}, "badge", "shippers")
	t.Advises(design.Advice{Name: "scalability", Weeks: 1.5, Checked: "Load test of {d-41}: 3.1 times the autumn day",
		Advice: "Twice the autumn day is carried with one node lost. Above three times, positions are thinned before lists are."}, "volume")
}

func lumenAdvised(t *tale.Tale) {
	t.On(-76, "10:00", "jonas").Advises(design.Advice{Name: "integration", Weeks: 2, Checked: "Two weeks beside the old dispatch", Advice: "Tickets in from the utility by their own queue; billing out once a night, compared by sum."}, "tickets", "billing")
	t.Advises(design.Advice{Name: "scalability", Weeks: 1, Checked: "Storm rehearsal of {d-70}, 4,000 jobs in an hour", Advice: "A storm is thirty times a usual day for six hours. Routers grow by themselves up to twelve; the desk is told at eight."}, "storm")
	t.Advises(design.Advice{Name: "data migration", NotNeeded: "Jobs begin anew on the day; what was open is ended in the old system."})
	t.Advises(design.Advice{Name: "topology", Weeks: 0.5, Checked: "Review of {d-74}", Advice: "Two regions, the second one warm; tablets keep a day's jobs."}, "uptime", "offline")
	t.Advises(design.Advice{Name: "security configuration", Weeks: 0.5, Checked: "Priscilla Boone, {d-72}", Advice: "Sign-in through their provider; a tablet that is lost is out within an hour."}, "signin")
}

// lumenWritten are the manuals of what is live: the runbook is whole, as whoever is called needs it.
func lumenWritten(t *tale.Tale) {
	t.On(-52, "09:30", "jonas").Writes("runbook", "Who is called", "- Day: Walt Jensen's desk, then Priscilla Boone.\n- Night: the number in the desk's phone book, which reaches our duty engineer within 15 minutes.")
	t.Writes("runbook", "Start and stop", "1. Tell the desk: tablets keep the day's jobs and go on.\n2. Hold the ticket queue; its length stops growing.\n3. Stop the routers one by one; each says how many jobs it handed on.\n4. To start, begin with the store, then routers, then release the queue. The desk sees the first ticket within a minute.")
	t.Writes("runbook", "Is it well?", "Look at the queue first. Up to 40 tickets on a usual day and 900 in a storm are usual.")
	t.Writes("runbook", "When an interface is away", "- Tickets: the utility's own queue keeps them for 72 hours. Nothing is lost.\n- Billing: the night's file is written again the next night; compare the sum.")
	t.Writes("runbook", "Back up and restore", "The store is copied every hour to the second region. Brought back in 35 minutes when it was tried in the storm rehearsal.")
	t.Writes("runbook", "Roll back", "Until the next morning, 06:00: Walt Jensen decides. The old release stands beside the new one for a week.")
	t.Writes("configuration-guide", "Settings", "- routers.most = 12: a storm needs eleven.\n- tablet.keep = 1 day: what a crew has when there is no line.\n- queue.tell = 8 routers: the desk hears before it is slow.")
}

func northwindWritten(t *tale.Tale) {
	t.On(-25, "10:00", "jonas").Writes("blueprint", "The environment as it is", "The AS/400 must not be touched: nothing is installed on it, and its journal is read over one line that Tomás Rey opens. Carriers come in through the old gateway in Leipzig until wave 2.")
	t.Writes("blueprint", "What the customer provides", "1. A line to the journal of the dispatch partition, read only.\n2. Their identity provider, with a test tenant.\n3. Twelve addresses of the TMS opened for Frankfurt.")
	t.Writes("configuration-guide", "Settings", "- partitions = 8: carried the peak with 6 % to spare.\n- retry.hours = 72: as required.\n- scim.minutes = 5: leavers are out in 15.")
}
