#!/bin/sh
# Guests: who has no key of their own comes in with one pasted line and a name, through a real sshd on this machine.
set -u
. "${SRCDIR:-.}/tests/live/entry.sh"

onpty=${SRCDIR:-.}/tests/live/onpty
[ -x "$onpty" ] || onpty=${EVSTORM%/*}/tests/live/onpty
if [ ! -x "$onpty" ]; then
	skip 'guests' 'tests/live/onpty is not built'
	plan
	exit 0
fi
for name in ana fay; do
	ssh-keygen -q -t ed25519 -N '' -C "$name" -f "$name"
done
"$EVSTORM" new shop
evstorm invite shop ana ana.pub
evstorm invite shop fay fay.pub --role facilitator
folder=$boards.host

# machine NAME: a home where nothing was yet, at a terminal with a shell; its keys go through `press`, its screen into
# NAME.screen.
machine() {
	who=$1
	mkdir -p "$tap_dir/$who"
	rm -f keys
	mkfifo keys
	: >"$who.screen"
	env -i HOME="$tap_dir/$who" PATH="$PATH" TERM="$TERM" PS1='ready$ ' "$onpty" sh <keys >"$who.screen" 2>&1 &
	session=$!
	exec 3>keys
	until_ok shown "$who" 'ready$ '
}

# paste: what the host has printed for Linux and macOS.
paste() {
	printf '%s\n' "$(grep "^sh -c '" host.out)" >&3
}

# guest MACHINE NAME: comes in from a new machine.
guest() {
	machine "$1"
	paste
	sees "$1" 'Your name, as the others will see it: ' "$1 is asked for a name"
	press "$2\r"
	sees "$1" 'The board is empty' "$2 has the board"
}

# to_shell MACHINE: they have left, and are in their shell again.
to_shell() {
	: >"$1.screen"
	until_ok asks_again "$1"
	press 'exit\r'
	leave
}

asks_again() {
	press '\r'
	shown "$1" 'ready$ '
}

# repainted MACHINE NAME TEXT: is TEXT on the screen when all of it is sent again? Otherwise only what differs is.
repainted() {
	stty -F "$(readlink "/proc/$(session_of "$2")/fd/1")" rows $((20 + $(date +%N | cut -c3)))
	shown "$1" "$3"
}

session_of() {
	processes "^[^ ]*evstorm attend -- $folder/authorized_keys $1 "
}

gone() {
	! kill -0 "$1" 2>/dev/null
}

# ---- what is asked for ----

evstorm host shop --guests facilitator
fails 'no guest leads' 2 'guests can be participant or observer, not “facilitator”'
evstorm host shop --guests participant --until six
fails 'a time is a time' 2 'invalid time “six”; write it as 18:00'
evstorm host shop --guests participant --until 24:00
fails 'of the day' 2 'invalid time “24:00”'
evstorm host shop --until 18:00
fails 'it is for guests' 2 '--until and --address are for guests'
evstorm host shop --guests observer --address 'a;b'
fails 'an address is one' 2 'invalid address “a;b”'
evstorm host shop --end-guests
fails 'what was not begun does not end' 1 'that board is not open to guests'

# ---- coming in ----

host_up shop --guests participant --until "$(date -d '+3 hours' +%H:%M)" --address 127.0.0.1
is 'the host has nothing to complain of' "$(cat host.err)" ''
like 'it says until when' "$(cat host.out)" '^Until [0-9:]+( tomorrow)? guests join by pasting one line'
is 'and what is pasted, in one line' "$(grep -c "^sh -c '.*'\$" host.out)" 1
is 'on Windows too' "$(grep -c '^cmd /c ".*"$' host.out)" 1
is 'neither is longer than a terminal takes' "$(awk 'length > 1020' host.out | wc -l)" 0
like 'it can be ended' "$(cat host.out)" 'evstorm host shop --end-guests'
is 'the key is its owner’s alone' "$(stat -c %a "$folder/guest_key.$port")" 600
is 'and so is what can be sent' "$(stat -c %a "$folder/guest.$port.sh")" 600
is 'the key may do one thing' "$(grep -c "^restrict,pty,command=\"'[^ ]*evstorm' welcome -- " "$folder/authorized_keys")" 1

guest one Kim
press 'iFrom Kim\r'
until_ok sh -c '"$EVSTORM" log shop --by Kim | grep -q "From Kim"'
tap_say $? 'what a guest adds is under their name'
like 'in the role of guests' "$("$EVSTORM" log shop)" 'made name=Kim role=participant'
press ':title Mine\r'
sees one 'title requires the role facilitator' 'and no more than that'
until_ok grep -q 'Kim joined as a guest from 127.0.0.1' host.out
tap_say $? 'the host sees who came' "$(cat host.out)"
is 'the key of a guest is closed to others' "$(stat -c %a "$tap_dir"/one/.evstorm/*/key)" 600
is 'in a folder of its own' "$(stat -c %a "$tap_dir"/one/.evstorm/*)" 700
exec 7>&3
first=$session

come fay
until_ok shown fay 'From Kim'
press 'P'
sees fay 'guest' 'who leads sees who is a guest'
press 'qq'
leave

# ---- names ----

