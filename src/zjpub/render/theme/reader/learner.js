/* For learners: pinyin over the characters, and English on demand.
   The syllables stand in data-py, one a Han character. */
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
  for (const pair of $$('.para > .pair:not([data-origin="none"])')) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "reveal";
    button.textContent = words("reveal");
    pair.append(button);
  }
};
const reveal = (pair) => {
  if (pair) pair.classList.add("shown");
};
