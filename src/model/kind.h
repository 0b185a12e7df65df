/*
 * kind: the kinds of sticky.
 */
#ifndef MODEL_KIND_H
#define MODEL_KIND_H

#include <stdbool.h>

#include "base/strbuf.h"

/* The table of kinds: constant, letter, token, name, and other names (folded, without blanks and dashes). Add new kinds
 * at the end: saved data depend on the order. */
#define KIND_LIST(KIND)                                                                                               \
	KIND(EVENT, 'E', "event", N_("domain event"), "domainevent", "도메인이벤트", "이벤트", "사건")                \
	KIND(COMMAND, 'C', "command", N_("command"), "커맨드", "명령", "명령어")                                      \
	KIND(EXTERNAL_SYSTEM, 'X', "external-system", N_("external system"), "system", "external", "외부시스템",      \
		"외부", "시스템")                                                                                     \
	KIND(ACTOR, 'A', "actor", N_("actor"), "person", "user", "role", "persona", "액터", "행위자", "사용자",       \
		"역할", "사람", "페르소나")                                                                           \
	KIND(AGGREGATE, 'G', "aggregate", N_("aggregate"), "constraint", "애그리거트", "어그리거트", "애그리게이트",  \
		"어그리게이트", "애그리게잇", "어그리게잇", "집합체", "제약")                                         \
	KIND(POLICY, 'P', "policy", N_("policy"), "rule", "businessrule", "정책", "폴리시", "규칙", "비즈니스규칙")   \
	KIND(READ_MODEL, 'R', "read-model", N_("read model"), "query", "view", "information", "읽기모델", "조회모델", \
		"리드모델", "뷰", "조회", "정보")                                                                     \
	KIND(UI, 'U', "ui", N_("user interface"), "userinterface", "screen", "사용자인터페이스", "화면", "스크린")    \
	KIND(HOTSPOT, 'H', "hotspot", N_("hotspot"), "problem", "question", "issue", "!", "핫스폿", "핫스팟", "질문", \
		"문제", "의문", "이슈")                                                                               \
	KIND(OPPORTUNITY, 'O', "opportunity", N_("opportunity"), "chance", "idea", "기회", "아이디어")                \
	KIND(VALUE, 'V', "value", N_("value"), "benefit", "worth", "가치")

#define KIND_CONSTANT(constant, ...) KIND_##constant,
enum kind { KIND_LIST(KIND_CONSTANT) KIND_COUNT };
#undef KIND_CONSTANT

/* A set of kinds, one bit for each. */
#define KIND_BIT(kind) (1u << (kind))
#define KIND_ANY (KIND_BIT(KIND_COUNT) - 1)

/* Kinds that comment on the stickies next to them; those among them that are open until somebody resolves them. */
#define KIND_REMARKS (KIND_RESOLVABLE | KIND_BIT(KIND_VALUE))
#define KIND_RESOLVABLE (KIND_BIT(KIND_HOTSPOT) | KIND_BIT(KIND_OPPORTUNITY))

/* The tokens in this order, NULL-terminated. */
extern const char *const kind_tokens[KIND_COUNT + 1];

/* Its name in commands and files, such as "external-system". */
const char *kind_token(enum kind kind);

/* Its name in the user's language, such as "external system". */
const char *kind_name(enum kind kind);

/* Its letter, such as 'X', drawn on stickies and typed in menus. */
char kind_letter(enum kind kind);

/* Finds a kind by token, letter or one of its other names, English or Korean, in any case, with blanks, dashes or
 * nothing between the words. False, with *KIND unchanged, if there is none. */
bool kind_parse(const char *text, enum kind *kind);

/* Replaces *OUT by TEXT in the form in which names are compared: folded, without blanks and dashes. */
void kind_fold(struct strbuf *out, const char *text);

/* Finds a kind by its letter, in either case. */
bool kind_of_letter(char letter, enum kind *kind);

#endif
