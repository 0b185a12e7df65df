# Message catalogues, built without gettext's own makefiles. A language is its po/LANGUAGE.po, its name here, and
# a rule like that of ko.
CATALOGUES = ko
CATALOGUE_FILES = po/locale/ko/LC_MESSAGES/evstorm.mo

EXTRA_DIST += %D%/README %D%/ko.po
CLEANFILES += $(CATALOGUE_FILES)

all-local: $(CATALOGUE_FILES)

po/locale/ko/LC_MESSAGES/evstorm.mo: %D%/ko.po
	$(AM_V_GEN)$(MKDIR_P) $(@D) && $(MSGFMT) -c -o $@ $(srcdir)/po/ko.po

install-data-local: $(CATALOGUE_FILES)
	for language in $(CATALOGUES); do \
		$(MKDIR_P) "$(DESTDIR)$(localedir)/$$language/LC_MESSAGES" && \
		$(INSTALL_DATA) po/locale/$$language/LC_MESSAGES/evstorm.mo \
			"$(DESTDIR)$(localedir)/$$language/LC_MESSAGES/evstorm.mo" || exit 1; \
	done

uninstall-local:
	for language in $(CATALOGUES); do \
		rm -f "$(DESTDIR)$(localedir)/$$language/LC_MESSAGES/evstorm.mo"; \
	done

clean-local:
	rm -rf po/locale

# What a translator calls after the messages have changed.
update-po:
	cd $(srcdir) && $(XGETTEXT) --from-code=UTF-8 --keyword=_ --keyword=N_ --keyword=ngettext:1,2 --add-comments \
		--package-name=evstorm --sort-by-file --add-location=file --no-wrap \
		-o '$(abs_builddir)/po/evstorm.pot' src/*/*.c src/*/*.h
	for language in $(CATALOGUES); do \
		msgmerge -q --no-fuzzy-matching --add-location=file --no-wrap --update --backup=none \
			$(srcdir)/po/$$language.po po/evstorm.pot || exit 1; \
	done
	rm -f po/evstorm.pot
.PHONY: update-po
