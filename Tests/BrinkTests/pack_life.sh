#!/usr/bin/env bash
# The whole life of a pack, as three people see it; what it prints is the transcript in docs/packs.md.
# Usage: pack_life.sh BRINK FOLDER; the folder is empty and becomes everybody's world.
set -u
brink_path=$1
cd "$2" || exit 1
brink() { "$brink_path" "$@"; }
person() {
  mkdir -p "$root/$1" && cd "$root/$1" && export HOME="$PWD" XDG_DATA_HOME="$PWD/.local/share" \
    XDG_CONFIG_HOME="$PWD/.config" XDG_STATE_HOME="$PWD/.local/state"
  printf '\n# %s: %s\n' "$1" "$2"
}
run() {  # shows a command and what it says; a status other than 0 is shown, too
  printf '$ %s\n' "$*"
  eval "$*" 2>&1
  local status=$?
  [ $status -eq 0 ] || printf '[ends with %d]\n' $status
}
quietly() { "$@" > /dev/null 2>&1; }
root=$PWD
export GIT_AUTHOR_NAME=ann GIT_AUTHOR_EMAIL=ann@example.org GIT_COMMITTER_NAME=ann GIT_COMMITTER_EMAIL=ann@example.org
export GIT_CONFIG_GLOBAL=/dev/null GIT_CONFIG_NOSYSTEM=1

cat > events.jsonl <<'EVENTS'
{"id":"e_0000000000000001","date":"2024-04-13","source":[{"id":"iran","name":"Iran","country":"IRN"}],"target":[{"id":"israel","name":"Israel","country":"ISR"}],"action":"fired drones at","type":"ASSAULT","article":"a","sentence":0,"span":[0,9],"trigger":[0,5],"text":"Iran fired drones at Israel."}
{"id":"e_0000000000000002","date":"2024-05-10","source":[{"id":"israel","name":"Israel","country":"ISR"}],"target":[{"id":"iran","name":"Iran","country":"IRN"}],"action":"imposed sanctions on","type":"SANCTION","article":"b","sentence":0,"span":[0,9],"trigger":[0,5],"text":"Israel imposed sanctions on Iran."}
EVENTS

person ann "writes a pack, tests it, builds it and signs it"
run brink pack new reprisals --author Ann
run brink test reprisals
run "sed -i 's/days(30)/days(28)/; s/a month/four weeks/' reprisals/answered_attack.lua"
run brink test reprisals
run brink lint reprisals
run brink pack build reprisals
run "brink pack build reprisals --output again.brinkpack && cmp again.brinkpack reprisals-0.1.0.brinkpack && echo same"
run brink pack keygen --no-password
run brink pack sign reprisals-0.1.0.brinkpack
run brink pack verify reprisals-0.1.0.brinkpack

person ann "publishes it in a git repository, with the signed archive, and in an index"
quietly git init --bare ../host/reprisals.git
run "mkdir reprisals/dist && mv reprisals-0.1.0.brinkpack* reprisals/dist"
run "cd reprisals && git init -q -b main && git add . && git commit -qm 'First version' && git tag v0.1.0"
run git push -q "file://$root/host/reprisals.git" main v0.1.0
cd ..
run "mkdir -p ../host/packs && cp reprisals/dist/* ../host/packs && brink pack index ../host/packs"

person ben "installs it from git and runs it"
run brink pack install "git+file://$root/host/reprisals.git@^0.1"
run "brink pack list --format jsonl"
run brink check ../events.jsonl --rules reprisals

person ben "changes a rule for himself, without touching the pack"
mkdir -p .config/brink
run "echo 'return { [\"reprisals/answered_atack\"] = { severity = \"critical\" } }' > .config/brink/overrides.lua"
run "brink check ../events.jsonl --rules reprisals --format csv"
run "sed -i 's/atack/attack/' .config/brink/overrides.lua"
run "brink check ../events.jsonl --rules reprisals --format csv | cut -d, -f1-3"

