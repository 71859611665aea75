// A picture that is wider than its frame shows its middle first; the course of time its end.
"use strict";

for (const frame of document.querySelectorAll(".frame")) {
  const rest = frame.scrollWidth - frame.clientWidth;
  frame.scrollLeft = document.documentElement.matches(".index-page") ? rest : rest / 2;
}
