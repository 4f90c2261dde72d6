// [data-earlier="key"] beside the editor: names an earlier suggestion as the one that was raised before. The key goes
// into a hidden field, its number into the line the deputy may also write himself.

function choose(form, button) {
  const { raised_before_as: key, raised_before: words } = form.elements;
  if (!words.value.trim() || words.value === words.dataset.chosen) words.value = button.dataset.earlierText;
  words.dataset.chosen = button.dataset.earlierText;
  key.value = button.dataset.earlier;
  show(form, `《${button.dataset.earlierTitle}》`);
}

function show(form, title) {
  const line = form.querySelector("[data-earlier-chosen]");
  line.hidden = !title;
  line.querySelector("[data-earlier-name]").textContent = title;
  form.dispatchEvent(new Event("input", { bubbles: true }));
}

function clear(form) {
  const { raised_before_as: key, raised_before: words } = form.elements;
  if (words.value === words.dataset.chosen) words.value = "";
  key.value = "";
  show(form, "");
  words.focus();
}

export function earlierPapers(root) {
  const form = root.querySelector("form.editor");
  if (!form) return;
  root.addEventListener("click", (event) => {
    const button = event.target.closest("[data-earlier]");
    if (button) {
      choose(form, button);
      form.querySelector("[data-earlier-chosen]").scrollIntoView({ block: "center" });
    }
    if (event.target.closest("[data-earlier-clear]")) clear(form);
  });
}
