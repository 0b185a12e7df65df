formats_checks = \
	%D%/asyncapi.sh \
	%D%/diagrams.sh \
	%D%/drawings.sh \
	%D%/eventcatalog.sh \
	%D%/html.sh \
	%D%/json.sh \
	%D%/mcp_clients.sh \
	%D%/strange_text.sh
dist_check_SCRIPTS += $(formats_checks)
TESTS += $(formats_checks)
EXTRA_DIST += %D%/package.json %D%/package-lock.json %D%/read_asyncapi.mjs %D%/read_eventcatalog.mjs %D%/read_html.mjs %D%/read_json.mjs %D%/read_mcp.mjs %D%/read_mermaid.mjs \
	%D%/readers.sh

# The readers that npm has. They come over the network and are for tests only, so nothing but this
# asks for them; ./bootstrap check does.
readers: %D%/readers/node_modules/.package-lock.json
%D%/readers/node_modules/.package-lock.json: %D%/package.json %D%/package-lock.json
	$(MKDIR_P) %D%/readers
	cp $(srcdir)/%D%/package.json $(srcdir)/%D%/package-lock.json %D%/readers
	cd %D%/readers && npm ci --silent --ignore-scripts --no-audit --no-fund
	touch $@
clean-local-readers:
	rm -rf tests/formats/readers
clean-local: clean-local-readers
.PHONY: readers clean-local-readers
