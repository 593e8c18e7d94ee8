// The table library. A table's length may be a lie (`__len`) and its fields a script's code (`__index`), so every loop
// looks at the stop flag.
#include <limits.h>

#include "vm.h"

// A table, or what behaves like one in the ways asked for.
static lua_Integer brink_length_raises(lua_State *L, int argument) {
    if (lua_type(L, argument) != LUA_TTABLE) {
        bool like_one = luaL_getmetafield(L, argument, "__index") != LUA_TNIL;
        if (like_one) lua_pop(L, 1);
        if (!like_one) luaL_checktype(L, argument, LUA_TTABLE);
    }
    return luaL_len(L, argument);
}

static int brink_table_insert(lua_State *L) {
    lua_Integer end = (lua_Integer)((lua_Unsigned)brink_length_raises(L, 1) + 1);
    lua_Integer position = end;
    int count = lua_gettop(L);
    if (count == 3) {
        position = luaL_checkinteger(L, 2);
        luaL_argcheck(L, (lua_Unsigned)position - 1u < (lua_Unsigned)end, 2, "position out of bounds");
        for (lua_Integer index = end; index > position; index--) {
            brink_spend_raises(L, 1);
            lua_geti(L, 1, index - 1);
            lua_seti(L, 1, index);
        }
    } else if (count != 2) {
        return luaL_error(L, "wrong number of arguments to 'insert'");
    }
    lua_settop(L, count);
    lua_seti(L, 1, position);
    return 0;
}

static int brink_table_remove(lua_State *L) {
    lua_Integer size = brink_length_raises(L, 1);
    lua_Integer position = luaL_optinteger(L, 2, size);
    if (lua_gettop(L) > 1)
        luaL_argcheck(L, (lua_Unsigned)position - 1u <= (lua_Unsigned)size, 2, "position out of bounds");
    lua_geti(L, 1, position);
    for (; position < size; position++) {
        brink_spend_raises(L, 1);
        lua_geti(L, 1, position + 1);
        lua_seti(L, 1, position);
    }
    lua_pushnil(L);
    lua_seti(L, 1, position);
    return 1;
}

static int brink_table_move(lua_State *L) {
    lua_Integer first = luaL_checkinteger(L, 2), end = luaL_checkinteger(L, 3), to = luaL_checkinteger(L, 4);
    int target = lua_isnoneornil(L, 5) ? 1 : 5;
    brink_length_raises(L, 1);
    brink_length_raises(L, target);
    if (end >= first) {
        luaL_argcheck(L, first > 0 || end < LUA_MAXINTEGER + first, 3, "too many elements to move");
        lua_Integer count = end - first + 1;
        luaL_argcheck(L, to <= LUA_MAXINTEGER - count + 1, 4, "destination wrap around");
        bool forward = to > end || to <= first || (target != 1 && !lua_compare(L, 1, target, LUA_OPEQ));
        for (lua_Integer step = 0; step < count; step++) {
            brink_spend_raises(L, 1);
            lua_Integer offset = forward ? step : count - 1 - step;
            lua_geti(L, 1, first + offset);
            lua_seti(L, target, to + offset);
        }
    }
    lua_pushvalue(L, target);
    return 1;
}

static int brink_table_concat(lua_State *L) {
    lua_Integer last = brink_length_raises(L, 1);
    size_t separator_count;
    const char *separator = luaL_optlstring(L, 2, "", &separator_count);
    lua_Integer index = luaL_optinteger(L, 3, 1);
    last = luaL_optinteger(L, 4, last);
    brink_buffer buffer;
    brink_buffer_open_raises(L, &buffer);
    for (bool more = index <= last; more; more = index++ < last) {
        size_t count;
        brink_spend_raises(L, 2);
        lua_geti(L, 1, index);
        if (!lua_isstring(L, -1))
            return luaL_error(L, "invalid value (a %s) at index %I in table for 'concat'", luaL_typename(L, -1),
                              (LUAI_UACINT)index);
        const char *text = lua_tolstring(L, -1, &count);
        brink_buffer_add_raises(&buffer, text, count);
        lua_pop(L, 1);
        if (index < last) brink_buffer_add_raises(&buffer, separator, separator_count);
    }
    brink_buffer_push_raises(&buffer);
    return 1;
}

static int brink_table_pack(lua_State *L) {
    int count = lua_gettop(L);
    lua_createtable(L, count, 1);
    lua_insert(L, 1);
    for (int index = count; index >= 1; index--) lua_seti(L, 1, index);
    lua_pushinteger(L, count);
    lua_setfield(L, 1, "n");
    return 1;
}

static int brink_table_unpack(lua_State *L) {
    lua_Integer first = luaL_optinteger(L, 2, 1);
    lua_Integer last = lua_isnoneornil(L, 3) ? luaL_len(L, 1) : luaL_checkinteger(L, 3);
    if (first > last) return 0;
    lua_Unsigned count = (lua_Unsigned)last - (lua_Unsigned)first;
    if (count >= (lua_Unsigned)INT_MAX || !lua_checkstack(L, (int)(++count)))
        return luaL_error(L, "too many results to unpack");
    for (lua_Integer index = first; index < last; index++) {
        brink_spend_raises(L, 1);
        lua_geti(L, 1, index);
    }
    lua_geti(L, 1, last);
    return (int)count;
}

void brink_library_table_raises(lua_State *L) {
    static const luaL_Reg ours[] = {
        {"concat", brink_table_concat}, {"insert", brink_table_insert}, {"move", brink_table_move},
        {"pack", brink_table_pack},     {"remove", brink_table_remove}, {"sort", brink_table_sort},
        {"unpack", brink_table_unpack}, {NULL, NULL}};
    lua_newtable(L);
    luaL_setfuncs(L, ours, 0);
}
