#!/usr/bin/env python3
"""Drives brink in a pseudo-terminal as a person would; usage: repl_terminal.py PATH_OF_BRINK [--figures]."""
import os
import re
import sys
import tempfile
import time

import pexpect

BRINK = sys.argv[1]
STATE = tempfile.mkdtemp(prefix="brink-state-")
ENVIRONMENT = dict(os.environ, XDG_STATE_HOME=STATE, XDG_CONFIG_HOME=STATE, TERM="xterm-256color", HOME=STATE)
ENVIRONMENT.pop("NO_COLOR", None)
SEQUENCE = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]")
PROMPT = "brink>"


def start(*arguments, **changes):
    child = pexpect.spawn(
        BRINK, list(arguments), env=dict(ENVIRONMENT, **changes), dimensions=(30, 100), encoding="utf-8", timeout=20
    )
    child.delaybeforesend = 0.0
    child.expect(PROMPT)
    settle(child)
    return child


def settle(child, awaited="", seconds=0.15):
    """What the terminal shows, without escape sequences: until the awaited text has come and then nothing more."""
    text = ""
    end = time.monotonic() + 10
    while True:
        try:
            text += child.read_nonblocking(65536, seconds)
        except pexpect.TIMEOUT:
            if awaited in SEQUENCE.sub("", text) or time.monotonic() > end:
                return SEQUENCE.sub("", text)
        except pexpect.EOF:
            return SEQUENCE.sub("", text)


def ask(child, entry):
    child.send(entry + "\r")
    child.expect("\x1b\\[\\?2004l")
    child.expect("\x1b\\[\\?2004h")
    answer = SEQUENCE.sub("", child.before)
    settle(child)
    return answer.strip()


def check(name, truth, shown=""):
    if not truth:
        print(f"failed: {name}: {shown!r}")
        sys.exit(1)
    if "--figures" in sys.argv:
        print(f"ok: {name}")


def leave(child):
    child.send("\x04")
    child.expect(pexpect.EOF)
    child.close()
    return child.exitstatus


def interruptions():
    child = start()
    worst = 0.0
    for loop in ["while true do end", "local t = {} while true do t[#t % 9 + 1] = ('x'):rep(50) end"]:
        for _ in range(5):
            child.send(loop + "\r")
            time.sleep(0.3)
            began = time.monotonic()
            child.send("\x03")
            child.expect("interrupted")
            worst = max(worst, time.monotonic() - began)
            child.expect(PROMPT)
            settle(child)
    check("the session stays after Ctrl-C", ask(child, "20 + 1") == "21")
    if "--figures" in sys.argv:
        print(f"Ctrl-C to 'interrupted', the slowest of 10: {worst * 1000:.1f} ms")
    child.send("half an entry\x03")
    check("Ctrl-C drops a typed line", "^C" in settle(child, "^C"))
    check("and it does not run", ask(child, "1 + 1") == "2")
    check("Ctrl-D leaves with 0", leave(child) == 0)


def histories():
    child = start()
    ask(child, "first_thing = 1")
    child.send("for i = 1, 2 do\rprint(i)\rend\r")
    settle(child, "\n2")
    leave(child)
    child = start()
    child.send("\x1b[A")
    shown = settle(child, "print(i)")
    check("an entry of several lines comes back after a restart", "for i" in shown and "print(i)" in shown, shown)
    child.send("\x1b[A\x1b[A\x1b[A\x03")
    settle(child)
    child.send("\x12first")
    check("Ctrl-R finds", "first_thing = 1" in settle(child, "first_thing = 1"))
    child.send("\x07")
    settle(child)
    child.send("first_t")
    check("what was typed before is suggested", "first_thing = 1" in settle(child, "first_thing = 1"))
    child.send("\x03")
    leave(child)


def blocks():
    child = start()
    child.send("if true then\r")
    check("Enter in an open block goes on", "..>" in settle(child, "..>"))
    child.send("y = 5\rend\r")
    settle(child, PROMPT)
    check("and its end ends the entry", ask(child, "y") == "5")
    child.send("\x1b[200~brink> z = 7\nbrink> z * 6\n42\x1b[201~")
    shown = settle(child, "z * 6")
    check("prompts of a paste are dropped", "z * 6" in shown and shown.count("brink>") <= 1, shown)
    child.send("\x03")
    settle(child)
    child.send("events:by\t")
    check("Tab completes what is the only way on", "events:by" in settle(child, "events:by"))
    child.send("\x03")
    settle(child)
    child.send("events:\t")
    check("a list tells what candidates are", "Only the events" in settle(child, "Only the events"))
    child.send("\x03")
    child.send("local s = 'text'")
    time.sleep(0.5)
    raw = child.read_nonblocking(65536, 5)
    check("strings and keywords have colours", "\x1b[35m" in raw and "\x1b[32m" in raw, raw)
    child.send("\x03")
    settle(child)
    leave(child)


def plainness():
    child = start(NO_COLOR="1")
    child.send("local x = 1")
    time.sleep(0.5)
    raw = child.read_nonblocking(65536, 5)
    check("NO_COLOR means no colours", "\x1b[3" not in raw, raw)
    child.send("\x03")
    settle(child)
    leave(child)
    child = pexpect.spawn(BRINK, env=dict(ENVIRONMENT, TERM="dumb"), encoding="utf-8", timeout=20)
    child.expect(PROMPT)
    child.sendline("6 * 7")
    child.expect("42")
    child.expect(PROMPT)
    check("a dumb terminal gets no sequences", "\x1b" not in child.before, child.before)
    child.sendeof()
    child.expect(pexpect.EOF)


def pagers():
    """A pager reads keys from the terminal: in the background it would be stopped, and the session would hang."""
    child = start(PAGER="echo pager ready; read key < /dev/tty; echo the key was $key; cat")
    ask(child, "1 + 1")
    child.send(".page\r")
    # What is typed before the pager has begun belongs to the session.
    settle(child, "pager ready")
    child.send("k\r")
    shown = settle(child, "the key was k")
    check("a pager reads the terminal", "the key was k" in shown, shown)
    check("the session goes on after the pager", "42" in ask(child, "6 * 7"))
    leave(child)


def editors():
    editor = os.path.join(STATE, "editor.sh")
    with open(editor, "w") as file:
        file.write("#!/bin/sh\nprintf '6 * 7' > \"$1\"\n")
    os.chmod(editor, 0o755)
    child = start(EDITOR=editor)
    child.send("old\x18\x05")
    check("Ctrl-X Ctrl-E brings back what the editor wrote", "6 * 7" in settle(child, "6 * 7"))
    child.send("\r")
    check("and Enter runs it", "42" in settle(child, "42"))
    leave(child)


for part in [interruptions, histories, blocks, plainness, editors, pagers]:
    part()
