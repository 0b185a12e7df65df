#include "lib/gen.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "text/utf8.h"
#include "text/words.h"

#define GEN_SLOTS 6 /* columns and rows are few, so that stickies meet */

static uint64_t gen_environment(const char *name, uint64_t without)
{
	const char *text = getenv(name);

	return text && *text ? strtoull(text, NULL, 10) : without;
}

uint64_t gen_seed(void)
{
	return gen_environment("EVSTORM_SEED", 20261120);
}

int gen_rounds(int without_environment)
{
	return (int)gen_environment("EVSTORM_ROUNDS", (uint64_t)without_environment);
}

void gen_start(struct gen *gen, uint64_t seed)
{
	gen->state = seed;
	printf("# seed %" PRIu64 "\n", seed);
	fflush(stdout); /* a crash must not take it along */
}

/* splitmix64 (Steele, Lea, Flood 2014). */
static uint64_t gen_next(struct gen *gen)
{
	uint64_t mixed = gen->state += UINT64_C(0x9e3779b97f4a7c15);

	mixed = (mixed ^ (mixed >> 30)) * UINT64_C(0xbf58476d1ce4e5b9);
	mixed = (mixed ^ (mixed >> 27)) * UINT64_C(0x94d049bb133111eb);
	return mixed ^ (mixed >> 31);
}

int gen_below(struct gen *gen, int count)
{
	return (int)(gen_next(gen) % (uint64_t)count);
}

bool gen_once_in(struct gen *gen, int count)
{
	return !gen_below(gen, count);
}

static const char *const gen_parts[] = {"a", "B", "order", "OrderPlaced", "read-model", "e\xcc\x81", "\xc3\xa9",
	"\xcc\x81", " ", " ", " ", "  ", "\n", "\"", "'", "\\", "\\n", "--", "-c", "=", "/", "_", ".", ",", "1", "42",
	"#", "주문", "가", "접수되었다", "\xe1\x84\x92\xe1\x85\xa1\xe1\x86\xab", /* jamo: 한 */
	"注文", "テスト", "ｶﾅ", "،عربى", "हिन्दी", "กำ",
	"\xf0\x9f\x91\xa8\xe2\x80\x8d\xf0\x9f\x91\xa9\xe2\x80\x8d\xf0\x9f\x91\xa7", "\xf0\x9f\x87\xb0\xf0\x9f\x87\xb7",
	"\xf0\x9f\x91\x8d\xf0\x9f\x8f\xbd", "\xe2\x9d\xa4\xef\xb8\x8f", " \xcc\x88", "\xe2\x80\x8b", "\xc2\xad",
	"\xc2\xa0", "\xe3\x80\x80", "\xef\xbf\xbd"};

static const char *const gen_unclean[] = {"\x1b[31m", "\x07", "\x7f", "\t", "\r\n", "\r", "\xc2\x9b", "\xe2\x80\xae",
	"\xe2\x81\xa6", "\xe2\x80\xa8", "\xef\xbb\xbf"};

static const char *const gen_broken[] = {
	"\xff", "\xc3", "\xe1\x84", "\xed\xa0\x80", "\xf4\x90\x80\x80", "\xc0\xaf", "\x80"};

void gen_text(struct gen *gen, struct strbuf *out, int most, bool hostile)
{
	int count = gen_below(gen, most + 1);

	for (int i = 0; i < count; i++) {
		if (hostile && gen_once_in(gen, 6))
			strbuf_addstr(out, gen_broken[gen_below(gen, ARRAY_SIZE(gen_broken))]);
		else if (gen_once_in(gen, 25))
			strbuf_addstr(out, gen_unclean[gen_below(gen, ARRAY_SIZE(gen_unclean))]);
		else if (gen_once_in(gen, 15))
			utf8_append(out, 0xa0 + gen_below(gen, gen_once_in(gen, 2) ? 0x3000 : 0xd000));
		else
			strbuf_addstr(out, gen_parts[gen_below(gen, ARRAY_SIZE(gen_parts))]);
	}
}

static const char *const gen_kinds[] = {"event", "E", "command", "external-system", "actor", "G", "policy",
	"read-model", "ui", "hotspot", "H", "opportunity", "value", "이벤트"};