person cy "installs it from the index, over HTTP"
python3 -u -m http.server --bind 127.0.0.1 --directory "$root/host" 0 > "$root/http.log" 2>&1 &
server=$!
trap 'kill -9 $server' EXIT  # a test runner may have SIGTERM ignored, which is handed down
for _ in $(seq 100); do grep -q 'port' "$root/http.log" && break; sleep 0.05; done
port=$(sed -nE 's/.* port ([0-9]+) .*/\1/p' "$root/http.log")
run brink pack install reprisals --index "http://127.0.0.1:$port/packs"

person ann "improves the rule and releases a new version"
cd reprisals || exit 1
run "sed -i 's/days(28)/days(35)/' answered_attack.lua && sed -i 's/\"0.1.0\"/\"0.2.0\"/' pack.lua"
run brink test .
run "brink pack build . --output dist/reprisals-0.2.0.brinkpack && brink pack sign dist/reprisals-0.2.0.brinkpack"
run "git add . && git commit -qm 'Five weeks' && git tag v0.2.0 && git push -q file://$root/host/reprisals.git main v0.2.0"
run "cp dist/*-0.2.0.* ../../host/packs && brink pack index ../../host/packs"

person ben "looks for what is new: his range keeps him at 0.1, so he asks for more"
run brink pack outdated
run brink pack update
run brink pack install "git+file://$root/host/reprisals.git@^0.2"

person cy "updates, does not like it, goes back, and updates after all"
run brink pack update
run brink pack rollback
run brink pack update

person mallory "breaks into the host and changes what lies there"
quietly cp -R ../host ../safe
quietly brink pack keygen --no-password
quietly cp -R ../ann/reprisals .
quietly sed -i 's/"0.2.0"/"0.3.0"/' reprisals/pack.lua
quietly sed -i 's/days(35)/days(3650)/' reprisals/answered_attack.lua
run "brink pack build reprisals --output ../host/packs/reprisals-0.3.0.brinkpack"
run "brink pack sign ../host/packs/reprisals-0.3.0.brinkpack && brink pack index ../host/packs"

person cy "is offered another key than ann's"
run brink pack update

person mallory "puts her archive under ann's signature, and mends the hash in the index"
quietly rm ../host/packs/reprisals-0.3.0.brinkpack.minisig
run "mv ../host/packs/reprisals-0.3.0.brinkpack ../host/packs/reprisals-0.2.0.brinkpack"
old=$(sha256sum ../safe/packs/reprisals-0.2.0.brinkpack | cut -c1-64)
new=$(sha256sum ../host/packs/reprisals-0.2.0.brinkpack | cut -c1-64)
quietly cp ../safe/packs/index.json ../host/packs/
quietly sed -i "s/$old/$new/" ../host/packs/index.json

person dan "is new, and has no key of ann's yet"
run brink pack install reprisals --index "http://127.0.0.1:$port/packs"

person mallory "hands out archives that reach out of their folder"
python3 - <<'PYTHON'
import io, tarfile
def archive(name, *entries):
    with tarfile.open(name, "w:gz") as tar:
        for path, link in entries:
            info = tarfile.TarInfo(path)
            data = b"return {}"
            if link:
                info.type, info.linkname = tarfile.SYMTYPE, link
                tar.addfile(info)
            else:
                info.size = len(data)
                tar.addfile(info, io.BytesIO(data))
archive("out.brinkpack", ("pack.lua", None), ("../../.bashrc", None))
archive("link.brinkpack", ("pack.lua", None), ("rules.lua", "/etc/passwd"))
PYTHON

person dan "lets go even of the signature, and still nothing gets in"
run brink pack install ../mallory/out.brinkpack
run brink pack install ../mallory/out.brinkpack --allow-unsigned
run brink pack install ../mallory/link.brinkpack --allow-unsigned
run "brink pack list --format jsonl"

person cy "has what she had, checked file by file at every run"
run "brink pack list --format jsonl"
run "echo '-- mallory' >> .local/share/brink/packs/store/reprisals-0.2.0-*/answered_attack.lua"
run brink check ../events.jsonl --rules reprisals
quietly rm -r ../host
quietly mv ../safe ../host
run brink pack install --repair reprisals --index "http://127.0.0.1:$port/packs"
run "brink check ../events.jsonl --rules reprisals --format csv | cut -d, -f1-3"
