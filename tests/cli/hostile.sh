#!/bin/sh
# Nothing that comes from outside reaches the terminal as an escape sequence.
. "${SRCDIR:-.}/tests/lib/tap.sh"

esc=$(printf '\033[31m')
c1=$(printf '\302\233')
bell=$(printf '\007')
bad="x$esc$c1$bell$(printf '\377')y"

evstorm "$bad"
clean 'a board name that is not there'
is 'is refused' "$status" 3
for name in show log export diff report doctor do new import; do
	evstorm "$name" "$bad" "$bad" "$bad"
	clean "operands of $name"
	evstorm "$name" "--$bad" "-$bad"
	clean "options of $name"
done
evstorm --lang "$bad"
clean 'a language'
evstorm "--lang=$bad"
clean 'a language behind ='
evstorm show a --zoom "$bad"
clean 'a number'
evstorm show a --color "$bad"
clean 'a choice'
evstorm export a -f "$bad"
clean 'a format'
evstorm log a -f "$bad"
clean 'a format of the log'

evstorm new "./$bad.evs"
clean 'a hostile file name'
is 'may be made' "$status" 0
evstorm log "./$bad.evs"
clean 'its title'
evstorm do "./$bad.evs" --as "A${esc}na" add event "$esc red $c1 $bell"
clean 'a text and a person'
is 'are taken without what does harm' "$status" 0
evstorm do "./$bad.evs" --as "$(printf 'x\377')" add event A
clean 'a person that is not UTF-8'
is 'is refused' "$status" 1
for name in show log export report 'log -f csv'; do
	evstorm $name "./$bad.evs"
	clean "$name of it"
	is "$name of it works" "$status" 0
done
evstorm do "./$bad.evs" "$bad"
clean 'a command'
printf '%s\n' "$bad" >script
run_with script "$EVSTORM" do "./$bad.evs" -
clean 'a line'
evstorm export "./$bad.evs" -o "nowhere/$bad.csv"
clean 'a file to export to'
evstorm import "./$bad.evs" "$bad.csv"
clean 'a file to import'
evstorm import "./$bad.evs" . --unknown-kind "$bad"
clean 'a kind'

cp "./$bad.evs" "$EVSTORM_BOARDS/$bad.evs"
evstorm
clean 'the list of boards'
is 'works' "$status" 0
evstorm do "./$bad.evs" add aggregate Red
cp "./$bad.evs" "$EVSTORM_BOARDS/$bad.evs"
for name in list glossary 'grep red' 'list -f csv' 'glossary -f csv' 'grep red -f json'; do
	evstorm $name
	clean "$name of all boards"
	is "$name of all boards works" "$status" 0
done

for variable in TERM LC_ALL LANG LANGUAGE COLUMNS NO_COLOR EVSTORM_BOARDS XDG_DATA_HOME HOME LOGNAME \
	EVSTORM_LOCALEDIR XDG_CONFIG_HOME SOURCE_DATE_EPOCH; do
	for command in doctor '' 'show nope'; do
		run env "$variable=/$bad" "$EVSTORM" $command
		clean "$variable in the environment of ${command:-the list of boards}"
	done
done
mkdir -p "$HOME/.config/evstorm"
printf 'set %s %s\n' "$bad" "$bad" >"$HOME/.config/evstorm/config"
evstorm doctor
clean 'the configuration'
is 'is something to mend' "$status" 1
rm "$HOME/.config/evstorm/config"

# A log from a stranger, which no program of ours wrote.
if command -v sqlite3 >/dev/null; then
	evstorm new log
	evstorm do log add event A
	sqlite3 "$EVSTORM_BOARDS/log.evs" \
		"update change set after = 'text=' || char(27) || '[31m' || char(155) where entity = 'sticky'"
	for name in log 'log -f csv'; do
		evstorm $name log
		clean "$name of a hostile log"
	done
else
	skip 'a hostile log' 'there is no sqlite3'
fi

# A history from a stranger that no board can hold.
mkdir history
printf 'id,text\n1,A\n' >history/stickies.csv
cat >history/changes.csv <<'END'
change,action,time,person,step,entity,item,field,before,after,kind,target
1,1,2026-03-02T09:00:00Z,ann,1,person,1,,,name=ann,do,
2,1,2026-03-02T09:00:00Z,ann,1,sticky,1,,,"text=A place=1,1",do,
3,1,2026-03-02T09:00:00Z,ann,1,sticky,2,,,"text=B place=2,1",do,
4,2,2026-03-02T09:00:01Z,ann,1,sticky,2,place,"2,1","1,1",do,
END
evstorm new meeting -i history
is 'a history in which two stickies meet is refused' "$status" 1
ok 'and makes no board' test ! -e "$EVSTORM_BOARDS/meeting.evs"

# Closed streams are not taken for files of ours.
for closed in '<&-' '>&-' '2>&-' '<&- >&- 2>&-'; do
	rm -f "$EVSTORM_BOARDS/closed.evs"
	run sh -c "\"\$EVSTORM\" new closed $closed"
	evstorm log closed
	works "a board made with $closed is whole"
done
plan
