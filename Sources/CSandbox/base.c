// The globals: what a script may call, with the functions that could swallow a stop or reach outside replaced.
#include <string.h>

#include "vm.h"

void brink_open_some_raises(lua_State *L, lua_CFunction open, const char *const *names) {
    lua_pushcfunction(L, open);
    lua_call(L, 0, 1);
    lua_newtable(L);
    for (; *names; names++) {
        lua_getfield(L, -2, *names);
        lua_setfield(L, -2, *names);
    }
    lua_remove(L, -2);
}

// ---- errors

// After a protected call: a stop goes on unwinding whatever was called, and so does the end of memory.
static int brink_pcall_finish(lua_State *L, int status, lua_KContext extra) {
    if (status == LUA_ERRMEM) brink_stop(brink_vm_of(L), BRINK_ERROR_MEMORY);
    brink_check_raises(L);
    if (status == LUA_OK || status == LUA_YIELD) return lua_gettop(L) - (int)extra;
    lua_pushboolean(L, 0);
    lua_pushvalue(L, -2);
    return 2;
}

static int brink_pcall(lua_State *L) {
    luaL_checkany(L, 1);
    brink_check_raises(L);
    lua_pushboolean(L, 1);
    lua_insert(L, 1);
    int status = lua_pcallk(L, lua_gettop(L) - 2, LUA_MULTRET, 0, 0, brink_pcall_finish);
    return brink_pcall_finish(L, status, 0);
}

// The user's handler would run with hooks off where the error is a stop: it is not asked then.
static int brink_guarded_handler(lua_State *L) {
    if (brink_vm_of(L)->stopped) return 1;
    lua_settop(L, 1);
    lua_pushvalue(L, lua_upvalueindex(1));
    lua_insert(L, 1);
    lua_call(L, 1, 1);
    return 1;
}

static int brink_xpcall(lua_State *L) {
    int count = lua_gettop(L);
    luaL_checktype(L, 2, LUA_TFUNCTION);
    brink_check_raises(L);
    lua_pushvalue(L, 2);
    lua_pushcclosure(L, brink_guarded_handler, 1);
    lua_replace(L, 2);
    lua_pushboolean(L, 1);
    lua_pushvalue(L, 1);
    lua_rotate(L, 3, 2);
    int status = lua_pcallk(L, count - 2, LUA_MULTRET, 2, 2, brink_pcall_finish);
    return brink_pcall_finish(L, status, 2);
}

// ---- metatables

static int brink_setmetatable(lua_State *L) {
    int kind = lua_type(L, 2);
    luaL_argexpected(L, kind == LUA_TNIL || kind == LUA_TTABLE, 2, "nil or table");
    luaL_checktype(L, 1, LUA_TTABLE);
    if (luaL_getmetafield(L, 1, "__metatable") != LUA_TNIL) return luaL_error(L, "cannot change a protected metatable");
    if (kind == LUA_TTABLE) {
        // Lua looks for a finaliser only here; one added to the metatable later is never called.
        lua_pushliteral(L, "__gc");
        if (lua_rawget(L, 2) != LUA_TNIL) return luaL_error(L, "'__gc' is not allowed: no code runs at collection");
        lua_pop(L, 1);
    }
    lua_settop(L, 2);
    lua_setmetatable(L, 1);
    return 1;
}

// ---- load

// A function argument is drained first: called from within the compiler it would only be one more way to nest.
static void brink_drain_reader_raises(lua_State *L) {
    brink_buffer buffer;
    lua_settop(L, 4);
    brink_buffer_open_raises(L, &buffer);
    for (;;) {
        lua_pushvalue(L, 1);
        lua_call(L, 0, 1);
        size_t count;
        if (lua_isnil(L, -1)) break;
        if (lua_type(L, -1) != LUA_TSTRING) luaL_error(L, "reader function must return a string");
        const char *piece = lua_tolstring(L, -1, &count);
        if (count == 0) break;
        if (buffer.count + count > BRINK_LIMIT_SOURCE) luaL_error(L, "a chunk of more than %d bytes", (int)BRINK_LIMIT_SOURCE);
        brink_buffer_add_raises(&buffer, piece, count);
        lua_pop(L, 1);
    }
    lua_pop(L, 1);
    brink_buffer_push_raises(&buffer);
    lua_replace(L, 1);
    lua_settop(L, 4);
}

static int brink_load(lua_State *L) {
    bool has_environment = !lua_isnone(L, 4);
    const char *mode = luaL_optstring(L, 3, "bt");
    const char *chunk = luaL_optstring(L, 2, NULL);
    if (lua_type(L, 1) == LUA_TSTRING) {
        if (!chunk) chunk = lua_tostring(L, 1);
    } else {
        luaL_checktype(L, 1, LUA_TFUNCTION);
        if (!chunk) chunk = "=(load)";
        lua_settop(L, 4);
        brink_drain_reader_raises(L);
    }
    lua_settop(L, 4);
    size_t count;
    const char *source = lua_tolstring(L, 1, &count);
    int status = LUA_ERRSYNTAX;
    if (!strchr(mode, 't') || (count > 0 && *source == LUA_SIGNATURE[0]))
        lua_pushliteral(L, "only text can be loaded, not binary chunks");
    else
        status = brink_load_raises(L, source, count, chunk);
    if (status != LUA_OK) {
        lua_pushnil(L);
        lua_insert(L, -2);
        return 2;
    }
    if (has_environment) {
        lua_pushvalue(L, 4);
        lua_setupvalue(L, -2, 1);  // always there: a text's first upvalue is _ENV
    }
    return 1;
}

// ---- the rest

