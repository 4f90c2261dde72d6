// Closes open <details data-menu> on Escape and on a click elsewhere.
export function closeMenus(root) {
  const close = (menu) => menu.removeAttribute("open");
  root.addEventListener("click", (event) => {
    for (const menu of root.querySelectorAll("details[data-menu][open]")) {
      if (!menu.contains(event.target)) close(menu);
    }
  });
  root.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    for (const menu of root.querySelectorAll("details[data-menu][open]")) {
      close(menu);
      if (menu.contains(root.activeElement)) menu.querySelector("summary").focus();
    }
  });
}
