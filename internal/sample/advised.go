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
