package kit

import "throughline/internal/web/look"

// PeopleRooms are the rooms about the people of both roles, as their switch shows them.
func PeopleRooms(current string) []look.Choice {
	all := []look.Choice{
		{Label: "Role guide", Href: "/people"}, {Label: "Role fit", Href: "/people/fit"}, {Label: "Titles", Href: "/people/title"},
		{Label: "Ladders", Href: "/people/ladders"}, {Label: "Pay", Href: "/people/pay"}, {Label: "Moves", Href: "/people/transitions"},
		{Label: "Engagement", Href: "/people/engagement"}, {Label: "Staffing", Href: "/staffing"},
	}
	for i := range all {
		all[i].Current = all[i].Href == current
	}
	return all
}
