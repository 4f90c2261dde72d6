// The desk without a network: a visit is kept on this device, encrypted, and sent when the network is back. The token
// of the form makes sure that what is sent twice is there once. Without this script the form is sent as any other.
import { forget, keep, kept } from "./desk-store.js";

const form = document.querySelector("[data-desk]");
const box = document.querySelector("[data-desk-kept]");
const said = document.querySelector("[data-desk-said]");
let sending = false;

function say(words) {
  said.textContent = words;
}

function fieldsOf(given) {
  return [...new FormData(given)].filter(([name, value]) => name !== "csrfmiddlewaretoken" && !(value instanceof File && !value.size));
}

async function freshToken() {
  const answer = await fetch(location.pathname, { credentials: "same-origin", cache: "no-store" });
  if (answer.redirected) return null;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  return page.querySelector("[data-desk] [name=csrfmiddlewaretoken]")?.value ?? null;
}

async function post(fields, csrf) {
  const body = new FormData();
  for (const [name, value] of fields) body.append(name, value);
  const headers = { Accept: "application/json", "X-CSRFToken": csrf };
  return fetch(location.pathname, { method: "POST", body, headers, credentials: "same-origin" });
}

function isTaken(answer) {
  return answer.ok && (answer.headers.get("Content-Type") || "").startsWith("application/json");
}

function show(title, answer) {
  const line = document.createElement("li");
  line.textContent = answer.number
    ? `“${title}”已送出：编号${answer.number}，查询码${answer.code}，请告知来访群众。`
    : `“${title}”已送出。`;
  document.querySelector("[data-desk-sent]").append(line);
}

async function count() {
  const waiting = (await kept(location.pathname)).length;
  box.hidden = waiting === 0;
  document.querySelector("[data-desk-count]").textContent = `${waiting}件`;
}

async function sendAll() {
  if (sending) return;
  sending = true;
  try {
    const waiting = await kept(location.pathname);
    const csrf = waiting.length ? await freshToken() : "";
    if (csrf === null) say("登录已过期。请重新登录后打开本页，未送出的登记会自动送出。");
    for (const row of csrf ? waiting : []) {
      const title = row.fields.find(([name]) => name === "title")?.[1] ?? "";
      const answer = await post(row.fields, csrf);
      if (isTaken(answer)) {
        show(title, await answer.json());
        await forget(row.id);
      } else if (answer.status === 422) say(`“${title}”没有送出：${(await answer.json()).errors.join("")}请按纸质记录补录，并保留本机记录。`);
      else say("没有送出，请稍后再试。");
    }
  } catch {
    say("现在没有网络。登记已保存在这台设备上，连上网络后自动送出。");
  } finally {
    sending = false;
    await count();
  }
}

function isWhole() {
  const filled = (name) => Boolean(form.querySelector(`[name="${name}"]:checked`));
  if (!filled("deputies")) return "请选择接待的代表。";
  if (!form.elements.title.value.trim()) return "请用一句话写明事由。";
  if (!filled("path")) return "请选择怎样办理。";
  const spot = form.querySelector('[name="path"][value="spot"]').checked;
  if (spot && !form.elements.answer.value.trim()) return "请写明当场怎样答复的。";
  if (!spot && !form.elements.text.value.trim()) return "请写明群众反映的情况，以便办理。";
  if (["name", "phone", "address"].some((name) => form.elements[name].value.trim()) && !form.elements.agreed.checked)
    return "请先征得来访人同意，再登记姓名和联系方式；不同意的可以不留。";
  // A photograph that waits at the server does not wait as long as this device may be without a network.
  if (form.querySelector('[name="drop"]:not(:checked)') && !form.elements.sheet.value)
    return "现在没有网络，请重新选择照片后再登记；不要照片的，请勾选“不登记”。";
  return "";
}

function localMoment() {
  const now = new Date();
  return new Date(now - now.getTimezoneOffset() * 60000).toISOString().slice(0, 16);
}

function clear() {
  const token = crypto.randomUUID() + crypto.randomUUID();
  const deputies = [...form.querySelectorAll('[name="deputies"]:checked')].map((tick) => tick.value);
  form.reset();
  form.querySelector("[data-desk-held]")?.remove();
  for (const tick of form.querySelectorAll('[name="deputies"]')) tick.checked = deputies.includes(tick.value);
  form.elements.token.value = token;
}

// Sent as it is where the server has something to say about it, so that every word stands at its field.
async function submitted(event) {
  event.preventDefault();
  const button = form.querySelector("[type=submit]");
  button.disabled = true;
  try {
    const answer = await post(fieldsOf(form), form.elements.csrfmiddlewaretoken.value);
    if (isTaken(answer)) location.assign((await answer.json()).slip);
    else form.submit();
  } catch {
    await keepHere();
  } finally {
    button.disabled = false;
  }
}

async function keepHere() {
  const wrong = isWhole();
  if (wrong) return say(wrong);
  if (!form.elements.received_at.value) form.elements.received_at.value = localMoment();
  form.elements.is_offline.value = "on";
  await keep(location.pathname, fieldsOf(form));
  clear();
  say("已保存在这台设备上，连上网络后自动送出。可以登记下一位。");
  await count();
}

function workerReady() {
  const here = [location.pathname, ...[...document.querySelectorAll("link[rel=stylesheet], link[rel=icon]")].map((link) => link.href)];
  const scripts = performance.getEntriesByType("resource").map((entry) => entry.name).filter((name) => name.endsWith(".js"));
  navigator.serviceWorker.register(form.dataset.worker).then(() => navigator.serviceWorker.ready).then((ready) => {
    ready.active.postMessage([...here, ...scripts]);
    form.dataset.offline = "ready";
  });
}

if (form && window.isSecureContext && "serviceWorker" in navigator) {
  workerReady();
  form.addEventListener("submit", submitted);
  window.addEventListener("online", sendAll);
  document.querySelector("[data-desk-send]").addEventListener("click", sendAll);
  sendAll();
}
