/* What sounds: the queue of sentences, and the voices that play it. Two voices, so that turning from one language to
   the other loads nothing anew. */
const files = [];
for (const audio of $$("audio[data-file]")) files[audio.dataset.file] = audio.getAttribute("src");
const cue = (text) => {
  const [file, from, to] = text.split(" ").map(Number);
  return { file, from: from / 1000, to: to / 1000 };
};
const queue = pairs.filter((pair) => pair.dataset.zh || pair.dataset.en).map((pair) => ({
  pair,
  section: pair.closest("section")?.id || "title",
  zh: pair.dataset.zh && cue(pair.dataset.zh),
  en: pair.dataset.en && cue(pair.dataset.en),
}));
const voices = files.length ? { zh: new Audio(), en: new Audio() } : {};
let at = -1, lit = null, tongue = "zh", playing = false, slow = "", following = true, ours = 0;

const tongues = () => (chosen.lang === "both" ? ["zh", "en"] : [chosen.lang]);
const seekable = (index) => index >= 0 && index < queue.length;
const voiceFor = (index) => tongues().find((lang) => queue[index][lang]) || "";
const pace = () => {
  for (const audio of Object.values(voices)) audio.playbackRate = slow ? 0.65 : Number(chosen.speed);
};

const light = (index) => {
  at = index;
  const { pair, section } = queue[at];
  pair.dataset.voice = tongue;
  place.heard = pair.id;
  if (pair === lit) return;
  if (lit) {
    for (const element of [lit, ...$$(".zh, .en", lit)]) element.classList.remove("now");
    lit.removeAttribute("aria-current");
  }
  for (const element of [pair, ...$$(".zh, .en", pair)]) element.classList.add("now");
  pair.setAttribute("aria-current", "true");
  lit = pair;
  showPlace(section);
  follow();
  keepSoon();
};

const load = (lang, file) => {
  const audio = voices[lang];
  if (audio.dataset.file !== String(file)) {
    audio.dataset.file = file;
    audio.src = files[file];
    audio.load();
  }
  return audio;
};

/* Some phones let a voice speak only if it was first started by a hand: the second starts, muted, with the first. */
const waken = (lang, file) => {
  const audio = voices[lang];
  if (audio.src) return;
  load(lang, file).muted = true;
  const rest = () => {
    if (tongue !== lang) audio.pause();
    audio.muted = false;
  };
  audio.play().then(rest, rest);
};

const play = (index, lang) => {
  if (!seekable(index)) return;
  lang = lang || voiceFor(index);
  if (!lang || !queue[index][lang]) return step(1, index);
  for (const other of Object.keys(voices)) if (other !== lang) voices[other].pause();
  tongue = lang;
  if (index !== at) slow = "";
  const sound = queue[index][lang];
  const audio = load(lang, sound.file);
  const go = () => {
    if (audio !== voices[tongue] || !playing) return;
    pace();
    if (Math.abs(audio.currentTime - sound.from) > 0.03) audio.currentTime = sound.from;
    audio.play().catch((error) => { if (error.name !== "AbortError") silence(error); });
  };
  if (chosen.lang === "both" && lang === "zh" && queue[index].en) waken("en", queue[index].en.file);
  if (!playing) claim();
  playing = true;
  light(index);
  if (audio.readyState) go(); else audio.onloadedmetadata = go;
  showPlaying();
  watch();
};
/* One tab speaks at a time. */
const claim = () => {
  try { localStorage.setItem("zjpub:voice", `${mine} ${Date.now()}`); } catch { /* then they speak together */ }
};
addEventListener("storage", (event) => { if (event.key === "zjpub:voice" && playing) pause(); });
const pause = () => {
  playing = false;
  slow = "";
  pace();
  for (const audio of Object.values(voices)) audio.pause();
  showPlaying();
  keep();
};
const silence = (error) => {
  pause();
  const missing = voices[tongue].error?.code === MediaError.MEDIA_ERR_SRC_NOT_SUPPORTED;
  say(words(error?.name === "NotAllowedError" ? "again" : missing ? "missing" : "mute"));
};
const step = (by, from = at) => {
  let index = from + by;
  while (seekable(index) && !voiceFor(index)) index += by;
  if (seekable(index)) play(index);
  else if (by > 0) stopBefore(0);
};
/* It has all been heard: pressing play goes on from `index`. */
const stopBefore = (index) => {
  pause();
  point(index);
  place.heard = queue[index].pair.id;
  keep();
};
const toggle = () => {
  following = true;
  showBack();
  if (playing) return pause();
  if (at < 0) return play(Math.max(0, queue.findIndex((entry) => entry.pair.id === place.heard)));
  const audio = voices[tongue], sound = queue[at][tongue];
  const inside = sound && tongues().includes(tongue) && audio.dataset.file === String(sound.file) &&
    audio.currentTime >= sound.from - 0.05 && audio.currentTime < sound.to;
  if (!inside) return play(at);
  playing = true;
  claim();
  audio.play().catch(silence);
  showPlaying();
  watch();
};
const sectionStart = (by) => {
  const starts = queue.map((entry, index) => index).filter((index) => !index || queue[index].section !== queue[index - 1].section);
  const here = starts.filter((index) => index <= Math.max(at, 0)).length - 1;
  const next = starts[Math.min(Math.max(here + by, 0), starts.length - 1)];
  if (next !== undefined) play(next);
};

/* What comes when the sentence is over: the same again, the other language, the next. */
const over = () => {
  const spoken = tongues();
  if (slow) {
    const after = slow;
    slow = "";
    pace();
    if (after === "stop") return pause();
  }
  const turn = spoken.indexOf(tongue) + 1;
  if (turn > 0 && turn < spoken.length && queue[at][spoken[turn]]) return play(at, spoken[turn]);
  if (chosen.repeat) return play(at);
  if (!chosen.on && queue[at + 1] && queue[at + 1].section !== queue[at].section) return stopBefore(at + 1);
  return step(1);
};
const tick = () => {
  if (!playing || at < 0) return;
  const audio = voices[tongue], sound = queue[at][tongue];
  if (!sound || audio.seeking || audio.dataset.file !== String(sound.file)) return;
  showClock(audio);
  const time = audio.currentTime + 0.015;
  const following = queue[at + 1] && queue[at + 1][tongue];
  const joined = following && following.file === sound.file && following.from >= sound.to - 0.02;
  const end = joined ? following.from : sound.to + 0.4;
  const flows = joined && !slow && !chosen.repeat && chosen.lang === tongue && (chosen.on || queue[at + 1].section === queue[at].section);
  if (time < (flows ? end : Math.min(end, sound.to + 0.2)) && !audio.ended) return;
  if (flows && !audio.ended) light(at + 1); else over();
};
/* Animation frames while the page is seen; a hidden page gets none, so a clock helps out there. */
let frame = 0, clock = 0;
const watch = () => {
  cancelAnimationFrame(frame);
  clearInterval(clock);
  const beat = () => { tick(); if (playing) frame = requestAnimationFrame(beat); };
  frame = requestAnimationFrame(beat);
  clock = setInterval(() => { if (!playing) clearInterval(clock); else if (document.hidden) tick(); }, 50);
};
for (const audio of Object.values(voices)) {
  audio.preload = "auto";
  audio.addEventListener("ended", tick);
  audio.addEventListener("error", () => { if (playing && audio === voices[tongue]) silence(audio.error); });
  audio.addEventListener("pause", () => {
    // A headset or the system paused it, not this page.
    if (playing && audio === voices[tongue] && audio.paused && !audio.ended && !audio.seeking) pause();
  });
}
