#!/bin/sh
# es-hangul's josa() hears the end of L, M, N and R, but of no digit and of no English word.
#
# Guess: it looks at the last Hangul letter only, and takes all else for ending in a vowel.
# Seen: in es-hangul 2.4.0 a name that ends in a capital L, M, N or R takes the particle for a final
# consonant (SQL이: right), while one in small letters (email가) or with a digit (3가, 6가, where one
# says 3이, 6이) and one with a closing sign (주문!가) take that for a vowel.
# Hurts: who builds sentences from names that people wrote: "주문 3가", "token가".
. "$(dirname "$0")/lib.sh"
npm_packages es-hangul@2.4.0

seen=$(node -e "
const { josa } = require('es-hangul');
for (const name of ['주문', '결제', 'SQL', 'PIN', 'email', 'token', '주문 3', '6', '주문!'])
	console.log(josa(name, '이/가'));
")
verdict 'es-hangul 2.4.0: josa() knows SQL이, but writes email가, 3가 and 6가' \
	'주문이
결제가
SQL이
PIN이
email가
token가
주문 3가
6가
주문!가' "$seen"
