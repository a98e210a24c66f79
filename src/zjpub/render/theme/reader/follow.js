/* What is read aloud is kept in view: moved only when it leaves the comfortable zone, never while the reader looks
   elsewhere. */
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
  const far = Math.abs(to - scrollY) > innerHeight * 2;
  scrollTo({ top: to, behavior: still.matches || far ? "instant" : "smooth" });
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

const seen = () => (scrollY > innerHeight * 0.5 ? atEye().id : "");
const showRunning = () => {
  const words = $(".running span"), title = $("#title .zh");
  words.textContent = $("#title").getBoundingClientRect().bottom < 40 ? plain(title) : "";
};
const plain = (element) => {
  const copy = element.cloneNode(true);
  for (const sound of $$("rt", copy)) sound.remove();
  return copy.textContent.trim();
};
