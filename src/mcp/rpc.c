#include "mcp/rpc.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "text/clean.h"

json_t *rpc_parse(const char *line, size_t len, struct rpc_error *err)
{
	json_error_t wrong;
	json_t *message = json_loadb(line, len, JSON_REJECT_DUPLICATES | JSON_DECODE_ANY | JSON_ALLOW_NUL, &wrong);
	struct strbuf why = STRBUF_INIT;

	if (message)
		return message;
	clean_for_display(&why, wrong.text, strlen(wrong.text));
	rpc_fail(err, RPC_PARSE, _("not JSON: %s"), why.text);
	strbuf_release(&why);
	return NULL;
}

/* Does MESSAGE answer a request of this side, which makes none? */
static bool rpc_is_answer(const json_t *message)
{
	return !json_object_get(message, "method") &&
	       (json_object_get(message, "result") || json_object_get(message, "error"));
}

enum rpc_sort rpc_read(const json_t *message, struct rpc_request *request, struct rpc_error *err)
{
	const json_t *version = json_object_get(message, "jsonrpc"), *id = json_object_get(message, "id");
	const json_t *method = json_object_get(message, "method"), *params = json_object_get(message, "params");
	bool known = json_is_string(id) || json_is_number(id);

	*request = (struct rpc_request){.id = known ? id : NULL, .params = params};
	if (!json_is_object(message))
		rpc_fail(err, RPC_REQUEST, "%s", _("a message must be a JSON object"));
	else if (id && !known)
		rpc_fail(err, RPC_REQUEST, "%s", _("an id must be a string or a number"));
	else if (!json_is_string(version) || strcmp(json_string_value(version), "2.0"))
		rpc_fail(err, RPC_REQUEST, "%s", _("“jsonrpc” must be \"2.0\""));
	else if (rpc_is_answer(message))
		return RPC_IS_ANSWER;
	else if (!json_is_string(method))
		rpc_fail(err, RPC_REQUEST, "%s", _("“method” must be a string"));
	else if (params && !json_is_object(params))
		rpc_fail(err, RPC_PARAMS, "%s", _("“params” must be an object"));
	else {
		request->method = json_string_value(method);
		return RPC_IS_REQUEST;
	}
	return RPC_IS_WRONG;
}

int rpc_fail(struct rpc_error *err, enum rpc_code code, const char *format, ...)
{
	struct strbuf clean = STRBUF_INIT;
	va_list arguments;

	va_start(arguments, format);
	clean_format(&clean, format, arguments);
	va_end(arguments);
	err->code = code;
	snprintf(err->sentence, sizeof(err->sentence), "%s", clean.text);
	strbuf_release(&clean);
	return code;
}

/* A message without a body; ID may be NULL. */
static json_t *rpc_answer(const json_t *id)
{
	json_t *message = json_object();

	json_object_set_new(message, "jsonrpc", json_string("2.0"));
	json_object_set_new(message, "id", id ? json_incref((json_t *)id) : json_null());
	return message;
}

json_t *rpc_result(const json_t *id, json_t *result)
{
	json_t *message = rpc_answer(id);

	json_object_set_new(message, "result", result);
	return message;
}

json_t *rpc_failure(const json_t *id, struct rpc_error *err)
{
	json_t *message = rpc_answer(id), *error = json_object();

	json_object_set_new(error, "code", json_integer(err->code));
	json_object_set_new(error, "message", rpc_string(err->sentence));
	if (err->data)
		json_object_set_new(error, "data", err->data);
	err->data = NULL;
	json_object_set_new(message, "error", error);
	return message;
}

json_t *rpc_notification(const char *method, json_t *params)
{
	return json_pack("{s:s, s:s, s:o}", "jsonrpc", "2.0", "method", method, "params", params);
}

static int rpc_add(const char *bytes, size_t len, void *out)
{
	strbuf_add(out, bytes, len);
	return 0;
}

void rpc_dump(json_t *value, struct strbuf *out)
{
	if (json_dump_callback(value, rpc_add, out, JSON_COMPACT))
		BUG("a message is not JSON");
	json_decref(value);
}

void rpc_write(json_t *message, struct strbuf *out)
{
	rpc_dump(message, out);
	strbuf_addch(out, '\n');
}

json_t *rpc_text(const char *text, size_t len)
{
	json_t *string = json_stringn(text, len);
	struct strbuf clean = STRBUF_INIT;

	if (string)
		return string;
	clean_for_display(&clean, text, len);
	string = json_stringn(clean.text, clean.len);
	strbuf_release(&clean);
	return string;
}

json_t *rpc_string(const char *text)
{
	return rpc_text(text ? text : "", text ? strlen(text) : 0);
}
