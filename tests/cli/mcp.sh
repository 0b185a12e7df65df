#!/bin/sh
# An assistant over the Model Context Protocol: what it can do on a board, and what a client that misbehaves gets.
. "${SRCDIR:-.}/tests/lib/tap.sh"

hello='{"jsonrpc":"2.0","id":0,"method":"initialize","params":{"protocolVersion":"2025-11-25","capabilities":{}}}'

# call NAME ARGUMENTS: a line that calls a tool.
call() {
	printf '{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"%s","arguments":%s}}\n' "$1" "$2"
}

# asks OPTION... -- LINE...: sends the lines to an assistant on the board shop; its last answer is $last.
asks() {
	options=
	while [ "$1" != -- ]; do
		options="$options $1"
		shift
	done
	shift
	{
		echo "$hello"
		printf '%s\n' "$@"
	} >in
	# shellcheck disable=SC2086 # the options are words
	run_with in "$EVSTORM" mcp shop --as Bot $options
	last=$(printf '%s\n' "$out" | tail -n 1)
}

evstorm new shop -t Shop
evstorm do shop add event 'Order placed'

evstorm mcp shop
fails 'an assistant needs a name' 2 '.*--as NAME'
evstorm mcp nowhere --as Bot
fails 'and a board' 3 '.*nowhere'
evstorm mcp shop --as Bot --role chief
fails 'and a role that there is' 2 '.*unknown role “chief”'

asks -- "$(call add '{"kind":"command","text":"Place order"}')" "$(call link '{"id":2,"id2":1}')"
works 'it ends when its client leaves'
like 'a command answers when it is done' "$last" 'done, change #[0-9]*'
evstorm log shop
like 'the log has its name' "$out" 'Bot  step 1  link 1 made source=2 target=1'
like 'and its role' "$out" 'person 2 made name=Bot role=participant'
evstorm do shop undo
evstorm show shop --outline
like 'undoing takes back only what one did oneself' "$out" 'Place order'

asks --role observer -- '{"jsonrpc":"2.0","id":1,"method":"tools/list"}'
is 'an observer is offered no command' "$(printf '%s\n' "$last" | grep -c '"name":"add"')" 0
like 'but readings' "$last" '"name":"read-board"'
asks --role observer -- "$(call add '{"kind":"event","text":"x"}')"
like 'and can change nothing' "$last" '"text":"the board is read-only"}\],"isError":true'
asks -- "$(call lock '{}')"
like 'a participant cannot lead' "$last" 'lock requires the role facilitator.*"isError":true'
asks -- "$(call vote '{"id":1}')"
like 'it does not vote' "$last" 'this assistant may not vote.*"isError":true'
asks --votes -- "$(call vote '{"id":2}')"
like 'unless it is allowed to' "$last" 'done'

before=$("$EVSTORM" export shop -f json)
{
	echo "$hello"
	call add '{"kind":"event","text":"Half a message"}' | cut -c 1-90 | tr -d '\n'
} >in
run_with in "$EVSTORM" mcp shop --as Bot
works 'half a message ends it like any other'
like 'it is no JSON' "$out" '"id":null,"error":{"code":-32700'
{
	head -c 104857600 /dev/zero | tr '\0' x
	echo
	echo '{"jsonrpc":"2.0","id":"after","method":"ping"}'
} >in
run_with in "$EVSTORM" mcp shop --as Bot
works 'a line of 100 MB is survived'
is 'and refused in one line' "$(printf '%s\n' "$out" | sed -n 1p)" \
	'{"jsonrpc":"2.0","id":null,"error":{"code":-32600,"message":"a message is longer than 1048576 bytes"}}'
is 'what follows is answered' "$(printf '%s\n' "$out" | sed -n 2p)" '{"jsonrpc":"2.0","id":"after","result":{}}'
rm in
run_with /dev/null "$EVSTORM" mcp shop --as Bot
works 'a client that says nothing is none'
is 'and gets nothing' "$out" ''
run sh -c '"$EVSTORM" mcp shop --as Bot <&-'
fails 'without an input it ends' 3 '.*standard input'
call ping '{}' >in
run sh -c '"$EVSTORM" mcp shop --as Bot <in >&-'
fails 'without an output too' 3 '.*standard output'
is 'none of this has changed the board' "$("$EVSTORM" export shop -f json)" "$before"

