#!/bin/sh
# Board commands from the arguments and from standard input.
. "${SRCDIR:-.}/tests/lib/tap.sh"

stickies() {
	"$EVSTORM" export "${1:-b}" -f csv | tail -n +2 | wc -l | tr -d ' '
}

evstorm new b
evstorm do b add event Order placed
works 'a command works'
is 'and prints the id' "$out" 1
evstorm do b --as Ana add command 'Place it' ';' link 2 1 ';' add -c 9 event Later
works 'several commands work'
is 'and print what each has to say' "$out" '2
3'
evstorm log b --by Ana
is 'they are one action' "$(printf '%s\n' "$out" | cut -d' ' -f2- | sed 's/^ *//' | cut -c1-16 | sort -u)" \
	'2026-11-20 14:05'
evstorm do b --as Ana undo
works 'which one undo takes back'
is 'as a whole' "$(stickies)" 1
evstorm do b add event A ';' add bogus B
fails 'when one is refused' 2 '.*bogus'
is 'nothing is done' "$(stickies)" 1
evstorm do b resolve 1
fails 'a refusal by the board is status 1' 1 'sticky 1: '
evstorm do b frobnicate
fails 'an unknown command is wrong usage' 2 'unknown command “frobnicate”'
evstorm do b ';'
fails 'so is none at all' 2 'no command given'
evstorm do b add event -- -c dash
works 'an argument may look like an option'
evstorm do b add event --as typed
works 'behind the command nothing is an option of ours'
evstorm export b
like 'but the command'"'"'s' "$out" ",'?--as typed,"
evstorm do b add event 'two
lines'
works 'line breaks stay in a text'
evstorm do b add event "$(printf 'bad\377utf8')"
fails 'what is not UTF-8 is refused' 1 '.*not UTF-8'

evstorm new lines
printf '%s\n' 'add event One' '' '   ' '# a comment' '  # another' '  add event Two  words' \
	'add event "quoted text"' >script
printf 'add event Windows\r\nadd event last without an end' >>script
run_with script "$EVSTORM" do lines -
works 'standard input is run line by line'
is 'and each line says its own' "$out" '1
2
3
4
5'
evstorm do lines undo
is 'each is an action of its own' "$(stickies lines)" 4
evstorm log lines
like 'a line end of another system is none of the text' "$out" 'text=Windows place'

printf '%s\n' 'add event Good' '' 'frobnicate' 'add event Never' >script
run_with script "$EVSTORM" do lines -
is 'a line that is not understood: status' "$status" 2
is 'a line that is not understood: reason' "$err" 'evstorm: line 3: unknown command “frobnicate”'
is 'what came before it was done and said' "$out" 6
is 'and stays; what comes behind is not done' "$(stickies lines)" 5
printf '%s\n' 'resolve 1' >script
run_with script "$EVSTORM" do lines -
fails 'a line that is refused' 1 'line 1: sticky 1: '
printf 'add event a\000b\n' >script
run_with script "$EVSTORM" do lines -
fails 'a NUL byte is refused' 2 'line 1: it contains a NUL byte'
head -c 1100000 /dev/zero | tr '\0' a >script
run_with script "$EVSTORM" do lines -
fails 'a line without end is refused' 2 'line 1: it is longer than 1048576 bytes'
run_with /dev/null "$EVSTORM" do lines -
works 'nothing to do is done'
evstorm do lines - add
fails 'nothing may follow the -' 2 'nothing may follow'
run_with . "$EVSTORM" do lines -
fails 'input that cannot be read' 3 'line 1: standard input: '
run sh -c '"$EVSTORM" do lines - <&-'
fails 'input that is closed' 3 'line 1: standard input: '

# An id that was printed is the id of something on disk, even when the reader is slow or gone.
mkfifo pipe
printf 'add event Durable\n' >script
before=$(stickies lines)
( "$EVSTORM" do lines - <pipe & ) >first
exec 3>pipe
cat script >&3
tries=0
while [ ! -s first ] && [ $tries -lt 1000 ]; do
	tries=$((tries + 1))
	"$EVSTORM" show lines >/dev/null || break
done
is 'the answer comes before the next line is asked for' "$(wc -l <first | tr -d ' ')" 1
is 'and what it tells of is there' "$(stickies lines)" $((before + 1))
exec 3>&-
before=$(stickies lines)
run sh -c '"$EVSTORM" do lines add event X >/dev/full'
fails 'an answer that cannot be written is said' 3 'standard output: No space left on device'
run sh -c '"$EVSTORM" do lines add event X >&-'
fails 'so is one with nowhere to go' 3 'standard output: '
plan
