// One-letter keys of the review. By event.code, so that Unikey and the layout do no harm; silent while somebody types or
// composes; changed and switched off at /phim. Only which keys are used is remembered.
(() => {
  const NAME = "sosach-keys";

  function chosen() {
    try { return JSON.parse(localStorage.getItem(NAME)) || {}; } catch { return {}; }
  }
  function codesOf(element, keys) {
    const own = keys[element.dataset.act];
    const codes = element.dataset.code.split(" ");
    return own ? codes.filter((code) => !code.startsWith("Key")).concat(own) : codes;
  }
  function isTyping(target) {
    return target.closest("input:not([type=radio]):not([type=checkbox]), select, textarea, [contenteditable]");
  }
  function visible(element) { return element.offsetParent !== null && !element.disabled; }

  // While a decision is on its way, keys wait: the next person is not on the page yet.
  let busy = false;
  document.addEventListener("htmx:before:request", (event) => { busy = Boolean(event.target.closest("[data-keys]")); });
  document.addEventListener("htmx:finally:request", () => { busy = false; });

  document.addEventListener("keydown", (event) => {
    const page = document.querySelector("[data-keys]");
    // Enter in a panel is the panel's own button, not the first one of the form.
    const panel = event.target.closest(".panel");
    if (panel && event.key === "Enter" && !event.isComposing && event.target.matches("input, select")) {
      event.preventDefault();
      panel.querySelector("button[type=submit]").click();
      return;
    }
    const keys = chosen();
    if (busy) { event.preventDefault(); return; }
    if (!page || keys.off || event.isComposing || event.keyCode === 229) return;
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) {
      if (event.key === "Escape" && isTyping(event.target)) document.getElementById("ten")?.focus();
      return;
    }
    const code = event.shiftKey ? `Shift+${event.code}` : event.code;
    // Enter on a control is the control's own.
    if (code === "Enter" && event.target.closest("a, button, input, summary")) return;
    if (/^Digit[1-9]$/.test(code)) return choose(page, Number(code.slice(5)), event);
    if (code === "Slash") { event.preventDefault(); document.getElementById("tim")?.focus(); return; }
    if (code === (keys.evidence || "KeyE")) { event.preventDefault(); document.getElementById("bang-chung")?.focus(); return; }
    for (const element of page.querySelectorAll("[data-act]")) {
      if (codesOf(element, keys).includes(code) && visible(element)) {
        event.preventDefault();
        const panel = document.getElementById(element.getAttribute("aria-controls") || "");
        const opens = panel && panel.hidden;
        element.click();
        // At once, so that no letter that is typed next is taken for a key.
        if (opens) { panel.hidden = false; first(panel); }
        return;
      }
    }
  });

  function first(panel) {
    const control = panel && panel.querySelector("input:not([type=hidden]), select, button");
    if (control) { control.focus(); if (control.select) control.select(); }
  }
  function choose(page, number, event) {
    const groups = page.querySelectorAll(".change .choices");
    const group = groups[number - 1];
    if (!group) return;
    event.preventDefault();
    const radios = [...group.querySelectorAll("input[type=radio]")];
    const next = radios[(radios.findIndex((one) => one.checked) + 1) % radios.length];
    next.checked = true;
  }

  // The page where keys are changed.
  function fill() {
    const keys = chosen();
    for (const note of document.querySelectorAll("[data-keys-off]")) note.hidden = !keys.off;
    for (const key of document.querySelectorAll("[data-keys] [data-act] .key")) {
      const own = keys[key.closest("[data-act]").dataset.act];
      if (own && key.textContent !== "Enter") key.textContent = own.slice(3);
    }
    const form = document.querySelector("[data-keys-form]");
    if (!form || form.dataset.filled) return;
    form.dataset.filled = "1";
    form.elements.on.checked = !keys.off;
    for (const input of form.querySelectorAll(".key-input")) if (keys[input.name]) input.value = keys[input.name].slice(3);
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const told = { off: !form.elements.on.checked };
      const used = new Map();
      let twice = "";
      for (const input of form.querySelectorAll(".key-input")) {
        const letter = input.value.trim().toUpperCase();
        if (used.has(letter)) twice = letter;
        used.set(letter, input.name);
        if (/^[A-Z]$/.test(letter) && letter !== input.dataset.default) told[input.name] = `Key${letter}`;
      }
      const said = form.querySelector("[data-keys-said]");
      if (twice) { said.textContent = `Phím ${twice} đang dùng cho hai việc; chưa ghi nhớ.`; return; }
      localStorage.setItem(NAME, JSON.stringify(told));
      said.textContent = "Đã ghi nhớ trên máy này.";
    });
  }
  document.addEventListener("DOMContentLoaded", fill);
  document.addEventListener("htmx:after:swap", fill);
})();
