#!/bin/sh
# markdown2confluence lets signs of texts become cells and macros of Confluence.
#
# Guess: what Markdown escapes or shows as it is stays text: "sync\|async" is one cell, "{sum}" and "[x]" are
# text, "&" is "&".
# Seen: @shogobg/markdown2confluence 0.1.6 writes "|sync|async|", two cells where the header has one, within
# `code` it has it right. {sum} and [x] stand bare, which are a macro and a link in Confluence. "R&D" becomes
# "R&amp;D", which wiki markup shows so, <b>굵게</b> becomes "b. 굵게", a line break <br> "br. ", and a task list
# shows the text of an <input>. No error.
# Hurts: tables of texts that people wrote, on their way to a wiki.
. "$(dirname "$0")/lib.sh"
npm_packages @shogobg/markdown2confluence@0.1.6

cat >try.mjs <<'END'
import markdown2confluence from '@shogobg/markdown2confluence';
const convert = markdown2confluence.default ?? markdown2confluence;
console.log(convert(`| text |
|------|
| sync\\|async |
| \`a\\|b\` |
| 주문<br>접수 |

합계는 {sum} [x], R&D <b>굵게</b>

- [ ] 할 일
`));
END
seen=$(node try.mjs 2>&1 | tr -d '\f\r' | grep .)
verdict 'markdown2confluence 0.1.6 makes two cells of "sync\|async"' \
	'||text||
|sync|async|
|{{a&#124;b}}|
|주문br. 접수|
합계는 {sum} [x], R&amp;D b. 굵게
* <input disabled="" type="checkbox"> 할 일' "$seen"