mkfifo to from
"$EVSTORM" mcp shop --as Bot <to >from 2>err &
server=$!
exec 3>to 4<from
echo "$hello" >&3
read -r line <&4
like 'it answers while its client stays' "$line" '"id":0,"result"'
ok 'others see that it is there' test -d "$EVSTORM_BOARDS/shop.evs.live"
echo '{"jsonrpc":"2.0","id":1,"method":"resources/subscribe","params":{"uri":"evstorm:board"}}' >&3
read -r line <&4
is 'it can be asked to tell' "$line" '{"jsonrpc":"2.0","id":1,"result":{}}'
evstorm do shop add event 'Order paid'
read -r line <&4
is 'and tells as soon as another process changes the board' "$line" \
	'{"jsonrpc":"2.0","method":"notifications/resources/updated","params":{"uri":"evstorm:board"}}'
call read-outline '{}' >&3
read -r line <&4
like 'and has read what changed' "$line" 'Order paid'
kill "$server"
wait "$server"
is 'told to end, it ends' $? 1
ok 'and takes its leave' test ! -e "$EVSTORM_BOARDS/shop.evs.live"
is 'saying why' "$(cat err)" 'evstorm: the assistant was told to leave; everything is saved'
exec 3>&- 4<&-

evstorm invite shop Bot --revoke
fails 'who is not there cannot be sent out' 1 '“Bot” is not invited to “shop”'
"$EVSTORM" mcp shop --as Bot <to >from 2>err &
server=$!
exec 3>to 4<from
echo "$hello" >&3
read -r line <&4
evstorm invite shop Ann --revoke
fails 'nobody is sent out by another name' 1 '“Ann” is not invited to “shop”'
evstorm invite shop Bot --revoke
works 'an assistant that is there can'
is 'as everybody else' "$out" 'Bot can no longer join “shop”.'
wait "$server"
is 'it has ended' $? 1
is 'and was told why' "$(cat err)" 'evstorm: the assistant was told to leave; everything is saved'
exec 3>&- 4<&-

if command -v sqlite3 >/dev/null; then
	mkfifo hold
	sqlite3 "$EVSTORM_BOARDS/shop.evs" <hold >held &
	exec 5>hold
	echo 'BEGIN IMMEDIATE; SELECT 1;' >&5
	until [ -s held ]; do :; done
	asks -- "$(call add '{"kind":"event","text":"x"}')"
	like 'a board that another program locks is told of' "$last" 'sqlite3.*"isError":true'
	exec 5>&-
	wait
else
	skip 'a board that another program locks is told of' 'sqlite3 is not installed'
fi
chmod 400 "$EVSTORM_BOARDS/shop.evs"
if [ "$(id -u)" != 0 ]; then
	evstorm mcp shop --as Bot
	fails 'a board that may only be read needs an observer' 3 '.*shop'
fi
asks --role observer -- "$(call read-outline '{}')"
like 'who can read it' "$last" 'Order placed'
# attends COMMAND: what sshd runs for an invited person who gives that command.
attends() {
	SSH_ORIGINAL_COMMAND=$1 "$EVSTORM" attend "$EVSTORM_BOARDS.host/authorized_keys" ana participant \
		"$EVSTORM_BOARDS/shop.evs"
}

chmod 600 "$EVSTORM_BOARDS/shop.evs"
echo ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIHZ9lpt0mDI+/cEZF2miwHFZt/EkAtG5JLxFiv/+LGbb >ana.pub
evstorm invite shop ana ana.pub
works 'somebody is invited'
echo "$hello" >in
run_with in attends mcp
works 'and their assistant is let in'
run_with in attends 'mcp shop'
like 'on the board that it names' "$out" '"id":0,"result"'
run_with in attends 'mcp bank'
fails 'but not on another one' 1 'no board “bank” is open to you'
attends mcp <to >from 2>err &
server=$!
exec 3>to 4<from
echo "$hello" >&3
read -r line <&4
call add '{"kind":"event","text":"Before the file went"}' >&3
read -r line <&4
like 'it works' "$line" 'done, change #'
rm "$EVSTORM_BOARDS/shop.evs"
exec 3>&- 4<&-
wait "$server"
is 'if the file is gone at the end, it says so' $? 3
like 'and keeps what was done' "$(cat err)" 'what was done is kept in .*'
plan
