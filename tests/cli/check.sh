#!/bin/sh
# What a board still lacks.
. "${SRCDIR:-.}/tests/lib/tap.sh"

evstorm new shop
evstorm check shop
works 'a board that lacks nothing passes'
is 'and nothing is said' "$out" ''
evstorm check shop -f json
works 'so it does as JSON'
is 'with an empty list' "$out" '[]'

evstorm do shop --as Ana add event -c 1 -r 1 'Send "letter"' ';' add command -c 3 -r 1 Pay \
	';' add event -c 4 -r 1 Paid ';' add hotspot -c 4 -r 2 Who pays?
evstorm check shop
is 'a board that lacks something does not pass' "$status" 1
is 'and nobody complains' "$err" ''
like 'findings name the sticky' "$out" '^1  event-past-tense +#1 “Send "letter"”: not in the past tense'
like 'and the next step' "$out" '^3  event-no-trigger +#1 '
is 'what has a trigger is no finding' "$(printf '%s\n' "$out" | grep -c '^3 .*#3')" 0
evstorm check shop --step 4
is '--step leaves out the others' "$(printf '%s\n' "$out" | grep -vc '^4 ')" 0
evstorm check shop --step 8
works 'a step without findings passes'
evstorm --lang ko check shop --step 1
like 'it is said in Korean' "$out" '과거형'

evstorm check shop --step 1 -f json
is 'as JSON it does not pass either' "$status" 1
like 'quotes are escaped' "$out" '"text": "Send \\"letter\\""'
like 'the check is named' "$out" '"check": "event-past-tense", "severity": "hint", "sticky": 1'
is 'it begins as a list' "$(printf '%s\n' "$out" | head -n 1)" '['
is 'and ends as one' "$(printf '%s\n' "$out" | tail -n 1)" ']'

evstorm do shop dismiss 1 event-past-tense
evstorm check shop --step 1
is 'a dismissed finding is left out' "$(printf '%s\n' "$out" | grep -c 'past-tense')" 0

evstorm do shop dismiss 1 event-imperative Ana says so
evstorm check shop --dismissed
works 'what is dismissed can be listed'
like 'with its reason' "$out" '^1  event-imperative +#1 “Send "letter"”: .* — Ana says so$'
like 'or without' "$out" '^1  event-past-tense +#1 '
evstorm check shop --dismissed --step 2
works 'in each step'
is 'and there alone' "$out" ''
evstorm check shop --dismissed -f json
like 'and as JSON' "$out" '"check": "event-imperative", .*"reason": "Ana says so"'
evstorm do shop context A 1 ';' context B 3 ';' relate A sync B -l Pay ';' \
	dismiss-relation A B map-unfounded we will see ';' dismiss-context B context-name
evstorm check shop --dismissed
like 'so are those on relations' "$out" '^8  map-unfounded +A → B “Pay”: .* — we will see$'
like 'and on contexts' "$out" '^7  context-name +B: '
evstorm check shop
is 'none of which is found' "$(printf '%s\n' "$out" | grep -c 'map-unfounded\|event-imperative')" 0

evstorm new day
for n in 1 2 3 4 5 6; do
	evstorm do day add command -c "$n" -r 1 "Pay bill $n" ';' add event -c "$n" -r 2 "Bill $n paid" ';' \
		add hotspot -c "$n" -r 3 "Who pays bill $n?"
done
evstorm check day --step 5
is 'what is true of all is told once' "$out" \
	'5  command-no-issuer       no actor is drawn yet: nobody issues the commands (6 of 6)'
is 'and does not pass' "$status" 1
evstorm check day --step 5 --each
is 'unless each is asked for' "$(printf '%s\n' "$out" | grep -c '^5  command-no-issuer  *#[0-9]* “Pay bill')" 6
evstorm check day --step 5 -f json
is 'programs are always told each' "$(printf '%s\n' "$out" | grep -c '"sticky": ')" 6
evstorm do day add actor -c 20 -r 1 Ana ';' dismiss 1 command-no-issuer ';' resolve 3
evstorm check day --step 5
like 'of nearly all too' "$out" 'nobody issues it: no actor, policy or system before it \(5 of 6\)'
evstorm check day --step 4
like 'and of the questions' "$out" '^4  hotspot-open  *still open \(5 of 6\)$'
evstorm report day
is 'the report says it once too' "$(printf '%s\n' "$out" | grep -c 'still open')" 1
evstorm do day dismiss 4 command-no-issuer
evstorm check day --step 5
is 'a handful is told one by one' "$(printf '%s\n' "$out" | grep -c '^5  command-no-issuer  *#')" 4

evstorm check --explain event-question
works 'a check can be explained without a board'
like 'why' "$out" '^Why: .*hotspot'
like 'and with its offer' "$out" 'kind ID hotspot'
like 'and an example' "$out" '^Example: .*becomes a hotspot'
evstorm check --help
works '--help works'
like 'and lists the checks' "$out" '^  5  actor-vague '
for id in $(printf '%s\n' "$out" | awk '/^Checks/ { on = 1 } on && /^  [1-8] / { print $2 }'); do
	evstorm check --explain "$id"
	works "--explain $id works"
done

evstorm check
fails 'a board has to be named' 2 'which board'
evstorm check --explain nonsense
fails 'a check has to be one' 2 'unknown check “nonsense”'
evstorm check shop -f xml
fails 'a format has to be one' 2 '--format takes text\|json, not “xml”'
evstorm check shop --step 9
fails 'a step has to be one' 2 ''
evstorm check nowhere
fails 'a board has to be there' 3 '.*no such board'
plan
