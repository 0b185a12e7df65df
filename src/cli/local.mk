bin_PROGRAMS += evstorm
evstorm_SOURCES = \
	%D%/backups.c %D%/backups.h \
	%D%/boardfile.c %D%/boardfile.h \
	%D%/boardpath.c %D%/boardpath.h \
	%D%/difflist.c %D%/difflist.h \
	%D%/fill.c %D%/fill.h \
	%D%/fill_ask.c %D%/fill_ask.h \
	%D%/fill_update.c %D%/fill_update.h \
	%D%/hostboard.c %D%/hostboard.h \
	%D%/hostguests.c %D%/hostguests.h \
	%D%/lastlook.c %D%/lastlook.h \
	%D%/language.c %D%/language.h \
	%D%/listing.c %D%/listing.h \
	%D%/main.c \
	%D%/newboard.c %D%/newboard.h \
	%D%/output.c %D%/output.h \
	%D%/rehearsal.c %D%/rehearsal.h \
	%D%/request.c %D%/request.h \
	%D%/scenario.c %D%/scenario.h \
	%D%/shelf.c %D%/shelf.h \
	%D%/sub_attend.c \
	%D%/sub_backup.c \
	%D%/sub_check.c \
	%D%/sub_complete.c \
	%D%/sub_diff.c \
	%D%/sub_do.c \
	%D%/sub_doctor.c \
	%D%/sub_export.c \
	%D%/sub_glossary.c \
	%D%/sub_grep.c \
	%D%/sub_host.c \
	%D%/sub_import.c \
	%D%/sub_invite.c \
	%D%/sub_list.c \
	%D%/sub_log.c \
	%D%/sub_mcp.c \
	%D%/sub_merge.c \
	%D%/sub_new.c \
	%D%/sub_open.c \
	%D%/sub_propose.c \
	%D%/sub_recover.c \
	%D%/sub_report.c \
	%D%/sub_review.c \
	%D%/sub_show.c \
	%D%/sub_verify.c \
	%D%/sub_welcome.c \
	%D%/subcommand.c %D%/subcommand.h \
	%D%/start.c %D%/start.h \
	%D%/suggest.c %D%/suggest.h \
	%D%/workshop.c %D%/workshop.h
evstorm_LDADD = libcanvas.a libmap.a libmcp.a $(REVIEW)
