#!/bin/sh
# Converters of gettext catalogues hand on what is marked fuzzy as if it were right.
#
# Guess: as msgfmt does, they leave out what a person has still to look at, so that the text itself is shown.
# Seen: i18next-conv 16.0.0 and gettext-converter 1.3.4 write the fuzzy translation like any other, so that
# i18next 27.1.5 shows it; node-gettext 3.0.1 with gettext-parser 10.0.0, which it is made for, says it, too.
# po2json 0.4.5, without being asked, leaves it out.
# Hurts: after msgmerge, which puts guesses into a catalogue and marks them so: "Delete" is called "Save" until
# somebody looks. Put msgattrib --no-fuzzy before it.
. "$(dirname "$0")/lib.sh"
npm_packages i18next-conv@16.0.0 gettext-converter@1.3.4 node-gettext@3.0.1 gettext-parser@10.0.0 i18next@27.1.5 \
	po2json@0.4.5

cat >ko.po <<'END'
msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\n"
"Language: ko\n"
"Plural-Forms: nplurals=1; plural=0;\n"

msgid "Save the board"
msgstr "보드를 저장"

#, fuzzy
#| msgid "Save the board"
msgid "Delete the board"
msgstr "보드를 저장"
END
cat >try.mjs <<'END'
import fs from 'fs';
import { gettextToI18next } from 'i18next-conv';
import converter from 'gettext-converter';
import Gettext from 'node-gettext';
import { po } from 'gettext-parser';
import po2json from 'po2json';
import i18next from 'i18next';
const catalogue = fs.readFileSync('ko.po');
const ids = ['Save the board', 'Delete the board'];
const ko = JSON.parse(await gettextToI18next('ko', catalogue, { compatibilityJSON: 'v4' }));
console.log('i18next-conv:', JSON.stringify(ids.map(id => ko[id])));
console.log('gettext-converter:', JSON.stringify(Object.values(converter.po2i18next(String(catalogue)))));
await i18next.init({ lng: 'ko', nsSeparator: false, keySeparator: false, resources: { ko: { translation: ko } } });
console.log('po2json:', JSON.stringify(ids.map(id => po2json.parse(catalogue, { format: 'mf' })[id])));
console.log('i18next shows:', JSON.stringify(ids.map(id => i18next.t(id))));
const gettext = new Gettext();
gettext.addTranslations('ko', 'messages', po.parse(catalogue));
gettext.setLocale('ko');
console.log('node-gettext says:', JSON.stringify(ids.map(id => gettext.gettext(id))));
END
seen=$(node --no-deprecation try.mjs 2>&1 | sed '/^ *$/d')
verdict 'i18next-conv, gettext-converter and node-gettext hand on fuzzy translations' \
	'i18next-conv: ["보드를 저장","보드를 저장"]
gettext-converter: ["보드를 저장","보드를 저장"]
po2json: ["보드를 저장",null]
i18next shows: ["보드를 저장","보드를 저장"]
node-gettext says: ["보드를 저장","보드를 저장"]' "$seen"