static const char *const gen_names[] = {"Sales", "Stock", "\"Order Desk\"", "배송"};
static const char *const gen_patterns[] = {"open-host", "conformist/partnership", "shared-kernel"};
static const char *const gen_fields[] = {
	"id: uuid", "id; 'n: text; email: text sensitive", "-a", "번호: 문자열, b: decimal(1, 2)", ""};
static const char *const gen_messages[] = {
	"notification", "state-snapshot", "state-delta", "domain-event", "undecided"};
static const char *const gen_questions[] = {
	"consistency", "sensitive", "autonomous", "compensated", "slow", "failed", "disordered", "twice"};
static const char *const gen_answers[] = {
	"yes", "no", "eventual", "latest", "unknown", "outbox", "none-needed: =1", ""};
static const char *const gen_ways[] = {"left", "right", "up", "down"};

static void gen_slot(struct gen *gen, struct strbuf *out)
{
	if (gen_once_in(gen, 40))
		strbuf_addstr(out, "999999999");
	else
		strbuf_addf(out, "%d", 1 + gen_below(gen, GEN_SLOTS));
}

static void gen_id(struct gen *gen, const struct board *board, struct strbuf *out)
{
	struct vec list = VEC_INIT(const void *);

	board_list(board, ENTITY_STICKY, &list);
	if (list.count && !gen_once_in(gen, 20))
		strbuf_addf(out, "%" PRId64, *vec_get(&list, const int64_t *, (size_t)gen_below(gen, (int)list.count)));
	else
		strbuf_addf(out, "%d", gen_below(gen, 50));
	vec_release(&list);
}

static void gen_ids(struct gen *gen, const struct board *board, struct strbuf *out)
{
	for (int i = gen_below(gen, 4); i >= 0; i--) {
		gen_id(gen, board, out);
		strbuf_addch(out, ' ');
	}
}

static void gen_word(struct gen *gen, struct strbuf *out)
{
	struct strbuf text = STRBUF_INIT;

	gen_text(gen, &text, 6, gen_once_in(gen, 30));
	words_quote(out, text.text);
	strbuf_release(&text);
}

/* What stands for a letter in a template. */
static void gen_argument(struct gen *gen, const struct board *board, char letter, struct strbuf *out)
{
	switch (letter) {
	case 'I': gen_id(gen, board, out); break;
	case 'L': gen_ids(gen, board, out); break;
	case 'C': gen_slot(gen, out); break;
	case 'N': strbuf_addf(out, "%d", 1 + gen_below(gen, 3)); break;
	case 'S': strbuf_addf(out, "%d", 1 + gen_below(gen, 9)); break;
	case 'T': gen_word(gen, out); break;
	case 'K': strbuf_addstr(out, gen_kinds[gen_below(gen, ARRAY_SIZE(gen_kinds))]); break;
	case 'X': strbuf_addstr(out, gen_names[gen_below(gen, ARRAY_SIZE(gen_names))]); break;
	case 'P': strbuf_addstr(out, gen_patterns[gen_below(gen, ARRAY_SIZE(gen_patterns))]); break;
	case 'F': strbuf_addstr(out, gen_fields[gen_below(gen, ARRAY_SIZE(gen_fields))]); break;
	case 'M': strbuf_addstr(out, gen_messages[gen_below(gen, ARRAY_SIZE(gen_messages))]); break;
	case 'Q': strbuf_addstr(out, gen_questions[gen_below(gen, ARRAY_SIZE(gen_questions))]); break;
	case 'A': strbuf_addstr(out, gen_answers[gen_below(gen, ARRAY_SIZE(gen_answers))]); break;
	case 'Y': strbuf_addstr(out, gen_once_in(gen, 2) ? "sync" : "async"); break;
	case 'W': strbuf_addstr(out, gen_ways[gen_below(gen, ARRAY_SIZE(gen_ways))]); break;
	default: strbuf_addch(out, letter); break;
	}
}

