package discovery_test

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"strings"
	"testing"
	"time"

	"throughline/internal/store/storetest"
	"throughline/internal/wiring/wiretest"
)

// hourLong is a call of an hour: 600 segments of five voices, a need in every tenth.
func hourLong() string {
	voices := []string{"Dana Whitfield", "Mara Lindqvist", "Tomás Rey", "Cole Bryant", "Priya Nair"}
	talk := []string{"It has been like that for years, and people got used to working around it in one way or the other.",
		"Right, and that is what I had noted from the first mail that you sent us in spring.",
		"The depot in Gdynia does it differently, they have their own sheet and send it over at noon.",
		"Let me share the picture, one moment, it takes a while on this connection.",
		"Nobody has looked at that part since the person who wrote it left for another company."}
	things := []string{"invoices", "bookings", "customs papers", "tour plans", "scan results", "price lists", "delivery notes", "claims", "contracts", "pallet counts"}
	var b strings.Builder
	b.WriteString("WEBVTT\n")
	for i := range 600 {
		at := time.Duration(i) * 6 * time.Second
		stamp := func(d time.Duration) string {
			return fmt.Sprintf("%02d:%02d:%02d.000", int(d.Hours()), int(d.Minutes())%60, int(d.Seconds())%60)
		}
		who, words := voices[i%5], talk[i%5]+fmt.Sprintf(" That was number %d.", i)
		if i%10 == 0 {
			who, words = "Dana Whitfield", fmt.Sprintf("We need to see all %s of the last %d days within %d seconds, and nothing may be lost.", things[i/10%10], 10+i, 2+i/10)
		}
		fmt.Fprintf(&b, "\n%s --> %s\n<v %s>%s</v>\n", stamp(at), stamp(at+5*time.Second), who, words)
	}
	return b.String()
}

// most is how many bytes of this page's own may be sent: of the 120 kB that a page may cost,
// style and script take about 35.
const most = 80 << 10

func TestAnHourOfTalkIsASmallPage(t *testing.T) {
	w := wiretest.New(t, storetest.SQLite(t))
	_, se := enter(t, w)
	call, found := recorded(w, "An hour", "given", "hour.vtt", hourLong(), w.Dana, w.Tomas)
	if len(found) < 55 {
		t.Fatalf("%d candidates", len(found))
	}
	for _, address := range []string{"", "?at=" + found[40].ID, "?page=4", "?whole=1"} {
		began := time.Now()
		status, body := se.Get("/deals/NWF/discovery/" + call.ID + address)
		took := time.Since(began)
		var b bytes.Buffer
		z, _ := gzip.NewWriterLevel(&b, 5)
		if _, err := z.Write([]byte(body)); err != nil {
			t.Fatal(err)
		}
		z.Close()
		t.Logf("%-40s %d candidates, %d bytes, %d sent, %v", address, len(found), len(body), b.Len(), took)
		if status != 200 || b.Len() > most {
			t.Errorf("%s: %d, %d bytes sent", address, status, b.Len())
		}
	}
	_, body := se.Get("/deals/NWF/discovery/" + call.ID + "?at=" + found[40].ID)
	holds(t, body, fmt.Sprintf(`id="s-%d"`, found[40].Position), "of 600")
}
