#include "check/lexicon.h"

#include <string.h>

#include "base/mem.h"

/* Many words on a line. */
/* clang-format off */
static const char *const lexicon_not_past[] = {
	"bed", "biped", "bleed", "bobsled", "breed", "creed", "deed", "embed", "exceed", "feed",
	"greed", "hatred", "heed", "hundred", "inbred", "indeed", "kindred", "misdeed", "moped",
	"naked", "need", "newlywed", "overfeed", "proceed", "red", "reed", "sacred", "seaweed",
	"seed", "shed", "shred", "sled", "speed", "steed", "succeed", "wed", "weed", "wicked",
};

static const char *const lexicon_attribute[] = {
	"advanced", "aged", "associated", "automated", "certified", "combined", "dedicated",
	"designated", "detailed", "distributed", "estimated", "experienced", "extended",
	"featured", "fixed", "integrated", "licensed", "limited", "mixed", "outdated",
	"preferred", "qualified", "recommended", "related", "suggested", "united", "unlimited",
	"used",
};

static const char *const lexicon_compound[] = {
	"aged", "based", "employed", "ended", "faced", "handed", "minded", "oriented", "owned",
	"priced", "rated", "related", "shaped", "sided", "sized",
};

static const char *const lexicon_determiner[] = {
	"a", "an", "any", "each", "every", "for", "from", "its", "my", "no", "of", "our", "per",
	"some", "the", "their", "to", "with", "without", "your",
};

static const char *const lexicon_auxiliary[] = {
	"are", "be", "being", "get", "gets", "getting", "is",
};

static const char *const lexicon_subordinate[] = {
	"after", "because", "before", "if", "once", "though", "unless", "until", "when",
	"whenever", "where", "while",
};

static const char *const lexicon_ongoing[] = {
	"awaiting", "missing", "ongoing", "outstanding", "pending", "underway", "waiting",
};

static const char *const lexicon_verb[] = {
	"abort", "accept", "acknowledge", "activate", "add", "adjust", "allocate", "allow",
	"amend", "analyse", "analyze", "announce", "answer", "apply", "approve", "archive",
	"arrange", "ask", "assemble", "assess", "assign", "attach", "authorise", "authorize",
	"begin", "block", "bring", "build", "buy", "calculate", "cancel", "capture", "check",
	"choose", "clean", "clear", "close", "collect", "compare", "complete", "compute",
	"confirm", "connect", "consolidate", "convert", "copy", "correct", "create",
	"deactivate", "decide", "decline", "deduct", "define", "delete", "deliver", "deny",
	"deploy", "determine", "disable", "disconnect", "dispatch", "display", "distribute",
	"download", "edit", "enable", "enrol", "enroll", "enter", "escalate", "establish",
	"estimate", "evaluate", "execute", "extend", "fetch", "fill", "find", "finish", "fix",
	"forward", "fulfil", "fulfill", "generate", "get", "give", "go", "grant", "handle",
	"hold", "identify", "import", "include", "inform", "initiate", "insert", "inspect",
	"install", "invite", "issue", "keep", "launch", "leave", "lend", "load", "lock",
	"lookup", "maintain", "make", "manage", "mark", "measure", "merge", "modify", "monitor",
	"move", "negotiate", "notify", "obtain", "open", "pack", "pay", "perform", "pick",
	"place", "prepare", "prevent", "print", "prioritise", "prioritize", "proceed", "process",
	"produce", "provide", "publish", "purchase", "receive", "recommend", "record", "redeem",
	"refund", "refuse", "register", "reject", "release", "remind", "remove", "renew", "rent",
	"reopen", "repair", "repeat", "replace", "reply", "reschedule", "reserve", "reset",
	"resolve", "respond", "restore", "review", "revoke", "save", "scan", "schedule",
	"search", "select", "sell", "send", "set", "settle", "ship", "show", "sign", "specify",
	"start", "stop", "submit", "subscribe", "suspend", "take", "tell", "terminate",
	"transfer", "transmit", "try", "unlock", "unregister", "unsubscribe", "update",
	"upgrade", "upload", "use", "validate", "verify", "view", "void", "withdraw", "write",
};

