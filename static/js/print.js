// data-print opens the browser's print dialogue.
export function printButtons(root) {
  root.addEventListener("click", (event) => {
    if (event.target.closest("[data-print]")) window.print();
  });
}
