// utf8 and the clock part of os: Lua's own functions, behind a check of the sizes they are given.
#include "vm.h"

// Upvalues: the function, the largest first argument in bytes.
static int brink_sized(lua_State *L) {
    size_t count = 0;
    if (lua_type(L, 1) == LUA_TSTRING) lua_tolstring(L, 1, &count);
    if ((lua_Integer)count > lua_tointeger(L, lua_upvalueindex(2))) return luaL_argerror(L, 1, "string too long");
    brink_spend_raises(L, count);
    lua_pushvalue(L, lua_upvalueindex(1));
    lua_insert(L, 1);
    lua_call(L, lua_gettop(L) - 1, LUA_MULTRET);
    return lua_gettop(L);
}

static void brink_limit_raises(lua_State *L, const char *name, size_t limit) {
    lua_getfield(L, -1, name);
    lua_pushinteger(L, (lua_Integer)limit);
    lua_pushcclosure(L, brink_sized, 2);
    lua_setfield(L, -2, name);
}

// Past the metatable of the globals, which may refuse new ones.
static void brink_set_global_raises(lua_State *L, const char *name) {
    lua_pushglobaltable(L);
    lua_pushstring(L, name);
    lua_rotate(L, -3, 2);
    lua_rawset(L, -3);
    lua_pop(L, 1);
}

void brink_library_system_raises(lua_State *L) {
    static const char *const os_names[] = {"clock", "date", "difftime", "time", NULL};
    static const char *const utf8_names[] = {"char", "charpattern", "codepoint", "codes", "len", "offset", NULL};
    brink_open_some_raises(L, luaopen_os, os_names);
    brink_limit_raises(L, "date", BRINK_LIMIT_DATE_FORMAT);
    brink_set_global_raises(L, "os");
    brink_open_some_raises(L, luaopen_utf8, utf8_names);
    brink_limit_raises(L, "codepoint", BRINK_LIMIT_UTF8_BYTES);
    brink_limit_raises(L, "len", BRINK_LIMIT_UTF8_BYTES);
    brink_limit_raises(L, "offset", BRINK_LIMIT_UTF8_BYTES);
    brink_set_global_raises(L, "utf8");
}
