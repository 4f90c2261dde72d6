// form[data-autosave="address"]: two seconds after the last key the form is posted there.
// The answer is JSON: {"saved": true, "version": 4} or {"saved": false, "message": "…"}; 409 means somebody was faster.
// A form whose object is only born by the first save is answered with "url" and "autosave_url", where it lives from then on.
// While the line is down the text is kept in this browser and offered again (F10), to its writer alone, until he signs out:
// the machines of an office have many users.

const PAUSE = 2000;

function clock() {
  return new Date().toLocaleTimeString("zh-CN", { hour: "2-digit", minute: "2-digit", hour12: false });
}

function keyOf(form) {
  return `draft:${form.dataset.writer}:${form.dataset.autosave}`;
}

function forgetOnSignOut(root) {
  for (const form of root.querySelectorAll("form[data-sign-out]")) {
    form.addEventListener("submit", () => {
      for (const key of Object.keys(localStorage)) if (key.startsWith("draft:")) localStorage.removeItem(key);
    });
  }
}

function typed(form) {
  const kept = [...new FormData(form)].filter(([name, value]) => name !== "csrfmiddlewaretoken" && name !== "version" && typeof value === "string");
  return JSON.stringify(kept);
}

function keepHere(form) {
  try {
    localStorage.setItem(keyOf(form), typed(form));
    return "网络中断，内容暂存在本机浏览器，恢复后会自动保存。";
  } catch {
    return "网络中断，内容暂未保存，恢复后会再次尝试。";
  }
}

function moveTo(form, answer) {
  localStorage.removeItem(keyOf(form));
  if (answer.version && form.elements.version) form.elements.version.value = answer.version;
  if (answer.autosave_url) form.dataset.autosave = answer.autosave_url;
  if (answer.url) {
    form.action = answer.url;
    history.replaceState(null, "", answer.url);
  }
}

function put(form, [name, value]) {
  const found = form.elements.namedItem(name);
  const controls = found instanceof RadioNodeList ? [...found] : [found];
  for (const control of controls) {
    if (!control) continue;
    if (control.type === "radio" || control.type === "checkbox") control.checked = control.checked || control.value === value;
    else control.value = value;
  }
}

function offerCopy(form) {
  const kept = localStorage.getItem(keyOf(form));
  const offer = form.querySelector("[data-autosave-offer]");
  if (!kept || !offer || kept === typed(form)) return;
  offer.hidden = false;
  offer.querySelector("[data-autosave-restore]").addEventListener("click", () => {
    for (const pair of JSON.parse(kept)) put(form, pair);
    offer.hidden = true;
    form.dispatchEvent(new Event("input", { bubbles: true }));
  });
}

async function save(form, line) {
  const response = await fetch(form.dataset.autosave, {
    method: "POST",
    body: new FormData(form),
    headers: { Accept: "application/json", "X-Portal-Script": "1" },
  });
  const answer = response.headers.get("Content-Type")?.includes("json") ? await response.json() : {};
  if (response.ok && answer.saved) {
    moveTo(form, answer);
    line.textContent = `已保存 ${clock()}`;
    return true;
  }
  line.textContent = answer.message || (response.status === 409 ? "内容已在别处修改，请刷新后再编辑；您填写的内容仍在页面上。" : "暂未保存，请检查内容。");
  return response.status !== 409;
}

export function autosave(root) {
  forgetOnSignOut(root);
  for (const form of root.querySelectorAll("form[data-autosave]")) {
    const line = form.querySelector("[data-autosave-line]");
    let timer = 0;
    let running = false;
    let stopped = false;
    let edits = 0;
    const run = async () => {
      if (running) return;
      running = true;
      const before = edits;
      try {
        stopped = !(await save(form, line));
      } catch {
        line.textContent = keepHere(form);
      }
      running = false;
      if (!stopped && before !== edits) timer = setTimeout(run, PAUSE);
    };
    form.addEventListener("input", () => {
      edits += 1;
      clearTimeout(timer);
      if (!stopped) timer = setTimeout(run, PAUSE);
    });
    form.addEventListener("submit", () => { stopped = true; clearTimeout(timer); });
    window.addEventListener("online", () => { if (!stopped) run(); });
    offerCopy(form);
  }
}
