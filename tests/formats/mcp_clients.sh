#!/bin/sh
# The official clients of the Model Context Protocol, in its older and in its newest form.
. "${SRCDIR:-.}/tests/lib/tap.sh"
. "${SRCDIR:-.}/tests/formats/readers.sh"

for client in sdk client; do
	evstorm new "$client"
	can_read mcp "the $client works on a board" || continue
	run timeout 60 node read_mcp.mjs "$client" "$EVSTORM" "$client"
	works "the $client works on a board"
	is 'and is told what happens there' "$(printf '%s\n' "$out" | grep -v '^version')" "tools true
add 1 done, change #4
lock true lock requires the role facilitator
resources evstorm:board evstorm:outline evstorm:map evstorm:findings evstorm:proposals evstorm:changes evstorm:people
outline true
told evstorm:board
unknown -32602"
	[ "$client" = sdk ] || like 'in the newest form' "$out" '^version 2026-07-28$'
	evstorm log "$client"
	like 'under its name' "$out" "$client  step 1  sticky 1 made text=\"주문이 접수됨\""
done
plan
