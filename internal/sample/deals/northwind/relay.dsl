workspace "Relay at Northwind Freight" "Events of 151 carriers and the dispatch desk, in order, to the TMS and the portals." {

    !identifiers hierarchical

    model {
        group "Northwind Freight" {
            desk = person "Dispatch desk" "Moves stops and calls drivers."
            team = person "Integration team" "Two people who add carriers and change mappings."
            as400 = softwareSystem "AS/400 dispatch" "Every stop and every change to it since 1998; nothing may be installed on it." "External System"
            tms = softwareSystem "TMS" "Plans and bills; needs each shipment's events in order." "External System"
            portals = softwareSystem "Customers' portals" "See shipments, never drivers." "External System"
            idp = softwareSystem "Identity provider" "Who works at Northwind." "External System"
        }
        carriers = softwareSystem "Carriers" "140 on EDI, 11 by webhook." "External System"

        relay = softwareSystem "Relay" "Takes, orders, keeps and delivers every event." {
            gateway = container "EDI gateway" "Takes 204, 210 and 214 over AS2 and SFTP, unchanged." "Go"
            hooks = container "Webhook intake" "Takes unsigned posts from eleven fixed addresses." "Go"
            reader = container "Journal reader" "Reads dispatch changes from the AS/400's journal." "Java"
            router = container "Event router" "One partition a shipment; order kept." "Go, 8 partitions"
            store = container "Event store" "30 days of events in Frankfurt; replays into one consumer." "PostgreSQL 16" "Database"
            mapper = container "Mapper" "Mappings, conversions and masking by receiver." "Go"
            delivery = container "Delivery" "Retries for 72 hours, then parks." "Go"
            console = container "Console" "Carriers, mappings, costs, changes." "TypeScript"
        }

        carriers -> relay.gateway "send 204, 210, 214" "AS2, SFTP" {
            properties {
                "throughline.owner" "Tomás Rey"
            }
        }
        carriers -> relay.hooks "post status" "HTTPS"
        relay.reader -> as400 "reads the journal" "TCP 8476" {
            properties {
                "throughline.owner" "Tomás Rey"
            }
        }
        relay.gateway -> relay.router "hands over" "gRPC"
        relay.hooks -> relay.router "hands over" "gRPC"
        relay.reader -> relay.router "hands over" "gRPC"
        relay.router -> relay.store "appends" "SQL"
        relay.router -> relay.mapper "feeds" "gRPC"
        relay.mapper -> relay.delivery "passes on, masked" "gRPC"
        relay.delivery -> relay.store "replays and parks" "SQL"
        relay.delivery -> tms "delivers in order" "HTTPS, JSON" {
            properties {
                "throughline.owner" "Tomás Rey"
            }
        }
        relay.delivery -> portals "delivers, masked"
        relay.console -> relay.mapper "changes mappings" "HTTPS"
        desk -> relay.console "is warned" "HTTPS"
        team -> relay.console "adds carriers" "HTTPS"
        desk -> as400 "moves stops" "5250"
    }

    views {
        systemContext relay "Context" "Who gives Relay events, and who gets them." {
            include *
            autoLayout lr
        }
        container relay "Containers" "The way of an event from a carrier to the TMS." {
            include *
            autoLayout lr
        }
    }
}
