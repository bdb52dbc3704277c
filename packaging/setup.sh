#!/bin/sh
# Build .venv from the lock file: brings uv if it is missing, installs or names what the system lacks, compiles everything.
set -eu
cd "$(dirname "$0")/.."
stamp=.venv/.complete
signature=$(cat requirements.lock packaging/setup.sh packaging/uv.lock | cksum)
say() { printf 'casedesk: %s\n' "$1" >&2; }

as_root_on_debian() { [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; }
debian_install() {
    say "installing system packages: $*"
    apt-get update -q >/dev/null && DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "$@" >/dev/null
}

python=${PYTHON:-}
for name in python3.14 python3.13 python3.12 python3.11 python3; do
    [ -n "$python" ] && break
    if command -v "$name" >/dev/null 2>&1 && "$name" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 15))' 2>/dev/null; then
        python=$(command -v "$name")
    fi
done
if [ -z "$python" ]; then
    say "Python 3.11, 3.12, 3.13 or 3.14 is needed and none was found. On Debian or Ubuntu: apt-get install python3"
    exit 1
fi
python=$("$python" -c 'import sys; print(sys.executable)')

if [ ! -f "$stamp" ] || [ "$(cat "$stamp")" != "$signature" ]; then
    uv=$(command -v uv || true)
    if [ -z "$uv" ]; then
        if ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then
            if as_root_on_debian; then
                debian_install python3-venv
            else
                say "Python's venv module is missing. On Debian or Ubuntu: sudo apt-get install python3-venv"
                exit 1
            fi
        fi
        "$python" -m venv .tools
        .tools/bin/python -m pip install -q --disable-pip-version-check --require-hashes -r packaging/uv.lock
        uv=.tools/bin/uv
    fi
    export UV_PYTHON_DOWNLOADS=never UV_COMPILE_BYTECODE=1 UV_LINK_MODE=copy
    "$uv" venv -q --clear -p "$python" .venv
    "$uv" pip sync -q --require-hashes -p .venv/bin/python requirements.lock
    "$uv" pip install -q --no-deps --no-build-isolation --offline -p .venv/bin/python -e .
fi

if [ "$(uname -s)" = Linux ]; then
    missing=$(.venv/bin/python packaging/system_libraries.py)
    if [ -n "$missing" ]; then
        if as_root_on_debian; then
            # shellcheck disable=SC2086 # a list of package names
            debian_install $missing
        else
            say "system libraries are missing. On Debian or Ubuntu: sudo apt-get install $(echo "$missing" | tr '\n' ' ')"
            exit 1
        fi
    fi
fi

.venv/bin/python i18n/catalogues.py compile
if [ ! -f "$stamp" ] || [ "$(cat "$stamp")" != "$signature" ]; then
    .venv/bin/python -m compileall -q casedesk
    printf '%s' "$signature" > "$stamp"
fi
