#!/bin/sh
# ansi_up shows the address of a link in place of a link, if its text is Korean, and keeps the rest back.
#
# Guess: a link by OSC 8, which it reads since version 4, is one whatever language its text is in, and with an
# address in Hangul it is text at the least.
# Seen: ansi_up 6.0.6 makes a link of "order" and not of "주문", café or a bold "order": the sequence is printed, without
# its ESC, and what follows on the line is not given before the next piece of text comes, which may
# never be. Nothing is said.
# Hurts: logs with links in a page: titles in Korean become a tail of signs, and the last line is not shown.
. "$(dirname "$0")/lib.sh"
npm_packages ansi_up@6.0.6

cat >try.mjs <<'END'
import { AnsiUp } from 'ansi_up';
for (const text of ['order', '주문', 'café', '\x1b[1morder\x1b[0m']) {
	const html = new AnsiUp().ansi_to_html(`see \x1b]8;;https://example.com/1\x1b\\${text}\x1b]8;;\x1b\\ here`);
	console.log(JSON.stringify(html));
}
END
seen=$(node try.mjs 2>&1)
verdict 'ansi_up 6.0.6 makes no link of a Korean text, and keeps back what follows it' \
	'"see <a href=\"https://example.com/1\">order</a> here"
"see ]8;;https://example.com/1\\주문"
"see ]8;;https://example.com/1\\café"
"see ]8;;https://example.com/1\\<span style=\"font-weight:bold\">order</span>"' "$seen"
