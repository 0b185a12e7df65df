#!/bin/sh
# Who comes in over SSH, through a real sshd on this machine: an invited key gets its role on its boards, and
# nobody gets anything else.
#
# sshd without root wants /dev/pts as distributions mount it. As root all of this runs as an ordinary user in a
# mount namespace where it is so.
set -u

skip_all() {
	echo "1..0 # SKIP $*"
	exit 0
}

as_guest() {
	setpriv --reuid 4242 --regid 4242 --clear-groups env "$@"
}

# What a host says where something is missing, into a file.
host_without() {
	as_guest HOME="$ACCESS_DIR/guest" LC_ALL=C.UTF-8 PATH=/usr/bin:/bin \
		"$ACCESS_DIR/evstorm" host b --port 2222 >"$ACCESS_DIR/without-$1" 2>&1
}

# In the namespace: first what is wrong, then a /dev/pts and a user that are right, and the test as that user.
enter() {
	cp /etc/passwd "$ACCESS_DIR/passwd"
	echo "evguest:x:4242:4242::$ACCESS_DIR/guest:/bin/sh" >>"$ACCESS_DIR/passwd"
	mount --bind "$ACCESS_DIR/passwd" /etc/passwd || return 1
	mkdir "$ACCESS_DIR/guest" && chown 4242:4242 "$ACCESS_DIR/guest" && chmod 700 "$ACCESS_DIR/guest"
	as_guest HOME="$ACCESS_DIR/guest" "$ACCESS_DIR/evstorm" new b
	mount -t devpts -o newinstance,mode=600,ptmxmode=666 devpts /dev/pts || return 1
	host_without pts
	mount -t devpts -o newinstance,gid=5,mode=620,ptmxmode=666 devpts /dev/pts || return 1
	: >"$ACCESS_DIR/nothing"
	sshd=$(command -v sshd)
	mount --bind "$ACCESS_DIR/nothing" "$sshd" || return 1
	host_without sshd
	umount "$sshd"
	as_guest TMPDIR="$ACCESS_DIR/guest" ACCESS_STAGE=run SRCDIR="$ACCESS_DIR" EVSTORM="$ACCESS_DIR/evstorm" \
		sh "$ACCESS_DIR/access.sh"
}

begin() {
	PATH=$PATH:/usr/sbin:/sbin
	command -v sshd >/dev/null || skip_all 'there is no sshd: install openssh-server'
	command -v ssh >/dev/null || skip_all 'there is no ssh: install openssh-client'
	if [ "$(id -u)" != 0 ]; then
		ACCESS_STAGE=run
		return
	fi
	unshare -m true 2>/dev/null || skip_all 'root may not make a mount namespace here'
	ACCESS_DIR=$(mktemp -d) || exit 1
	trap 'rm -rf "$ACCESS_DIR"' EXIT
	chmod 755 "$ACCESS_DIR"
	mkdir -p "$ACCESS_DIR/tests/lib"
	cp "$SRCDIR/tests/lib/tap.sh" "$ACCESS_DIR/tests/lib"
	cp "$0" "$ACCESS_DIR/access.sh"
	cp "$EVSTORM" "$ACCESS_DIR/evstorm"
	export ACCESS_DIR
	ACCESS_STAGE=enter unshare -m sh "$0"
	exit $?
}

case ${ACCESS_STAGE:-} in
enter)
	enter
	exit $?
	;;
run) ;;
*) begin ;;
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
for name in ana ben fay eve; do
	ssh-keygen -q -t ed25519 -N '' -C "$name" -f "$name"
done
for board in shop bank far; do
	"$EVSTORM" new "$board"
done

# ---- what is missing ----

if [ -n "${ACCESS_DIR:-}" ]; then
	is 'a /dev/pts without the group of terminals is named' "$(cat "$ACCESS_DIR/without-pts")" \
		'evstorm: /dev/pts is not mounted as sshd needs it; as root: mount -o remount,gid=5,mode=620 /dev/pts'
	is 'so is the package that sshd is in' "$(cat "$ACCESS_DIR/without-sshd")" \
		'evstorm: sshd is not installed; install the package openssh-server'
fi

# ---- inviting ----

