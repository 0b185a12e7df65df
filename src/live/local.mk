noinst_LIBRARIES += liblive.a
liblive_a_SOURCES = \
	%D%/doorbell.c %D%/doorbell.h \
	%D%/family.c %D%/family.h \
	%D%/guestlist.c %D%/guestlist.h \
	%D%/guestpass.c %D%/guestpass.h \
	%D%/host.c %D%/host.h \
	%D%/invite.c %D%/invite.h \
	%D%/keeper.c %D%/keeper.h \
	%D%/keyfile.c %D%/keyfile.h \
	%D%/presence.c %D%/presence.h \
	%D%/program.c %D%/program.h \
	%D%/pubkey.c %D%/pubkey.h \
	%D%/ration.c %D%/ration.h \
	%D%/rollcall.c %D%/rollcall.h \
	%D%/sharing.c %D%/sharing.h \
	%D%/sshdconf.c %D%/sshdconf.h \
	%D%/sshlog.c %D%/sshlog.h
