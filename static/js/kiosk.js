// The touch screen of a public hall: large keys write into fields, and who walks away is forgotten.
const frame = document.querySelector("[data-kiosk]");
const allowed = Number(frame.dataset.kiosk) * 1000;
const home = frame.dataset.home;
const warning = frame.querySelector("[data-kiosk-warn]");
const left = frame.querySelector("[data-kiosk-left]");
const atHome = location.pathname === home;
let touched = Date.now();

function forget() {
  for (const form of document.forms) form.reset();
  // replace: the page that was filled in is no way back.
  location.replace(home);
}

function look() {
  const rest = allowed - (Date.now() - touched);
  if (rest <= 0) return forget();
  warning.hidden = rest > Math.min(15000, allowed / 2);
  left.textContent = Math.ceil(rest / 1000);
}

if (!atHome) {
  for (const kind of ["pointerdown", "keydown", "input", "scroll"]) {
    addEventListener(kind, () => { touched = Date.now(); look(); }, { passive: true, capture: true });
  }
  setInterval(look, 1000);
}

// A page out of the browser's memory would show what the last visitor wrote.
addEventListener("pageshow", (event) => { if (event.persisted) forget(); });

function keys(name, press) {
  const group = document.querySelector(`[data-kiosk-${name}]`);
  if (!group) return;
  group.hidden = false;
  const field = document.getElementById(group.getAttribute(`data-kiosk-${name}`));
  group.addEventListener("click", (event) => {
    const key = event.target.closest("button");
    if (!key) return;
    field.value = press(field.value, key);
    field.dispatchEvent(new Event("input", { bubbles: true }));
  });
}

keys("phrases", (text, key) => text + key.textContent);
keys("digits", (text, key) => ("back" in key.dataset ? text.slice(0, -1) : text + key.textContent));