static const char *const lexicon_verb_too[] = {
	"admit", "advertise", "advise", "affirm", "aggregate", "agree", "aim", "alert", "align",
	"amortise", "amortize", "annotate", "anonymise", "appeal", "append", "appoint",
	"appraise", "arbitrate", "assert", "associate", "assure", "attend", "audit",
	"authenticate", "automate", "await", "award", "ban", "batch", "bid", "bill", "bind",
	"bisect", "board", "book", "boost", "borrow", "break", "brew", "broadcast", "browse",
	"budget", "bundle", "bypass", "call", "cap", "cast", "categorise", "categorize",
	"certify", "chair", "challenge", "change", "charge", "charter", "chase", "chat", "cite",
	"claim", "clarify", "classify", "click", "clock", "clone", "coach", "code", "comment",
	"commission", "commit", "communicate", "compensate", "compile", "comply", "compose",
	"concede", "conclude", "conduct", "configure", "consent", "consult", "consume", "contact",
	"continue", "contract", "contribute", "control", "convene", "cook", "coordinate", "count",
	"cover", "credit", "cross", "cut", "debit", "decommission", "decrease", "dedicate",
	"defer", "delay", "delegate", "demand", "demote", "deposit", "describe", "design",
	"destroy", "detach", "detect", "diagnose", "dial", "disburse", "discard", "discharge",
	"disclose", "discount", "discuss", "dismiss", "dispense", "dispose", "dispute",
	"dissolve", "divide", "dock", "document", "donate", "downvote", "draft", "draw", "drive",
	"drop", "duplicate", "earn", "elect", "eliminate", "embed", "employ", "empty", "encrypt",
	"end", "endorse", "enforce", "engage", "enqueue", "enquire", "enrich", "ensure", "equip",
	"erase", "evict", "examine", "exchange", "exclude", "exempt", "exit", "expand",
	"expedite", "expel", "expire", "explain", "explore", "export", "expose", "express",
	"facilitate", "fail", "favorite", "feature", "feed", "file", "filter", "fire", "fit",
	"flag", "flip", "fold", "follow", "force", "forecast", "forfeit", "forget", "form",
	"format", "free", "freeze", "fund", "furnish", "gather", "grade", "graduate", "greet",
	"group", "grow", "guarantee", "guide", "hand", "harvest", "hear", "help", "hide",
	"highlight", "hire", "host", "house", "ignore", "implement", "improve", "increase",
	"index", "indicate", "inflate", "inherit", "initialise", "initialize", "inquire",
	"insure", "integrate", "interpret", "interrupt", "intervene", "interview", "introduce",
	"invalidate", "invest", "investigate", "invoice", "involve", "isolate", "join", "judge",
	"justify", "label", "land", "lead", "learn", "lease", "let", "level", "liaise", "license",
	"lift", "like", "limit", "link", "liquidate", "list", "listen", "litigate", "loan",
	"localize", "locate", "log", "look", "lower", "mail", "map", "market", "match", "mediate",
	"meet", "mention", "message", "migrate", "mint", "mitigate", "mix", "moderate", "mount",
	"mute", "name", "narrow", "nominate", "note", "number", "observe", "occupy", "offer",
	"offset", "onboard", "operate", "optimise", "optimize", "order", "organise", "organize",
	"outsource", "override", "overrule", "own", "page", "park", "part", "partition", "pass",
	"patch", "pause", "peel", "penalise", "penalize", "permit", "persist", "phone",
	"photograph", "pin", "ping", "plan", "plant", "play", "plead", "pledge", "plot", "poll",
	"pool", "pop", "position", "post", "postpone", "pour", "prescribe", "present", "preserve",
	"press", "price", "procure", "program", "progress", "prohibit", "project", "promise",
	"promote", "proof", "propose", "prosecute", "protect", "prove", "provision", "prune",
	"pull", "pump", "punch", "push", "qualify", "quantify", "quarantine", "query", "question",
	"queue", "quit", "quote", "raise", "rank", "rate", "reactivate", "read", "realise",
	"reassign", "rebook", "rebuild", "recalculate", "recall", "recharge", "reclaim",
	"reconcile", "recover", "recruit", "rectify", "recycle", "redirect", "reduce", "refer",
	"refill", "reformat", "refresh", "refuel", "regenerate", "regulate", "reimburse",
	"reinstate", "reissue", "relate", "relay", "reload", "relocate", "rely", "rename",
	"render", "reorder", "reorganise", "repay", "report", "repossess", "represent", "reprint",
	"request", "require", "resell", "resend", "resign", "resist", "resize", "rest", "restart",
	"restock", "restrict", "resume", "resupply", "retain", "retire", "retract", "retrieve",
	"retry", "return", "reuse", "reverse", "revert", "revise", "reward", "ride", "ring",
	"roll", "rotate", "round", "route", "run", "sample", "sanction", "scale", "score",
	"scrap", "screen", "seal", "secure", "see", "seek", "seize", "separate", "serve",
	"service", "share", "shift", "shop", "shorten", "shuffle", "shut", "simulate", "skip",
	"sort", "split", "sponsor", "spread", "stage", "stake", "stamp", "standardise",
	"standardize", "state", "sterilise", "sterilize", "stock", "store", "strike", "study",
	"substitute", "sue", "suggest", "sum", "summarise", "summarize", "supervise", "supply",
	"support", "surrender", "survey", "swap", "sweep", "switch", "sync", "synchronise",
	"synchronize", "tag", "talk", "target", "tax", "teach", "tender", "test", "thank",
	"throw", "tick", "time", "top", "touch", "trace", "track", "trade", "train", "transcribe",
	"translate", "transport", "trap", "treat", "triage", "trigger", "trim", "trust", "turn",
	"type", "unassign", "unblock", "undo", "unflag", "unfreeze", "uninstall", "unlike",
	"unlink", "unload", "unmute", "unpack", "unpin", "unpublish", "unreserve", "unsign",
	"unsubmit", "untag", "upvote", "urge", "vacate", "value", "vary", "vet", "visit",
	"volunteer", "vote", "wait", "waive", "wake", "walk", "warn", "wash", "watch", "water",
	"wear", "weigh", "welcome", "win", "wire", "wish", "work", "wrap", "yield", "zip",
};

