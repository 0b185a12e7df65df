#include "text/rewording.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

/* More pairs of words than this are not compared. */
#define REWORDING_PAIRS_MOST 4000000

#define REWORDING_SPACES " \t\n"

struct rewording_word {
	const char *text;
	size_t len;
};

static void rewording_split(const char *text, struct vec *words)
{
	for (text += strspn(text, REWORDING_SPACES); *text; text += strspn(text, REWORDING_SPACES)) {
		size_t len = strcspn(text, REWORDING_SPACES);

		vec_add(words, struct rewording_word) = (struct rewording_word){text, len};
		text += len;
	}
}

static bool rewording_same(const struct rewording_word *a, const struct rewording_word *b)
{
	return a->len == b->len && !memcmp(a->text, b->text, a->len);
}

/* Adds COUNT successive words, as a new part or to the last one. */
static void rewording_add(struct vec *parts, enum rewording_what what, const struct rewording_word *words, size_t count)
{
	struct rewording_part *last = vec_last(parts);
	const char *end;

	if (!count)
		return;
	end = words[count - 1].text + words[count - 1].len;
	if (!last || last->what != what) {
		last = vec_push(parts);
		last->what = what;
		last->text = words[0].text;
	}
	last->len = (size_t)(end - last->text);
}

/* What is left of both texts without the words that they share at the start and at the end. */
struct rewording_middle {
	const struct rewording_word *before, *after;
	size_t before_count, after_count;
};

/* For each pair of words I and J, how many words the texts have in common from there on. */
static uint16_t *rewording_lengths(const struct rewording_middle *middle)
{
	size_t across = middle->after_count + 1;
	uint16_t *lengths = mem_zalloc((middle->before_count + 1) * across * sizeof(*lengths));

	for (size_t i = middle->before_count; i-- > 0;) {
		for (size_t j = middle->after_count; j-- > 0;) {
			uint16_t down = lengths[(i + 1) * across + j];
			uint16_t right = lengths[i * across + j + 1];

			if (rewording_same(&middle->before[i], &middle->after[j]))
				lengths[i * across + j] = (uint16_t)(lengths[(i + 1) * across + j + 1] + 1);
			else
				lengths[i * across + j] = down > right ? down : right;
		}
	}
	return lengths;
}

/* Follows the longest common subsequence of words. */
static void rewording_walk(const struct rewording_middle *middle, struct vec *parts)
{
	size_t across = middle->after_count + 1, i = 0, j = 0;
	uint16_t *lengths = rewording_lengths(middle);

	while (i < middle->before_count && j < middle->after_count) {
		size_t out = i, in = j;

		while (i < middle->before_count && j < middle->after_count &&
			!rewording_same(&middle->before[i], &middle->after[j])) {
			if (lengths[(i + 1) * across + j] >= lengths[i * across + j + 1])
				i++;
			else
				j++;
		}
		if (i == middle->before_count || j == middle->after_count) {
			i = out;
			j = in;
			break;
		}
		rewording_add(parts, REWORDING_OUT, middle->before + out, i - out);
		rewording_add(parts, REWORDING_IN, middle->after + in, j - in);
		rewording_add(parts, REWORDING_KEPT, middle->before + i, 1);
		i++;
		j++;
	}
	rewording_add(parts, REWORDING_OUT, middle->before + i, middle->before_count - i);
	rewording_add(parts, REWORDING_IN, middle->after + j, middle->after_count - j);
	free(lengths);
}

void rewording_find(const char *before, const char *after, struct vec *parts)
{
	struct vec from = VEC_INIT(struct rewording_word), to = VEC_INIT(struct rewording_word);
	static const struct rewording_word none; /* where a text without words begins */
	const struct rewording_word *first, *second;
	size_t head = 0, tail = 0, least;
	struct rewording_middle middle;

	rewording_split(before, &from);
	rewording_split(after, &to);
	first = from.count ? from.items : &none;
	second = to.count ? to.items : &none;
	least = from.count < to.count ? from.count : to.count;
	while (head < least && rewording_same(&first[head], &second[head]))
		head++;
	while (tail < least - head && rewording_same(&first[from.count - tail - 1], &second[to.count - tail - 1]))
		tail++;
	rewording_add(parts, REWORDING_KEPT, first, head);
	middle = (struct rewording_middle){
		first + head, second + head, from.count - head - tail, to.count - head - tail};
	if (middle.before_count * middle.after_count <= REWORDING_PAIRS_MOST) {
		rewording_walk(&middle, parts);
	} else {
		rewording_add(parts, REWORDING_OUT, middle.before, middle.before_count);
		rewording_add(parts, REWORDING_IN, middle.after, middle.after_count);
	}
	rewording_add(parts, REWORDING_KEPT, first + from.count - tail, tail);
	vec_release(&from);
	vec_release(&to);
}

void rewording_format(const char *before, const char *after, struct strbuf *out)
{
	static const char *const marks[][2] = {
		[REWORDING_KEPT] = {"", ""},
		[REWORDING_OUT] = {"[-", "-]"},
		[REWORDING_IN] = {"{+", "+}"},
	};
	struct vec parts = VEC_INIT(struct rewording_part);

	rewording_find(before, after, &parts);
	for (size_t i = 0; i < parts.count; i++) {
		const struct rewording_part *part = vec_at(&parts, i);

		strbuf_addstr(out, i ? " " : "");
		strbuf_addstr(out, marks[part->what][0]);
		strbuf_add(out, part->text, part->len);
		strbuf_addstr(out, marks[part->what][1]);
	}
	vec_release(&parts);
}
