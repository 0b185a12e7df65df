# For findings, to be read with ".": a temporary folder to be in, pinned packages, and a verdict.
# Nothing is installed into the system, and nothing is left behind.
set -u
LC_ALL=C.UTF-8
export LC_ALL
findings=$(cd "$(dirname "$0")" && pwd) # where the scripts are
finding_folder=$(mktemp -d) || exit 2
trap 'rm -rf "$finding_folder"' EXIT
trap 'exit 2' HUP INT TERM
cd "$finding_folder" || exit 2

# cannot WHY: the packages are not to be had, or do not run here, which says nothing about them.
cannot() {
	echo "cannot be tried: $*"
	exit 2
}

# npm_packages NAME@VERSION...: into ./node_modules, without running their scripts.
npm_packages() {
	command -v npm >/dev/null || cannot 'there is no npm'
	echo '{ "private": true }' >package.json
	npm install --no-audit --no-fund --ignore-scripts --save-exact --loglevel=error \
		--cache "$finding_folder/cache" "$@" >npm.log 2>&1 ||
		cannot "npm install $* failed: $(tail -n 1 npm.log)"
}

# debian_packages NAME=VERSION...: unpacked into ./root.
debian_packages() {
	command -v apt-get >/dev/null || cannot 'there is no apt-get'
	mkdir -p packages root
	(cd packages && apt-get download "$@") >apt.log 2>&1 ||
		cannot "apt-get download $* failed: $(tail -n 1 apt.log)"
	for package in packages/*.deb; do
		dpkg -x "$package" root || cannot "$package cannot be unpacked"
	done
}

# unpacked PROGRAM ARGUMENT...: runs it out of ./root, with the libraries of ./root.
unpacked() {
	PATH=$finding_folder/root/usr/bin:$PATH \
		LD_LIBRARY_PATH=$(echo "$finding_folder"/root/usr/lib/*-linux-gnu):$finding_folder/root/usr/lib \
		"$@"
}

# debian_python ARGUMENT...: Debian's Python, with the modules of ./root.
debian_python() {
	PYTHONPATH=$finding_folder/root/usr/lib/python3/dist-packages unpacked /usr/bin/python3 "$@"
}

# needs_libraries PROGRAM: stops when one that it links is neither in ./root nor in the system.
needs_libraries() {
	missing=$(unpacked ldd "root/usr/bin/$1" | sed -n 's/ => not found//p' | tr -d '\t' | paste -sd ' ')
	[ -z "$missing" ] || cannot "$1 lacks $missing"
}

# verdict WHAT EXPECTED SEEN: WHAT is the finding in a sentence; ends the script.
verdict() {
	if [ "$2" = "$3" ]; then
		echo "holds: $1"
		exit 0
	fi
	printf 'changed: %s\n--- expected\n%s\n--- seen\n%s\n' "$1" "$2" "$3"
	exit 1
}