static int brink_collectgarbage(lua_State *L) {
    static const char *const options[] = {"collect", "count", NULL};
    if (luaL_checkoption(L, 1, "collect", options) == 1) {
        lua_pushnumber(L, (lua_Number)lua_gc(L, LUA_GCCOUNT) + (lua_Number)lua_gc(L, LUA_GCCOUNTB) / 1024);
        return 1;
    }
    // Two cycles in steps, since one that is under way may have passed what just became garbage. Lua's own full
    // collection would look at nothing else until it is done.
    for (int cycle = 0; cycle < 2; cycle++)
        while (!lua_gc(L, LUA_GCSTEP, 64)) brink_spend_raises(L, 1024);
    lua_pushinteger(L, 0);
    return 1;
}

static int brink_print(lua_State *L) {
    brink_vm *vm = brink_vm_of(L);
    int count = lua_gettop(L);
    brink_buffer buffer;
    brink_buffer_open_raises(L, &buffer);
    for (int index = 1; index <= count; index++) {
        size_t length;
        const char *text = luaL_tolstring(L, index, &length);
        if (index > 1) brink_buffer_add_raises(&buffer, "\t", 1);
        brink_buffer_add_raises(&buffer, text, length);
        lua_pop(L, 1);
    }
    brink_buffer_add_raises(&buffer, "\n", 1);
    brink_check_raises(L);
    size_t allowed = buffer.count <= vm->output_left ? buffer.count : vm->output_left;
    vm->output_left -= allowed;
    vm->in_host++;
    vm->host.output(vm->host.context, buffer.data, allowed);
    vm->in_host--;
    if (allowed < buffer.count) brink_stop(vm, BRINK_ERROR_OUTPUT);
    brink_check_raises(L);
    return 0;
}

// ---- the globals table

static int brink_undefined_global(lua_State *L) {
    static const char *const absent[] = {"io", "debug", "package", "require", "dofile", "loadfile", "warn", NULL};
    if (lua_type(L, 2) != LUA_TSTRING) return luaL_error(L, "undefined global [%s]", luaL_tolstring(L, 2, NULL));
    const char *name = lua_tostring(L, 2);
    for (int index = 0; absent[index]; index++)
        if (strcmp(name, absent[index]) == 0) return luaL_error(L, "'%s' is not available to scripts", name);
    brink_suggest_raises(L, 1, name);
    return luaL_error(L, "undefined global '%s'%s", name, lua_tostring(L, -1));
}

static int brink_refused_global(lua_State *L) {
    if (lua_type(L, 2) != LUA_TSTRING) return luaL_error(L, "a new global; rules keep their values in locals");
    return luaL_error(L, "a new global '%s'; rules keep their values in locals", lua_tostring(L, 2));
}

void brink_library_base_raises(lua_State *L) {
    static const char *const kept[] = {
        "assert", "error", "getmetatable", "ipairs", "next", "pairs", "rawequal", "rawget", "rawlen", "rawset",
        "select", "tonumber", "tostring", "type", "_VERSION", NULL};
    static const luaL_Reg ours[] = {
        {"pcall", brink_pcall},  {"xpcall", brink_xpcall},
        {"load", brink_load},    {"setmetatable", brink_setmetatable},
        {"print", brink_print},  {"collectgarbage", brink_collectgarbage},
        {NULL, NULL}};
    // luaopen_base fills the globals itself: its names go to a fresh table, which then takes their place.
    brink_open_some_raises(L, luaopen_base, kept);
    luaL_setfuncs(L, ours, 0);
    lua_pushvalue(L, -1);
    lua_setfield(L, -2, "_G");
    lua_createtable(L, 0, 3);
    lua_pushcfunction(L, brink_undefined_global);
    lua_setfield(L, -2, "__index");
    if (brink_vm_of(L)->limits.strict_globals) {
        lua_pushcfunction(L, brink_refused_global);
        lua_setfield(L, -2, "__newindex");
    }
    lua_pushboolean(L, 0);
    lua_setfield(L, -2, "__metatable");
    lua_setmetatable(L, -2);
    lua_rawseti(L, LUA_REGISTRYINDEX, LUA_RIDX_GLOBALS);
}

static void brink_library_raises(lua_State *L, const char *name, void (*open_raises)(lua_State *L)) {
    lua_pushglobaltable(L);
    lua_pushstring(L, name);
    open_raises(L);
    lua_rawset(L, -3);
    lua_pop(L, 1);
}

static void brink_open_math_raises(lua_State *L) {
    static const char *const names[] = {
        "abs", "acos", "asin", "atan", "ceil", "cos", "deg", "exp", "floor", "fmod", "huge", "log", "max", "maxinteger",
        "min", "mininteger", "modf", "pi", "rad", "random", "randomseed", "sin", "sqrt", "tan", "tointeger", "type",
        "ult", NULL};
    brink_open_some_raises(L, luaopen_math, names);
}

void brink_library_install_raises(lua_State *L) {
    brink_library_base_raises(L);
    brink_library_raises(L, "math", brink_open_math_raises);
    brink_library_raises(L, "string", brink_library_string_raises);
    brink_library_raises(L, "table", brink_library_table_raises);
    brink_library_raises(L, "coroutine", brink_library_coroutine_raises);
    brink_library_system_raises(L);
    // Where Lua's messages look for the name of a function; the registry is out of a script's reach.
    lua_createtable(L, 0, 6);
    static const char *const names[] = {"string", "table", "math", "coroutine", "os", "utf8", NULL};
    lua_pushglobaltable(L);
    lua_setfield(L, -2, LUA_GNAME);
    for (int index = 0; names[index]; index++) {
        lua_getglobal(L, names[index]);
        lua_setfield(L, -2, names[index]);
    }
    lua_setfield(L, LUA_REGISTRYINDEX, LUA_LOADED_TABLE);
}
