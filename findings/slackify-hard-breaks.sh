#!/bin/sh
# slackify-markdown writes a backslash where Markdown breaks a line, and leaves rules and tables as they are.
#
# Guess: it makes what Slack shows: two blanks at the end of a line, or a backslash, are a line break, a rule is a
# line or nothing, and a table, which Slack has not, at least keeps its columns.
# Seen: slackify-markdown 4.5.0 writes "주문\" and a line break, and Slack shows the backslash; a rule is three stars. A table
# keeps its bars, an escaped one without its backslash, so that a cell is two, and <br> within it. No error.
# Hurts: summaries of a workshop that are posted: every line of an address or a verse ends in a backslash.
. "$(dirname "$0")/lib.sh"
npm_packages slackify-markdown@4.5.0

cat >try.mjs <<'END'
import slackify from 'slackify-markdown';
const convert = slackify.slackifyMarkdown ?? slackify;
console.log(convert('주문  \n접수\n\n---\n\n| text |\n|--|\n| sync\\|async |\n| 주문<br>접수 |\n'));
END
seen=$(node try.mjs 2>&1 | grep .)
verdict 'slackify-markdown 4.5.0 writes a backslash for a line break' \
	'주문\
접수
***
| text       |
| ---------- |
| sync|async |
| 주문<br>접수   |' "$seen"
