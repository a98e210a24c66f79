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
  if (!label) return;
  const left = place.heard && place.heard !== queue[0]?.pair.id;
  const [zh, en] = words(playing ? "pause" : left ? "continue" : "listen").split(" ");
  label.previousElementSibling.textContent = zh;
  label.textContent = en;
};
const headings = new Map();
const fillPicks = () => {
  for (const { section } of queue) {
    if (headings.has(section)) continue;
    const heading = section === "title" ? $("#title") : $(`#${CSS.escape(section)} > :is(.head, .minor)`);
    headings.set(section, heading ? [$('.zh, [lang|="zh"]', heading), $('.en, [lang="en"]', heading)].map((words) => words ? plain(words) : "").join(" · ") : document.getElementById(section).dataset.name);
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
