#!/bin/sh
# Tables of other programs: what is said about them, and asked on a terminal.
. "${SRCDIR:-.}/tests/lib/tap.sh"

"$EVSTORM" new shop </dev/null

printf '%s\n' 'Summary,Issue Type,Comment,Comment,Comment,,Sprint' 'Order placed,Event,a,b,c,d,1' ',Story,,,,,2' >jira.csv
evstorm import shop jira.csv
works 'a table of a tracker comes in'
is 'what is left out is named, all of it' "$out" \
	'1 sticky added; 1 row without a text ignored; 4 columns ignored: Comment ×2, column 6, Sprint'

mkdir several
printf 'What,Sort\nPlaced,event\n' >several/a.csv
printf 'text\nPacked\n' >several/b.csv
evstorm import shop several --map What=text,Sort=kind
works 'not every table of a folder needs every column of the map'
is 'they all come in' "$out" '2 stickies added'
evstorm import shop several --map What=text,Nothing=kind
fails 'but one of them has to have it' 1 'several: no table has a column called “Nothing”'

# On a terminal.
onpty=$(dirname "$EVSTORM")/tests/live/onpty
printf 'Was,Art,Wer\nBestellung eingegangen,event,Ana\nBezahlen,command,Bea\n' >unknown.csv
evstorm import shop unknown.csv
fails 'a table that is not known is refused' 1 'unknown\.csv: row 1: no column is called text'
if [ -x "$onpty" ]; then
	# asked ANSWERS COMMAND...: types the answers, and prints what is shown, on one line.
	asked() {
		answers=$1
		shift
		mkfifo keys
		exec 9<>keys # so that there is no end of the input before the program ends
		printf "$answers" >&9
		timeout 60 "$onpty" "$@" <keys | tr -d '\r' | tr '\n' ' '
		exec 9>&-
		rm keys
	}
	shown=$(asked 'y\ntext\nnonsense\nkind\n\n' "$EVSTORM" import shop unknown.csv)
	like 'on a terminal one is asked whether there is a header' "$shown" 'Was, Art, Wer +Are these the titles of the columns'
	like 'then column by column, with examples' "$shown" '1 “Was” \(Bestellung eingegangen, Bezahlen\): '
	like 'until the answer is one' "$shown" 'unknown field; use one of text'
	like 'and it comes in' "$shown" '2 stickies added'
	evstorm import shop unknown.csv
	works 'the answers are remembered'
	is 'without a terminal too' "$out" 'As last time: --map 1=text,2=kind,3=-
2 stickies added'
	printf 'Bezahlt,event\nVerpackt,event\n' >list.csv
	shown=$(asked 'n\ntext\nkind\n' "$EVSTORM" import shop list.csv)
	like 'a list without a header' "$shown" '2 stickies added'
	shown=$(asked '\004' "$EVSTORM" import shop list.csv)
	like 'who does not answer imports nothing' "$shown" 'evstorm: nothing imported'
	"$EVSTORM" export shop -f csv | sed '2s/Order placed/Order received/' >table.csv
	shown=$(asked 'n\n' "$EVSTORM" import shop table.csv --update)
	like 'an update is shown before' "$shown" 'Order \[-placed-\] \{\+received\+\}.*preview: 1 sticky altered.*Change the board like this'
	like 'and not made if one does not agree' "$("$EVSTORM" export shop -f csv)" 'Order placed'
	shown=$(asked 'y\n' "$EVSTORM" import shop table.csv --update)
	like 'but if one does' "$("$EVSTORM" export shop -f csv)" 'Order received'
else
	skip 'on a terminal' 'tests/live/onpty is not built'
fi
plan
