# Shown to hold by hand, not by "make check": they come over the network.
EXTRA_DIST += \
	%D%/README \
	%D%/lib.sh \
	%D%/lib_gnumeric.sh \
	%D%/asciinema-cat-terminal.sh \
	%D%/beautiful-mermaid-entities.sh \
	%D%/beautiful-mermaid-title.sh \
	%D%/bpmn-auto-layout-flows.sh \
	%D%/bpmn-auto-layout-pools.sh \
	%D%/bpmn-moddle-id.sh \
	%D%/csvkit-relative-words.sh \
	%D%/es-hangul-decomposed.sh \
	%D%/es-hangul-josa.sh \
	%D%/es-hangul-romanize.sh \
	%D%/eventcatalog-dictionary.sh \
	%D%/gnumeric-apostrophe.sh \
	%D%/gnumeric-times.sh \
	%D%/gnumeric-versions.sh \
	%D%/graphviz-gml-quotes.sh \
	%D%/graphviz-gxl-encoding.sh \
	%D%/groff-hangul-width.sh \
	%D%/maid-invisible-links.sh \
	%D%/mandoc-lint-hangul.sh \
	%D%/mandoc-markdown-literal.sh \
	%D%/miller-json-numbers.sh \
	%D%/miller-markdown-header.sh \
	%D%/plantuml-parser-names.sh \
	%D%/quicktype-go-hangul.sh \
	%D%/quicktype-java-hangul.sh \
	%D%/screen-hardcopy.sh \
	%D%/sheetjs-list-of-ids.sh \
	%D%/sqldiff-key-only.sh \
	%D%/sqldiff-schema.sh \
	%D%/tmux-buffer-sample.sh \
	%D%/tmux-length.sh \
	%D%/ts-graphviz-strings.sh \
	%D%/udsv-last-row.sh
