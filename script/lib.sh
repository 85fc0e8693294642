# shellcheck shell=bash
# What the scripts beside this one share. Sourced, never run.
set -euo pipefail

cd "$(dirname "${BASH_SOURCE[0]}")/.."
# shellcheck disable=SC2034 # the scripts use it
root=$PWD

# Debian's packages, by what they are for.
packages() {
  case $1 in
    build) echo libzip-dev libexpat1-dev libsodium-dev libcurl4-openssl-dev zlib1g-dev libsqlite3-dev ;;
    test) echo python3-venv sqlite3 chromium fonts-liberation2 default-jre-headless ;;
    bench) echo python3-venv nginx-light wrk gcc libc6-dev libsqlite3-dev ;;
  esac
}

# What Homebrew calls the same.
formulae() {
  case $1 in
    build) echo libzip expat libsodium curl sqlite ;;
    test) echo python openjdk chromium ;;
    bench) echo python nginx wrk sqlite ;;
  esac
}

# One line for each stage, with the seconds since the script began.
say() {
  printf '[%4ds] %s\n' "$SECONDS" "$*"
}

die() {
  printf '%s\n' "$*" >&2
  exit 3
}

usage() {
  printf '%s\n' "$*" >&2
  exit 2
}

# need GROUP…: sees to it that the packages of those groups are installed; installs only what is missing.
need() {
  local name group missing=()
  command -v swift >/dev/null ||
    die "Swift 6.3 is missing: install it from swift.org, put it on PATH, and call this again."
  if ! command -v apt-get >/dev/null || ! command -v dpkg-query >/dev/null; then
    name_what_is_needed "$@"
    return
  fi
  for group in "$@"; do
    for name in $(packages "$group"); do
      is_installed "$name" || missing+=("$name")
    done
  done
  [ ${#missing[@]} -gt 0 ] || return 0
  say "Installing ${missing[*]}"
  install_packages "${missing[@]}"
}

is_installed() {
  case $1 in
    # Any nginx, any Java.
    nginx-light) command -v nginx >/dev/null || [ -x /usr/sbin/nginx ] ;;
    default-jre-headless) command -v java >/dev/null ;;
    *) [ "$(dpkg-query -W -f '${db:Status-Status}' "$1" 2>/dev/null)" = installed ] ;;
  esac
}

install_packages() {
  local as_root=() log
  if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null ||
      die "These packages are missing, and only root can install them: $*"
    as_root=(sudo)
  fi
  log=$(mktemp)
  if ! {
    "${as_root[@]}" apt-get -q -o DPkg::Lock::Timeout=300 update &&
      "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
        apt-get -q -y --no-install-recommends -o DPkg::Lock::Timeout=300 install "$@"
  } >"$log" 2>&1; then
    tail -n 20 "$log" >&2
    die "apt-get could not install: $*. Its last words are above."
  fi
  rm -f "$log"
}

# On a system without apt we don't install anything: we say what it takes.
name_what_is_needed() {
  local group
  say "This system has no apt-get. If something is missing below, install it first:"
  for group in "$@"; do
    printf '        brew install %s\n' "$(formulae "$group")"
  done
}

# compile ARGUMENT…: `swift build` with those arguments. On a terminal shows the step it is at, otherwise a line for
# every tenth of the way and at least one a minute; problems in full.
compile() {
  local began=$SECONDS
  swift build "$@" 2>&1 | follow_build || return 1
  say "  built in $((SECONDS - began)) s"
}

follow_build() {
  local line step="" tenths=0 most=0 said=$SECONDS status
  while true; do
    status=0
    IFS= read -r -t 10 line || status=$?
    if [ "$status" -gt 0 ] && [ "$status" -le 128 ]; then break; fi
    if [ "$status" -gt 0 ]; then
      line="" # It took too long: nothing new to read.
    elif [[ $line =~ ^\[([0-9]+)/([0-9]+)\] ]]; then
      step=${line:0:100}
      tenths=$((10 * BASH_REMATCH[1] / (BASH_REMATCH[2] > 0 ? BASH_REMATCH[2] : 1)))
      if [ -t 1 ]; then printf '\r\033[K[%4ds] %s' "$SECONDS" "$step"; fi
    elif [[ $line == "warning: '"*unhandled* || $line == "    $root/"* ]]; then
      # SwiftPM's remarks on files that are no sources, most of them other people's.
      continue
    elif [[ $line == *"error:"* || $line == *"warning:"* || $line == *" note: "* || $line == " "* ||
      $line == *"Another instance"* ]]; then
      if [ -t 1 ]; then printf '\r\033[K'; fi
      printf '%s\n' "$line"
    fi
    if ! [ -t 1 ] && [ -n "$step" ] && { [ "$tenths" -gt "$most" ] || [ $((SECONDS - said)) -ge 60 ]; }; then
      say "  $step"
      said=$SECONDS
      if [ "$tenths" -gt "$most" ]; then most=$tenths; fi
    fi
  done
  if [ -t 1 ]; then printf '\r\033[K'; fi
}

# The release binary stands at .build/release/goldthread afterwards.
build_release() {
  say "Building Goldthread for release (the first time takes about ten minutes)"
  compile -c release --product goldthread
}

# venv NAME PACKAGE…: .venv/NAME with exactly those packages; made anew only when the list has changed.
venv() {
  local name=.venv/$1
  shift
  if [ "$(cat "$name/goldthread-packages" 2>/dev/null)" != "$*" ]; then
    say "Setting up $name with $*"
    rm -rf "$name"
    python3 -m venv "$name"
    "$name/bin/python" -m pip install -q --disable-pip-version-check "$@"
    printf '%s\n' "$*" >"$name/goldthread-packages"
  fi
}

free_port() {
  python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])'
}

# Whether something answers on that port of 127.0.0.1.
is_taken() {
  (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null
}

# wait_for_server PORT PID: until it answers; fails when the process ends first or after a minute.
wait_for_server() {
  local tries
  for ((tries = 0; tries < 600; tries++)); do
    kill -0 "$2" 2>/dev/null || return 1
    is_taken "$1" && return 0
    sleep 0.1
  done
  return 1
}
