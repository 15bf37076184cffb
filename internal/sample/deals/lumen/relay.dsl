workspace "Relay at Lumen Field Services" "Outage tickets in, crews out, and the desk knows where everybody is." {

    !identifiers hierarchical

    model {
        group "Lumen" {
            dispatcher = person "Dispatcher" "Sends crews and talks to the control rooms."
            crew = person "Crew" "Up to 640 crews, each with a tablet."
            billing = softwareSystem "Billing in Omaha" "Pays by completed work orders, from one file a night." "External System"
            entra = softwareSystem "Entra" "Says who works at Lumen." "External System"
            roster = softwareSystem "Roster" "Who is on shift, and until when." "External System"
        }
        group "Utilities" {
            oms = softwareSystem "Outage systems" "Two utilities and a cooperative; MultiSpeak 4.1." "External System"
            control = person "Control room" "Asks how many customers are back on."
        }

        relay = softwareSystem "Relay" "Takes, orders and delivers every event between utilities, desk and crews." {
            intake = container "Ticket intake" "Takes MultiSpeak tickets unchanged, the cooperative's remarks included." "Go"
            router = container "Event router" "Four partitions a utility, by job; keeps the order within a job." "Go"
            store = container "Event store" "Every event; positions for 90 days." "PostgreSQL 16" "Database"
            board = container "Dispatch board" "Jobs and crews on one screen; hides who is off shift." "TypeScript"
            agent = container "Tablet agent" "Keeps a shift of events and sends them in order." "Kotlin"
            exports = container "Scheduled exports" "Fixed-width files, at a time." "Go"
            signin = container "Sign-in" "People and groups from Entra." "Go"
            page = container "Utility page" "Restored customers by the hour." "TypeScript, beta"
        }

        oms -> relay.intake "sends outage tickets" "MultiSpeak 4.1, HTTPS" {
            properties {
                "throughline.owner" "Priscilla Boone"
            }
        }
        relay.intake -> relay.router "hands over tickets" "gRPC"
        relay.agent -> relay.router "sends crew events" "HTTPS, when there is a signal"
        relay.router -> relay.store "keeps" "SQL"
        relay.router -> relay.board "shows" "WebSocket"
        relay.router -> relay.agent "sends jobs" "HTTPS"
        relay.exports -> relay.store "reads" "SQL"
        relay.page -> relay.store "counts" "SQL"
        relay.exports -> billing "writes one file a night" "SFTP" {
            properties {
                "throughline.owner" "Priscilla Boone"
            }
        }
        relay.signin -> entra "takes people and groups" "OIDC, SCIM" {
            properties {
                "throughline.owner" "Priscilla Boone"
            }
        }
        relay.board -> roster "asks who is on shift" "REST" {
            properties {
                "throughline.owner" "Walt Jensen"
            }
        }
        relay.board -> relay.signin "signs in through" "HTTPS"
        dispatcher -> relay.board "sends crews" "HTTPS"
        crew -> relay.agent "presses on site, done, decline"
        control -> relay.page "looks" "HTTPS"
    }

    views {
        systemContext relay "Context" "Who gives Relay events, and who gets them." {
            include *
            autoLayout lr
        }
        container relay "Containers" "The way of a ticket to a crew and back." {
            include *
            autoLayout lr
        }
    }
}
