workspace "Relay at Northwind Freight" "Shipment events from 151 carriers to Northwind's own systems, in order and without loss." {

    !identifiers hierarchical

    model {
        properties {
            "structurizr.groupSeparator" "/"
        }

        archetypes {
            service = container {
                tag "Service"
            }
            store = container {
                tag "Database"
            }
        }

        group "Northwind Freight" {
            dispatcher = person "Dispatcher" "Watches every stop on the desk in Rotterdam and calls drivers." "Northwind"
            integrator = person "Integration engineer" "Adds carriers and changes mappings; two people at Northwind." "Northwind"
            dispatch = softwareSystem "AS/400 dispatch" "Holds every stop and every change to it since 1998." "Existing System"
            tms = softwareSystem "TMS" "Plans loads; needs events in order for each shipment." "Existing System"
            identity = softwareSystem "Identity provider" "Says who works at Northwind, and who no longer does." "Existing System"
        }

        carriers = softwareSystem "Carriers' EDI" "140 carriers that send 204, 210 and 214 as they always did." "External System"
        webhooks = softwareSystem "Webhook carriers" "11 carriers that post events and cannot sign them." "External System"

        relay = softwareSystem "Relay" "Receives, orders, keeps and delivers every shipment event." {
            edi = service "EDI gateway" "Takes carrier files unchanged and makes events of them." "Go, AS2 and SFTP"
            intake = service "Webhook intake" "Accepts posts; knows unsigned carriers by a fixed address." "Go, HTTPS"
            reader = service "AS/400 reader" "Reads the journal receiver, so nothing runs on the AS/400." "Java, JTOpen"
            router = service "Event router" "Gives each shipment one partition and so one order." "Go, 8 partitions"
            events = store "Event store" "Keeps every event for 30 days and replays any day into one consumer." "PostgreSQL 16"
            transform = service "Transform workers" "Map, convert and mask before an event leaves Relay." "Go, 6 workers"
            delivery = service "Delivery workers" "Deliver in order; retry for 72 hours, then park." "Go, 12 workers"
            console = service "Carrier console" "Where a carrier is added and a mapping is changed." "TypeScript, web" {
                properties {
                    "throughline.owner" "Northwind, after training"
                }
            }
        }

        carriers -> relay.edi "send 204, 210, 214" "AS2, SFTP"
        webhooks -> relay.intake "post status events" "HTTPS"
        relay.reader -> dispatch "reads stop changes" "Journal, TCP 8476"
        relay.edi -> relay.router "hands over events" "gRPC"
        relay.intake -> relay.router "hands over events" "gRPC"
        relay.reader -> relay.router "hands over changes" "gRPC"
        relay.router -> relay.events "appends" "SQL over TLS"
        relay.router -> relay.transform "feeds partitions" "gRPC stream"
        relay.transform -> relay.delivery "passes on, masked" "gRPC"
        relay.delivery -> relay.events "replays and parks" "SQL over TLS"
        relay.delivery -> tms "delivers in order" "HTTPS, JSON" {
            properties {
                "throughline.owner" "Northwind TMS team"
                "throughline.volume" "2,400 events a second at peak"
            }
        }
        relay.delivery -> dispatcher "alerts on a silent route" "SMTP"
        relay.console -> relay.transform "changes mappings" "HTTPS"
        relay.console -> identity "signs people in" "OIDC, SCIM"
        integrator -> relay.console "adds carriers" "HTTPS"
        dispatcher -> dispatch "plans stops" "5250"

        production = deploymentEnvironment "Production" {
            customer = deploymentNode "Northwind data centre" "Rotterdam" "" {
                iseries = deploymentNode "NWAS01" "Dispatch partition" "IBM i 7.5" {
                    board = softwareSystemInstance dispatch
                }
                agent = deploymentNode "nw-relay01" "In the DMZ, leads out only" "Debian 12" "" 2 {
                    reading = containerInstance relay.reader
                }
                proxy = infrastructureNode "Egress proxy" "Only way out, logs every call" "Squid 6"
            }
            frankfurt = deploymentNode "AWS eu-central-1" "All shipment data stays here" "Amazon Web Services" {
                balancer = infrastructureNode "Load balancer" "Fixed addresses for the 11 carriers" "NLB"
                cluster = deploymentNode "relay-prod" "Three zones" "Amazon EKS 1.31" {
                    deploymentNode "edge" "" "Node group" "" 3 {
                        filing = containerInstance relay.edi
                        hooking = containerInstance relay.intake
                        web = containerInstance relay.console
                    }
                    deploymentNode "core" "" "Node group" "" 6 {
                        routing = containerInstance relay.router
                        mapping = containerInstance relay.transform
                        sending = containerInstance relay.delivery
                    }
                }
                database = deploymentNode "relay-events" "Primary and standby, 30 days" "Amazon RDS" {
                    keeping = containerInstance relay.events
                }
            }

            frankfurt.balancer -> frankfurt.cluster "forwards" "TLS"
            customer.agent.reading -> customer.proxy "leads out through" "HTTPS"
        }
    }

    views {
        systemContext relay "Context" "Who gives Relay events, and who gets them." {
            include *
            autoLayout lr
        }

        container relay "Containers" "The parts of Relay and the way of an event through them." {
            include *
            autoLayout lr
        }

        styles {
            element "Database" {
                shape Cylinder
            }
            element "Person" {
                shape Person
            }
        }
    }
}