evstorm invite shop ana ana.pub
works 'somebody is invited'
like 'and it is said as what' "$out" 'ana may come to “shop” as participant'
run_with ben.pub "$EVSTORM" invite shop ben --role observer
works 'the key may come from standard input'
evstorm invite shop fay fay.pub --role facilitator
works 'the role may be any of the three'
is 'the folder is its owner’s alone' "$(stat -c %a "$boards.host")" 700
is 'and so is the list' "$(stat -c %a "$boards.host/authorized_keys")" 600
is 'each line restricts its key' "$(grep -c '^restrict,pty,command="' "$boards.host/authorized_keys")" 3
evstorm invite shop eve ana.pub
fails 'a key is one person’s' 1 'this key lets “ana” in already'
evstorm invite shop eve eve.pub --role king
fails 'an unknown role is refused' 2 '“king” is no role'
evstorm invite nowhere eve eve.pub
fails 'so is a board that is not there' 3 '.*there is no such board'
evstorm invite shop eve eve
fails 'a private key is not taken' 1 'eve: it is a private key'
evstorm invite shop eve missing.pub
fails 'nor is a file that is not there' 3 'missing.pub: '
printf 'command="sh" %s\n' "$(cat eve.pub)" >options.pub
evstorm invite shop eve options.pub
fails 'nor is a line with options' 1 'options.pub: it does not begin with a known type'
cat eve.pub fay.pub >two.pub
evstorm invite shop eve two.pub
fails 'nor are two keys' 1 'two.pub: it has more than one line'
cut -c1-60 eve.pub >short.pub
evstorm invite shop eve short.pub
fails 'nor is half a key' 1 'short.pub: the key is damaged'
evstorm invite shop nobody --revoke
fails 'who was not invited cannot be revoked' 1 '“nobody” is not invited to “shop”'
is 'none of that has changed the list' "$(wc -l <"$boards.host/authorized_keys" | tr -d ' ')" 3

ssh-keygen -q -t ed25519 -N '' -f another
evstorm invite shop ana another.pub
works 'a person may have several keys'

# ---- hosting ----

evstorm host
fails 'a host needs a board' 2 'which board'
evstorm host nowhere --port "$port"
fails 'that is there' 3 '.*there is no such board'
host_up shop bank
if grep -q '/dev/pts' host.err; then
	echo "# $(cat host.err)"
	skip 'sessions' '/dev/pts is not as sshd needs it, and only root could make it so'
	plan
	exit 0
fi
is 'the host has nothing to complain of' "$(cat host.err)" ''
if [ -s host.err ]; then
	plan
	exit 1
fi
like 'the host says what participants type' "$(cat host.out)" "ssh -p $port $user@"
like 'and who the host is' "$(cat host.out)" "$(ssh-keygen -lf "$boards.host/host_key.pub" | cut -d' ' -f2 | tr -d '+/' | cut -c1-12)|SHA256:"
like 'and who is invited' "$(cat host.out)" 'ana \(participant\), ben \(observer\), fay \(facilitator\)'
is 'each once' "$(grep -o 'ana (participant)' host.out | wc -l | tr -d ' ')" 1
evstorm host shop --port "$port"
fails 'a second one finds the port taken' 3 "port $port is taken; choose another with --port"
is 'and leaves the first alone' "$(kill -0 "$host" && echo up)" up

come ana
sees ana 'The board is empty' 'an invited key opens the board'
press 'iFrom ana\r'
sees ana 'From ana' 'a participant adds'
press ':title Mine\r'
sees ana 'title is for the role facilitator' 'and has no title to give'
press 'q'
sees ana 'You have left “shop”; everything is saved.' 'a word is said at the end'
leave
like 'what they did is under their name' "$("$EVSTORM" log shop --by ana)" 'text="From ana"'
like 'in their role' "$("$EVSTORM" log shop)" 'made name=ana role=participant'
is 'and no more' "$("$EVSTORM" log shop | grep -c title)" 1

