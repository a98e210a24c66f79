/* What people do, by hand, by keyboard and by coming back. */
const openDialog = (id) => {
  const dialog = document.getElementById(id);
  for (const other of $$("dialog[open]")) other.close();
  if (id === "contents" && !contents.length) return;
  dialog.showModal();
  $("[aria-current]", dialog)?.focus();
};
const slowly = () => {
  if (at < 0) return toggle();
  slow = playing && !slow ? "on" : "stop";
  play(at, tongue);
};
const cycle = (key, values) => {
  const value = values[(values.indexOf(chosen[key]) + 1) % values.length];
  set(key, value);
  say($(`[data-set="${key}"][value="${value}"]`).getAttribute("aria-label"));
};
const faster = (by) => {
  const speeds = $$('[data-pick="speed"] option').map((option) => option.value);
  const next = speeds[speeds.indexOf(chosen.speed) + by];
  if (next) { set("speed", next); say(`${next}×`); }
};
const acts = {
  play: toggle, start: toggle, slow: slowly,
  prev: () => { following = true; step(-1); },
  next: () => { following = true; step(1); },
  follow: () => { following = true; showBack(); follow(); },
  close: (button) => button.closest("dialog").close(),
};
const switchTongue = (lang) => {
  const was = playing;
  set("lang", lang);
  if (was && !(lang === "both" && tongue === "zh")) play(at);
};

document.addEventListener("click", (event) => {
  const target = event.target;
  const button = target.closest("button");
  if (button) {
    if (button.dataset.do) acts[button.dataset.do](button);
    else if (button.dataset.open) openDialog(button.dataset.open);
    else if (button.dataset.set === "lang") switchTongue(button.value);
    else if (button.dataset.set) set(button.dataset.set, button.value);
    else if (button.dataset.toggle) set(button.dataset.toggle, !chosen[button.dataset.toggle]);
    else if (button.classList.contains("reveal")) reveal(button.closest(".pair"));
    // After a click with a pointer the space bar is the player's again, not the button's.
    if (event.detail && !button.closest("dialog")) button.blur();
    return;
  }
  if (target.matches("dialog")) return target.close();
  if (target.closest("dialog a")) return target.closest("dialog").close();
  if (target.closest("a, summary, select, input, label, audio, dialog, [popover]")) return;
  const index = queue.findIndex((entry) => entry.pair === target.closest(".pair"));
  if (index < 0 || String(getSelection()).trim()) return;
  following = true;
  const lang = target.closest(".en") ? "en" : target.closest(".zh") ? "zh" : "";
  if (lang && queue[index][lang] && chosen.lang !== "both" && chosen.lang !== lang) set("lang", lang);
  play(index, lang);
});
document.addEventListener("change", (event) => {
  const control = event.target;
  if (control.dataset.toggle) set(control.dataset.toggle, control.checked);
  if (control.dataset.pick === "speed") set("speed", control.value);
  if (control.dataset.pick === "section") {
    following = true;
    play(queue.findIndex((entry) => entry.section === control.value));
  }
});
where?.addEventListener("input", () => {
  const section = at < 0 ? queue[0].section : queue[at].section;
  following = true;
  play(queue.findIndex((entry) => entry.section === section) + Number(where.value));
});
const keys = {
  " ": toggle,
  ArrowLeft: (event) => { following = true; event.shiftKey ? sectionStart(-1) : step(-1); },
  ArrowRight: (event) => { following = true; event.shiftKey ? sectionStart(1) : step(1); },
  r: () => set("repeat", !chosen.repeat), s: slowly, "[": () => faster(-1), "]": () => faster(1),
  l: () => { cycle("lang", $$('[data-set="lang"]').map((button) => button.value)); if (playing) play(at); },
};
const readerKeys = {
  v: () => cycle("view", ["side", "inter", "zh", "en"]), p: () => set("pinyin", !chosen.pinyin),
  t: () => set("learn", !chosen.learn), e: () => reveal(at < 0 ? atEye() : queue[at].pair), c: () => openDialog("contents"), "?": () => openDialog("help"),
};
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || !chosen.keys || $("dialog[open]")) return;
  if (event.target.closest("select, input, textarea, audio, summary") || (event.key === " " && event.target.closest("button, a"))) return;
  const act = (queue.length && keys[event.key]) || readerKeys[event.key];
  if (!act) return;
  event.preventDefault();
  act(event);
});
const linked = () => queue.findIndex((entry) => [`#${entry.pair.id}`, `#${entry.section}`].includes(location.hash));
addEventListener("hashchange", () => { if (!playing && linked() >= 0) point(linked()); });
narrow.addEventListener("change", show);

/* As the reader left it. */
const point = (index) => { at = index; showPlace(queue[at].section); };
if (where) fillPicks();
fillContents();
if (chosen.pinyin) setPinyin(true);
if (chosen.learn) addReveals();
const spoken = $$('[data-set="lang"]').map((button) => button.value);
if (spoken.length && !spoken.includes(chosen.lang)) chosen.lang = spoken[0];
show();
const left = linked() >= 0 ? linked() : queue.findIndex((entry) => entry.pair.id === place.heard);
if (left >= 0) point(left);
else if (queue.length) showPlace(queue[0].section);
if (!location.hash && place.seen) document.getElementById(place.seen)?.scrollIntoView({ block: "start", behavior: "instant" });
showGo();
showRunning();
root.classList.add("ready");
