#!/bin/sh
# maid, the checker of Mermaid diagrams, refuses invisible links.
#
# Guess: what Mermaid draws passes; "~~~" is in Mermaid's manual of flowcharts.
# Seen: @probelabs/maid 0.0.29 finds an error in "a ~~~ b" ("Expecting token of type"), status 1, and
# none in the same chart with "a --> b".
# Hurts: whoever checks documents with it in CI and has charts that keep boxes in order that way.
. "$(dirname "$0")/lib.sh"
npm_packages @probelabs/maid@0.0.29

for link in '-->' '-.->' '~~~'; do
	printf 'flowchart LR\n    a["주문"] %s b["결제"]\n' "$link" >chart.mermaid
	node node_modules/@probelabs/maid/out/cli.js chart.mermaid >maid.log 2>&1
	echo "$link $?"
done >seen
verdict '@probelabs/maid 0.0.29 takes "~~~" in a flowchart for an error' \
	'--> 0
-.-> 0
~~~ 1' "$(cat seen)"
