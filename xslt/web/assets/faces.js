// A register, before it is drawn: the face of its passages is taken only if it has come by then (ways.css).
"use strict";

if (location.protocol === "file:") {
  // A browser refuses to load a font of the disk ahead, and says so; the page itself could not tell where it lies.
  document.documentElement.dataset.disk = "";
} else {
  const href = new URL("serif.woff2", document.currentScript.src);
  document.head.append(Object.assign(document.createElement("link"), { rel: "preload", as: "font", crossOrigin: "", href }));
}
