# Every verb a person needs. `make` alone lists them.

CARGO ?= cargo
DATA ?= data
LISTEN ?= 127.0.0.1:7878
NPM := $(shell command -v npm 2>/dev/null)
NEXTEST := $(shell $(CARGO) nextest --version >/dev/null 2>&1 && echo yes)
PROFILE := $(if $(CI),ci,default)

.PHONY: help demo serve build interface test lint unit whole browser bench docs deny dist watch clean

help: ## list the verbs
	@grep -E '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## /\1\t/' | expand -t 12

demo: build ## build everything, fill the sample organisation, serve it at http://127.0.0.1:7878
	./target/release/vigie demo --data $(DATA)/demo --listen $(LISTEN)

serve: build ## serve your own organisation from $(DATA)/vigie
	./target/release/vigie serve --data $(DATA)/vigie --listen $(LISTEN)

build: interface ## build the release binary, target/release/vigie
	$(CARGO) build --release --locked -p vigie

interface: ## build scripts and fonts of the pages; without npm the pages work without them
ifdef NPM
	cd interface && npm ci --no-audit --no-fund --loglevel=error && npm run --silent build
else
	@echo "npm not found: pages are built without htmx and the bundled font; every action still works"
endif

test: ## run every test this machine can run; says which servers are missing
	tests/run

lint: ## format and lints
	$(CARGO) fmt --all --check
	$(CARGO) clippy --workspace --all-targets --locked -- -D warnings

unit: ## tests of the crates alone, without browser
ifeq ($(NEXTEST),yes)
	$(CARGO) nextest run --workspace --locked --profile $(PROFILE)
else
	$(CARGO) test --workspace --locked
endif

browser: ## journeys in Chromium with the accessibility audit
	tests/browser/run

bench: ## speed, memory and size, as ratios against a named peer in one run
	tests/bench/run

docs: ## write the generated references under docs/reference again
	$(CARGO) run --quiet --locked -p vigie -- reference --write docs/reference

deny: ## licences, advisories and sources of dependencies
	$(CARGO) deny check

dist: interface ## the smallest binary, for packaging: slow to build
	$(CARGO) build --profile dist --locked -p vigie

watch: ## rebuild and serve the sample at each change (needs cargo-watch)
	$(CARGO) watch -x 'run -p vigie -- demo --data $(DATA)/demo'

clean: ## remove what was built, keep data
	$(CARGO) clean
	rm -rf interface/dist interface/node_modules
