noinst_LIBRARIES += libformat.a
libformat_a_SOURCES = \
	%D%/arrange.c %D%/arrange.h \
	%D%/changes.c %D%/changes.h \
	%D%/csv_reader.c %D%/csv_reader.h \
	%D%/csv_writer.c %D%/csv_writer.h \
	%D%/drafts.c %D%/drafts.h \
	%D%/folder.c %D%/folder.h \
	%D%/format.c %D%/format.h \
	%D%/import.c %D%/import.h \
	%D%/intake.c %D%/intake.h \
	%D%/names.c %D%/names.h \
	%D%/parts.c %D%/parts.h \
	%D%/relations.c %D%/relations.h \
	%D%/settle.c %D%/settle.h \
	%D%/stickies.c %D%/stickies.h \
	%D%/table.c %D%/table.h
