# What a person does with this house. `make` alone lists it.
#
# One set of flags for run, build and test: a change of flags compiles
# everything again. The version goes in when linking, so it costs no compiling.

ADDR ?= 127.0.0.1:8080
DATA ?= ./data
PKG  ?= ./...
RUN  ?=
QUICK ?=
ONLY  ?=

VERSION := $(shell git describe --tags --always --dirty 2>/dev/null || echo unknown)

export CGO_ENABLED := 0
export GOFLAGS     := -trimpath -buildvcs=false -ldflags=-s

.PHONY: help run build test check bench office generate modules

help: ## this list
	@sed -n 's/^\([a-z]*\):.*## /make \1	/p' $(MAKEFILE_LIST) | expand -t 16

run: build ## build and serve: make run [ADDR=127.0.0.1:8080] [DATA=./data]
	@exec bin/throughline serve --addr $(ADDR) --data $(DATA)

build: ## make bin/throughline
	@go build -ldflags "-s -X main.version=$(VERSION)" -o bin/throughline ./cmd/throughline

test: ## all tests, on SQLite, PostgreSQL and in Chromium: make test [PKG=./...] [RUN=regexp]
	@go build -o bin/tools/test ./tools/test
	@exec bin/tools/test -run '$(RUN)' $(PKG)

check: ## formatting, vet, linters, known vulnerabilities, generated files
	@go build -o bin/tools/check ./tools/check
	@exec bin/tools/check

bench: ## the promised figures as a table, and as out/bench.json: make bench [QUICK=1] [ONLY=pages,acts]
	@go build -o bin/tools/bench ./tools/bench
	@exec bin/tools/bench $(if $(QUICK),-quick) -only '$(ONLY)'

office: ## every Word file of the sample converted in LibreOffice and compared, word for word
	@go test -tags office -count 1 -run LibreOffice ./internal/documents

generate: modules ## write the generated code and docs again
	@go run github.com/a-h/templ/cmd/templ generate -log-level error
	@go generate ./...

# npm packages, unless those here are the locked ones: npm ci takes all away first.
modules:
	@cmp -s package-lock.json node_modules/.locked || { \
		command -v npm >/dev/null || { echo "npm is missing: install Node.js with npm (the Debian package npm)" >&2; exit 1; }; \
		npm ci --no-audit --no-fund --loglevel=error >&2 && cp package-lock.json node_modules/.locked; }
