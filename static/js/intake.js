// Works on the challenge of a public form while it is being filled in, so that sending costs its writer no time.
import { hasherOf } from "./sha256.js";

const SLICE = 24;

function wordsOf(hex) {
  return Uint32Array.from(hex.match(/.{8}/g), (part) => parseInt(part, 16));
}

function solve(challenge, told) {
  const wanted = wordsOf(challenge.challenge);
  const hash = hasherOf(challenge.salt);
  return new Promise((resolve) => {
    let number = 0;
    const slice = () => {
      // Short stretches, so that typing and scrolling never wait.
      const until = performance.now() + SLICE;
      while (performance.now() < until) {
        for (let turn = 0; turn < 500 && number <= challenge.maxNumber; turn += 1, number += 1) {
          const found = hash(number);
          if (found[0] === wanted[0] && found[1] === wanted[1] && found.every((word, i) => word === wanted[i])) {
            resolve(number);
            return;
          }
        }
        if (number > challenge.maxNumber) return;
      }
      told(number / challenge.maxNumber);
      setTimeout(slice);
    };
    slice();
  });
}

function keep(form) {
  const field = form.querySelector("[data-challenge]");
  const note = form.querySelector("[data-gate-note]");
  let waiting = null;
  let asked = false;
  let sent = false;
  let ready = Boolean(field.value) || field.dataset.work === "0";

  form.addEventListener("submit", (event) => {
    if (ready && !sent) {
      sent = true;
      note.textContent = "正在提交，请稍候。";
      return;
    }
    // A second click while the first is on its way, or one that comes before the work is done.
    event.preventDefault();
    if (ready) return;
    waiting = event.submitter;
    asked = true;
    note.textContent = "正在做提交前的安全验证，完成后自动提交，请不要关闭页面。";
  });
  // Back from the next page: the form may be sent again, its ticket sees to it that it counts once.
  window.addEventListener("pageshow", () => { sent = false; note.textContent = ""; });

  if (ready) return;
  const challenge = JSON.parse(field.dataset.challenge);
  const told = (share) => {
    if (asked) note.textContent = `正在做提交前的安全验证（${Math.min(99, Math.round(share * 100))}%），完成后自动提交。`;
  };
  solve(challenge, told).then((number) => {
    const { algorithm, challenge: goal, salt, signature } = challenge;
    field.value = btoa(JSON.stringify({ algorithm, challenge: goal, number, salt, signature }));
    ready = true;
    if (!asked) return;
    if (form.requestSubmit) form.requestSubmit(waiting);
    else form.submit();
  });
}

for (const field of document.querySelectorAll("[data-challenge]")) keep(field.form);