before=$(changes)
come ben
sees ben 'From ana' 'an observer sees the board'
press 'iNope\r'
sees ben 'open for reading only' 'may not write'
press ':add event Nope\r'
press 'x'
press '!'
press 'eNope\r'
press 'u'
press '\033[200~pasted\033[201~'
press ':step 3\r'
press ':undo\r'
press '?'
sees ben 'Keys on the canvas' 'the help opens'
is 'and offers no command that is not theirs' "$(grep -ac 'add KIND' ben.screen)" 0
press 'q'
"$EVSTORM" do shop add event Later >late
sees ben 'Later' 'but follows what others do'
press 'q'
leave
is 'and nothing came of their keys' "$(changes)" $((before + 1))

come fay
sees fay 'From ana' 'a facilitator comes in'
press ':title Fayre\r'
until_ok sh -c '"$EVSTORM" log shop | grep -q Fayre'
tap_say $? 'and may give it a title'
press 'q'
leave

# ---- nothing else ----

before=$(changes)
run ssh_as eve 127.0.0.1
is 'an unknown key is not let in' "$status" 255
like 'whoever it claims to be' "$err" 'Permission denied \(publickey\)'
run timeout 30 ssh -F none -p "$port" -o UserKnownHostsFile="$tap_dir/known" -o BatchMode=yes \
	-o StrictHostKeyChecking=accept-new -o PubkeyAuthentication=no -l "$user" 127.0.0.1
like 'there are no passwords' "$err" 'Permission denied \(publickey\)'
as=nobody
run ssh_as ana 127.0.0.1
as=
is 'nor other users' "$status" 255
run ssh_as ana 127.0.0.1 "touch '$tap_dir/owned'"
is 'no command is run' "$status$(ls "$tap_dir/owned" 2>/dev/null)" 1
like 'but said what there is' "$err" 'here is only the board'
run ssh_as ana 127.0.0.1 sh
is 'no shell' "$status" 1
run ssh_as ana -s 127.0.0.1 sftp
is 'no sftp' "$(test "$status" = 0 && echo let in)" ''
echo text >file
run timeout 30 scp -O -F none -P "$port" -i ana -o IdentitiesOnly=yes -o BatchMode=yes \
	-o UserKnownHostsFile="$tap_dir/known" file "$user@127.0.0.1:$tap_dir/copied"
is 'no scp' "$(test "$status" = 0 && echo let in)$(ls "$tap_dir/copied" 2>/dev/null)" ''
run timeout 30 scp -F none -P "$port" -i ana -o IdentitiesOnly=yes -o BatchMode=yes \
	-o UserKnownHostsFile="$tap_dir/known" "$user@127.0.0.1:/etc/passwd" "$tap_dir/copied"
is 'neither way' "$(test "$status" = 0 && echo let in)$(ls "$tap_dir/copied" 2>/dev/null)" ''
run ssh_as ana -W "127.0.0.1:$port" 127.0.0.1
is 'no forwarding from here' "$(test "$status" = 0 && echo let in)" ''
like 'sshd says so' "$err" 'prohibited|refused|failed'
run ssh_as ana -N -o ExitOnForwardFailure=yes -R 0:127.0.0.1:22 127.0.0.1
is 'nor to here' "$status" 255
agent=$(ssh-agent -a "$tap_dir/agent" | sed -n 's/.*SSH_AGENT_PID=\([0-9]*\).*/\1/p')
SSH_AUTH_SOCK=$tap_dir/agent DISPLAY=127.0.0.1:9 EVSTORM_HOSTED=$boards/far.evs FOO=bar
export SSH_AUTH_SOCK DISPLAY EVSTORM_HOSTED FOO
come ana "touch $tap_dir/owned" -A -X -o SendEnv=FOO -o SendEnv=EVSTORM_HOSTED -o SetEnv=BASH_ENV=/nowhere
unset DISPLAY EVSTORM_HOSTED FOO
sees ana 'From ana' 'at a terminal a command changes nothing: the board opens'
pid=$(processes "^[^ ]*evstorm attend -- [^ ]* ana ")
tr '\0' '\n' <"/proc/${pid:-0}/environ" >environ
like 'its environment is the host’s' "$(cat environ)" "^EVSTORM_HOSTED=$boards/shop.evs:$boards/bank.evs\$"
is 'with nothing of the client’s in it' "$(grep -E '^(SSH_AUTH_SOCK|DISPLAY|FOO|BASH_ENV)=' environ)" ''
press '\032'
press 'q'
sees ana 'You have left' 'Ctrl-Z does not stop it'
leave
kill "$agent"
unset SSH_AUTH_SOCK
is 'none of it has changed the board' "$(changes)" "$before"
is 'nor run anything' "$(ls "$tap_dir/owned" 2>/dev/null)" ''

