// string.find, match, gmatch and gsub.
#define _GNU_SOURCE
#include <ctype.h>
#include <string.h>

#include "match.h"

// A start position as Lua takes it, as an offset; past the end by more than one where there is nothing to find.
static size_t brink_start(lua_Integer position, size_t count) {
    if (position > 0) return (size_t)position - 1;
    if (position == 0 || position < -(lua_Integer)count) return 0;
    return count - (size_t)(-position);
}

static bool brink_is_plain(const char *pattern, size_t count) {
    for (size_t index = 0; index < count; index++)
        if (pattern[index] && strchr("^$*+?.([%-", pattern[index])) return false;
    return true;
}

static int brink_find_raises(lua_State *L, bool find) {
    size_t count, pattern_count;
    const char *subject = luaL_checklstring(L, 1, &count);
    const char *pattern = luaL_checklstring(L, 2, &pattern_count);
    size_t start = brink_start(luaL_optinteger(L, 3, 1), count);
    if (start > count) {
        luaL_pushfail(L);
        return 1;
    }
    if (find && (lua_toboolean(L, 4) || brink_is_plain(pattern, pattern_count))) {
        brink_spend_raises(L, (count - start) / 16 + 1);
        // glibc's memmem is linear, whatever the two texts.
        const char *found = memmem(subject + start, count - start, pattern, pattern_count);
        if (!found) {
            luaL_pushfail(L);
            return 1;
        }
        lua_pushinteger(L, found - subject + 1);
        lua_pushinteger(L, found - subject + (lua_Integer)pattern_count);
        return 2;
    }
    bool anchored = pattern_count > 0 && *pattern == '^';
    if (anchored) pattern++, pattern_count--;
    brink_match match;
    brink_match_open(&match, L, subject, count, pattern, pattern_count);
    for (const char *at = subject + start; at <= match.subject_end; at++) {
        const char *end = brink_match_at_raises(&match, at, pattern);
        if (end) brink_match_close_raises(&match);
        if (end && find) {
            lua_pushinteger(L, at - subject + 1);
            lua_pushinteger(L, end - subject);
            return 2 + brink_match_push_captures_raises(&match, at, end, false);
        }
        if (end) return brink_match_push_captures_raises(&match, at, end, true);
        if (anchored) break;
    }
    brink_match_close_raises(&match);
    luaL_pushfail(L);
    return 1;
}

int brink_string_find(lua_State *L) { return brink_find_raises(L, true); }
int brink_string_match(lua_State *L) { return brink_find_raises(L, false); }

// Upvalues: subject, pattern, the next offset, the end of the last match (−1: none).
static int brink_gmatch_next(lua_State *L) {
    size_t count, pattern_count;
    const char *subject = lua_tolstring(L, lua_upvalueindex(1), &count);
    const char *pattern = lua_tolstring(L, lua_upvalueindex(2), &pattern_count);
    const char *at = subject + lua_tointeger(L, lua_upvalueindex(3));
    lua_Integer last = lua_tointeger(L, lua_upvalueindex(4));
    brink_match match;
    brink_match_open(&match, L, subject, count, pattern, pattern_count);
    for (; at <= match.subject_end; at++) {
        const char *end = brink_match_at_raises(&match, at, pattern);
        if (!end || end - subject == last) continue;
        brink_match_close_raises(&match);
        lua_pushinteger(L, end - subject);
        lua_pushvalue(L, -1);
        lua_replace(L, lua_upvalueindex(3));
        lua_replace(L, lua_upvalueindex(4));
        return brink_match_push_captures_raises(&match, at, end, true);
    }
    return 0;
}

int brink_string_gmatch(lua_State *L) {
    size_t count;
    luaL_checklstring(L, 1, &count);
    luaL_checkstring(L, 2);
    size_t start = brink_start(luaL_optinteger(L, 3, 1), count);
    if (start > count) start = count + 1;
    lua_settop(L, 2);
    lua_pushinteger(L, (lua_Integer)start);
    lua_pushinteger(L, -1);
    lua_pushcclosure(L, brink_gmatch_next, 4);
    return 1;
}

