package delivery_test

import (
	"encoding/json"
	"strings"
	"testing"

	"throughline/internal/delivery"
	"throughline/internal/wiring/wiretest"
)

func TestTheCustomersPeopleGetTheirTasksAsAListPersonByPerson(t *testing.T) {
	wiretest.Each(t, func(t *testing.T, w *wiretest.World) {
		add := func(title, party, owner string, after ...string) delivery.Task {
			return addTask(w, delivery.NewTask{Deal: w.Deal, Title: title, Party: party, Owner: owner, Due: w.Today().AddDays(-1), DependsOn: after})
		}
		port := add("Open port 443", "customer", w.Dana)
		add("Connect the provider", "customer", "")
		add("Install", "ours", "", port.ID)
		th, err := w.Thread(w.Ctx(), w.Reader(), w.Deal, w.Today())
		if err != nil {
			t.Fatal(err)
		}
		docs, err := delivery.Documents(w.Ctx(), w.Reader(), &th)
		if err != nil {
			t.Fatal(err)
		}
		text := ""
		for _, d := range docs {
			if d.Name == "customer-tasks" {
				b, _ := json.Marshal(d)
				text = string(b)
			}
		}
		for _, words := range []string{"Open port 443", "1 of these should be done by today", "T3 Install (open)", "Nobody has it yet", "Connect the provider"} {
			if !strings.Contains(text, words) {
				t.Errorf("lacks %q: %s", words, text)
			}
		}
		if at, nobody := strings.Index(text, "Open port 443"), strings.Index(text, "Nobody has it yet"); at > nobody {
			t.Error("what nobody has stands before what somebody has")
		}
		w.Verify()
	})
}