static const char *const lexicon_thing[] = {
	"account", "address", "admin", "administrator", "agent", "app", "application", "basket",
	"bill", "buyer", "card", "carrier", "cart", "catalog", "catalogue", "clerk", "client",
	"company", "contract", "courier", "customer", "dashboard", "data", "database",
	"department", "details", "document", "driver", "employee", "file", "form", "history",
	"info", "information", "inventory", "invoice", "item", "list", "manager", "menu",
	"merchant", "message", "notification", "office", "operator", "order", "orders", "owner",
	"page", "parcel", "passenger", "patient", "payment", "person", "platform", "portal",
	"price", "product", "profile", "queue", "receipt", "record", "report", "room", "schedule",
	"screen", "seller", "service", "session", "shipment", "shop", "site", "staff", "status",
	"stock", "store", "student", "supplier", "system", "table", "team", "ticket", "tool",
	"user", "vehicle", "vendor", "warehouse", "website", "worker",
};

static const char *const lexicon_technical[] = {
	"browsed", "clicked", "displayed", "hovered", "loaded", "navigated", "opened", "pressed",
	"rendered", "scrolled", "searched", "selected", "swiped", "tapped", "typed", "viewed",
};

static const char *const lexicon_handled[] = {
	"loaded", "opened", "pressed",
};

static const char *const lexicon_screen[] = {
	"app", "button", "dialog", "dialogue", "dropdown", "form", "key", "link", "menu", "modal",
	"page", "panel", "popup", "screen", "sidebar", "site", "tab", "view", "website", "window",
};

static const char *const lexicon_reached[] = {
	"absent", "available", "complete", "due", "empty", "full", "incomplete", "insufficient",
	"late", "overdue", "ready", "successful", "unable", "unavailable", "unsuccessful",
};

static const char *const lexicon_vague[] = {
	"done", "handled", "managed", "processed", "updated",
};

