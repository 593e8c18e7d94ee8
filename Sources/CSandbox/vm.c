// A VM's life: its thread, which starts with the first piece of work, and its Lua state on that thread.
#include <stdlib.h>
#include <string.h>

#include "event.h"
#include "vm.h"

static void brink_apply_limits(brink_vm *vm, const brink_limits *limits) {
    vm->limits = *limits;
    if (vm->limits.memory_bytes == 0) vm->limits.memory_bytes = BRINK_LIMIT_MEMORY;
    if (vm->limits.output_bytes == 0) vm->limits.output_bytes = BRINK_LIMIT_OUTPUT;
}

void brink_vm_set_limits(brink_vm *vm, const brink_limits *limits) { brink_apply_limits(vm, limits); }

brink_vm *brink_vm_create(const brink_limits *limits, const brink_host *host) {
    brink_stop_install();
    brink_vm *vm = calloc(1, sizeof *vm);
    if (!vm) return NULL;
    vm->host = *host;
    brink_apply_limits(vm, limits);
    pthread_mutex_init(&vm->lock, NULL);
    pthread_cond_init(&vm->wake, NULL);
    pthread_cond_init(&vm->finished, NULL);
    return vm;
}

static int brink_install_raises(lua_State *L) {
    brink_library_install_raises(L);
    brink_event_install_raises(L);
    return 0;
}

static bool brink_start_state(brink_vm *vm) {
    lua_State *L = lua_newstate(brink_allocate_lua, vm);
    if (!L) return false;
    *(brink_vm **)lua_getextraspace(L) = vm;  // copied to every coroutine
    vm->main = L;
    lua_pushcfunction(L, brink_install_raises);
    if (lua_pcall(L, 0, 0, 0) == LUA_OK) return true;
    lua_close(L);
    vm->main = NULL;
    return false;
}

static void *brink_thread_body(void *argument) {
    brink_vm *vm = argument;
    brink_stop_enter_thread(vm);
    bool started = brink_start_state(vm);
    pthread_mutex_lock(&vm->lock);
    vm->start_failed = !started;
    for (;;) {
        while (!vm->first_work && !vm->thread_quits) pthread_cond_wait(&vm->wake, &vm->lock);
        brink_work *work = vm->first_work;
        if (!work) break;
        vm->first_work = work->next;
        if (!vm->first_work) vm->last_work = NULL;
        pthread_mutex_unlock(&vm->lock);
        if (vm->main) work->run(work->context);
        pthread_mutex_lock(&vm->lock);
        work->done = true;
        pthread_cond_broadcast(&vm->finished);
    }
    pthread_mutex_unlock(&vm->lock);
    if (vm->main && !vm->given_up) lua_close(vm->main);  // finalisers let go of the host's objects
    brink_stop_leave_thread(vm);
    return NULL;
}

// With the lock held.
static bool brink_start_thread(brink_vm *vm) {
    pthread_attr_t attributes;
    pthread_attr_init(&attributes);
    pthread_attr_setstacksize(&attributes, BRINK_LIMIT_THREAD_STACK);
    vm->thread_started = pthread_create(&vm->thread, &attributes, brink_thread_body, vm) == 0;
    pthread_attr_destroy(&attributes);
    return vm->thread_started;
}

bool brink_vm_is_own_thread(const brink_vm *vm) { return vm->thread_started && pthread_equal(pthread_self(), vm->thread); }

bool brink_vm_perform(brink_vm *vm, void (*run)(void *context), void *context) {
    pthread_mutex_lock(&vm->lock);
    if (!vm->thread_started && !brink_start_thread(vm)) {
        pthread_mutex_unlock(&vm->lock);
        return false;
    }
    if (pthread_equal(pthread_self(), vm->thread)) {
        pthread_mutex_unlock(&vm->lock);
        run(context);
        return true;
    }
    brink_work work = {.run = run, .context = context};
    if (vm->last_work)
        vm->last_work->next = &work;
    else
        vm->first_work = &work;
    vm->last_work = &work;
    pthread_cond_signal(&vm->wake);
    while (!work.done) pthread_cond_wait(&vm->finished, &vm->lock);
    bool started = !vm->start_failed;
    pthread_mutex_unlock(&vm->lock);
    return started;
}

void brink_vm_destroy(brink_vm *vm) {
    if (vm->thread_started) {
        pthread_mutex_lock(&vm->lock);
        vm->thread_quits = true;
        pthread_cond_signal(&vm->wake);
        pthread_mutex_unlock(&vm->lock);
        pthread_join(vm->thread, NULL);
    }
    pthread_cond_destroy(&vm->finished);
    pthread_cond_destroy(&vm->wake);
    pthread_mutex_destroy(&vm->lock);
    free(vm);
}

size_t brink_vm_memory_used(const brink_vm *vm) { return vm->used; }
size_t brink_vm_memory_peak(const brink_vm *vm) { return vm->peak; }
bool brink_vm_is_strict(const brink_vm *vm) { return vm->limits.strict_globals; }
