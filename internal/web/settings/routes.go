// Package settings draws what a person and an admin can set: taste, tokens, people, the
// workspace, and who may do what.
package settings

import (
	"throughline/internal/auth"
	"throughline/internal/web/kit"
)

// Routes are the pages of settings.
func Routes() []kit.Route {
	return []kit.Route{
		{Path: "GET /settings", Needs: auth.See, Do: show},
		{Path: "POST /settings/taste", Needs: auth.See, Do: prefer, Page: show},
		{Path: "POST /settings/theme", Do: theme},
		{Path: "POST /settings/density", Do: density},
		{Path: "POST /settings/password", Needs: auth.See, Do: changePassword, Page: show},
		{Path: "POST /settings/tokens", Needs: auth.See, Do: issue, Page: show},
		{Path: "POST /settings/tokens/{id}/revoke", Needs: auth.See, Do: revoke, Page: show},
		{Path: "POST /settings/calendar", Needs: auth.See, Do: makeCalendar, Page: show},
		{Path: "POST /settings/calendar/end", Needs: auth.See, Do: endCalendar, Page: show},
		{Path: "GET /calendar/{file}", Do: sendCalendar},
		{Path: "POST /settings/switch", Needs: auth.See, Do: switchWorkspace, Page: show},
		{Path: "GET /settings/people", Needs: auth.Manage, Do: showPeople},
		{Path: "POST /settings/people", Needs: auth.Manage, Do: addPerson, Page: showPeople},
		{Path: "POST /settings/people/{id}/edit", Needs: auth.Manage, Do: editPerson, Page: showPeople},
		{Path: "POST /settings/people/{id}/password", Needs: auth.Manage, Do: givePassword, Page: showPeople},
		{Path: "POST /settings/people/{id}/invite", Needs: auth.Manage, Do: invite, Page: showPeople},
		{Path: "GET /settings/workspace", Needs: auth.Manage, Do: showWorkspace},
		{Path: "POST /settings/workspace", Needs: auth.Manage, Do: editWorkspace, Page: showWorkspace},
		{Path: "GET /settings/engagement", Needs: auth.Manage, Do: showEngagement},
		{Path: "POST /settings/engagement", Needs: auth.Manage, Do: setEngagement, Page: showEngagement},
		{Path: "GET /settings/guide", Needs: auth.See, Do: showGuide},
		{Path: "POST /settings/guide", Needs: auth.See, Do: keepGuide, Page: showGuide, Large: true},
		{Path: "GET /settings/guide/file", Needs: auth.See, Do: sendGuide},
		{Path: "POST /settings/guide/skills", Needs: auth.See, Do: keepSkill, Page: showGuide},
		{Path: "POST /settings/guide/skills/{id}/edit", Needs: auth.See, Do: keepSkill, Page: showGuide},
		{Path: "POST /settings/guide/skills/{id}/remove", Needs: auth.See, Do: removeSkill, Page: showGuide},
		{Path: "POST /settings/guide/shipped", Needs: auth.See, Do: leaveGuide, Page: showGuide},
		{Path: "POST /settings/workspaces", Needs: auth.Manage, Do: found, Page: showWorkspace},
		{Path: "POST /settings/sample/remove", Needs: auth.Manage, Do: removeSample, Page: showWorkspace},
		{Path: "GET /settings/erase", Needs: auth.Forget, Do: showErase},
		{Path: "POST /settings/erase", Needs: auth.Forget, Do: erase, Page: showErase},
		{Path: "GET /keys", Needs: auth.See, Do: showKeys},
	}
}