static void brink_add_template_raises(brink_match *match, brink_buffer *buffer, const char *start, const char *end) {
    lua_State *L = match->L;
    size_t count;
    const char *at = lua_tolstring(L, 3, &count);
    const char *template_end = at + count;
    while (at < template_end) {
        const char *percent = memchr(at, '%', (size_t)(template_end - at));
        if (!percent) percent = template_end;
        brink_buffer_add_raises(buffer, at, (size_t)(percent - at));
        if (percent == template_end) return;
        at = percent + 1;
        if (at == template_end || !(*at == '%' || isdigit((unsigned char)*at)))
            luaL_error(L, "invalid use of '%%' in replacement string");
        if (*at == '%') {
            brink_buffer_add_raises(buffer, at, 1);
        } else if (*at == '0') {
            brink_buffer_add_raises(buffer, start, (size_t)(end - start));
        } else {
            brink_match_push_capture_raises(match, *at - '1', start, end);
            size_t length;
            const char *text = luaL_tolstring(L, -1, &length);  // a position capture is a number
            brink_buffer_add_raises(buffer, text, length);
            lua_pop(L, 2);
        }
        at++;
    }
}

// Adds what stands for one match; whether it differs from the match.
static bool brink_add_value_raises(brink_match *match, brink_buffer *buffer, const char *start, const char *end) {
    lua_State *L = match->L;
    switch (lua_type(L, 3)) {
    case LUA_TFUNCTION: {
        lua_pushvalue(L, 3);
        int count = brink_match_push_captures_raises(match, start, end, true);
        lua_call(L, count, 1);
        break;
    }
    case LUA_TTABLE:
        brink_match_push_capture_raises(match, 0, start, end);
        lua_gettable(L, 3);
        break;
    default: brink_add_template_raises(match, buffer, start, end); return true;
    }
    bool changed = lua_toboolean(L, -1);
    if (!changed) {
        brink_buffer_add_raises(buffer, start, (size_t)(end - start));
    } else if (!lua_isstring(L, -1)) {
        luaL_error(L, "invalid replacement value (a %s)", luaL_typename(L, -1));
    } else {
        size_t count;
        const char *text = lua_tolstring(L, -1, &count);
        brink_buffer_add_raises(buffer, text, count);
    }
    lua_pop(L, 1);
    return changed;
}

int brink_string_gsub(lua_State *L) {
    size_t count, pattern_count;
    const char *subject = luaL_checklstring(L, 1, &count);
    const char *pattern = luaL_checklstring(L, 2, &pattern_count);
    int kind = lua_type(L, 3);
    luaL_argexpected(L, kind == LUA_TNUMBER || kind == LUA_TSTRING || kind == LUA_TFUNCTION || kind == LUA_TTABLE, 3,
                     "string/function/table");
    lua_Integer most = luaL_optinteger(L, 4, (lua_Integer)count + 1);
    lua_settop(L, 4);
    if (kind == LUA_TNUMBER) lua_tolstring(L, 3, NULL);
    bool anchored = pattern_count > 0 && *pattern == '^';
    if (anchored) pattern++, pattern_count--;
    brink_match match;
    brink_match_open(&match, L, subject, count, pattern, pattern_count);
    brink_buffer buffer;
    brink_buffer_open_raises(L, &buffer);
    const char *at = subject, *last = NULL;
    lua_Integer replaced = 0;
    bool changed = false;
    while (replaced < most) {
        const char *end = brink_match_at_raises(&match, at, pattern);
        if (end && end != last) {
            replaced++;
            changed |= brink_add_value_raises(&match, &buffer, at, end);
            at = last = end;
        } else if (at < match.subject_end) {
            brink_buffer_add_raises(&buffer, at++, 1);
        } else {
            break;
        }
        if (anchored) break;
    }
    brink_match_close_raises(&match);
    if (changed) {
        brink_buffer_add_raises(&buffer, at, (size_t)(match.subject_end - at));
        brink_buffer_push_raises(&buffer);
    } else {
        lua_pushvalue(L, 1);
    }
    lua_pushinteger(L, replaced);
    return 2;
}
