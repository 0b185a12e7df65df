noinst_LIBRARIES += libformat.a
libformat_a_SOURCES = \
	%D%/asyncapi.c \
	%D%/axis.c %D%/axis.h \
	%D%/bundle.c %D%/bundle.h \
	%D%/catalogue.c %D%/catalogue.h \
	%D%/catalogue_folder.c %D%/catalogue_folder.h \
	%D%/catalogue_page.c %D%/catalogue_page.h \
	%D%/catalogue_steps.c %D%/catalogue_steps.h \
	%D%/chronicle.c %D%/chronicle.h \
	%D%/cml.c \
	%D%/cml_model.c %D%/cml_model.h \
	%D%/cml_words.c %D%/cml_words.h \
	%D%/crossings.c %D%/crossings.h \
	%D%/csv.c \
	%D%/csv_tables.c %D%/csv_tables.h \
	%D%/d2.c \
	%D%/diagram.c %D%/diagram.h \
	%D%/dot.c \
	%D%/drawio.c \
	%D%/excalidraw.c \
	%D%/jsoncanvas.c \
	%D%/eventcatalog.c \
	%D%/exchange.c %D%/exchange.h \
	%D%/fieldtype.c %D%/fieldtype.h \
	%D%/format.c %D%/format.h \
	%D%/format_rows.h \
	%D%/glossary_text.c %D%/glossary_text.h \
	%D%/identifiers.c %D%/identifiers.h \
	%D%/json.c \
	%D%/jsonschema.c %D%/jsonschema.h \
	%D%/markdown.c %D%/markdown.h \
	%D%/likec4.c \
	%D%/mermaid.c \
	%D%/page.c %D%/page.h \
	%D%/page_list.c %D%/page_list.h \
	%D%/page_text.c %D%/page_text.h \
	%D%/paper.c %D%/paper.h \
	%D%/paper_style.c %D%/paper_style.h \
	%D%/plantuml.c \
	%D%/quoted.c %D%/quoted.h \
	%D%/report.c %D%/report.h \
	%D%/report_aggregates.c \
	%D%/report_chart.c \
	%D%/report_contexts.c \
	%D%/report_findings.c \
	%D%/report_flow.c \
	%D%/report_glossary.c \
	%D%/report_integration.c \
	%D%/report_parts.c %D%/report_parts.h \
	%D%/report_pictures.c \
	%D%/report_remarks.c \
	%D%/report_summary.c \
	%D%/sketch_board.c %D%/sketch_board.h \
	%D%/sketch_export.c %D%/sketch_export.h \
	%D%/sketch_frames.c %D%/sketch_frames.h \
	%D%/sketch_items.c %D%/sketch_items.h \
	%D%/sketch_map.c %D%/sketch_map.h \
	%D%/statistics.c %D%/statistics.h \
	%D%/storyline.c %D%/storyline.h \
	%D%/svg.c \
	%D%/svg_board.c %D%/svg_board.h \
	%D%/svg_context.c %D%/svg_context.h \
	%D%/svg_flow.c %D%/svg_flow.h \
	%D%/svg_legend.c %D%/svg_legend.h \
	%D%/svg_map.c %D%/svg_map.h \
	%D%/svg_pages.c %D%/svg_pages.h \
	%D%/svg_paint.c %D%/svg_paint.h \
	%D%/svg_plan.c %D%/svg_plan.h \
	%D%/term.c %D%/term.h \
	%D%/yaml.c %D%/yaml.h
