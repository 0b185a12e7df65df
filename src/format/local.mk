noinst_LIBRARIES += libformat.a
libformat_a_SOURCES = \
	%D%/asyncapi.c \
	%D%/axis.c %D%/axis.h \
	%D%/bundle.c %D%/bundle.h \
	%D%/chronicle.c %D%/chronicle.h \
	%D%/cml.c \
	%D%/cml_model.c %D%/cml_model.h \
	%D%/cml_words.c %D%/cml_words.h \
	%D%/crossings.c %D%/crossings.h \
	%D%/csv.c \
	%D%/csv_tables.c %D%/csv_tables.h \
	%D%/diagram.c %D%/diagram.h \
	%D%/dot.c \
	%D%/fieldtype.c %D%/fieldtype.h \
	%D%/format.c %D%/format.h \
	%D%/format_rows.h \
	%D%/identifiers.c %D%/identifiers.h \
	%D%/json.c \
	%D%/jsonschema.c %D%/jsonschema.h \
	%D%/markdown.c %D%/markdown.h \
	%D%/mermaid.c \
	%D%/quoted.c %D%/quoted.h \
	%D%/report.c %D%/report.h \
	%D%/report_integration.c %D%/report_integration.h \
	%D%/statistics.c %D%/statistics.h \
	%D%/storyline.c %D%/storyline.h \
	%D%/svg.c \
	%D%/svg_board.c %D%/svg_board.h \
	%D%/svg_context.c %D%/svg_context.h \
	%D%/svg_paint.c %D%/svg_paint.h \
	%D%/yaml.c %D%/yaml.h
