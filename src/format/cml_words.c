#include "format/cml_words.h"

#include <stddef.h>

/* clang-format off */
const char *const cml_words[] = {
	/* ContextMappingDSL.xtext and TacticDDDLanguage.xtext */
	"ACL", "ACT", "AccessObject", "Aggregate", "Application", "ApplicationPart", "Bag",
	"BasicType", "BigDecimal", "BigInteger", "Blob", "Boolean", "BoundedContext", "C", "CF",
	"CHAR", "CONCRETE", "Clob", "Collection", "Command", "CommandEvent", "Consumer",
	"ContextMap", "Coordination", "D", "DELETE", "DataTransferObject", "Date", "DateTime",
	"Domain", "DomainEvent", "Double", "Entity", "Event", "Float", "Flow", "GET", "INTEGER",
	"Integer", "JOINED", "Key", "List", "Long", "META", "MONITOR", "Map", "Module", "None",
	"O", "OHS", "P", "PL", "POST", "PUT", "PagedResult", "PagingParameter", "Partnership",
	"Repository", "Resource", "S", "SINGLE_TABLE", "SK", "STRING", "Service", "Set",
	"Stakeholder", "StakeholderGroup", "Stakeholders", "String", "Subdomain",
	"TacticDDDApplication", "Timestamp", "Trait", "U", "UseCase", "UserStory", "Value",
	"ValueCluster", "ValueEpic", "ValueNarrative", "ValueObject", "ValueRegister",
	"ValueWeigthing", "X", "a", "abstract", "action", "actor", "aggregateLifecycle",
	"aggregateRoot", "an", "are", "assertFalse", "assertTrue", "association", "auditable",
	"availabilityCriticality", "bad", "basePackage", "belongsTo", "benefit", "boolean",
	"build", "businessModel", "cache", "cascade", "changeable", "command", "condition",
	"consequences", "consistencyCriticality", "construct", "contains", "contentVolatility",
	"core", "create", "creditCardNumber", "databaseColumn", "databaseJoinColumn",
	"databaseJoinTable", "databaseTable", "databaseType", "decimalMax", "decimalMin", "def",
	"delete", "demonstrator", "description", "digits", "discriminatorColumn",
	"discriminatorLength", "discriminatorType", "discriminatorValue",
	"domainVisionStatement", "double", "downstreamRights", "email", "enum", "event",
	"eventBus", "evolution", "exposedAggregates", "extends", "external", "features",
	"fetch", "float", "for", "future", "gap", "good", "groupBy", "harmed", "hint",
	"immutable", "impact", "implementationTechnology", "implements", "import", "in",
	"index", "influence", "inheritanceType", "inject", "int", "interactions", "interest",
	"inverse", "is", "isCore", "key", "knowledgeLevel", "length", "level",
	"likelihoodForChange", "long", "map", "max", "min", "neutral", "nogap", "not",
	"notBlank", "notEmpty", "nullable", "o", "of", "operation", "opposingValue", "opposite",
	"optimisticLocking", "orderBy", "orderColumn", "orderby", "ordinal", "owner", "package",
	"past", "path", "pattern", "persistent", "priority", "private", "promoted", "protected",
	"public", "publish", "query", "queueName", "range", "read", "realizes", "reduced",
	"reference", "refines", "relatedValue", "required", "responsibilities", "return",
	"scaffold", "scope", "scriptAssert", "secondaryActors", "securityAccessGroup",
	"securityCriticality", "securityZone", "select", "size", "stakeholder", "state",
	"storageSimilarity", "structuralVolatility", "subscribe", "supports", "the", "throws",
	"to", "topicName", "transient", "triggers", "type", "unique", "update", "url",
	"useCases", "userRequirements", "userStories", "valid", "validate", "values", "void",
	"webservice", "with", "write", "x",
	/* context-mapper-dsl.langium, where it has more */
	"APPLICATION", "AS_IS", "AUTONOMY", "CARE", "COMMODITY", "CONTROL", "CORE_DOMAIN",
	"CUSTOM_BUILT", "DECISION_MAKER", "FAIRNESS", "FEATURE", "GENERIC_SUBDOMAIN", "GENESIS",
	"HIGH", "HUGE", "INCLUSIVENESS", "INFLUENCER", "INNOVATION", "LOW", "MEDIUM",
	"MONOPOLIST", "NORMAL", "OFTEN", "OPINION_LEADER", "ORGANIZATIONAL", "PERFECTION",
	"PRIVACY", "PRODUCT", "RARELY", "RESPECT", "SUPPORTING_DOMAIN", "SUSTAINABILITY",
	"SYSTEM", "SYSTEM_LANDSCAPE", "TEAM", "TINY", "TO_BE", "TRANSPARENCY", "TRUST",
	"UNDEFINED", "VETO_RIGHT", "ValueWeighting",
	/* other versions of these */
	"Functionality", "sagaOrchestrator",
	NULL,
};
/* clang-format on */
