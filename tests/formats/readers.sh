# The programs that our formats are made for, for tests to read with; to be read with "." behind
# tests/lib/tap.sh.
#
# Those of npm are pinned in package-lock.json and lie in $EVSTORM_READERS, where `make readers` puts
# them. When that is set nothing may be missing; otherwise what is missing is skipped.

readers_dir=${EVSTORM_READERS:-$BUILDDIR/tests/formats/readers}
readers_source=$(cd "${SRCDIR:-.}" && pwd)/tests/formats

# Node looks for modules beside the script, which is therefore in this folder.
ln -s "$readers_dir/node_modules" node_modules
cp "$readers_source"/read_*.mjs .

# Why the reader of FORMAT cannot be used; nothing when it can.
readers_missing() {
	case $1 in
	dot) command -v dot >/dev/null || echo 'there is no dot (Graphviz)' ;;
	svg | drawio)
		command -v xmllint >/dev/null || echo 'there is no xmllint'
		command -v rsvg-convert >/dev/null || echo 'there is no rsvg-convert'
		;;
	mcp)
		if ! command -v node >/dev/null; then
			echo 'there is no node'
		elif [ ! -e node_modules/@modelcontextprotocol/client/package.json ]; then
			echo "there is no client of npm in $readers_dir (make readers)"
		fi
		;;
	mermaid | asyncapi | json | html | eventcatalog)
		if ! command -v node >/dev/null; then
			echo 'there is no node'
		elif [ ! -e node_modules/mermaid/package.json ] || [ ! -e node_modules/html-validate/package.json ] ||
			[ ! -e node_modules/@eventcatalog/sdk/package.json ]; then
			echo "there is no parser of npm in $readers_dir (make readers)"
		fi
		;;
	esac
}

# can_read FORMAT WHAT: is its reader there? Otherwise WHAT is skipped, or fails.
can_read() {
	readers_why=$(readers_missing "$1" | paste -sd ';')
	[ -n "$readers_why" ] || return 0
	if [ -n "${EVSTORM_READERS-}" ]; then
		status=- out= err=
		tap_say 1 "$2" "$readers_why"
	else
		skip "$2" "$readers_why"
	fi
	return 1
}

# Blanks, also those that do not break, are left out of what is compared: it does not matter where
# lines were broken.
readers_squeeze() {
	tr -d ' \n' | sed 's/\xc2\xa0//g'
}

# xpath FILE EXPRESSION: what it says of an XML file.
xpath() {
	xmllint --huge --xpath "$2" "$1"
}