static const char *const lexicon_failure[] = {
	"abort", "bounc", "breach", "cancel", "charg-back", "chargeback", "declin", "defect",
	"denied", "deny", "disput", "error", "exceed", "expir", "fail", "forfeit", "fraud",
	"impossible", "insufficient", "invalid", "lost", "miss", "overdue", "refus", "reject",
	"reversed", "revok", "suspend", "terminat", "timeout", "unable", "unavailable", "unpaid",
	"unsuccessful", "void", "withdr", "wrong",
};

static const char *const lexicon_article[] = {
	"a", "an", "the",
};

static const char *const lexicon_generic[] = {
	"a", "an", "app", "application", "backend", "platform", "service", "software", "system",
	"the",
};

static const char *const lexicon_vague_actor[] = {
	"admin", "administrator", "anybody", "anyone", "everybody", "human", "people", "person",
	"somebody", "someone", "staff", "stakeholder", "system", "user",
};

static const char *const lexicon_technical_name[] = {
	"controller", "dao", "data", "database", "dto", "entity", "factory", "handler", "helper",
	"impl", "info", "manager", "model", "module", "object", "processor", "record",
	"repository", "service", "table", "util", "utils",
};

static const char *const lexicon_technical_context[] = {
	"api", "app", "application", "backend", "component", "context", "data", "database",
	"domain", "frontend", "manager", "microservice", "module", "processor", "service",
	"services", "system", "systems",
};

static const char *const lexicon_drawer[] = {
	"a", "an", "and", "base", "common", "core", "general", "global", "helper", "helpers",
	"main", "misc", "miscellaneous", "new", "other", "others", "rest", "shared", "stuff",
	"tbd", "the", "things", "todo", "unknown", "unnamed", "untitled", "util", "utilities",
	"utility", "utils", "various",
};

static const char *const lexicon_particle_of_verb[] = {
	"back", "down", "in", "off", "on", "out", "over", "through", "up",
};

static const char *const lexicon_condition[] = {
	"after", "always", "as", "at", "daily", "during", "each", "every", "following", "hourly",
	"in", "monthly", "nightly", "on", "only", "upon", "weekly", "yearly",
};

static const char *const lexicon_collection[] = {
	"a", "an", "and", "data", "detail", "details", "entry", "for", "group", "history", "id",
	"info", "information", "item", "items", "line", "lines", "list", "log", "manager", "new",
	"number", "of", "old", "record", "records", "service", "state", "status", "system", "the",
	"to", "type",
};

static const char *const lexicon_particle[] = {
	"and", "are", "as", "at", "by", "in", "into", "is", "it", "not", "off", "on", "or", "out",
	"over", "than", "that", "then", "this", "up", "we", "whether", "will",
};

/* clang-format on */

struct lexicon_words {
	const char *const *words;
	size_t count;
};

#define WORDS(list)                    \
	{                              \
		list, ARRAY_SIZE(list) \
	}

static const struct lexicon_words lexicon_lists[LEXICON_COUNT] = {
	[LEXICON_NOT_PAST] = WORDS(lexicon_not_past),
	[LEXICON_ATTRIBUTE] = WORDS(lexicon_attribute),
	[LEXICON_COMPOUND] = WORDS(lexicon_compound),
	[LEXICON_DETERMINER] = WORDS(lexicon_determiner),
	[LEXICON_AUXILIARY] = WORDS(lexicon_auxiliary),
	[LEXICON_SUBORDINATE] = WORDS(lexicon_subordinate),
	[LEXICON_ONGOING] = WORDS(lexicon_ongoing),
	[LEXICON_VERB] = WORDS(lexicon_verb),
	[LEXICON_VERB_TOO] = WORDS(lexicon_verb_too),
	[LEXICON_THING] = WORDS(lexicon_thing),
	[LEXICON_TECHNICAL] = WORDS(lexicon_technical),
	[LEXICON_HANDLED] = WORDS(lexicon_handled),
	[LEXICON_SCREEN] = WORDS(lexicon_screen),
	[LEXICON_REACHED] = WORDS(lexicon_reached),
	[LEXICON_VAGUE] = WORDS(lexicon_vague),
	[LEXICON_FAILURE] = WORDS(lexicon_failure),
	[LEXICON_ARTICLE] = WORDS(lexicon_article),
	[LEXICON_GENERIC] = WORDS(lexicon_generic),
	[LEXICON_VAGUE_ACTOR] = WORDS(lexicon_vague_actor),
	[LEXICON_TECHNICAL_NAME] = WORDS(lexicon_technical_name),
	[LEXICON_TECHNICAL_CONTEXT] = WORDS(lexicon_technical_context),
	[LEXICON_DRAWER] = WORDS(lexicon_drawer),
	[LEXICON_PARTICLE_OF_VERB] = WORDS(lexicon_particle_of_verb),
	[LEXICON_CONDITION] = WORDS(lexicon_condition),
	[LEXICON_COLLECTION] = WORDS(lexicon_collection),
	[LEXICON_PARTICLE] = WORDS(lexicon_particle),
};