mkfifo quiet
exec 6<>quiet
"$onpty" "$EVSTORM" shop --as Jo <&6 >jo.screen 2>&1 &
jo=$!
until_ok shown jo 'From Kim'
machine two
paste
sees two 'Your name, as the others' 'another machine is asked, too'
for name in Kim kIM ana fay Jo "$user"; do
	press "$name\r"
	sees two "“$name” is taken" "$name is taken"
done
press '\r'
sees two 'the name is empty' 'an empty name is none'
press '12345678901234567890123456789012345678901\r'
sees two 'the name is longer than 40 characters' 'nor is a long one'
press 'Lee \303\251\r'
sees two 'From Kim' 'a free one is'
like 'as it was typed' "$(cat "$folder/guests")" '^in [0-9a-f]{24} 127.0.0.1 port [0-9]+ Lee é$'
press 'q'
sees two 'You have left' 'a guest may leave'
to_shell two
kill "$(processes "^$EVSTORM shop --as Jo")"
wait "$jo"

# ---- a line that breaks ----

exec 3>&7
session=$first
press 'iHalf a thought'
sees one 'Half a thought' 'Kim types'
kill "$(processes "^ssh -F none -t -p $port .*@127.0.0.1")"
until_ok shown one 'ready$ '
: >one.screen
paste
sees one 'Press Enter to join as Kim' 'who comes again is known'
press '\r'
sees one 'Half a thought' 'and goes on where they were'
press '\033'

# ---- the key and nothing else ----

key=$(echo "$tap_dir"/one/.evstorm/*/key)
run ssh_as "$key" 127.0.0.1 "touch '$tap_dir/owned'"
is 'no command is run' "$status$(ls "$tap_dir/owned" 2>/dev/null)" 1
run ssh_as "$key" -s 127.0.0.1 sftp
is 'no sftp' "$(test "$status" = 0 && echo let in)" ''
run ssh_as "$key" -W "127.0.0.1:$port" 127.0.0.1
is 'no forwarding' "$(test "$status" = 0 && echo let in)" ''
evstorm invite shop eve "$folder/guest_key.$port.pub"
fails 'nobody is invited by the key of the guests' 1 'this is the guests'
cp "$(dirname "$key")/host" host.kept
printf 'evstorm %s\n' "$(cut -d' ' -f1,2 ana.pub)" >"$(dirname "$key")/host"
run env -C "$(dirname "$key")" ssh -F none -p "$port" -i key -o IdentitiesOnly=yes -o HostKeyAlias=evstorm \
	-o UserKnownHostsFile=host -o StrictHostKeyChecking=yes -o BatchMode=yes "$user@127.0.0.1"
is 'nobody can stand in for the host' "$status" 255
like 'as its key is known' "$err" 'Host key verification failed'

# ---- sent out ----

evstorm invite shop Kim --revoke
works 'a guest is sent out'
sees one 'You can no longer be a guest of “shop”' 'and told'
until_ok shown one 'ready$ '
: >one.screen
paste
sees one 'you were removed and cannot join again' 'for good'
to_shell one
machine three
paste
until_ok shown three 'Your name'
press 'Kim\r'
sees three '“Kim” is taken' 'nobody else has that name'
press '\004'
to_shell three

# ---- as a script ----

machine four
press "sh '$folder/guest.$port.sh'\r"
sees four 'Your name, as the others' 'the script does the same'
press 'Max\r'
sees four 'From Kim' 'and lets in'
press 'iNot finished'
sees four 'Not finished' 'Max types'

# ---- the end ----

evstorm host shop --end-guests
works 'the key of the guests is ended'
sees four 'You can no longer be a guest' 'which ends their sessions'
sees four 'What you were typing:' 'with what they typed'
until_ok grep -q 'guests can no longer join' host.out
tap_say $? 'and the host says so'
: >four.screen
press "sh '$folder/guest.$port.sh'\r"
until_ok shown four 'ready$ '
is 'nothing of it is left in the folder' "$(ls "$folder" | tr '\n' ' ')" "authorized_keys host_key host_key.pub sshd_config.$port "
paste
sees four 'Permission denied (publickey)' 'the line opens nothing'
to_shell four
come ana
sees ana 'From Kim' 'those who are invited still come in'
press 'q'
leave
host_down

# ---- at its time ----

host_up shop --guests observer --until "$(date -d '+20 seconds' +%H:%M:%S)" --address 127.0.0.1
machine five
paste
until_ok shown five 'Your name'
press 'Pia\r'
sees five 'From Kim' 'an observer may be a guest'
until_ok repainted five Pia 'guest access ends in 1 minute'
tap_say $? 'guests are told before it ends'
until_ok shown five 'Guest access has ended'
sees five 'Guest access has ended' 'and have to leave at their time'
until_ok grep -q 'guests can no longer join' host.out
tap_say $? 'as the host says'
to_shell five
host_down
host_up shop --guests participant --address 127.0.0.1
kept=$(cat "$folder/guest_key.$port")
host_down
host_up shop --guests participant --address 127.0.0.1
is 'a host that begins anew has the same key' "$(cat "$folder/guest_key.$port")" "$kept"
host_down
host_up shop
is 'without guests there is none' "$(ls "$folder" | grep -c guest)" 0
host_down
plan
