// How a run is stopped: deadline, Ctrl-C and budgets set a sticky hook on the coroutine that runs.
#define _GNU_SOURCE
#include <errno.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "vm.h"

// SIGURG is ignored by default, so one that comes too late, or from somebody else, does nothing.
#define BRINK_SIGNAL SIGURG
// Between signals once a run is over its time, in nanoseconds. Setting a hook walks all open calls, which can be 10⁵.
#define BRINK_TICK_NS 20000000
#ifndef sigev_notify_thread_id
#define sigev_notify_thread_id _sigev_un._tid
#endif

// The VM whose thread this is; what the signal handler acts on.
static __thread brink_vm *volatile brink_thread_vm;

static int64_t brink_read_clock_ns(clockid_t clock) {
    struct timespec now;
    clock_gettime(clock, &now);
    return (int64_t)now.tv_sec * 1000000000 + now.tv_nsec;
}

int64_t brink_clock_ns(void) { return brink_read_clock_ns(CLOCK_MONOTONIC); }

// What this thread has computed; a busy machine makes nothing look stuck.
static int64_t brink_cpu_ns(void) { return brink_read_clock_ns(CLOCK_THREAD_CPUTIME_ID); }

double brink_monotonic_seconds(void) { return (double)brink_clock_ns() / 1e9; }

double brink_vm_stopped_at(const brink_vm *vm) { return (double)vm->stopped_ns / 1e9; }

// The error value of a stop. It never reaches a script; only `stopped` is ever looked at.
static const char brink_stop_value;

// Where it stood is taken once, before unwinding, without a single Lua allocation.
void brink_stop_note_place(brink_vm *vm, lua_State *L) {
    if (vm->stop_frame_count > 0) return;
    int count = brink_failure_frames(L, vm->stop_frames, BRINK_FRAMES_MAX);
    for (int level = vm->resume_depth - 1; level >= 0 && count < BRINK_FRAMES_MAX; level--)
        count += brink_failure_frames(vm->resumers[level], vm->stop_frames + count, BRINK_FRAMES_MAX - count);
    vm->stop_frame_count = count;
}

int brink_stop_raises(lua_State *L) {
    brink_vm *vm = brink_vm_of(L);
    brink_stop_note_place(vm, L);
    brink_stop_hook(vm, L);
    lua_settop(L, 0);  // a light value then needs no new stack
    lua_pushlightuserdata(L, (void *)&brink_stop_value);
    return lua_error(L);
}

static void brink_charge(brink_vm *vm, uint64_t instructions) {
    if (instructions >= vm->instructions_left) {
        vm->instructions_left = 0;
        brink_stop(vm, BRINK_ERROR_INSTRUCTIONS);
    } else {
        vm->instructions_left -= instructions;
    }
}

// Raises: Lua allows it in count, line and call hooks.
static void brink_hook_raises(lua_State *L, lua_Debug *activation) {
    brink_vm *vm = brink_vm_of(L);
    if (!vm->stopped && vm->counting && activation->event == LUA_HOOKCOUNT)
        brink_charge(vm, (uint64_t)BRINK_LIMIT_COUNT_STEP);
    if (vm->stopped) {
        // Not brink_stop_raises: emptying the stack would be wrong in a hook.
        brink_stop_note_place(vm, L);
        lua_pushlightuserdata(L, (void *)&brink_stop_value);
        lua_error(L);
    }
}

void brink_stop_hook(brink_vm *vm, lua_State *L) {
    if (vm->stopped)
        lua_sethook(L, brink_hook_raises, LUA_MASKCALL | LUA_MASKRET | LUA_MASKLINE | LUA_MASKCOUNT, 1);
    else if (vm->counting) {
        // Setting it anew would restart the count, which a script could use to run free.
        if (lua_gethookmask(L) != LUA_MASKCOUNT) lua_sethook(L, brink_hook_raises, LUA_MASKCOUNT, BRINK_LIMIT_COUNT_STEP);
    } else if (lua_gethookmask(L) != 0)
        lua_sethook(L, NULL, 0, 0);
}

static void brink_timer_set(brink_vm *vm, int64_t first_ns, int64_t interval_ns) {
    if (!vm->timer_created) return;
    struct itimerspec span = {
        .it_value = {first_ns / 1000000000, first_ns % 1000000000},
        .it_interval = {interval_ns / 1000000000, interval_ns % 1000000000},
    };
    timer_settime(vm->timer, 0, &span, NULL);
}

void brink_stop(brink_vm *vm, int reason) {
    if (!vm->active) return;
    if (!vm->stopped) {
        brink_timer_set(vm, BRINK_TICK_NS, BRINK_TICK_NS);
        vm->unwind_left = BRINK_LIMIT_UNWIND;
        vm->stopped_ns = brink_clock_ns();
        vm->stopped_cpu_ns = brink_cpu_ns();
        vm->stopped = reason;
    }
    lua_State *running = vm->running;
    if (running)
        lua_sethook(running, brink_hook_raises, LUA_MASKCALL | LUA_MASKRET | LUA_MASKLINE | LUA_MASKCOUNT, 1);
}

