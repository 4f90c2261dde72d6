// Asks before leaving a form[data-guard-unsaved] in which something was typed and not sent. Forms that save themselves
// (data-autosave) need no question.
export function guardUnsaved(root) {
  for (const form of root.querySelectorAll("form[data-guard-unsaved]:not([data-autosave])")) {
    let changed = false;
    form.addEventListener("input", () => { changed = true; });
    form.addEventListener("submit", () => { changed = false; });
    window.addEventListener("beforeunload", (event) => {
      if (changed) event.preventDefault();
    });
  }
}
