#include "csv/columns.h"

/* After a '?': the names in trackers, whiteboards and spreadsheets, in English and Korean. */
static const char *const columns_of_stickies[STICKY_COLUMNS] = {
	[STICKY_ID] = "id",
	[STICKY_KIND] =
		"kind|type|종류|유형|?sticky-type|?issue-type|?card-type|?category|?label|?labels|?colour|?color|"
		"?구분|?분류|?타입|?색|?색상|?라벨",
	[STICKY_TEXT] = "text|content|name|title|내용|?card-name|?summary|?subject|?sticky|?sticky-note|?description|"
			"?텍스트|?이름|?제목|?문구|?요약|?설명",
	[STICKY_COLUMN] = "column|열|?col",
	[STICKY_ROW] = "row|행",
	[STICKY_CONTEXT] = "context|컨텍스트|?bounded-context|?바운디드-컨텍스트|?domain|?subdomain|?module|?component|"
			   "?components|?component/s|"
			   "?도메인|?모듈|?맥락",
	[STICKY_LINKS] = "links|링크|?link|?연결",
	[STICKY_NOTE] = "note|notes|메모|?memo|?comment|?comments|?description|?card-description|?노트|?비고|?설명|?"
			"코멘트|?댓글",
	[STICKY_VOTES] = "votes|투표|?득표",
	[STICKY_RESOLVED] = "resolved",
	[STICKY_PIVOTAL] = "pivotal",
	[STICKY_AUTHOR] = "author|작성자|?created-by|?creator|?reporter|?만든-사람",
	[STICKY_STEP] = "step|단계",
	[STICKY_CREATED] = "created",
	[STICKY_UPDATED] = "updated",
	[STICKY_PHASE] = "phase|?list|?list-name|?stage|?리스트|?목록|?국면",
};

const struct table_type columns_stickies = {columns_of_stickies, STICKY_COLUMNS, STICKY_PHASE, STICKY_TEXT};

static const char *const columns_of_contexts[CONTEXT_COLUMNS] = {
	[CONTEXT_ID] = "id",
	[CONTEXT_NAME] = "name",
	[CONTEXT_STICKIES] = "stickies",
	[CONTEXT_COLOUR] = "colour|color",
	[CONTEXT_MAP_COLUMN] = "map-column",
	[CONTEXT_MAP_ROW] = "map-row",
	[CONTEXT_DISMISSED] = "dismissed",
	[CONTEXT_PURPOSE] = "purpose",
	[CONTEXT_SUBDOMAIN] = "subdomain",
	[CONTEXT_ROLES] = "roles",
	[CONTEXT_ASSUMPTIONS] = "assumptions",
};

const struct table_type columns_contexts = {columns_of_contexts, CONTEXT_COLUMNS, CONTEXT_COLUMNS, CONTEXT_NAME};

static const char *const columns_of_phases[LABEL_COLUMNS] = {"column", "name"};

const struct table_type columns_phases = {columns_of_phases, LABEL_COLUMNS, LABEL_COLUMNS, LABEL_INDEX};

static const char *const columns_of_lanes[LABEL_COLUMNS] = {"row", "name"};

const struct table_type columns_lanes = {columns_of_lanes, LABEL_COLUMNS, LABEL_COLUMNS, LABEL_INDEX};

static const char *const columns_of_people[PERSON_COLUMNS] = {"name", "role"};

const struct table_type columns_people = {columns_of_people, PERSON_COLUMNS, PERSON_COLUMNS, PERSON_NAME};

static const char *const columns_of_relations[RELATION_COLUMNS] = {
	[RELATION_FROM] = "from|from-context",
	[RELATION_STYLE] = "style|mode",
	[RELATION_TO] = "to|to-context",
	[RELATION_LABEL] = "label",
	[RELATION_FROM_PATTERN] = "from-pattern",
	[RELATION_TO_PATTERN] = "to-pattern",
	[RELATION_CONSISTENCY] = "consistency",
	[RELATION_SENSITIVE] = "sensitive",
	[RELATION_AUTONOMOUS] = "autonomous",
	[RELATION_COMPENSATED] = "compensated",
	[RELATION_WHEN_SLOW] = "when-slow",
	[RELATION_WHEN_FAILED] = "when-failed",
	[RELATION_WHEN_DISORDERED] = "when-disordered",
	[RELATION_WHEN_TWICE] = "when-twice",
	[RELATION_DISMISSED] = "dismissed",
	[RELATION_FROM_STICKY] = "from-sticky",
	[RELATION_TO_STICKY] = "to-sticky",
};

const struct table_type columns_relations = {
	columns_of_relations, RELATION_COLUMNS, RELATION_FROM_STICKY, RELATION_FROM};

static const char *const columns_of_messages[MESSAGE_COLUMNS] = {
	[MESSAGE_FROM] = "from",
	[MESSAGE_TO] = "to",
	[MESSAGE_LABEL] = "label",
	[MESSAGE_STICKY] = "sticky",
	[MESSAGE_TYPE] = "type",
	[MESSAGE_USES] = "uses",
};

const struct table_type columns_messages = {columns_of_messages, MESSAGE_COLUMNS, MESSAGE_COLUMNS, MESSAGE_STICKY};

static const char *const columns_of_details[DETAIL_COLUMNS] = {
	[DETAIL_ID] = "id",
	[DETAIL_PUBLIC] = "public",
	[DETAIL_PAYLOAD] = "payload",
	[DETAIL_METADATA] = "metadata",
	[DETAIL_REJECTION] = "rejection",
	[DETAIL_DISMISSED] = "dismissed",
	[DETAIL_DEFINITION] = "definition",
	[DETAIL_INVARIANTS] = "invariants",
};

const struct table_type columns_details = {columns_of_details, DETAIL_COLUMNS, DETAIL_COLUMNS, DETAIL_ID};