void brink_spend_slowly_raises(lua_State *L, uint64_t steps) {
    brink_vm *vm = brink_vm_of(L);
    if (vm->counting) {
        vm->work += steps;
        uint64_t instructions = vm->work / BRINK_LIMIT_WORK_PER_INSTRUCTION;
        vm->work %= BRINK_LIMIT_WORK_PER_INSTRUCTION;
        if (instructions > 0 && !vm->stopped) brink_charge(vm, instructions);
    }
    if (vm->stopped) brink_stop_raises(L);
}

static void brink_on_signal(int signal_number) {
    (void)signal_number;
    int saved = errno;
    brink_vm *vm = brink_thread_vm;
    if (vm && vm->active) {
        int reason = atomic_load(&vm->request);
        if (reason == 0 && vm->deadline != 0 && brink_clock_ns() >= vm->deadline) reason = BRINK_ERROR_TIME;
        // Set again at each signal: the timer repeats, so a hook lost while coroutines changed places comes back.
        if (reason != 0 || vm->stopped) brink_stop(vm, reason);
        bool late = vm->stopped && brink_cpu_ns() - vm->stopped_cpu_ns > BRINK_LIMIT_STUCK;
        // Never past a frame of the host, and never out of malloc: then the next tick decides.
        if (late && !vm->in_allocator && !vm->in_host && vm->host_depth == 0) {
            brink_stop_note_place(vm, vm->running);
            siglongjmp(vm->escape, 1);
        }
    }
    errno = saved;
}

static void brink_install_handler(void) {
    struct sigaction action;
    memset(&action, 0, sizeof action);
    action.sa_handler = brink_on_signal;
    action.sa_flags = SA_RESTART;  // the host's reads and waits on this thread go on
    sigemptyset(&action.sa_mask);
    sigaction(BRINK_SIGNAL, &action, NULL);
}

void brink_stop_install(void) {
    static pthread_once_t once = PTHREAD_ONCE_INIT;
    pthread_once(&once, brink_install_handler);
}

void brink_stop_enter_thread(brink_vm *vm) {
    brink_thread_vm = vm;
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, BRINK_SIGNAL);
    pthread_sigmask(SIG_UNBLOCK, &set, NULL);
    struct sigevent event;
    memset(&event, 0, sizeof event);
    event.sigev_notify = SIGEV_THREAD_ID;
    event.sigev_signo = BRINK_SIGNAL;
    event.sigev_notify_thread_id = (pid_t)syscall(SYS_gettid);
    vm->timer_created = timer_create(CLOCK_MONOTONIC, &event, &vm->timer) == 0;
}

void brink_stop_leave_thread(brink_vm *vm) {
    if (vm->timer_created) timer_delete(vm->timer);
    vm->timer_created = false;
    brink_thread_vm = NULL;
}

void brink_stop_begin(brink_vm *vm) {
    if (vm->depth++ > 0) return;
    vm->stopped = 0;
    vm->stopped_ns = 0;
    vm->stop_frame_count = 0;
    vm->work = 0;
    vm->resume_depth = 0;
    vm->close_depth = 0;
    vm->running = vm->main;
    vm->output_left = vm->limits.output_bytes;
    vm->counting = vm->limits.instructions > 0;
    vm->instructions_left = (uint64_t)vm->limits.instructions;
    atomic_store(&vm->request, 0);
    vm->deadline = vm->limits.deadline_ns > 0 ? brink_clock_ns() + vm->limits.deadline_ns : 0;
    brink_stop_hook(vm, vm->main);
    vm->active = 1;
    if (vm->deadline != 0) brink_timer_set(vm, vm->limits.deadline_ns, BRINK_TICK_NS);
}

void brink_stop_end(brink_vm *vm) {
    if (--vm->depth > 0) return;
    // The next run would only meet the same wall. Still within reach of the timer, for this can get stuck too.
    if (vm->stopped == BRINK_ERROR_MEMORY) lua_gc(vm->main, LUA_GCCOLLECT);
    vm->active = 0;
    if (vm->deadline != 0 || vm->stopped) brink_timer_set(vm, 0, 0);
    vm->stopped = 0;
    vm->counting = 0;
    lua_sethook(vm->main, NULL, 0, 0);
}

void brink_stop_give_up(brink_vm *vm) {
    vm->active = 0;
    vm->given_up = true;
    vm->depth = 0;
    brink_timer_set(vm, 0, 0);
    sigset_t set;  // the handler never returned, so its signal is still blocked
    sigemptyset(&set);
    sigaddset(&set, BRINK_SIGNAL);
    pthread_sigmask(SIG_UNBLOCK, &set, NULL);
}

bool brink_vm_is_given_up(const brink_vm *vm) { return vm->given_up; }

void brink_vm_interrupt(brink_vm *vm) {
    if (!vm->active || !vm->thread_started) return;
    atomic_store(&vm->request, BRINK_ERROR_INTERRUPTED);
    pthread_kill(vm->thread, BRINK_SIGNAL);
}

bool brink_vm_is_stopped(const brink_vm *vm) { return vm->stopped != 0; }