/* clang-format off */
static const struct lexicon_past {
	const char *past;
	const char *base;
} lexicon_pasts[] = {
	{"arisen", "arise"}, {"arose", "arise"}, {"awoke", "awake"}, {"became", "become"},
	{"been", "be"}, {"began", "begin"}, {"begun", "begin"}, {"bent", "bend"}, {"bet", "bet"},
	{"bid", "bid"}, {"bled", "bleed"}, {"blew", "blow"}, {"blown", "blow"}, {"bore", "bear"},
	{"born", "bear"}, {"borne", "bear"}, {"bought", "buy"}, {"bound", "bind"},
	{"bred", "breed"}, {"broadcast", "broadcast"}, {"broke", "break"}, {"broken", "break"},
	{"brought", "bring"}, {"built", "build"}, {"burnt", "burn"}, {"burst", "burst"},
	{"came", "come"}, {"cast", "cast"}, {"caught", "catch"}, {"chose", "choose"},
	{"chosen", "choose"}, {"cut", "cut"}, {"dealt", "deal"}, {"did", "do"}, {"didn't", "do"},
	{"done", "do"}, {"drawn", "draw"}, {"drew", "draw"}, {"driven", "drive"},
	{"drove", "drive"}, {"dug", "dig"}, {"eaten", "eat"}, {"fallen", "fall"},
	{"fed", "feed"}, {"fell", "fall"}, {"felt", "feel"}, {"fled", "flee"}, {"flew", "fly"},
	{"flown", "fly"}, {"forbidden", "forbid"}, {"foregone", "forego"},
	{"foreseen", "foresee"}, {"forgave", "forgive"}, {"forgiven", "forgive"},
	{"forgot", "forget"}, {"forgotten", "forget"}, {"fought", "fight"}, {"found", "find"},
	{"froze", "freeze"}, {"frozen", "freeze"}, {"gave", "give"}, {"given", "give"},
	{"gone", "go"}, {"got", "get"}, {"gotten", "get"}, {"grew", "grow"}, {"grown", "grow"},
	{"had", "have"}, {"hadn't", "have"}, {"heard", "hear"}, {"held", "hold"},
	{"hid", "hide"}, {"hidden", "hide"}, {"hit", "hit"}, {"hung", "hang"}, {"hurt", "hurt"},
	{"kept", "keep"}, {"knew", "know"}, {"known", "know"}, {"laid", "lay"},
	{"learnt", "learn"}, {"led", "lead"}, {"left", "leave"}, {"lent", "lend"},
	{"let", "let"}, {"lit", "light"}, {"lost", "lose"}, {"made", "make"}, {"meant", "mean"},
	{"met", "meet"}, {"mistaken", "mistake"}, {"outgrown", "outgrow"},
	{"overheard", "overhear"}, {"overpaid", "overpay"}, {"overridden", "override"},
	{"overrode", "override"}, {"oversaw", "oversee"}, {"overseen", "oversee"},
	{"oversold", "oversell"}, {"overtaken", "overtake"}, {"overthrown", "overthrow"},
	{"overwritten", "overwrite"}, {"paid", "pay"}, {"put", "put"}, {"quit", "quit"},
	{"ran", "run"}, {"rang", "ring"}, {"read", "read"}, {"rebuilt", "rebuild"},
	{"redone", "redo"}, {"repaid", "repay"}, {"resent", "resend"}, {"reset", "reset"},
	{"resold", "resell"}, {"rewritten", "rewrite"}, {"ridden", "ride"}, {"risen", "rise"},
	{"rode", "ride"}, {"rose", "rise"}, {"rung", "ring"}, {"said", "say"}, {"sang", "sing"},
	{"sank", "sink"}, {"sat", "sit"}, {"saw", "see"}, {"seen", "see"}, {"sent", "send"},
	{"set", "set"}, {"shaken", "shake"}, {"shook", "shake"}, {"shot", "shoot"},
	{"shown", "show"}, {"shut", "shut"}, {"slept", "sleep"}, {"sold", "sell"},
	{"sought", "seek"}, {"spelt", "spell"}, {"spent", "spend"}, {"split", "split"},
	{"spoke", "speak"}, {"spoken", "speak"}, {"sprang", "spring"}, {"spread", "spread"},
	{"stole", "steal"}, {"stolen", "steal"}, {"stood", "stand"}, {"struck", "strike"},
	{"stuck", "stick"}, {"sung", "sing"}, {"sunk", "sink"}, {"swept", "sweep"},
	{"swore", "swear"}, {"sworn", "swear"}, {"swung", "swing"}, {"taken", "take"},
	{"taught", "teach"}, {"thought", "think"}, {"threw", "throw"}, {"thrown", "throw"},
	{"told", "tell"}, {"took", "take"}, {"tore", "tear"}, {"torn", "tear"},
	{"underpaid", "underpay"}, {"understood", "understand"}, {"undertaken", "undertake"},
	{"underwent", "undergo"}, {"undone", "undo"}, {"upheld", "uphold"}, {"upset", "upset"},
	{"was", "be"}, {"wasn't", "be"}, {"went", "go"}, {"were", "be"}, {"weren't", "be"},
	{"withdrawn", "withdraw"}, {"withdrew", "withdraw"}, {"withheld", "withhold"},
	{"withstood", "withstand"}, {"woke", "wake"}, {"woken", "wake"}, {"won", "win"},
	{"wore", "wear"}, {"worn", "wear"}, {"wove", "weave"}, {"woven", "weave"},
	{"written", "write"}, {"wrote", "write"},
};
/* clang-format on */