/* Lines with a letter for each argument; what comes often stands often. */
static const char *const gen_lines[] = {"add K T", "add K T", "add K -c C -r C T", "add K -c C -r C T", "add K -c C T",
	"edit I T", "edit I T", "note I T", "kind I K", "kind I hotspot", "resolve L", "resolve I", "reopen I",
	"pivotal I", "unpivotal I", "move I C C", "move I C C", "carry W L", "carry W I", "carry W L", "delete L",
	"delete I", "link I I", "link I I", "link I I", "unlink I I", "vote I", "vote I", "unvote I", "insert-column C",
	"insert-column C N", "delete-column C -f", "delete-column C N -f", "delete-column C N", "insert-row C",
	"insert-row C N", "delete-row C -f", "delete-row C N -f", "phase C T", "phase C T", "phase C", "lane C T",
	"lane C T", "lane C", "context X L", "context X L", "context X", "uncontext L", "rename-context X X",
	"rename-context X T", "delete-context X", "relate X sync X", "relate X async X -p P -l T", "unrelate X X",
	"publish L", "unpublish I", "payload I F", "payload I F", "metadata I F", "rejection I T", "message X X L",
	"message X X -t M I", "message X X -u T I", "unmessage X X I", "integrate X X Q A", "integrate X X Q A",
	"integrate X X Q T", "step S", "step next", "step prev", "timer S", "timer stop", "dismiss I event-vague",
	"dismiss I same-text", "undismiss I event-vague", "title T", "title"};

void gen_line(struct gen *gen, const struct board *board, struct strbuf *out)
{
	const char *template = gen_lines[gen_below(gen, ARRAY_SIZE(gen_lines))];

	for (; *template; template ++)
		gen_argument(gen, board, *template, out);
}

/* The letter that stands for a type of argument. */
static const char gen_letters[] = {[ARGUMENT_STICKY] = 'I',
	[ARGUMENT_STICKIES] = 'L',
	[ARGUMENT_KIND] = 'K',
	[ARGUMENT_COLUMN] = 'C',
	[ARGUMENT_ROW] = 'C',
	[ARGUMENT_COUNT] = 'N',
	[ARGUMENT_STEP] = 'S',
	[ARGUMENT_STYLE] = 'Y',
	[ARGUMENT_WAY] = 'W',
	[ARGUMENT_CONTEXT] = 'X',
	[ARGUMENT_WORD] = 'T',
	[ARGUMENT_PATTERNS] = 'P',
	[ARGUMENT_LINE] = 'T',
	[ARGUMENT_TEXT] = 'T',
	[ARGUMENT_MESSAGE] = 'M',
	[ARGUMENT_QUESTION] = 'Q',
	[ARGUMENT_ANSWER] = 'A'};

/* One of the words that NAME tells, as in "on|off"; in place of one in capitals a number. */
static void gen_choice(struct gen *gen, const char *name, struct strbuf *out)
{
	int bars = 0, at;

	for (const char *bar = name; (bar = strchr(bar, '|')); bar++)
		bars++;
	for (at = gen_below(gen, bars + 1); at > 0; at--)
		name = strchr(name, '|') + 1;
	if (*name >= 'A' && *name <= 'Z')
		strbuf_addf(out, "%d", 1 + gen_below(gen, 5));
	else
		strbuf_add(out, name, strcspn(name, "|"));
}

static void gen_value(struct gen *gen, const struct board *board, const struct argument *argument, struct strbuf *out)
{
	strbuf_addch(out, ' ');
	if (argument->option)
		strbuf_addf(out, "-%c ", argument->option);
	if (argument->type == ARGUMENT_FLAG)
		return;
	if (!strcmp(argument->name, "CHECK"))
		strbuf_addstr(out, gen_once_in(gen, 2) ? "event-vague" : "same-text");
	else if (argument->type == ARGUMENT_WORD && (strchr(argument->name, '|') || argument->name[0] >= 'a'))
		gen_choice(gen, argument->name, out);
	else
		gen_argument(gen, board, gen_letters[argument->type], out);
}

void gen_command(struct gen *gen, const struct board *board, const struct command *command, struct strbuf *out)
{
	const struct argument *arguments = command->arguments;

	strbuf_addstr(out, command->name);
	for (const struct argument *at = arguments; at->name; at++)
		if (at->option && gen_once_in(gen, 2))
			gen_value(gen, board, at, out);
	for (const struct argument *at = arguments; at->name; at++)
		if (!at->option && (!(at->flags & ARGUMENT_OPTIONAL) || !gen_once_in(gen, 3)))
			gen_value(gen, board, at, out);
}
