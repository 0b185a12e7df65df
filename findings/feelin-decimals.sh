#!/bin/sh
# feelin, the engine for DMN's language in JavaScript, counts in binary, so a rule about money does not match.
#
# Guess: a number of FEEL is decimal, of 34 digits, as DMN says and every example about prices takes for granted; and
# years and months duration() gives years and months.
# Seen: with feelin 8.2.0 0.1 + 0.2 = 0.3 is false, 19.99 * 100 is 1998.9999999999998, round half up(1.005, 2) is 1, and
# 9007199254740993 loses its last digit. A duration of years and months has days, which is none in FEEL, and
# "if" takes any text, 0 and an empty list for true. No warning.
# Hurts: policies that a workshop writes down as a table of decisions: the row that is meant is not found. Count in
# the smallest unit, and compare with a range.
. "$(dirname "$0")/lib.sh"
npm_packages feelin@8.2.0

cat >try.mjs <<'END'
import { evaluate } from 'feelin';
for (const expression of ['0.1 + 0.2 = 0.3', '19.99 * 100', 'round half up(1.005, 2)', '9007199254740993',
	'years and months duration(date("2026-01-31"), date("2026-03-01"))', 'if "no" then "yes" else "no"',
	'if 0 then "yes" else "no"', 'if null then "yes" else "no"']) {
	const { value, warnings } = evaluate(expression);
	console.log(expression, '->', JSON.stringify(value), ...warnings.map(warning => warning.message));
}
END
seen=$(node try.mjs 2>&1)
verdict 'feelin 8.2.0 says that 0.1 + 0.2 = 0.3 is false' \
	'0.1 + 0.2 = 0.3 -> false
19.99 * 100 -> 1998.9999999999998
round half up(1.005, 2) -> 1
9007199254740993 -> 9007199254740992
years and months duration(date("2026-01-31"), date("2026-03-01")) -> "P1M1D"
if "no" then "yes" else "no" -> "yes"
if 0 then "yes" else "no" -> "yes"
if null then "yes" else "no" -> "no"' "$seen"
