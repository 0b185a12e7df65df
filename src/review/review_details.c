/* review_details: all about the sticky under the cursor. */
#include "base/i18n.h"
#include "draw/details.h"
#include "review/review_list.h"

static void review_details_draw(struct shell *shell, struct cellbuf *buf)
{
	const struct review *review = review_of(shell);
	const struct veil none = VEIL_NONE;

	details_panel(buf, review_board(review), review_sticky(review), shell->looks.kinds, &none);
}

static void review_details_offers(const struct shell *shell, struct vec *offers)
{
	(void)shell;
	vec_add(offers, struct offer) = (struct offer){"left", NULL, _("go on")};
	vec_add(offers, struct offer) = (struct offer){"close", NULL, NULL};
}

static const struct binding review_details_rows[] = {
	{"Esc Enter q C-c", "close", N_("close"), NULL, shell_back, 0, ROLE_OBSERVER, NULL},
	{0},
};

const struct mode review_details_mode = {
	.name = "review-details",
	.title = N_("Keys of the details"),
	.rows = review_details_rows,
	.calm = MODE_FREE,
	.passes = true,
	.offers = review_details_offers,
	.draw = review_details_draw,
};

void review_show_details(struct shell *shell, int argument)
{
	(void)argument;
	if (!review_of(shell)->shows_map)
		shell_open(shell, &review_details_mode);
}
