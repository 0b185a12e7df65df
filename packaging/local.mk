# The Debian package: `make deb` builds it from a release archive, `make deb-check` tries it in a bare Debian.
EXTRA_DIST += %D%/deb %D%/try %D%/debian/control %D%/debian/copyright %D%/debian/docs %D%/debian/rules \
	%D%/debian/source/format

deb: dist
	$(srcdir)/packaging/deb '$(distdir).tar.xz' '$(PACKAGE_VERSION)'
deb-check: deb
	$(srcdir)/packaging/try deb/evstorm_'$(PACKAGE_VERSION)'_*.deb
clean-local-deb:
	rm -rf deb
clean-local: clean-local-deb
.PHONY: deb deb-check clean-local-deb
