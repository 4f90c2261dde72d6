// After a refused form the summary takes the focus, so that nobody has to look for what went wrong.
export function focusErrors(root) {
  const summary = root.querySelector("[data-error-summary]:not([data-specimen] *)");
  if (!summary) return;
  summary.focus();
  summary.addEventListener("click", (event) => {
    const link = event.target.closest("a[href^='#']");
    const field = link && root.getElementById(decodeURIComponent(link.hash.slice(1)));
    if (!field) return;
    event.preventDefault();
    const control = field.matches("input,select,textarea,button") ? field : field.querySelector("input,select,textarea");
    (control || field).focus();
  });
}
