# What tests written in shell share; to be read with "." at their start. They run $EVSTORM in a folder of their
# own, as nobody in particular, at a known time.

export EVSTORM="${EVSTORM:-$PWD/evstorm}"
if [ ! -x "$EVSTORM" ]; then
	echo "Bail out! there is no $EVSTORM"
	exit 1
fi
tap_count=0
tap_dir=$(mktemp -d) || exit 1
trap 'chmod -R u+w "$tap_dir"; rm -rf "$tap_dir"' EXIT
mkdir "$tap_dir/home" "$tap_dir/boards" "$tap_dir/desk"
cd "$tap_dir/desk" || exit 1

unset LANGUAGE LANG NO_COLOR COLUMNS XDG_DATA_HOME XDG_CONFIG_HOME
export HOME="$tap_dir/home" EVSTORM_BOARDS="$tap_dir/boards" LC_ALL=C.UTF-8 TZ=UTC
export SOURCE_DATE_EPOCH=1795183500 # 2026-11-20T14:05:00Z

# run COMMAND...: runs it with nothing to read; sets $status, $out and $err.
run() {
	run_with /dev/null "$@"
}

# run_with FILE COMMAND...: the same with FILE as its standard input.
run_with() {
	tap_input=$1
	shift
	"$@" <"$tap_input" >"$tap_dir/out" 2>"$tap_dir/err"
	status=$?
	out=$(cat "$tap_dir/out")
	err=$(cat "$tap_dir/err")
}

# evstorm ARG...: runs the program as `run` does.
evstorm() {
	run "$EVSTORM" "$@"
}

tap_say() {
	tap_count=$((tap_count + 1))
	if [ "$1" = 0 ]; then
		echo "ok $tap_count - $2"
	else
		echo "not ok $tap_count - $2"
		printf '%s\n' "$3" "status $status" "stdout: $out" "stderr: $err" | sed 's/^/# /'
	fi
}

# ok NAME COMMAND...: passes when the command does.
ok() {
	tap_name=$1
	shift
	"$@" >/dev/null 2>&1
	tap_say $? "$tap_name" "failed: $*"
}

# is NAME GOT WANTED: the two are the same.
is() {
	[ "$2" = "$3" ]
	tap_say $? "$1" "got: $2
wanted: $3"
}

# like NAME GOT PATTERN: a line of GOT matches the extended regular expression.
like() {
	printf '%s\n' "$2" | grep -Eq -e "$3"
	tap_say $? "$1" "got: $2
wanted something like: $3"
}

# fails NAME STATUS PATTERN: the last run failed so, with one line on stderr, and said nothing else.
fails() {
	tap_why=
	[ "$status" = "$2" ] || tap_why="wanted the status $2"
	[ "$(printf '%s\n' "$err" | wc -l)" = 1 ] || tap_why="wanted one line on stderr"
	printf '%s\n' "$err" | grep -Eq -e "^evstorm: $3" || tap_why="wanted on stderr: evstorm: $3"
	[ -z "$out" ] || tap_why="wanted nothing on stdout"
	[ -z "$tap_why" ]
	tap_say $? "$1" "$tap_why"
}

# works NAME: the last run succeeded and had nothing to say on stderr.
works() {
	[ "$status" = 0 ] && [ -z "$err" ]
	tap_say $? "$1" 'wanted the status 0 and nothing on stderr'
}

# clean NAME: nothing of what the last run printed could be taken for an escape sequence.
clean() {
	! cat "$tap_dir/out" "$tap_dir/err" | LC_ALL=C tr -d '\n\t\40-\176\200-\377' | grep -q . &&
		! cat "$tap_dir/out" "$tap_dir/err" | LC_ALL=C grep -q "$(printf '\302[\200-\237]')"
	tap_say $? "$1" 'there are control characters in it'
}

skip() {
	tap_count=$((tap_count + 1))
	echo "ok $tap_count - $1 # SKIP $2"
}

# To be called at the end.
plan() {
	echo "1..$tap_count"
}
