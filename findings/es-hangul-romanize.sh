#!/bin/sh
# es-hangul's romanize() writes the tense s of 없음, which the standard leaves out.
#
# Guess: it follows the Revised Romanization throughout, as it knows the hard cases (독립, 신라, 같이).
# Seen: in es-hangul 2.4.0 a final cluster with s before a vowel doubles it: 없음 is eopsseum, 값이
# gapssi, 몫이 mokssi. The standard says that tensing is not written (압구정 is Apgujeong, which it
# has right): eopseum, gapsi, moksi.
# Hurts: who makes identifiers or addresses from Korean: 없음 and 없다 are among the commonest words
# of a board, and another tool's name for the same sticky is another one.
. "$(dirname "$0")/lib.sh"
npm_packages es-hangul@2.4.0

seen=$(node -e "
const { romanize } = require('es-hangul');
for (const word of ['독립', '신라', '같이', '압구정', '없음', '값이', '몫이'])
	console.log(word, romanize(word));
")
verdict 'es-hangul 2.4.0 romanizes 없음 as eopsseum, with a tense s that the standard leaves out' \
	'독립 dongnip
신라 silla
같이 gachi
압구정 apgujeong
없음 eopsseum
값이 gapssi
몫이 mokssi' "$seen"
