// `require` for the modules of a pack: texts that the host has handed over under names, each run once when first asked
// for. There are no paths and no files behind it.
#include <string.h>

#include "vm.h"

static const char brink_modules_key;  // name → the compiled chunk
static const char brink_loaded_key;   // name → what the chunk returned, or a light userdata while it runs

static int brink_require(lua_State *L) {
    const char *name = luaL_checkstring(L, 1);
    brink_check_raises(L);
    lua_settop(L, 1);
    lua_rawgetp(L, LUA_REGISTRYINDEX, &brink_loaded_key);
    lua_pushvalue(L, 1);
    lua_rawget(L, 2);
    if (lua_islightuserdata(L, 3))
        return luaL_error(L, "module '%s' is not ready: it failed before, or it requires itself", name);
    if (!lua_isnil(L, 3)) return 1;
    lua_settop(L, 2);
    lua_rawgetp(L, LUA_REGISTRYINDEX, &brink_modules_key);
    lua_pushvalue(L, 1);
    if (lua_rawget(L, 3) != LUA_TFUNCTION) {
        brink_suggest_raises(L, 3, name);
        return luaL_error(L, "no module '%s' in this pack%s", name, lua_tostring(L, -1));
    }
    lua_pushvalue(L, 1);
    lua_pushlightuserdata(L, L);
    lua_rawset(L, 2);
    lua_pushvalue(L, 1);
    lua_call(L, 1, 1);
    if (lua_isnil(L, -1)) {
        lua_pop(L, 1);
        lua_pushboolean(L, 1);
    }
    lua_pushvalue(L, 1);
    lua_pushvalue(L, -2);
    lua_rawset(L, 2);
    return 1;
}

typedef struct {
    const char *name, *source, *chunk;
    size_t count;
    brink_failure *failure;
} brink_module;

static void brink_module_table_raises(lua_State *L, const void *key) {
    if (lua_rawgetp(L, LUA_REGISTRYINDEX, key) == LUA_TTABLE) return;
    lua_pop(L, 1);
    lua_newtable(L);
    lua_pushvalue(L, -1);
    lua_rawsetp(L, LUA_REGISTRYINDEX, key);
}

static int brink_module_raises(lua_State *L) {
    const brink_module *module = lua_touserdata(L, 1);
    lua_pushglobaltable(L);
    lua_pushliteral(L, "require");
    lua_pushcfunction(L, brink_require);
    lua_rawset(L, -3);
    brink_module_table_raises(L, &brink_loaded_key);
    brink_module_table_raises(L, &brink_modules_key);
    if (!module->name) return 0;
    if (brink_load_raises(L, module->source, module->count, module->chunk) != LUA_OK) {
        module->failure->kind = BRINK_ERROR_SYNTAX;
        lua_error(L);
    }
    lua_pushstring(L, module->name);
    lua_insert(L, -2);
    lua_rawset(L, -3);
    return 0;
}

int brink_vm_add_module(brink_vm *vm, const char *name, const char *source, size_t count, const char *chunk,
                        brink_failure *failure) {
    brink_module module = {.name = name, .source = source, .chunk = chunk, .count = count, .failure = failure};
    return brink_enter(vm, brink_module_raises, &module, failure);
}
