package kit

import (
	"throughline/internal/auth"
	"throughline/internal/web/look"
)

// settingsRooms are the pages of settings, and what a role must allow to enter each.
var settingsRooms = []struct {
	look.Choice
	needs auth.Permission
}{
	{look.Choice{Label: "You", Href: "/settings"}, auth.See},
	{look.Choice{Label: "People", Href: "/settings/people"}, auth.Manage},
	{look.Choice{Label: "People administrators", Href: "/settings/office"}, auth.Manage},
	{look.Choice{Label: "Role guide", Href: "/settings/guide"}, auth.See},
	{look.Choice{Label: "Workspace", Href: "/settings/workspace"}, auth.Manage},
	{look.Choice{Label: "Who is on deals", Href: "/settings/engagement"}, auth.Manage},
	{look.Choice{Label: "Erase a person", Href: "/settings/erase"}, auth.Forget},
	{look.Choice{Label: "Keys", Href: "/keys"}, auth.See},
}

// SettingsRooms are the pages of settings that the role may enter, as their switch shows them.
func (r *Request) SettingsRooms(current string) (out []look.Choice) {
	for _, c := range settingsRooms {
		if r.May(c.needs) {
			c.Current = c.Href == current
			out = append(out, c.Choice)
		}
	}
	return out
}
