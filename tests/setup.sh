#!/usr/bin/env bash
# What the tests need beyond pip: a browser, for the tests that open pages. It is installed where
# that may be done; otherwise one line says what is missing and those tests say that they were left out.
set -euo pipefail

if command -v chromium >/dev/null || command -v chromium-browser >/dev/null || command -v google-chrome >/dev/null; then
  exit 0
fi
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
  log=$(mktemp)
  if { apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends chromium; } >"$log" 2>&1; then
    exit 0
  fi
  tail -n 3 "$log" >&2
fi
echo "make test: no Chromium here and none could be installed: the tests that open pages are left out" >&2
