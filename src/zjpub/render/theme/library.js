"use strict";
(() => {
  const list = document.getElementById("list");
  const query = document.getElementById("query");
  if (!query) return;
  const items = [...list.children];
  const han = "\\u2e80-\\u2fd5\\u3005\\u3007\\u3021-\\u3029\\u3400-\\u4dbf\\u4e00-\\u9fff\\uf900-\\ufaff\\u{20000}-\\u{3ffff}";
  const runs = new RegExp(`([${han}]+)|((?:(?![${han}])[\\p{L}\\p{N}])+)`, "gu");
  const packed = (id) => document.getElementById(id).content.textContent;
  /* Either script finds both: Traditional characters are looked for as Simplified ones, as which the index holds them. */
  const pairs = [...packed("variants")];
  const plain = new Map(pairs.flatMap((sign, place) => (place % 2 ? [] : [[sign, pairs[place + 1]]])));
  const fold = (text) => [...text.normalize("NFKC").toLowerCase()].map((sign) => plain.get(sign) || sign).join("");
  const titles = items.map((item) => fold(item.querySelector(".title").textContent));
  const addresses = items.map((item) => item.querySelector(".title").getAttribute("href"));

  /* The index, unpacked when the first letter is typed: terms share beginnings, places are steps of five bits. */
  let terms, starts, places;
  const digits = new Uint8Array(128);
  [..."ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"].forEach((sign, value) => { digits[sign.charCodeAt(0)] = value; });
  const reader = (from) => ({
    at: from,
    next() {
      let value = 0, shift = 0, digit;
      do {
        digit = digits[places.charCodeAt(this.at++)];
        value += (digit & 31) << shift;
        shift += 5;
      } while (digit & 32);
      return value;
    },
  });
  const unpack = () => {
    let before = "";
    terms = packed("terms").split(" ").slice(1).map((coded) => (before = before.slice(0, Number(coded[0])) + coded.slice(1)));
    places = packed("places");
    starts = new Uint32Array(terms.length);
    const read = reader(0);
    for (let term = 0; term < terms.length; term++) {
      starts[term] = read.at;
      for (let left = read.next(); left > 0; left--) read.next();
    }
  };

  /* Each part of the query: the articles that hold it. A word or a single character may go on; a pair is exact. */
  const holding = (wanted, exact) => {
    const held = new Uint8Array(items.length);
    terms.forEach((term, number) => {
      if (exact ? term !== wanted : !term.startsWith(wanted)) return;
      const read = reader(starts[number]);
      let article = -1;
      for (let left = read.next(); left > 0; left--) {
        article += read.next() + 1;
        held[article] = 1;
      }
    });
    return held;
  };
  const parts = (text) => [...text.matchAll(runs)].flatMap(([, chinese, word]) => {
    if (word) return [[word, false]];
    const signs = [...chinese];
    return signs.length === 1 ? [[chinese, false]] : signs.slice(1).map((sign, place) => [signs[place] + sign, true]);
  });

  const search = () => {
    const text = fold(query.value).trim();
    const wanted = parts(text);
    if (!terms && wanted.length) unpack();
    const held = wanted.map(([part, exact]) => holding(part, exact));
    const rank = items.map((_, number) => (titles[number].includes(text) ? 2 : wanted.length && held.every((articles) => articles[number]) ? 1 : 0));
    const order = items.map((_, number) => number);
    if (text) order.sort((one, other) => rank[other] - rank[one] || one - other);
    list.append(...order.map((number) => items[number]));
    let found = 0;
    items.forEach((item, number) => {
      item.hidden = Boolean(text) && !rank[number];
      found += !item.hidden;
      const to = text && rank[number] === 1 ? `${addresses[number]}#:~:text=${encodeURIComponent(query.value.trim()).replaceAll("-", "%2D")}` : addresses[number];
      item.querySelector(".title").setAttribute("href", to);
    });
    document.getElementById("found").textContent = text ? (found ? `${found} of ${items.length}` : "Nothing found. Fewer words may help.") : "";
  };

  let soon = 0;
  const searchSoon = () => { clearTimeout(soon); soon = setTimeout(search, 60); };
  document.querySelector(".search").hidden = false;
  document.querySelector(".search").addEventListener("submit", (event) => { event.preventDefault(); search(); });
  query.addEventListener("input", searchSoon);
  addEventListener("pageshow", () => { if (query.value) search(); });
})();
