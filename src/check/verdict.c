#include "check/verdict.h"

#include "model/integration.h"
#include "model/step.h"

/* Appends the findings as verdict_findings() does. Is it known what RELATION carries? */
static bool verdict_gather(const struct checklist *list, const struct relation *relation, struct vec *findings)
{
	size_t count;
	const struct message_index_piece *pieces =
		message_index_of_relation(checklist_messages(list), relation->id, &count);

	checklist_about(list, CHECK_RELATION, relation->id, findings);
	for (size_t i = 0; i < count; i++)
		checklist_on(list, STEP_LAST, pieces[i].sticky->id, findings);
	return count;
}

void verdict_findings(const struct checklist *list, const struct relation *relation, struct vec *findings)
{
	verdict_gather(list, relation, findings);
}

static bool verdict_is_all_said(const struct relation *relation)
{
	enum relation_style style = (enum relation_style)relation->style;

	for (int i = 0; i < INTEGRATION_QUESTION_COUNT; i++)
		if (integration_asks(style, (enum integration_question)i) &&
			!integration_is_answered(relation, (enum integration_question)i))
			return false;
	return true;
}

enum verdict verdict_of_finding(const struct finding *finding)
{
	return finding->check->severity == CHECK_ERROR ? VERDICT_ERROR : VERDICT_HINT;
}

enum verdict verdict_of(const struct checklist *list, const struct relation *relation)
{
	struct vec findings = VEC_INIT(struct finding);
	enum verdict verdict = VERDICT_UNSAID;

	if (verdict_gather(list, relation, &findings) && verdict_is_all_said(relation))
		verdict = VERDICT_GOOD;
	for (size_t i = 0; i < findings.count; i++) {
		enum verdict here = verdict_of_finding(vec_at(&findings, i));

		verdict = here > verdict ? here : verdict;
	}
	vec_release(&findings);
	return verdict;
}

const char *verdict_mark(enum verdict verdict)
{
	static const char *const marks[VERDICT_COUNT] = {"", "✓", "?", "!"};

	return marks[verdict];
}
