// What every page of the desk does: contrast, Ctrl+K, the focus after a part was swapped, and Alpine's parts.
(() => {
  const root = document.documentElement;

  function showContrast() {
    const more = root.getAttribute("data-contrast") === "more";
    for (const button of document.querySelectorAll("[data-toggle-contrast]")) button.setAttribute("aria-pressed", String(more));
  }
  function toggleContrast() {
    const more = root.getAttribute("data-contrast") !== "more";
    if (more) root.setAttribute("data-contrast", "more"); else root.removeAttribute("data-contrast");
    localStorage.setItem("sosach-contrast", more ? "more" : "");
    showContrast();
  }
  // One click takes a text along; where the browser has no clipboard the text is selected instead.
  async function copyText(button) {
    const text = document.getElementById(button.dataset.copy);
    text.select();
    if (!navigator.clipboard) return;
    await navigator.clipboard.writeText(text.value);
    button.querySelector("[role=status]").textContent = button.dataset.copied;
  }
  document.addEventListener("click", (event) => {
    if (event.target.closest("[data-toggle-contrast]")) toggleContrast();
    const printer = event.target.closest("[data-print]");
    if (printer) window.print();
    const copier = event.target.closest("[data-copy]");
    if (copier) copyText(copier);
  });

  // Ctrl+K and / lead to the search; Escape closes what was found.
  document.addEventListener("keydown", (event) => {
    if ((event.ctrlKey || event.metaKey) && event.code === "KeyK") {
      const search = document.getElementById("tim");
      if (search) { event.preventDefault(); search.focus(); search.select(); }
    }
    if (event.key === "Escape") {
      const found = document.getElementById("tim-thay");
      if (found && found.childElementCount) found.replaceChildren();
    }
  });

  // What must not be sent twice says that it is at work.
  document.addEventListener("submit", (event) => {
    const once = event.target.querySelector("[data-once]");
    if (once) setTimeout(() => { once.disabled = true; once.textContent = once.dataset.once; }, 0);
  });

  // The browser names its button in its own language, which need not be that of the page.
  function dressFiles(scope) {
    const words = document.querySelector("[data-choose-file]");
    for (const input of words ? scope.querySelectorAll("input[type=file]:not(.file-input)") : []) {
      const box = document.createElement("span"), button = document.createElement("span"), name = document.createElement("span");
      box.className = "file";
      button.className = "button button--small";
      button.textContent = words.dataset.chooseFile;
      name.className = "file-name";
      const tell = () => { name.textContent = [...input.files].map((file) => file.name).join(", ") || words.dataset.noFile; };
      input.replaceWith(box);
      input.classList.add("file-input");
      box.append(input, button, name);
      input.addEventListener("change", tell);
      tell();
    }
  }

  // A page that came in as a part: focus goes where the reader wants to go on.
  function settle(scope) {
    document.querySelector(".rail [aria-current]")?.scrollIntoView({ block: "nearest", inline: "center" });
    const next = scope.querySelector("[data-focus]");
    if (next) next.focus({ preventScroll: false });
    dressFiles(scope);
    showContrast();
  }
  document.addEventListener("DOMContentLoaded", () => settle(document));
  document.addEventListener("htmx:after:swap", () => settle(document.getElementById("noi-dung") || document));

  document.addEventListener("alpine:init", () => {
    // One of several panels is open: <div x-data="panels"> <button @click="show" value="edit"> <div x-show="isOpen" data-panel="edit">
    window.Alpine.data("panels", () => ({
      open: "",
      show(event) {
        const name = event.currentTarget.value;
        this.open = this.open === name ? "" : name;
      },
      close() { this.open = ""; },
    }));
    // Choosing shows what belongs to the choice.
    window.Alpine.data("choosing", () => ({
      chosen: "",
      init() { const first = this.$root.querySelector("input[type=radio]:checked"); this.chosen = first ? first.value : ""; },
      choose(event) { this.chosen = event.target.value; },
    }));
  });
})();
