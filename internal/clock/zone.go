package clock

import (
	_ "embed"
	"fmt"
	"strings"
	"time"
)

// zoneText is one name a line: the zones of the IANA table zone.tab (release 2025, in the
// public domain), and UTC.
//
//go:embed zones.txt
var zoneText string

// Zones are the time zones to choose from, in the order of their names: Europe/Oslo.
func Zones() []string { return strings.Fields(zoneText) }

// Zone is a time zone by its IANA name; older names, such as Europe/Kiev, are known too.
func Zone(name string) (*time.Location, error) {
	zone, err := time.LoadLocation(name)
	if err != nil || name == "" || name == "Local" {
		return nil, fmt.Errorf("no time zone is called %q", name)
	}
	return zone, nil
}
