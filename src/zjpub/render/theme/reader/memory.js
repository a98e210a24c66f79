"use strict";
/* What a reader chose and where the reading was left. Stands in the head: the page is dressed before it is drawn. */
const root = document.documentElement;
const mine = "zjpub:" + root.dataset.slug;
const $ = (selector, from = document) => from.querySelector(selector);
const $$ = (selector, from = document) => [...from.querySelectorAll(selector)];

/* What a reader chose, for this article or else for the last one; storage may be forbidden. */
const chosen = {
  view: "side", theme: "auto", size: "1", lang: "zh", speed: "1",
  pinyin: false, learn: false, origins: false, repeat: false, on: true, keys: true,
};
const place = { seen: "", heard: "" };
const recall = (key) => {
  try { return JSON.parse(localStorage.getItem(key)) || {}; } catch { return {}; }
};
const keep = () => {
  try {
    localStorage.setItem("zjpub", JSON.stringify(chosen));
    localStorage.setItem(mine, JSON.stringify({ chosen, place }));
  } catch { /* a page without memory still reads well */ }
};
const remembered = recall(mine);
for (const [into, from] of [[chosen, recall("zjpub")], [chosen, remembered.chosen || {}], [place, remembered.place || {}]]) {
  for (const key of Object.keys(into)) if (typeof from[key] === typeof into[key]) into[key] = from[key];
}

const dress = () => {
  for (const key of ["view", "theme", "size"]) root.dataset[key] = chosen[key];
  for (const key of ["pinyin", "learn", "origins"]) root.classList.toggle(key, chosen[key]);
};
/* A page that changed nothing keeps nothing: another tab may have read on since. */
let later = 0;
const keepSoon = () => {
  clearTimeout(later);
  later = setTimeout(keepNow, 250);
};
const keepNow = () => {
  if (!later) return;
  clearTimeout(later);
  later = 0;
  place.seen = seen();
  keep();
};
addEventListener("pagehide", keepNow);

root.classList.add("js");
dress();
