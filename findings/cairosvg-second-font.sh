#!/bin/sh
# CairoSVG draws boxes for Hangul unless a font that has it is named first.
#
# Guess: font-family is a list, as in CSS: a letter that the first font lacks comes from the next that has it.
# Seen: CairoSVG 2.5.2 takes the first name only, and no other font steps in. With "DejaVu Sans Mono,
# NanumGothicCoding" 주 and 문 are the same empty box, though both fonts are there; with the second
# alone they are letters. No warning, status 0.
# Hurts: pictures with a Latin font first, such as those of terminals, made into PNG or PDF:
# use rsvg-convert or a browser, or name a font with Hangul first.
. "$(dirname "$0")/lib.sh"
debian_packages python3-cairosvg=2.5.2-1.1+deb12u1 python3-cairocffi=1.4.0-1 python3-cssselect2=0.7.0-1 \
	python3-tinycss2=1.2.1-2 python3-webencodings=0.5.1-5 python3-defusedxml=0.7.1-2 \
	python3-pil=9.4.0-1.1+deb12u1 python3-xcffib=0.11.1-4 fonts-dejavu-core=2.37-6 fonts-nanum=20200506-1

cat >fonts.conf <<END
<?xml version="1.0"?>
<fontconfig><dir>$finding_folder/root/usr/share/fonts</dir><cachedir>$finding_folder/fontcache</cachedir></fontconfig>
END
cat >try.py <<'END'
import cairosvg
def picture(letter, fonts):
	return cairosvg.svg2png('<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40">'
		'<text x="5" y="30" font-size="24" font-family="%s">%s</text></svg>' % (fonts, letter))
for fonts in ("'DejaVu Sans Mono', NanumGothicCoding", 'NanumGothicCoding'):
	print(fonts, picture('주', fonts) == picture('문', fonts), picture('a', fonts) == picture('b', fonts))
END
seen=$(FONTCONFIG_FILE=$finding_folder/fonts.conf debian_python try.py 2>cairo.log)
[ ! -s cairo.log ] || cannot "CairoSVG does not run: $(tail -n 1 cairo.log)"
verdict 'CairoSVG 2.5.2 draws two letters of Hangul alike, where the second font of a list has them' \
	"'DejaVu Sans Mono', NanumGothicCoding True False
NanumGothicCoding False False" "$seen"
