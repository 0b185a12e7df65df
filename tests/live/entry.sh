# What tests share that let people in through a real sshd on this machine; to be read with "." at their start.
#
# sshd without root wants /dev/pts as distributions mount it. As root all of a test runs as an ordinary user in a mount
# namespace where it is so: it is begun anew there, and what was begun here ends with its status.

skip_all() {
	echo "1..0 # SKIP $*"
	exit 0
}

as_user() {
	setpriv --reuid 4242 --regid 4242 --clear-groups env "$@"
}

# What a host says where something is missing, into a file.
host_without() {
	as_user HOME="$ENTRY_DIR/home" LC_ALL=C.UTF-8 PATH=/usr/bin:/bin \
		"$ENTRY_DIR/evstorm" host b --port 2222 >"$ENTRY_DIR/without-$1" 2>&1
}

# In the namespace: first what is wrong, then a /dev/pts and a user that are right, and the test as that user.
entry_enter() {
	cp /etc/passwd "$ENTRY_DIR/passwd"
	echo "evuser:x:4242:4242::$ENTRY_DIR/home:/bin/sh" >>"$ENTRY_DIR/passwd"
	mount --bind "$ENTRY_DIR/passwd" /etc/passwd || return 1
	mkdir "$ENTRY_DIR/home" && chown 4242:4242 "$ENTRY_DIR/home" && chmod 700 "$ENTRY_DIR/home"
	as_user HOME="$ENTRY_DIR/home" "$ENTRY_DIR/evstorm" new b
	mount -t devpts -o newinstance,mode=600,ptmxmode=666 devpts /dev/pts || return 1
	host_without pts
	mount -t devpts -o newinstance,gid=5,mode=620,ptmxmode=666 devpts /dev/pts || return 1
	: >"$ENTRY_DIR/nothing"
	sshd=$(command -v sshd)
	mount --bind "$ENTRY_DIR/nothing" "$sshd" || return 1
	host_without sshd
	umount "$sshd"
	keygen=$(command -v ssh-keygen)
	mount --bind "$ENTRY_DIR/nothing" "$keygen" || return 1
	echo 'ssh-ed25519 AAAA' | as_user HOME="$ENTRY_DIR/home" LC_ALL=C.UTF-8 PATH=/usr/bin:/bin \
		"$ENTRY_DIR/evstorm" invite b ana >"$ENTRY_DIR/without-keygen" 2>&1
	umount "$keygen"
	as_user TMPDIR="$ENTRY_DIR/home" ENTRY_STAGE=run SRCDIR="$ENTRY_DIR" EVSTORM="$ENTRY_DIR/evstorm" \
		sh "$ENTRY_DIR/test.sh"
}

entry_begin() {
	PATH=$PATH:/usr/sbin:/sbin
	command -v sshd >/dev/null || skip_all 'there is no sshd: install openssh-server'
	command -v ssh >/dev/null || skip_all 'there is no ssh: install openssh-client'
	if [ "$(id -u)" != 0 ]; then
		ENTRY_STAGE=run
		return
	fi
	unshare -m true 2>/dev/null || skip_all 'root may not make a mount namespace here'
	ENTRY_DIR=$(mktemp -d) || exit 1
	trap 'rm -rf "$ENTRY_DIR"' EXIT
	chmod 755 "$ENTRY_DIR"
	mkdir -p "$ENTRY_DIR/tests/lib" "$ENTRY_DIR/tests/live"
	cp "$SRCDIR/tests/lib/tap.sh" "$ENTRY_DIR/tests/lib"
	cp "$SRCDIR/tests/live/entry.sh" "$ENTRY_DIR/tests/live"
	cp "$0" "$ENTRY_DIR/test.sh"
	cp "$EVSTORM" "$ENTRY_DIR/evstorm"
	for program in idlers onpty; do
		cp "${EVSTORM%/*}/tests/live/$program" "$ENTRY_DIR/tests/live" 2>/dev/null
	done
	export ENTRY_DIR
	ENTRY_STAGE=enter unshare -m sh "$0"
	exit $?
}

case ${ENTRY_STAGE:-} in
enter)
	entry_enter
	exit $?
	;;
run) ;;
*) entry_begin ;;
esac

PATH=$PATH:/usr/sbin:/sbin
. "${SRCDIR:-.}/tests/lib/tap.sh"
unset SOURCE_DATE_EPOCH DISPLAY SSH_AUTH_SOCK
export TERM=xterm-256color
user=$(id -un)
port=$((20000 + $$ % 30000))
boards=$EVSTORM_BOARDS

# until_ok COMMAND...: waits until it succeeds; not for ever.
until_ok() {
	limit=$(($(date +%s) + 15))
	until "$@"; do
		[ "$(date +%s)" -lt $limit ] || return 1
	done
}

# processes PATTERN: those of this user whose arguments, with spaces between, match it.
processes() {
	for process in /proc/[0-9]*; do
		[ -O "$process" ] && [ "$process" != "/proc/$$" ] && tr '\0' ' ' <"$process/cmdline" | grep -Eqe "$1" &&
			echo "${process#/proc/}"
	done 2>/dev/null
}

# ssh_as KEY OPTION...: what ssh is called with.
ssh_as() {
	key=$1
	shift
	timeout 30 ssh -F none -p "$port" -i "$key" -o IdentitiesOnly=yes -o BatchMode=yes \
		-o UserKnownHostsFile="$tap_dir/known" -o StrictHostKeyChecking=accept-new \
		-o LogLevel=ERROR -o User="${as:-$user}" "$@"
}

# come NAME [COMMAND [OPTION...]]: a session at a terminal; its keys go through `press`, its screen into
# NAME.screen.
come() {
	who=$1
	asked=${2:-}
	shift
	[ $# = 0 ] || shift
	rm -f keys
	mkfifo keys
	: >"$who.screen"
	ssh_as "$who" -tt "$@" 127.0.0.1 $asked <keys >"$who.screen" 2>&1 &
	session=$!
	exec 3>keys
}

press() {
	printf "$1" >&3
}

# shown NAME TEXT: has the screen of NAME had TEXT on it?
shown() {
	grep -aqF -e "$2" "$1.screen"
}

# sees NAME TEXT WHAT
sees() {
	until_ok shown "$1" "$2"
	tap_say $? "$3" "the screen of $1 never had: $2
$(tail -c 600 "$1.screen" | tr -cd '\40-\176')"
}

leave() {
	exec 3>&-
	wait "$session" 2>/dev/null
}

changes() {
	"$EVSTORM" log "${1:-shop}" | wc -l
}

host_up() {
	"$EVSTORM" host "$@" --port "$port" >host.out 2>host.err &
	host=$!
	until_ok host_answers
	if grep -q '/dev/pts' host.err; then
		echo "# $(cat host.err)"
		skip 'sessions' '/dev/pts is not as sshd needs it, and only root could make it so'
		plan
		exit 0
	fi
}

host_answers() {
	grep -q Ctrl-C host.out || grep -q . host.err
}

host_down() {
	kill -TERM "$host"
	wait "$host"
	status=$?
	out=$(cat host.out)
	err=$(cat host.err)
}

trap '' PIPE # a session that has ended takes no keys
trap 'kill "$host" 2>/dev/null; chmod -R u+w "$tap_dir"; rm -rf "$tap_dir"' EXIT
host=
umask 077
