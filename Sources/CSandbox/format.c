// string.format with Lua 5.4's conversions, but %p: an address is nobody's business.
#include <ctype.h>
#include <locale.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "vm.h"

enum { BRINK_SPEC_MAX = 16, BRINK_NUMBER_MAX = 512 };  // 99 digits after the point of the largest double: 409

typedef struct {
    char text[BRINK_SPEC_MAX];
    size_t count;
    char conversion;
    bool has_modifiers, has_precision;
} brink_spec;

// Reads what follows '%'; returns the byte after it. Flags, at most two digits of width and of precision.
static const char *brink_read_spec_raises(lua_State *L, const char *at, const char *end, brink_spec *spec) {
    const char *start = at;
    while (at < end && strchr("-+#0 ", *at) && *at && at - start < 5) at++;
    for (int digits = 0; digits < 2 && at < end && isdigit((unsigned char)*at); digits++) at++;
    spec->has_precision = at < end && *at == '.';
    if (spec->has_precision) {
        at++;
        for (int digits = 0; digits < 2 && at < end && isdigit((unsigned char)*at); digits++) at++;
    }
    if (at >= end || !isalpha((unsigned char)*at)) {
        lua_pushlstring(L, start, (size_t)((at < end ? at + 1 : at) - start));
        luaL_error(L, "invalid conversion '%%%s' to 'format'", lua_tostring(L, -1));
    }
    spec->has_modifiers = at > start;
    spec->conversion = *at;
    spec->count = (size_t)(at - start);
    spec->text[0] = '%';
    memcpy(spec->text + 1, start, spec->count);
    spec->text[++spec->count] = 0;
    return at + 1;
}

static void brink_spec_end(brink_spec *spec, const char *ending) {
    memcpy(spec->text + spec->count, ending, strlen(ending) + 1);
}

// A text that `load` reads back as the same value.
static void brink_quote_raises(lua_State *L, brink_buffer *buffer, int argument) {
    char number[64];
    switch (lua_type(L, argument)) {
    case LUA_TSTRING: {
        size_t count;
        const char *text = lua_tolstring(L, argument, &count);
        brink_buffer_add_raises(buffer, "\"", 1);
        for (size_t index = 0; index < count; index++) {
            unsigned char byte = (unsigned char)text[index];
            bool digit_follows = index + 1 < count && isdigit((unsigned char)text[index + 1]);
            if (byte == '"' || byte == '\\' || byte == '\n') {
                char escaped[2] = {'\\', (char)byte};
                brink_buffer_add_raises(buffer, escaped, 2);
            } else if (iscntrl(byte)) {
                int size = snprintf(number, sizeof number, digit_follows ? "\\%03d" : "\\%d", byte);
                brink_buffer_add_raises(buffer, number, (size_t)size);
            } else {
                brink_buffer_add_raises(buffer, text + index, 1);
            }
            if (index % BRINK_LIMIT_BLOCK == BRINK_LIMIT_BLOCK - 1) brink_spend_raises(L, BRINK_LIMIT_BLOCK);
        }
        brink_buffer_add_raises(buffer, "\"", 1);
        return;
    }
    case LUA_TNUMBER: {
        int size;
        if (lua_isinteger(L, argument)) {
            lua_Integer value = lua_tointeger(L, argument);
            size = snprintf(number, sizeof number, value == LUA_MININTEGER ? "0x%llx" : "%lld", (long long)value);
        } else {
            double value = lua_tonumber(L, argument);
            if (isnan(value))
                size = snprintf(number, sizeof number, "(0/0)");
            else if (isinf(value))
                size = snprintf(number, sizeof number, value > 0 ? "1e9999" : "-1e9999");
            else
                size = snprintf(number, sizeof number, "%a", value);
        }
        brink_buffer_add_raises(buffer, number, (size_t)size);
        return;
    }
    case LUA_TNIL:
    case LUA_TBOOLEAN: {
        size_t count;
        const char *text = luaL_tolstring(L, argument, &count);
        brink_buffer_add_raises(buffer, text, count);
        lua_pop(L, 1);
        return;
    }
    default: luaL_argerror(L, argument, "value has no literal form");
    }
}

static void brink_format_text_raises(lua_State *L, brink_buffer *buffer, int argument, brink_spec *spec) {
    size_t count;
    const char *text = luaL_tolstring(L, argument, &count);
    if (!spec->has_modifiers || (!spec->has_precision && count >= 100)) {
        brink_buffer_add_raises(buffer, text, count);  // no width of two digits matters then
    } else {
        luaL_argcheck(L, count == strlen(text), argument, "string contains zeros");
        brink_spec_end(spec, "s");
        char *room = brink_buffer_room_raises(buffer, BRINK_NUMBER_MAX);
        buffer->count += (size_t)snprintf(room, BRINK_NUMBER_MAX, spec->text, text);
    }
    lua_pop(L, 1);
}

static void brink_format_one_raises(lua_State *L, brink_buffer *buffer, int argument, brink_spec *spec) {
    char ending[4] = {spec->conversion, 0, 0, 0};
    char text[BRINK_NUMBER_MAX];
    int count = 0;
    switch (spec->conversion) {
    case 'c': {
        brink_spec_end(spec, "c");
        int byte = (int)luaL_checkinteger(L, argument);
        count = snprintf(text, sizeof text, spec->text, byte);
        break;
    }
    case 'd': case 'i': case 'u': case 'o': case 'x': case 'X': {
        ending[0] = ending[1] = 'l';
        ending[2] = spec->conversion;
        brink_spec_end(spec, ending);
        long long value = luaL_checkinteger(L, argument);
        count = snprintf(text, sizeof text, spec->text, value);
        break;
    }
    case 'a': case 'A': case 'e': case 'E': case 'f': case 'F': case 'g': case 'G': {
        brink_spec_end(spec, ending);
        double value = luaL_checknumber(L, argument);
        count = snprintf(text, sizeof text, spec->text, value);
        break;
    }
    case 'q':
        if (spec->has_modifiers) luaL_error(L, "specifier '%%q' cannot have modifiers");
        brink_quote_raises(L, buffer, argument);
        return;
    case 's': brink_format_text_raises(L, buffer, argument, spec); return;
    default: luaL_error(L, "invalid conversion '%s%c' to 'format'", spec->text, spec->conversion);
    }
    brink_buffer_add_raises(buffer, text, (size_t)count);
}

int brink_string_format(lua_State *L) {
    int last = lua_gettop(L);
    size_t count;
    const char *at = luaL_checklstring(L, 1, &count);
    const char *end = at + count;
    brink_buffer buffer;
    brink_buffer_open_raises(L, &buffer);
    int argument = 1;
    while (at < end) {
        const char *percent = memchr(at, '%', (size_t)(end - at));
        if (!percent) percent = end;
        brink_buffer_add_raises(&buffer, at, (size_t)(percent - at));
        at = percent;
        if (at == end) break;
        if (++at < end && *at == '%') {
            brink_buffer_add_raises(&buffer, at++, 1);
            continue;
        }
        brink_spec spec;
        if (++argument > last) return luaL_argerror(L, argument, "no value");
        at = brink_read_spec_raises(L, at, end, &spec);
        brink_format_one_raises(L, &buffer, argument, &spec);
        brink_spend_raises(L, 8);
    }
    brink_buffer_push_raises(&buffer);
    return 1;
}
