/* Whatever is pressed, dragged and pasted: the canvas goes on, and the board stays what its log says. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "canvas/canvas.h"
#include "lib/folder.h"
#include "lib/gen.h"
#include "lib/wall.h"
#include "map/map_mode.h"

#define KEYS_A_ROUND 1000

static const struct view_command *const tables[] = {canvas_commands, map_commands, shell_view_commands, NULL};

/* Keys that lead somewhere, more often than any others. */
static const char keys_wanted[] = "hjklHJKLwW0$gGiaetxypv><c*!dofOMz+-[]unN/:?q m";

static struct key random_key(struct gen *gen)
{
	struct key key = {0};

	switch (gen_below(gen, 8)) {
	case 0: key.code = KEY_CODE_FIRST + gen_below(gen, KEY_CODE_F12 - KEY_CODE_FIRST + 1); break;
	case 1: key.code = gen_once_in(gen, 2) ? KEY_CODE_ENTER : KEY_CODE_ESC; break;
	case 2:
		key.code = 'a' + gen_below(gen, 26);
		key.ctrl = gen_once_in(gen, 2);
		key.alt = gen_once_in(gen, 4);
		break;
	case 3: key.code = 0xac00 + gen_below(gen, 11172); break;
	default: key.code = keys_wanted[gen_below(gen, (int)sizeof(keys_wanted) - 1)];
	}
	if (key.code == ' ')
		key.code = KEY_CODE_SPACE;
	return key;
}

static void random_mouse(struct gen *gen, struct shell *shell)
{
	shell_mouse(shell, (struct mouse){
				   .action = (enum mouse_action)gen_below(gen, MOUSE_WHEEL_RIGHT + 1),
				   .x = gen_below(gen, 220),
				   .y = gen_below(gen, 60),
				   .left = !gen_once_in(gen, 4),
				   .ctrl = gen_once_in(gen, 8),
			   });
}

static void random_paste(struct gen *gen, struct shell *shell)
{
	struct strbuf text = STRBUF_INIT;

	gen_text(gen, &text, 12, true);
	shell_paste(shell, text.text, text.len);
	strbuf_release(&text);
}

/* One thing that a user may do, and what the screen then shows. */
static void random_event(struct gen *gen, struct shell *shell, struct cellbuf *frame)
{
	if (gen_once_in(gen, 200)) {
		shell->screen.columns = 1 + gen_below(gen, 220);
		shell->screen.rows = 1 + gen_below(gen, 60);
	}
	if (gen_once_in(gen, 60))
		random_paste(gen, shell);
	else if (gen_once_in(gen, 12))
		random_mouse(gen, shell);
	else
		shell_key(shell, random_key(gen));
	shell->quit = shell->suspend = false;
	shell_draw(shell, frame);
	if (shell->screen.caret_x >= frame->columns || shell->screen.caret_y >= frame->rows)
		fail_msg("the caret is outside of the screen");
}

static void any_keys_leave_a_board_that_is_what_its_log_says(void **state)
{
	struct canvas canvas;
	struct wall wall;

	(void)state;
	canvas_init(&canvas, "b.evs");
	wall_open(&wall, tables, &canvas_mode, &canvas);
	for (int round = 0; round < gen_rounds(100); round++) {
		struct gen gen;

		gen_start(&gen, gen_seed() + (uint64_t)round);
		for (int i = 0; i < KEYS_A_ROUND; i++)
			random_event(&gen, &wall.shell, &wall.frame);
	}
	wall_close(&wall);
	canvas_release(&canvas);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(any_keys_leave_a_board_that_is_what_its_log_says),
	};

	return cmocka_run_group_tests_name("property/keys", tests, folder_make, folder_remove);
}
