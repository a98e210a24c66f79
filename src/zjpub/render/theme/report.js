"use strict";
(() => {
  const filter = document.querySelector(".filter");
  if (!filter) return;
  const table = document.querySelector(".ledger");
  const show = (which) => {
    table.dataset.only = which;
    for (const button of filter.children) button.setAttribute("aria-pressed", String(button.value === which));
  };
  filter.hidden = false;
  filter.addEventListener("click", (event) => { if (event.target.value) show(event.target.value); });
  addEventListener("hashchange", () => { show("all"); document.querySelector(":target")?.scrollIntoView({ block: "center" }); });
})();
