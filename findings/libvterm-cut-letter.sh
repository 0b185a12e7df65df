#!/bin/sh
# libvterm forgets a letter of UTF-8 whose bytes come in two writes, if ASCII stands right before it.
#
# Guess: vterm_input_write() may be called with whatever a read gave; a letter that is cut is put together.
# Seen: libvterm 0.1.4 does so for a letter at the beginning of a write, or behind another letter beyond ASCII.
# Behind ASCII it shows U+FFFD: it decodes a text by the state of its first letter, which is another
# one for ASCII, and the next write does not know of it. Vim and Neovim have mended their copies of it.
# Hurts: terminals and tests that are built on it: Korean, and the lines of boxes, break now and then, as the
# pieces of a read fall. Give it whole letters.
. "$(dirname "$0")/lib.sh"
command -v cc >/dev/null || cannot 'there is no C compiler'
debian_packages libvterm0=0.1.4-1 libvterm-dev=0.1.4-1

cat >try.c <<'END'
#include <stdio.h>
#include <string.h>
#include <vterm.h>

int main(void)
{
	static const char *const texts[] = {"\352\260\200", "\352\260\200\352\260\200", "a\352\260\200"};

	for (int i = 0; i < 3; i++) {
		size_t len = strlen(texts[i]), cut = len - 2;
		VTerm *vt = vterm_new(1, 9);
		VTermScreen *screen = vterm_obtain_screen(vt);
		VTermScreenCell cell;

		vterm_set_utf8(vt, 1);
		vterm_screen_reset(screen, 1);
		vterm_input_write(vt, texts[i], cut);
		vterm_input_write(vt, texts[i] + cut, len - cut);
		vterm_screen_get_cell(screen, (VTermPos){0, (int[]){0, 2, 1}[i]}, &cell);
		printf("U+%04X\n", (unsigned)cell.chars[0]);
		vterm_free(vt);
	}
}
END
libraries=$(echo root/usr/lib/*-linux-gnu)
cc -Iroot/usr/include -o try try.c "-L$libraries" -lvterm 2>cc.log || cannot "it does not compile: $(tail -n 1 cc.log)"
seen=$(LD_LIBRARY_PATH=$libraries ./try)
verdict 'libvterm 0.1.4 shows U+FFFD for 가 that is cut behind an "a", and 가 elsewhere' \
	'U+AC00
U+AC00
U+FFFD' "$seen"
