#!/bin/sh
# The Translate Toolkit brings a catalogue back from CSV and XLIFF with fewer texts, and with dead ones alive.
#
# Guess: po2csv and csv2po, or po2xliff and xliff2po, give back the catalogue that went in: contexts, plurals,
# and what is fuzzy or obsolete; XLIFF has a place for each.
# Seen: the toolkit 3.8.4 leaves the contexts out of both, so that of "Order" in a menu and "Order" as an event
# one translation is gone for good. Obsolete texts come back as texts in use. CSV makes fuzzy translations
# good ones, loses the plural and doubles a backslash; XLIFF adds a second plural form, left empty, to
# Korean, which has one. One warning in all, of the double text, at the way back from CSV.
# Hurts: translators who get a table or XLIFF in place of PO. Merge what comes back, and never take it as it is.
. "$(dirname "$0")/lib.sh"
debian_packages translate-toolkit=3.8.4-1 python3-translate=3.8.4-1 python3-lxml=4.9.2-1+deb12u1

cat >ko.po <<'END'
msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\n"
"Language: ko\n"
"Plural-Forms: nplurals=1; plural=0;\n"

msgid "%d card"
msgid_plural "%d cards"
msgstr[0] "카드 %d장"

#, fuzzy
msgid "Board"
msgstr "보드들"

msgctxt "menu"
msgid "Order"
msgstr "순서"

msgctxt "event"
msgid "Order"
msgstr "주문"

msgid "\\d is a digit"
msgstr "\\d는 숫자입니다"

#~ msgid "old"
#~ msgstr "옛것"
END
# trip FORMAT: there and back, without the header.
trip() {
	echo "$1:"
	debian_python -W ignore "root/usr/bin/po2$1" --progress=none ko.po "ko.$1" 2>trip.log &&
		debian_python -W ignore "root/usr/bin/${1}2po" --progress=none "ko.$1" back.po 2>>trip.log ||
		cannot "the toolkit does not run: $(tail -n 1 trip.log)"
	sed '1,/^$/d' back.po
}
seen=$(trip csv; trip xliff)
verdict 'Translate Toolkit 3.8.4 loses contexts on the way through CSV and XLIFF, and revives obsolete texts' \
	'csv:
msgid "%d card"
msgstr "카드 %d장"

msgid "Board"
msgstr "보드들"

msgctxt ""
msgid "Order"
msgstr "순서"

msgid "\\\\d is a digit"
msgstr "\\\\d는 숫자입니다"

msgid "old"
msgstr "옛것"
xliff:
msgid "%d card"
msgid_plural "%d cards"
msgstr[0] "카드 %d장"
msgstr[1] ""

#, fuzzy
msgid "Board"
msgstr "보드들"

msgctxt ""
msgid "Order"
msgstr "순서"

msgid "\\d is a digit"
msgstr "\\d는 숫자입니다"

msgid "old"
msgstr "옛것"' "$seen"
