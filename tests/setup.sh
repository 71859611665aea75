#!/usr/bin/env bash
# What the tests need beyond pip: a browser with common fonts, for the tests that open pages, and two checkers of
# pages from npm.
# They are installed where that may be done; otherwise one line says what is missing and those tests are left out.
set -euo pipefail
cd "$(dirname "$0")/.."

install_checkers() {
  local axe=axe-core@4.14.1 nu=vnu-jar@26.9.27
  if [ -f .setup/"$axe" ] && [ -f .setup/"$nu" ]; then
    return 0
  fi
  command -v npm >/dev/null || return 1
  mkdir -p .setup
  npm install --silent --no-audit --no-fund --ignore-scripts --prefix .setup "$axe" "$nu" >/dev/null 2>&1 || return 1
  touch .setup/"$axe" .setup/"$nu"
}

install_packages() {
  [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null || return 1
  local log
  log=$(mktemp)
  if { apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "$@"; } >"$log" 2>&1; then
    return 0
  fi
  tail -n 3 "$log" >&2
  return 1
}

install_browser() {
  if command -v chromium >/dev/null || command -v chromium-browser >/dev/null || command -v google-chrome >/dev/null; then
    return 0
  fi
  install_packages chromium
}

# Faces as wide as Times, Arial and Courier, which stand in for the site's own until those have come. Nearly every
# reader's machine has them, and a Debian with nothing but a browser has not.
install_stand_ins() {
  if command -v fc-list >/dev/null && fc-list : family | grep -q -E 'Liberation Serif|Times New Roman|Tinos'; then
    return 0
  fi
  if compgen -G '/usr/share/fonts/truetype/liberation*/LiberationSerif-Regular.ttf' >/dev/null; then
    return 0
  fi
  install_packages fonts-liberation
}

install_checkers || echo "make test: axe-core and vnu-jar could not be installed with npm: the checks of pages by them are left out" >&2
install_browser || echo "make test: no Chromium here and none could be installed: the tests that open pages are left out" >&2
install_stand_ins || echo "make test: no fonts-liberation here and none could be installed: the tests of what moves while a page loads are left out" >&2