# ---- names and boards ----

evstorm invite shop "$(printf 'e\033[31mv\033]0;e')" eve.pub --role observer
works 'a name with escapes in it is cleaned'
is 'before it is kept' "$(LC_ALL=C grep -c "$(printf '\033')" "$boards.host/authorized_keys")" 0
come eve
sees eve 'From ana' 'who is called so comes in'
press 'q'
leave
is 'and the host prints no escape' "$(LC_ALL=C grep -c "$(printf '\033')" host.out)" 0

evstorm invite bank ana ana.pub --role observer
evstorm invite far ana ana.pub
come ana
sees ana 'Which board' 'who is invited to several boards chooses'
press '9\r../far\r/etc/passwd\r-1\r'
press '2\r'
sees ana 'The board is empty' 'by number and in no other way'
press 'iNope\r'
sees ana 'open for reading only' 'and has there the role of that board'
press 'q'
leave
is 'a board that is not hosted now is not offered' "$(grep -ac "3  far" ana.screen)" 0
"$EVSTORM" invite bank ana --revoke >/dev/null
"$EVSTORM" invite far ana --revoke >/dev/null
list=$boards.host/authorized_keys
evstorm attend -- "$list" ana participant "$boards/../boards/shop.evs"
fails 'a path with .. is no board' 1 'none of the boards'
ln -s shop.evs "$boards/link.evs"
evstorm attend -- "$list" ana participant "$boards/link.evs"
fails 'nor is a symbolic link' 1 'none of the boards'
evstorm attend -- "$list" ana facilitator "$boards/shop.evs"
fails 'nor is a role that the list does not give' 1 'none of the boards'
mv "$boards/bank.evs" "$boards/kept.evs"
ln -s /etc/passwd "$boards/bank.evs"
evstorm invite bank ben ben.pub
fails 'what is no board cannot be shared' 3 '/etc/passwd: '
rm "$boards/bank.evs"
mv "$boards/kept.evs" "$boards/bank.evs"

# ---- the end of an invitation ----

ssh_as ana -M -S "$tap_dir/mux" -N 127.0.0.1 &
until_ok test -S "$tap_dir/mux"
come ana
sees ana 'From ana' 'ana is here'
evstorm invite shop ana --revoke
works 'an invitation is taken back'
sees ana 'You have left' 'which ends the session'
leave
run ssh_as ana 127.0.0.1
is 'the key opens nothing any more' "$status" 255
run ssh_as ana -S "$tap_dir/mux" 127.0.0.1
like 'nor does a connection from before' "$err" 'none of the boards|Permission denied'
ssh_as ana -S "$tap_dir/mux" -O exit 127.0.0.1 2>/dev/null

come ben
sees ben 'From ana' 'ben is here'
host_down
is 'the host ends when asked' "$status" 0
sees ben 'You have left' 'sessions close with a word'
leave
like 'who came was shown' "$out" '^[0-9:]+  ana came, from 127.0.0.1$'
like 'who left too' "$out" '^[0-9:]+  ana left$'
like 'and who was kept out' "$out" 'somebody from 127.0.0.1 was not let in'
is 'no process is left' "$(processes "^[^ ]*(sshd|evstorm).*$boards")" ''
is 'no file but key and list' "$(ls "$boards.host" | tr '\n' ' ')" 'authorized_keys host_key host_key.pub '
is 'no socket' "$(ls -d "$boards"/*.live 2>/dev/null)" ''
before=$(cat "$boards.host/host_key.pub")
host_up shop
is 'the host key stays' "$(cat "$boards.host/host_key.pub")" "$before"
host_down
evstorm host --print-config
works 'what the sshd of the machine needs is printed'
like 'for this user' "$out" "^Match User $user\$"
{
	echo "HostKey $boards.host/host_key"
	echo "$out"
} >machine
ok 'and sshd understands it' "$(command -v sshd)" -t -f machine
plan
