"use strict";
(() => {
  const root = document.documentElement;
  const name = "zjpub:" + root.dataset.slug;
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
      localStorage.setItem(name, JSON.stringify({ chosen, place }));
    } catch { /* a page without memory still reads well */ }
  };
  const remembered = recall(name);
  for (const [into, from] of [[chosen, recall("zjpub")], [chosen, remembered.chosen || {}], [place, remembered.place || {}]]) {
    for (const key of Object.keys(into)) if (typeof from[key] === typeof into[key]) into[key] = from[key];
  }

  const dress = () => {
    for (const key of ["view", "theme", "size"]) root.dataset[key] = chosen[key];
    for (const key of ["pinyin", "learn", "origins"]) root.classList.toggle(key, chosen[key]);
  };
  root.classList.add("js");
  dress();
  document.addEventListener("DOMContentLoaded", () => { start(); });

  function start() {
    const narrow = matchMedia("(max-width: 52rem)");
    const still = matchMedia("(prefers-reduced-motion: reduce)");
    const pairs = $$(".pair");
    const files = [];
    for (const audio of $$("audio[data-file]")) files[audio.dataset.file] = audio.getAttribute("src");
    let said = 0;
    const say = (words) => {
      clearTimeout(said);
      $("#status").textContent = words;
      said = setTimeout(() => { $("#status").textContent = ""; }, 2500 + 60 * words.length);
    };

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

    /* Pinyin: the syllables stand in data-py, one a Han character. */
    const han = /[\u2e80-\u2fd5\u3005\u3007\u3021-\u3029\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u{20000}-\u{3ffff}]/u;
    const annotate = (text, syllables) => {
      const made = document.createDocumentFragment();
      let plain = "";
      for (const sign of text.data) {
        const sound = han.test(sign) ? syllables.shift() : "";
        if (!sound || sound === "-") { plain += sign; continue; }
        if (plain) made.append(plain);
        plain = "";
        const ruby = document.createElement("ruby"), above = document.createElement("rt");
        above.textContent = sound;
        ruby.append(sign, above);
        made.append(ruby);
      }
      made.append(plain);
      text.replaceWith(made);
    };
    const spell = (words) => {
      const syllables = words.dataset.py.split(" ");
      words.removeAttribute("data-py");
      const walker = document.createTreeWalker(words, NodeFilter.SHOW_TEXT);
      const texts = [];
      while (walker.nextNode()) texts.push(walker.currentNode);
      for (const text of texts) annotate(text, syllables);
    };
    /* At once around the eye, elsewhere when it comes near: a book has half a million characters. */
    let nearing = null;
    const setPinyin = (on) => {
      if (!on || nearing) return;
      const eye = pairs.indexOf(atEye());
      nearing = new IntersectionObserver((entries) => {
        for (const { isIntersecting, target } of entries) {
          if (!isIntersecting) continue;
          nearing.unobserve(target);
          if (target.dataset.py) spell(target);
        }
      }, { rootMargin: "1000px 0px" });
      pairs.forEach((pair, index) => {
        const words = $("[data-py]", pair);
        if (!words) return;
        if (Math.abs(index - eye) < 20) spell(words); else nearing.observe(words);
      });
    };

    addEventListener("beforeprint", () => {
      if (chosen.pinyin) for (const words of $$("[data-py]")) spell(words);
    });

    /* English on demand. */
    const addReveals = () => {
      if ($(".reveal")) return;
      for (const pair of $$(".para > .pair")) {
        const button = document.createElement("button");
        button.type = "button";
        button.className = "reveal";
        button.textContent = "Show the English";
        button.setAttribute("aria-label", "Show the English of this sentence");
        pair.append(button);
      }
    };
    const reveal = (pair) => {
      if (pair) pair.classList.add("shown");
    };

    /* The player. Two voices, so that turning from one language to the other loads nothing anew. */
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

    const play = (index, lang) => {
      if (!seekable(index)) return;
      lang = lang || voiceFor(index);
      if (!lang || !queue[index][lang]) return step(1, index);
      for (const other of Object.keys(voices)) if (other !== lang) voices[other].pause();
      tongue = lang;
      const sound = queue[index][lang];
      const audio = load(lang, sound.file);
      const go = () => {
        if (audio !== voices[tongue] || !playing) return;
        pace();
        if (Math.abs(audio.currentTime - sound.from) > 0.03) audio.currentTime = sound.from;
        audio.play().catch((error) => { if (error.name !== "AbortError") silence(error); });
      };
      playing = true;
      light(index);
      if (audio.readyState) go(); else audio.onloadedmetadata = go;
      showPlaying();
      watch();
    };
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
      if (error?.name === "NotAllowedError") say("Press play to hear it.");
      else say(`This sound cannot be played. ${missing ? "Is the audio folder beside the page?" : "Has this device something to play it on?"}`);
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

    /* Kept in view: moved only when it leaves the comfortable zone, never while the reader looks elsewhere. */
    const bounds = () => {
      const dock = $(".player")?.offsetHeight || 0;
      return { top: $(".bar").offsetHeight + 16, bottom: innerHeight - dock - 24 };
    };
    const follow = () => {
      if (!following || !playing) return;
      const { top, bottom } = bounds();
      const box = queue[at].pair.getBoundingClientRect();
      if (box.top >= top && box.bottom <= Math.max(bottom - (bottom - top) * 0.12, top + box.height)) return;
      ours = performance.now();
      const to = scrollY + box.top - top - Math.min((bottom - top) * 0.22, Math.max(0, bottom - top - box.height));
      scrollTo({ top: to, behavior: still.matches ? "instant" : "smooth" });
    };
    const showBack = () => {
      const button = $('[data-do="follow"]');
      if (button) button.hidden = following || !playing;
    };
    const wander = () => {
      if (!playing || !following) return;
      following = false;
      showBack();
    };
    addEventListener("wheel", wander, { passive: true });
    addEventListener("touchmove", (event) => { if (!event.target.closest(".player, dialog")) wander(); }, { passive: true });
    addEventListener("keydown", (event) => { if (/^(Page|Home|End|Arrow(Up|Down))/.test(event.key) && !event.target.closest("input, select, dialog")) wander(); });
    addEventListener("scroll", () => {
      $(".bar").classList.toggle("stuck", scrollY > 8);
      if (performance.now() - ours > 1500) wander();
      keepSoon();
      showRunning();
    }, { passive: true });

    let soon = 0;
    const keepSoon = () => {
      clearTimeout(soon);
      soon = setTimeout(() => {
        place.seen = scrollY > innerHeight * 0.5 ? atEye().id : "";
        keep();
      }, 250);
    };
    const showRunning = () => {
      const words = $(".running span"), title = $("#title .zh");
      words.textContent = $("#title").getBoundingClientRect().bottom < 40 ? plain(title) : "";
    };
    const plain = (element) => {
      const copy = element.cloneNode(true);
      for (const sound of $$("rt", copy)) sound.remove();
      return copy.textContent.trim();
    };

    /* What the controls show. */
    const contents = $$(".contents li").map((item) => ({ id: $("a", item).getAttribute("href").slice(1), item }));
    const where = $(".where"), pick = $('[data-pick="section"]');
    const showPlace = (section) => {
      if (!where) return;
      const inside = queue.filter((entry) => entry.section === section);
      const number = Math.max(inside.indexOf(queue[at]), 0);
      where.max = Math.max(inside.length - 1, 0);
      where.value = number;
      where.style.setProperty("--at", `${inside.length > 1 ? (100 * number) / (inside.length - 1) : 0}%`);
      where.setAttribute("aria-valuetext", `Sentence ${number + 1} of ${inside.length}`);
      pick.value = section;
      for (const link of $$("#contents ol a")) {
        if (link.getAttribute("href") === "#" + section) link.setAttribute("aria-current", "true");
        else link.removeAttribute("aria-current");
      }
      tellSystem(section);
    };
    const minutes = (seconds) => `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, "0")}`;
    const showClock = (audio) => {
      const words = audio.duration ? `${minutes(audio.currentTime)} / ${minutes(audio.duration)}` : "";
      if (words !== $(".clock").textContent) $(".clock").textContent = words;
    };
    const showPlaying = () => {
      root.classList.toggle("playing", playing);
      for (const button of $$('[data-do="play"]')) button.setAttribute("aria-label", playing ? "Pause" : "Play");
      if ("mediaSession" in navigator) navigator.mediaSession.playbackState = playing ? "playing" : "paused";
      showBack();
      showGo();
    };
    const showGo = () => {
      const label = $(".go-label");
      if (label) label.textContent = playing ? "Pause" : place.heard && place.heard !== queue[0]?.pair.id ? "Continue" : "Listen";
    };
    const headings = new Map();
    const fillPicks = () => {
      for (const { section } of queue) {
        if (headings.has(section)) continue;
        const heading = section === "title" ? $("#title") : $(`#${CSS.escape(section)} > :is(.head, .minor)`);
        const number = $$(".section").findIndex((element) => element.id === section) + 1;
        headings.set(section, heading ? [$('.zh, [lang|="zh"]', heading), $('.en, [lang="en"]', heading)].map((words) => words ? plain(words) : "").join(" · ") : `Section ${number}`);
        const option = document.createElement("option");
        option.value = section;
        option.textContent = headings.get(section);
        pick.append(option);
      }
    };
    const fillContents = () => {
      const list = $("#contents ol");
      if (contents.length) list.append(...contents.map(({ item }) => item.cloneNode(true)));
      else for (const button of $$('[data-open="contents"]')) button.hidden = true;
    };
    const tellSystem = (section) => {
      if (!("mediaSession" in navigator)) return;
      navigator.mediaSession.metadata = new MediaMetadata({ title: headings.get(section) || "", artist: plain($("#title .zh")), album: plain($("#title .en")) });
    };
    if ("mediaSession" in navigator && files.length) {
      const acts = { play: toggle, pause, previoustrack: () => step(-1), nexttrack: () => step(1) };
      for (const [act, does] of Object.entries(acts)) {
        try { navigator.mediaSession.setActionHandler(act, does); } catch { /* an older browser knows fewer acts */ }
      }
    }

    /* What people do. */
    const open = (id) => {
      const dialog = document.getElementById(id);
      for (const other of $$("dialog[open]")) other.close();
      if (id === "contents" && !contents.length) return;
      dialog.showModal();
      $("[aria-current]", dialog)?.scrollIntoView({ block: "center" });
    };
    const slowly = () => {
      if (at < 0) return toggle();
      slow = playing && !slow ? "on" : "stop";
      play(at, tongue);
    };
    const cycle = (key, values) => {
      const value = values[(values.indexOf(chosen[key]) + 1) % values.length];
      set(key, value);
      say($(`[data-set="${key}"][value="${value}"]`).title);
    };
    const faster = (by) => {
      const speeds = $$('[data-pick="speed"] option').map((option) => option.value);
      const next = speeds[speeds.indexOf(chosen.speed) + by];
      if (next) { set("speed", next); say(`Speed ${next}×`); }
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
        else if (button.dataset.open) open(button.dataset.open);
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
      t: () => set("learn", !chosen.learn), e: () => reveal(at < 0 ? atEye() : queue[at].pair), c: () => open("contents"), "?": () => open("help"),
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
    addEventListener("pagehide", keep);
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
  }
})();