/* Like strcmp(), of the LEN bytes at WORD and TEXT. */
static int lexicon_compare(const char *word, size_t len, const char *text)
{
	int order = strncmp(word, text, len);

	return order || !text[len] ? order : -1;
}

bool lexicon_has(enum lexicon_list list, const char *word, size_t len)
{
	const struct lexicon_words *words = &lexicon_lists[list];
	size_t low = 0, high = words->count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;
		int order = lexicon_compare(word, len, words->words[middle]);

		if (!order)
			return true;
		if (order < 0)
			high = middle;
		else
			low = middle + 1;
	}
	return false;
}

bool lexicon_begins(enum lexicon_list list, const char *word, size_t len)
{
	const struct lexicon_words *words = &lexicon_lists[list];

	for (size_t i = 0; i < words->count; i++) {
		size_t size = strlen(words->words[i]);

		if (size <= len && !memcmp(word, words->words[i], size))
			return true;
	}
	return false;
}

const char *lexicon_base(const char *word, size_t len)
{
	size_t low = 0, high = ARRAY_SIZE(lexicon_pasts);

	while (low < high) {
		size_t middle = low + (high - low) / 2;
		int order = lexicon_compare(word, len, lexicon_pasts[middle].past);

		if (!order)
			return lexicon_pasts[middle].base;
		if (order < 0)
			high = middle;
		else
			low = middle + 1;
	}
	return NULL;
}

bool lexicon_is_sorted(void)
{
	for (int list = 0; list < LEXICON_COUNT; list++)
		for (size_t i = 1; i < lexicon_lists[list].count; i++)
			if (strcmp(lexicon_lists[list].words[i - 1], lexicon_lists[list].words[i]) >= 0)
				return false;
	for (size_t i = 1; i < ARRAY_SIZE(lexicon_pasts); i++)
		if (strcmp(lexicon_pasts[i - 1].past, lexicon_pasts[i].past) >= 0)
			return false;
	return true;
}
