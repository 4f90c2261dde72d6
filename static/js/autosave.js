// form[data-autosave="address"]: two seconds after the last key the form is posted there.
// The answer is JSON: {"saved": true, "version": 4} or {"saved": false, "message": "…"}; 409 means a colleague was faster.
import { markSaved } from "./unsaved.js";

const PAUSE = 2000;

function clock() {
  return new Date().toLocaleTimeString("zh-CN", { hour: "2-digit", minute: "2-digit", hour12: false });
}

async function save(form, line) {
  const response = await fetch(form.dataset.autosave, {
    method: "POST",
    body: new FormData(form),
    headers: { Accept: "application/json", "X-Portal-Script": "1" },
  });
  const answer = response.headers.get("Content-Type")?.includes("json") ? await response.json() : {};
  if (response.ok && answer.saved) {
    if (answer.version && form.elements.version) form.elements.version.value = answer.version;
    line.textContent = `已保存 ${clock()}`;
    return true;
  }
  line.textContent = answer.message || (response.status === 409 ? "同事已先一步修改，请刷新后再编辑；您填写的内容仍在页面上。" : "暂未保存，请检查内容。");
  return response.status !== 409;
}

export function autosave(root) {
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
        if (!stopped && before === edits) markSaved(form);
      } catch {
        line.textContent = "网络中断，内容暂未保存，恢复后会再次尝试。";
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
  }
}
