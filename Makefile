# The two commands of the README are `make demo` and `make test`; `make help` lists the rest.

SHELL := /bin/bash
PREFIX ?= /usr/local
DESTDIR ?=
SEED = Tests/Fixtures/articles/000_3831629d43024d0a.txt
BRINK = .build/release/brink

# What the program is built from, and what its tests need besides.
BUILD_PACKAGES = pkg-config libarchive-dev liblua5.4-dev libsodium-dev zlib1g-dev
TEST_PACKAGES = curl git lua-check lua5.4 minisign python3-pexpect

# A machine of one's own asks for a password once; a container has no sudo and needs none.
SUDO := $(shell [ "$$(id -u)" = 0 ] || echo sudo)

.PHONY: help demo test build deps deps-test lint rules install uninstall bench bench-compare clean

help:  ## lists these commands
	@sed -n 's/^\([a-z-]*\):.*## /  make \1 — /p' Makefile

demo: build  ## builds Brink and checks an article for escalation
	@echo; echo '$$ brink code $(SEED)'
	@$(BRINK) code $(SEED)
	@echo; echo '$$ brink check $(SEED)'
	@$(BRINK) check $(SEED)

test: deps deps-test build  ## runs every test, and the tests of the rule packs
	swift test
	$(BRINK) test rules/*

build: deps  ## builds the release binary
	swift build -c release --static-swift-stdlib --product brink

lint:  ## checks the format of the code, and the Lua of the rule packs
	swift format lint --strict --recursive Package.swift Sources Tests
	cd rules && luacheck --quiet .

rules: build  ## tests the rule packs
	$(BRINK) test rules/*

deps:
	@missing=$$(dpkg-query -W -f '$${Package} $${Status}\n' $(BUILD_PACKAGES) 2>/dev/null | awk '/ installed$$/ {print $$1}' | \
	  sort | comm -13 - <(printf '%s\n' $(BUILD_PACKAGES) | sort)); \
	if [ -n "$$missing" ]; then $(SUDO) apt-get update -qq && $(SUDO) apt-get install -y -qq $$missing; fi

deps-test:
	@missing=$$(dpkg-query -W -f '$${Package} $${Status}\n' $(TEST_PACKAGES) 2>/dev/null | awk '/ installed$$/ {print $$1}' | \
	  sort | comm -13 - <(printf '%s\n' $(TEST_PACKAGES) | sort)); \
	if [ -n "$$missing" ]; then $(SUDO) apt-get update -qq && $(SUDO) apt-get install -y -qq $$missing; fi

install: build  ## installs to PREFIX (/usr/local); the tree runs from anywhere
	install -d "$(DESTDIR)$(PREFIX)/bin" "$(DESTDIR)$(PREFIX)/share/brink"
	install -m 755 $(BRINK) "$(DESTDIR)$(PREFIX)/bin/brink"
	for room in EventModel Language Coding; do \
	  install -d "$(DESTDIR)$(PREFIX)/share/brink/$$room"; \
	  install -m 644 Sources/$$room/Data/* "$(DESTDIR)$(PREFIX)/share/brink/$$room/"; \
	done
	rm -rf "$(DESTDIR)$(PREFIX)/share/brink/rules"
	cp -R rules "$(DESTDIR)$(PREFIX)/share/brink/rules"
	install -m 644 LICENSE NOTICE "$(DESTDIR)$(PREFIX)/share/brink/"

uninstall:  ## removes what install put there
	rm -rf "$(DESTDIR)$(PREFIX)/bin/brink" "$(DESTDIR)$(PREFIX)/share/brink"

bench: deps  ## runs the benchmarks
	swift run -c release brink-bench

bench-compare: deps deps-test  ## asks DuckDB, pandas, EQL and plain Lua the same questions
	swift build -c release --product brink-bench
	python3 -m venv .build/compare
	.build/compare/bin/pip install --quiet duckdb eql pandas
	.build/compare/bin/python Benchmarks/compare.py --brink .build/release/brink-bench

clean:  ## removes what was built
	rm -rf .build
