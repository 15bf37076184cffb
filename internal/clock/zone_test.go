package clock_test

import (
	"slices"
	"testing"
	_ "time/tzdata" // the names are known on every machine

	"throughline/internal/clock"
)

func TestEveryTimeZoneToChooseFromIsKnown(t *testing.T) {
	all := clock.Zones()
	if len(all) < 400 || !slices.IsSorted(all) || !slices.Contains(all, "Europe/Berlin") || !slices.Contains(all, "UTC") {
		t.Fatalf("%d zones, sorted %v", len(all), slices.IsSorted(all))
	}
	for _, name := range all {
		if zone, err := clock.Zone(name); err != nil || zone.String() != name {
			t.Errorf("%s: %v", name, err)
		}
	}
	if _, err := clock.Zone("Europe/Kiev"); err != nil {
		t.Errorf("a name that was in use: %v", err)
	}
	for _, name := range []string{"", "Local", "Mars", "Europe/Berlin ", "../etc/passwd", "CET+1"} {
		if zone, err := clock.Zone(name); err == nil {
			t.Errorf("%q is %v", name, zone)
		}
	}
}
