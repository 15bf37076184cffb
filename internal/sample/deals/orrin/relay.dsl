workspace "Relay at Orrin Rail Cargo" "Where 3,800 wagons are, and what their trains are made of." {

    !identifiers hierarchical

    model {
        group "Orrin" {
            dispatcher = person "Dispatcher" "Sees trains, wagons and alarms."
            walker = person "Yard worker" "Walks along the train with a handheld."
            fleet = softwareSystem "Fleet list" "Every wagon, its type and its next revision." "External System"
            directory = softwareSystem "Directory" "People and their badges." "External System"
        }
        plk = softwareSystem "Polish infrastructure manager" "TAF TSI 3.5, detectors." "External System"
        szcz = softwareSystem "Czech infrastructure manager" "TAF TSI 3.4 until June." "External System"
        trackers = softwareSystem "Wagon trackers" "On half of the wagons, each two minutes." "External System"

        relay = softwareSystem "Relay" "Takes, orders, keeps and delivers every message." {
            taf = container "TAF gateway" "Train running, forecast and delay messages, by the sender's version." "Java"
            merger = container "Position merger" "The newest position of each wagon." "Go"
            rules = container "Alarm rules" "Hot axle boxes and late trains." "Go"
            store = container "Message store" "Ten years, by train and day." "PostgreSQL 16" "Database"
            handheld = container "Yard handheld" "Wagon order, in Polish and Czech, four hours without a network." "Kotlin"
            board = container "Train board" "Trains, wagons, alarms." "TypeScript"
            signin = container "Sign-in" "The person behind the badge." "Go"
        }

        plk -> relay.taf "sends running messages and detector reports" "TAF TSI 3.5" {
            properties {
                "throughline.owner" "Wojciech Nowak"
            }
        }
        szcz -> relay.taf "sends running messages" "TAF TSI 3.4" {
            properties {
                "throughline.owner" "Radek Novotný"
            }
        }
        trackers -> relay.merger "send positions" "MQTT" {
            properties {
                "throughline.owner" "Katarzyna Wolska"
            }
        }
        relay.taf -> relay.merger "hands over positions" "gRPC"
        relay.taf -> relay.rules "hands over reports" "gRPC"
        relay.taf -> relay.store "keeps" "SQL"
        relay.handheld -> relay.store "sends wagon order" "HTTPS, when there is a network"
        relay.merger -> relay.board "shows" "WebSocket"
        relay.rules -> relay.board "warns" "WebSocket"
        relay.merger -> fleet "asks for wagons" "REST" {
            properties {
                "throughline.owner" "Katarzyna Wolska"
            }
        }
        relay.signin -> directory "asks for the person" "LDAPS" {
            properties {
                "throughline.owner" "Wojciech Nowak"
            }
        }
        relay.handheld -> relay.signin "signs in through" "HTTPS"
        relay.board -> relay.signin "signs in through" "HTTPS"
        dispatcher -> relay.board "looks for wagons" "HTTPS"
        walker -> relay.handheld "reads wagons"
    }

    views {
        systemContext relay "Context" "Who gives Relay messages, and who gets them." {
            include *
            autoLayout lr
        }
        container relay "Containers" "From a detector to the dispatcher's screen." {
            include *
            autoLayout lr
        }
    }
}
