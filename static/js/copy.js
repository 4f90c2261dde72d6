// data-copy="text" puts the text on the clipboard and says so.
export function copyButtons(root) {
  root.addEventListener("click", async (event) => {
    const button = event.target.closest("[data-copy]");
    if (!button) return;
    const label = button.querySelector("[data-copy-label]") || button;
    const before = label.textContent;
    try {
      await navigator.clipboard.writeText(button.dataset.copy);
      label.textContent = "已复制";
    } catch {
      label.textContent = "请手动复制";
    }
    setTimeout(() => { label.textContent = before; }, 2000);
  });
}
