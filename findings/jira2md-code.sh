#!/bin/sh
# jira2md changes what stands in code blocks and in the addresses of links.
#
# Guess: what is in {code} or {noformat} comes out letter by letter between fences, and the address of a link is
# kept; bold and italics are for the text around.
# Seen: jira2md 3.0.1 turns "x*y*z" in a code block into x**y**z, "_a_" into *a*, "h1. x" into "# x", and a
# "----" into ~~--~~; a_b_c in an address becomes a*b*c, which leads nowhere. From Markdown to Jira a nested
# list below "-" stays as it is, and its numbered lines become "##" of another list; a "#tag" at the
# beginning of a line is a heading. No error.
# Hurts: issues that are moved with diagrams and SQL in them, and pages with links.
. "$(dirname "$0")/lib.sh"
npm_packages jira2md@3.0.1

cat >try.cjs <<'END'
const { to_markdown, to_jira } = require('jira2md');
console.log(to_markdown('{code:sql}\nselect x*y*z, _a_\nh1. x\n----\n{code}'));
console.log(to_markdown('{noformat}\n*주문*\n{noformat}'));
console.log(to_markdown('[주문|https://example.com/a_b_c]'));
console.log(to_jira('- 하나\n  - 둘\n    1. 셋\n\n#주문 넷'));
END
seen=$(node try.cjs 2>&1)
verdict 'jira2md 3.0.1 writes x**y**z for x*y*z within a code block' \
	'```sql
select x**y**z, *a*
# x
~~--~~
```
```
**주문**
```
[주문](https://example.com/a*b*c)
- 하나
  - 둘
## 셋

h1.주문 넷' "$seen"
