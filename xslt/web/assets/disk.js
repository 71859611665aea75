// Pagefind where nothing may be fetched: each file of its index has a twin, a script that hands the file over.
"use strict";

/** Pagefind, told that its index lies at an address that is nowhere. */
async function pagefindFromDisk(base) {
  const waiting = new Map();
  window.editionDisk = (path, base64) => {
    waiting.get(path)?.(Uint8Array.from(atob(base64), (character) => character.charCodeAt(0)));
    waiting.delete(path);
  };
  const load = (path) => new Promise((resolve, reject) => {
    waiting.set(`pagefind/${path}`, resolve);
    const script = document.createElement("script");
    script.src = `pagefind-disk/${path.replaceAll("/", "__")}.js`;
    script.onload = () => script.remove();
    script.onerror = () => reject(new Error(path));
    document.head.append(script);
  });
  const fetched = window.fetch;
  window.fetch = async (request, options) => {
    const address = typeof request === "string" ? request : request.url ?? String(request);
    if (!address.startsWith(base)) return fetched(request, options);
    const path = address.slice(base.length).split("?")[0];
    const type = path.endsWith(".json") ? "application/json" : "application/octet-stream";
    return new Response(await load(path), { headers: { "Content-Type": type } });
  };
  const code = new TextDecoder().decode(await load("pagefind.js"));
  const pagefind = await import(URL.createObjectURL(new Blob([code], { type: "text/javascript" })));
  await pagefind.options({ basePath: base, baseUrl: "./", noWorker: true });
  await pagefind.init();
  return pagefind;
}
