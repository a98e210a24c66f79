"use strict";
/* How the page is laid out: its settings, and the sentence that stays in place while the page around it changes. */
const narrow = matchMedia("(max-width: 52rem)");
const still = matchMedia("(prefers-reduced-motion: reduce)");
const pairs = $$(".pair");
let said = 0;
const say = (words) => {
  clearTimeout(said);
  $("#status").textContent = words;
  said = setTimeout(() => { $("#status").textContent = ""; }, 2500 + 60 * words.length);
};

/* What the page says only when it must. */
const words = (name) => $("#words").content.querySelector(`[data-word="${name}"]`).textContent;

/* Settings: every control that sets one carries its name. */
const show = () => {
  for (const button of $$("[data-set]")) {
    const now = button.dataset.set === "view" && narrow.matches && chosen.view === "inter" ? "side" : chosen[button.dataset.set];
    button.setAttribute("aria-pressed", String(button.value === now));
  }
  for (const control of $$("[data-toggle]")) {
    if (control.type === "checkbox") control.checked = chosen[control.dataset.toggle];
    else control.setAttribute("aria-pressed", String(chosen[control.dataset.toggle]));
  }
  for (const select of $$('[data-pick="speed"]')) select.value = chosen.speed;
};
const set = (key, value) => {
  chosen[key] = value;
  steady(() => {
    dress();
    if (key === "pinyin") setPinyin(value);
    if (key === "learn" && value) addReveals();
  });
  if (key === "speed") pace();
  if (key === "learn" && !value) for (const pair of $$(".shown")) pair.classList.remove("shown");
  show();
  keep();
};

/* The sentence at the reader's eye stays where it is while the page around it changes. */
const atEye = () => {
  const line = innerHeight * 0.25;
  let low = 0, high = pairs.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (pairs[middle].getBoundingClientRect().bottom < line) low = middle + 1; else high = middle;
  }
  return pairs[low];
};
const steady = (change) => {
  const pair = scrollY > 40 ? atEye() : null;
  const before = pair && pair.getBoundingClientRect().top;
  change();
  if (!pair) return;
  ours = performance.now();
  scrollBy({ top: pair.getBoundingClientRect().top - before, behavior: "instant" });
};
