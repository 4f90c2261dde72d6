// Asks before leaving a form[data-guard-unsaved] in which something was typed and neither sent nor saved by itself.
const changed = new WeakSet();

export function markSaved(form) {
  changed.delete(form);
}

export function guardUnsaved(root) {
  for (const form of root.querySelectorAll("form[data-guard-unsaved]")) {
    form.addEventListener("input", () => changed.add(form));
    form.addEventListener("submit", () => changed.delete(form));
    window.addEventListener("beforeunload", (event) => {
      if (changed.has(form)) event.preventDefault();
    });
  }
}
