# Every target says what it does; `make help` lists them.
.DEFAULT_GOAL := help
SHELL := /bin/sh
PREFIX ?= /usr/local
DESTDIR ?=
RELEASE := swift build -c release --static-swift-stdlib
BANK := QuestionBanks/module-210.xml

.PHONY: help quiz test build lint format install uninstall clean fuzz hostile soak walk bench gallery needs

help: ## List the targets
	@awk -F ':.*## ' '/^[a-z]+:.*## /{printf "  make %-10s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

needs:
	@sh .ci/needs

quiz: needs ## Take the Module 210 quiz
	@$(RELEASE) --product assay
	@"$$($(RELEASE) --show-bin-path)/assay" quiz take "$(BANK)#knowledge-check" || { \
	  code=$$?; case $$code in 1|130) ;; *) exit $$code ;; esac; }

test: needs ## Run every test
	swift build --build-tests
	swift test --skip-build --disable-xctest

build: needs ## Build for release
	$(RELEASE) --product assay
	$(RELEASE) --product assay-render

lint: ## Check formatting and that imports are declared
	swift format lint --strict --recursive --parallel Package.swift Sources Tests Fuzzing Benchmarks
	swift build --explicit-target-dependency-import-check=error

format: ## Format the sources in place
	swift format --in-place --recursive --parallel Package.swift Sources Tests Fuzzing Benchmarks

install: build ## Install under PREFIX (default /usr/local)
	@set -e; bin="$$($(RELEASE) --show-bin-path)/assay"; to="$(DESTDIR)$(PREFIX)"; \
	install -d "$$to/bin" "$$to/share/assay" "$$to/share/man/man1" \
	  "$$to/share/bash-completion/completions" "$$to/share/zsh/site-functions" \
	  "$$to/share/fish/vendor_completions.d"; \
	install -m 755 "$$bin" "$$bin-render" "$$to/bin/"; \
	cp -R QuestionBanks Rubrics Programs "$$to/share/assay/"; \
	"$$bin" generate man > "$$to/share/man/man1/assay.1"; \
	"$$bin" completions bash > "$$to/share/bash-completion/completions/assay"; \
	"$$bin" completions zsh > "$$to/share/zsh/site-functions/_assay"; \
	"$$bin" completions fish > "$$to/share/fish/vendor_completions.d/assay.fish"; \
	echo "installed assay under $$to"

uninstall: ## Remove what install put under PREFIX
	rm -f "$(DESTDIR)$(PREFIX)/bin/assay" "$(DESTDIR)$(PREFIX)/bin/assay-render" \
	  "$(DESTDIR)$(PREFIX)/share/man/man1/assay.1" \
	  "$(DESTDIR)$(PREFIX)/share/bash-completion/completions/assay" \
	  "$(DESTDIR)$(PREFIX)/share/zsh/site-functions/_assay" \
	  "$(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d/assay.fish"
	rm -rf "$(DESTDIR)$(PREFIX)/share/assay"

hostile: build ## Judge the loader by the hostile banks, the big ones included
	@set -e; big="$$(mktemp -d)"; trap 'rm -rf "$$big"' EXIT; \
	python3 Tests/Hostile/gen.py --big "$$big" >/dev/null; \
	python3 Tests/Hostile/check.py "$$($(RELEASE) --show-bin-path)/assay" --big "$$big"

soak: needs ## Attack the store: kills, power cuts, full disks (KILLS=1000 CUTS=100 MINUTES=10)
	sh Tests/Soak/run.sh

fuzz: needs ## Fuzz the readers with AddressSanitizer (RUNS=10000000)
	sh Fuzzing/run.sh

walk: ## Press keys at random on all kinds of screens, four times EVENTS=25000
	swift build --build-tests
	ASSAY_WALK=$(or $(EVENTS),25000) swift test --skip-build --disable-xctest \
	  --filter "ScreensTests.*Any_keys_in_any_order|WalkTests"

bench: needs ## Measure what people wait for, against outside references
	@set -e; for product in assay empty-program Benchmarks; do \
	  $(RELEASE) --product "$$product" >&2; done; \
	"$$($(RELEASE) --show-bin-path)/Benchmarks" $(BENCH)

gallery: build ## Take the pictures of Docs/gallery.md anew
	@sh Docs/gallery.sh "$$($(RELEASE) --show-bin-path)/assay"

clean: ## Remove what building made
	rm -rf .build
