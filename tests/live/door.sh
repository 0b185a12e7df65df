#!/bin/sh
# A door that holds: through a real sshd on this machine, one who floods it shuts nobody out, and whatever a session is
# busy with, it ends with its line, with its invitation and with the host.
set -u
. "${SRCDIR:-.}/tests/live/entry.sh"

for name in ana ben; do
	ssh-keygen -q -t ed25519 -N '' -C "$name" -f "$name"
done
"$EVSTORM" new shop
evstorm invite shop ana ana.pub
evstorm invite shop ben ben.pub --role observer

# ---- a flood of connections that do not log in ----

host_up shop
idlers=${SRCDIR:-.}/tests/live/idlers
[ -x "$idlers" ] || idlers=${EVSTORM%/*}/tests/live/idlers
if [ -x "$idlers" ]; then
	mkfifo water
	"$idlers" 127.0.0.2 127.0.0.1 "$port" 300 <water >idlers.out &
	exec 4>water
	until_ok grep -q open idlers.out
	came=0
	for time in 1 2 3 4 5; do
		come ana
		until_ok shown ana 'The board is empty' && came=$((came + 1))
		press 'q'
		leave
	done
	is 'while somebody opens 300 connections, those who are invited come in' "$came" 5
	until_ok grep -q 'turned away' host.out
	like 'and the host sees it' "$(cat host.out)" '^[0-9:]+  127.0.0.2 opens connections without logging in: 1 turned away$'
	is 'without being flooded itself' "$(grep -c 'turned away' host.out)" 1
	exec 4>&-
else
	skip 'a flood' 'tests/live/idlers is not built'
fi
host_down
is 'nothing of it is left' "$(processes "^[^ ]*(sshd|evstorm).*$boards")" ''

# ---- the end of a session that is busy, or that nobody listens to ----

# session_of NAME: the process of the session of NAME.
session_of() {
	processes "^[^ ]*evstorm attend -- $boards.host/authorized_keys $1 "
}

# half_typed NAME TEXT: NAME comes and has TEXT typed and not kept.
half_typed() {
	come "$1"
	until_ok shown "$1" 'The board is empty'
	press "i$2"
	sees "$1" "$2" "$1 types"
}

# stop_terminal NAME: the terminal of their session takes nothing any more, and the session has something to write.
stop_terminal() {
	pid=$(session_of "$1")
	terminal=$(readlink "/proc/$pid/fd/1")
	until_ok is_resting
	idle=$(call_of "$pid")
	stty -F "$terminal" ixon
	press '\023'
	until_ok is_waiting
	tap_say $? "the terminal of $1 takes nothing" "still in the call $(call_of "$pid"), as when it was idle"
}

is_resting() {
	[ "$(call_of "$pid")" != running ]
}

# call_of PROCESS: the number of the system call that it is in.
call_of() {
	cut -d' ' -f1 "/proc/$1/syscall"
}

# The session is in a call and stays there, and in another than when it had nothing to do.
is_waiting() {
	stty -F "$terminal" rows $((20 + $(date +%N | cut -c3) % 10))
	for look in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do
		call=$(call_of "$pid")
		[ "$call" != running ] && [ "$call" != "$idle" ] || return 1
	done
}

gone() {
	! kill -0 "$1" 2>/dev/null
}

# come_again NAME: one more session, without keys.
come_again() {
	ssh_as "$1" -tt 127.0.0.1 <&6 >/dev/null 2>&1 &
}

four_sessions() {
	[ "$(session_of ana | wc -l)" = 4 ]
}

# restored NAME TEXT WHAT: who comes again has the text that was not kept.
restored() {
	come "$1"
	sees "$1" "$2" "$3"
	press '\003q'
	leave
}

is_empty() {
	[ -z "$(processes "^[^ ]*(sshd|evstorm).*$boards")" ]
}

# nothing_left WHAT: no process of the host or of a session is there.
nothing_left() {
	until_ok is_empty
	tap_say $? "$1" "$(processes "^[^ ]*(sshd|evstorm).*$boards")"
}

host_up shop
half_typed ana 'Half a thought'
stop_terminal ana
host_down
nothing_left 'a session whose terminal takes nothing ends with the host'
leave
host_up shop
restored ana 'Half a thought' 'and what was typed is there again'

half_typed ana 'Lost line'
stop_terminal ana
kill "$(processes "^ssh .*-p $port -i ana ")"
until_ok gone "$pid"
tap_say $? 'and it ends with its line'
leave
restored ana 'Lost line' 'with what was typed'

# busy_keys: ana comes, and keys come from her without an end.
busy_keys() {
	: >ana.screen
	yes lh 2>/dev/null | tr -d '\n' 2>/dev/null | ssh_as ana -tt 127.0.0.1 >ana.screen 2>&1 &
	until_ok shown ana 'The board is empty'
}

busy_keys
busy=$(session_of ana)
kill "$(processes "^ssh .*-p $port -i ana ")"
until_ok gone "$busy"
tap_say $? 'one that never stops drawing ends with its line'
busy_keys
host_down
nothing_left 'and with the host'

# ---- an invitation that is taken back while somebody types ----

host_up shop
half_typed ana 'Not done yet'
evstorm invite shop ana --revoke
works 'an invitation is taken back'
like 'and it is said where the text is' "$out" '^What they were typing is kept for them: /.*/draft-'
like 'which is there' "$(cat "${out##*: }")" 'Not done yet'
sees ana 'Your invitation to “shop” was revoked' 'who typed is told'
sees ana 'What you were typing:' 'and has the text on their screen'
sees ana 'The host keeps it until you are invited again' 'and is told where it is'
leave
evstorm invite shop ana ana.pub
restored ana 'Not done yet' 'invited again they go on with it'
mkfifo quiet
exec 6<>quiet
come ana
come_again ana
come_again ana
come_again ana
until_ok four_sessions
run ssh_as ana -tt 127.0.0.1
like 'nobody has more than four sessions' "$out" 'you are already here 4 times'
leave
host_down

# ---- a host that is killed ----

host_up shop
half_typed ana 'Cut off'
kill -KILL "$host"
sees ana '“shop” was closed by its host' 'a session ends in order when the host is killed'
leave
nothing_left 'and nothing stays behind'
host_up shop
come ana
sees ana 'Cut off' 'what was typed is there again'
kill -KILL "$(processes "^[^ ]*evstorm host shop --port $port" | grep -vx "$host")"
until_ok gone "$(session_of ana)"
wait "$host"
is 'when the part of it that serves is killed, the other ends' $? 3
leave
nothing_left 'with all the sessions'

plan
