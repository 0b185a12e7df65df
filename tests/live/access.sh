#!/bin/sh
# Who comes in over SSH, through a real sshd on this machine: an invited key gets its role on its boards, and
# nobody gets anything else.
set -u
. "${SRCDIR:-.}/tests/live/entry.sh"

for name in ana ben fay eve; do
	ssh-keygen -q -t ed25519 -N '' -C "$name" -f "$name"
done
for board in shop bank far; do
	"$EVSTORM" new "$board"
done

list=$boards.host/authorized_keys

# ---- what is missing ----

if [ -n "${ENTRY_DIR:-}" ]; then
	is 'a /dev/pts without the group of terminals is named' "$(cat "$ENTRY_DIR/without-pts")" \
		'evstorm: /dev/pts is not mounted the way sshd needs it; as root: mount -o remount,gid=5,mode=620 /dev/pts'
	is 'so is the package that sshd is in' "$(cat "$ENTRY_DIR/without-sshd")" \
		'evstorm: sshd is not installed; install the package openssh-server'
	is 'and ssh-keygen, which looks at keys' "$(cat "$ENTRY_DIR/without-keygen")" \
		'evstorm: ssh-keygen is not installed; install the package openssh-client'
fi

# ---- inviting ----

evstorm invite shop ana ana.pub
works 'somebody is invited'
like 'and it is said as what' "$out" 'ana can now join “shop” as participant'
run_with ben.pub "$EVSTORM" invite shop ben --role observer
works 'the key may come from standard input'
evstorm invite shop fay fay.pub --role facilitator
works 'the role may be any of the three'
is 'the folder is its owner’s alone' "$(stat -c %a "$boards.host")" 700
is 'and so is the list' "$(stat -c %a "$boards.host/authorized_keys")" 600
is 'each line restricts its key' "$(grep -c '^restrict,pty,command="' "$boards.host/authorized_keys")" 3
evstorm invite shop eve ana.pub
fails 'a key is one person’s' 1 'this key already belongs to “ana”'
evstorm invite shop eve eve.pub --role king
fails 'an unknown role is refused' 2 'unknown role “king”'
evstorm invite nowhere eve eve.pub
fails 'so is a board that is not there' 3 '.*no such board'
evstorm invite shop eve eve
fails 'a private key is not taken' 1 'eve: this is a private key, .*'
evstorm invite shop eve missing.pub
fails 'nor is a file that is not there' 3 'missing.pub: '
printf 'command="sh" %s\n' "$(cat eve.pub)" >options.pub
evstorm invite shop eve options.pub
fails 'nor is a line with options' 1 'options.pub: not a public key'
cat eve.pub fay.pub >two.pub
evstorm invite shop eve two.pub
fails 'nor are two keys, one of them another’s' 1 'this key already belongs to “fay”'
printf 'command="sh" %s\n' "$(cat eve.pub)" | cat eve.pub - >second.pub
evstorm invite shop eve second.pub
fails 'nor two with a line of options' 1 'second.pub: line 2: not a public key'
cut -c1-60 eve.pub >short.pub
evstorm invite shop eve short.pub
fails 'nor is half a key' 1 'short.pub: the key is damaged'
evstorm invite shop nobody --revoke
fails 'who was not invited cannot be revoked' 1 '“nobody” is not invited to “shop”'
is 'none of that has changed the list' "$(wc -l <"$boards.host/authorized_keys" | tr -d ' ')" 3

ssh-keygen -q -t ed25519 -N '' -f another
evstorm invite shop ana another.pub
works 'a person may have several keys'
ssh-keygen -q -t ed25519 -N '' -f third
ssh-keygen -q -t rsa -b 2048 -N '' -f fourth
{ ssh-keygen -e -f third.pub && cat fourth.pub another.pub; } >several
evstorm invite shop ana several
works 'in one file, also as PuTTY writes it'
like 'how many is said' "$out" 'ana can now join “shop” as participant, with any of 3 keys\.'
is 'and each once' "$(wc -l <"$list" | tr -d ' ')" 6
for name in third fourth; do
	ok "the $name is in the list as OpenSSH has it" \
		grep -qF "$(cut -d' ' -f1,2 $name.pub)" "$list"
done

# ---- hosting ----

evstorm host
fails 'a host needs a board' 2 'which board'
evstorm host nowhere --port "$port"
fails 'that is there' 3 '.*no such board'
host_up shop bank
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
fails 'a second one finds the port taken' 3 "port $port is already in use; choose another with --port"
is 'and leaves the first alone' "$(kill -0 "$host" && echo up)" up

come ana
sees ana 'The board is empty' 'an invited key opens the board'
press 'iFrom ana\r'
sees ana 'From ana' 'a participant adds'
press ':title Mine\r'
sees ana 'title requires the role facilitator' 'and has no title to give'
press 'q'
sees ana 'You have left “shop”; everything is saved.' 'a word is said at the end'
leave
like 'what they did is under their name' "$("$EVSTORM" log shop --by ana)" 'text="From ana"'
like 'in their role' "$("$EVSTORM" log shop)" 'made name=ana role=participant'
is 'and no more' "$("$EVSTORM" log shop | grep -c title)" 1

before=$(changes)
come ben
sees ben 'From ana' 'an observer sees the board'
press '\033[200~pasted\033[201~'
sees ben 'the board is read-only' 'may not write'
for keys in 'iNope\r' ':add event Nope\r' 'x' '!' 'eNope\r' 'u' ':step 3\r' ':undo\r'; do
	press '\003'
	press "$keys"
done
press '\003'
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

cat >calls <<'END'
{"jsonrpc":"2.0","id":0,"method":"initialize","params":{"protocolVersion":"2025-11-25"}}
{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"add","arguments":{"kind":"event","text":"By ana's assistant"}}}
{"jsonrpc":"2.0","id":2,"method":"tools/call","params":{"name":"lock","arguments":{}}}
END
run_with calls ssh_as ana 127.0.0.1 mcp
like 'an assistant can be let in under the name of who is invited' "$out" '"id":1,.*done, change #'
like 'with their role' "$out" '"id":2,.*lock requires the role facilitator'
like 'and its work is theirs' "$("$EVSTORM" log shop --by ana)" "By ana's assistant"

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
like 'but said what there is' "$err" 'this account only opens the board'
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
pid=$(processes "^[^ ]*evstorm attend -- $list ana ")
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
press 'iNope'
sees ana 'the board is read-only' 'and has there the role of that board'
press 'q'
leave
is 'a board that is not hosted now is not offered' "$(grep -ac "3  far" ana.screen)" 0
"$EVSTORM" invite bank ana --revoke >/dev/null
"$EVSTORM" invite far ana --revoke >/dev/null
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
sees ana 'Your invitation to “shop” was revoked' 'which ends the session, and is said'
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
sees ben '“shop” was closed by its host' 'sessions close with a word'
leave
like 'who came was shown' "$out" '^[0-9:]+  ana joined from 127.0.0.1$'
like 'who left too' "$out" '^[0-9:]+  ana left$'
like 'and who was kept out' "$out" 'somebody from 127.0.0.1 was turned away'
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
